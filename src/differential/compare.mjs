// Compares two readings: node compare.mjs EXPECTED.jsonl OURS.jsonl [--loose] [--show N] [--cases F]
// A formula is equal if display flag, TeX and, where both give it, place are. An unclosed formula may
// end before or behind its last line end. With --loose white
// space in the TeX and the order of the formulas do not count, nor does how often one is listed
// (pandoc joins lines, and shows notes and captions where it will).
import fs from 'node:fs';
import { documents } from './documents.mjs';

const [expectedFile, oursFile, ...options] = process.argv.slice(2);
const loose = options.includes('--loose');
const shown = options.includes('--show') ? Number(options[options.indexOf('--show') + 1]) : 10;

const texts = new Map();
if (options.includes('--cases')) {
  for (const { id, markdown } of documents(options[options.indexOf('--cases') + 1])) {
    texts.set(id, markdown);
  }
}

const load = (file) =>
  new Map(
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .map(({ id, formulas }) => [id, formulas]),
  );

const places = (formulas) => formulas.every((formula) => formula.start !== undefined);

const isLineEnd = (text) => text === '\n' || text === '\r\n';

/** Takes ours for theirs where only the last line end is in one and not in the other. */
function sameEnds(theirs, ours, text) {
  theirs.forEach((formula, i) => {
    const other = ours[i];
    if (!text || !other || formula.start !== other.start) return;
    const [from, to] = [formula.end, other.end].sort((a, b) => a - b);
    if (isLineEnd(text.slice(from, to))) other.end = formula.end;
  });
}

function keys(formulas, withPlace) {
  const key = ({ display, tex, start, end }) => {
    const lines = tex.replace(/\r\n?/g, '\n');
    const text = loose ? lines.replace(/\s+/g, ' ').trim() : lines;
    return JSON.stringify(withPlace ? [display, text, start, end] : [display, text]);
  };
  const all = formulas.map(key);
  return loose ? [...new Set(all)].sort() : all;
}

/** The length of the longest common subsequence; equal ends are taken off first. */
function common(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  let row = new Array(right.length + 1).fill(0);
  for (const item of left) {
    const next = [0];
    right.forEach((other, i) => {
      next.push(item === other ? row[i] + 1 : Math.max(row[i + 1], next[i]));
    });
    row = next;
  }
  return start + end + row.at(-1);
}

const expected = load(expectedFile);
const ours = load(oursFile);
let total = 0;
let equal = 0;
let extra = 0;
const different = [];
for (const [id, formulas] of expected) {
  const read = ours.get(id) ?? [];
  const withPlace = places(formulas) && places(read);
  if (withPlace) sameEnds(formulas, read, texts.get(id));
  const want = keys(formulas, withPlace);
  const got = keys(read, withPlace);
  const same = common(want, got);
  total += want.length;
  equal += same;
  extra += got.length - same;
  if (same < want.length || same < got.length) different.push({ id, want, got });
}
for (const { id, want, got } of different.slice(0, shown)) {
  console.log(id + (texts.has(id) ? ' ' + JSON.stringify(texts.get(id)).slice(0, 400) : ''));
  want.filter((key) => !got.includes(key)).slice(0, 5).forEach((key) => console.log('  - ' + key));
  got.filter((key) => !want.includes(key)).slice(0, 5).forEach((key) => console.log('  + ' + key));
}
const failed = [...ours.keys()].filter((id) => !expected.has(id)).length;
const share = total ? ((100 * equal) / total).toFixed(4) : '100';
console.log(
  `${expected.size} documents, ${different.length} differ; ` +
    (failed ? `the platform failed on ${failed} more; ` : '') +
    `${equal} of ${total} formulas equal (${share} %), ${extra} only in our reading`,
);
