// Reads Markdown files with remark-math and renders each formula with KaTeX: what formulint is
// measured against. Takes files and folders; prints the number of formulas and of those that fail.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import katex from 'katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
let formulas = 0;
let failures = 0;

function visit(node) {
  if (node.type === 'math' || node.type === 'inlineMath') {
    formulas++;
    try {
      katex.renderToString(node.value, { displayMode: node.type === 'math', throwOnError: true, strict: 'ignore' });
    } catch (error) {
      failures++;
      console.log(error.message);
    }
  }
  (node.children ?? []).forEach(visit);
}

function check(path) {
  if (statSync(path).isDirectory()) {
    readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .forEach((name) => check(join(path, name)));
  } else if (/\.(md|markdown|mdx)$/.test(path)) {
    visit(parser.parse(readFileSync(path, 'utf8')));
  }
}

process.argv.slice(2).forEach(check);
console.log(`${formulas} formulas, ${failures} fail`);
