// Reads a Markdown file with remark-math and renders each formula with KaTeX: what formulint's start
// is measured against. Prints the number of formulas and of those that fail.
import { readFileSync } from 'node:fs';
import katex from 'katex';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

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

visit(unified().use(remarkParse).use(remarkMath).parse(readFileSync(process.argv[2], 'utf8')));
console.log(`${formulas} formulas, ${failures} fail`);
