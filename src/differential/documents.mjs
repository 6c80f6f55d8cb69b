// Documents to read: the Markdown files of a folder, or a file of lines {"id", "markdown"}.
import fs from 'node:fs';
import path from 'node:path';

function* files(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(file);
    else if (entry.name.endsWith('.md')) yield file;
  }
}

/** Returns {id, markdown} for each document. */
export function* documents(source) {
  if (fs.statSync(source).isDirectory()) {
    for (const file of files(source)) {
      yield { id: path.relative(source, file), markdown: fs.readFileSync(file, 'utf8') };
    }
    return;
  }
  for (const line of fs.readFileSync(source, 'utf8').split('\n')) {
    if (line) yield JSON.parse(line);
  }
}
