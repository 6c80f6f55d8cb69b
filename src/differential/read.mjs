// Prints what an implementation reads: node read.mjs PLATFORM FOLDER|CASES.jsonl
// A line for each document: {"id", "formulas": [{"display", "tex", "start"?, "end"?}]}.
import { documents } from './documents.mjs';
import { oracles } from './oracles.mjs';

const [platform, source] = process.argv.slice(2);
if (!oracles[platform] || !source) {
  console.error(`usage: node read.mjs PLATFORM SOURCE\nplatforms: ${Object.keys(oracles).join(' ')}`);
  process.exit(2);
}
const read = await oracles[platform]();
for (const { id, markdown } of documents(source)) {
  console.log(JSON.stringify({ id, formulas: await read(markdown) }));
}
