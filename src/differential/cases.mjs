// Writes documents as cases for the others: node cases.mjs SOURCE FOLDER > CASES.jsonl
// Besides, a file for each in FOLDER, and FOLDER/files.txt, which lists them for pandoc.lua.
import fs from 'node:fs';
import path from 'node:path';
import { documents } from './documents.mjs';

const [source, folder] = process.argv.slice(2);
const list = [];
for (const { id, markdown } of documents(source)) {
  const file = path.join(folder, `${list.length}.md`);
  fs.writeFileSync(file, markdown);
  list.push(`${file}\t${id}\n`);
  console.log(JSON.stringify({ id, markdown }));
}
fs.writeFileSync(path.join(folder, 'files.txt'), list.join(''));
