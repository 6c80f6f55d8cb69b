// What each implementation, run for real, takes for a formula. An oracle is a function of a text
// that returns [{display, tex, start?, end?}]; start and end are UTF-16 offsets where it gives them.
import { createRequire } from 'node:module';
import MarkdownIt from 'markdown-it';

const require = createRequire(import.meta.url);

async function remark(options, extensions = []) {
  const { unified } = await import('unified');
  const parse = (await import('remark-parse')).default;
  const gfm = (await import('remark-gfm')).default;
  const math = (await import('remark-math')).default;
  const processor = unified().use(parse).use(gfm).use(math, options);
  extensions.forEach((extension) => processor.use(extension));
  return (text) => {
    const found = [];
    const mark = text.startsWith('\uFEFF') ? 1 : 0;
    const visit = (node) => {
      const fence = node.type === 'code' && node.lang === 'math';
      if (node.type === 'math' || node.type === 'inlineMath' || fence) {
        found.push({
          display: node.type !== 'inlineMath',
          tex: node.value,
          start: node.position.start.offset + mark,
          end: node.position.end.offset + mark,
        });
      }
      node.children?.forEach(visit);
    };
    visit(processor.parse(text));
    return found;
  };
}

function markdownIt(md, isFence = () => false) {
  const collect = (tokens, found) => {
    for (const token of tokens) {
      if (/^math_inline/.test(token.type) && token.type !== 'math_inline_double') {
        found.push({ display: token.type === 'math_inline_bare_block', tex: token.content });
      } else if (/^math_/.test(token.type)) {
        found.push({ display: true, tex: token.content });
      } else if (token.type === 'fence' && isFence(token.info)) {
        found.push({ display: true, tex: token.content });
      }
      if (token.children) collect(token.children, found);
    }
    return found;
  };
  return (text) => collect(md.parse(text.replace(/^\uFEFF/, ''), {}), []);
}

const isMath = (info) => info.trim().toLowerCase() === 'math';

/** The preview takes no dollar before these (extensions/markdown-math/src/extension.ts). */
function patchedByVsCode(md) {
  const rule = md.inline.ruler.__rules__.find((entry) => entry.name === 'math_inline');
  const original = rule.fn;
  rule.fn = (state, silent) => {
    const next = state.src[state.pos + 1];
    if (state.src[state.pos] !== '$' || !next || !".(#'\",;".includes(next)) {
      return original(state, silent);
    }
    if (!silent) state.pending += '$';
    state.pos += 1;
    return true;
  };
  return md;
}

async function marked() {
  const { Marked } = await import('marked');
  const katex = (await import('marked-katex-extension')).default;
  const instance = new Marked(katex({ throwOnError: false }));
  return (text) => {
    const found = [];
    instance.walkTokens(instance.lexer(text.replace(/^\uFEFF/, '')), (token) => {
      if (token.type === 'inlineKatex' || token.type === 'blockKatex') {
        found.push({ display: token.displayMode, tex: token.text });
      }
    });
    return found;
  };
}

/** rehype-katex gets a code fence with its last line end. */
async function streamdown() {
  const { createMathPlugin } = await import('@streamdown/math');
  const [, options] = createMathPlugin().remarkPlugin;
  const read = await remark(options);
  return (text) =>
    read(text).map((formula) =>
      '`~'.includes(text[formula.start]) ? { ...formula, tex: formula.tex && formula.tex + '\n' } : formula,
    );
}

/** Zenn's page is made as a whole; its formulas stand in elements of their own. */
async function zenn() {
  const { JSDOM } = await import('jsdom');
  const markdownToHtml = (await import('zenn-markdown-html')).default;
  return async (text) => {
    const { document } = new JSDOM(await markdownToHtml(text.replace(/^\uFEFF/, ''))).window;
    return [...document.querySelectorAll('embed-katex')].map((element) => ({
      display: element.hasAttribute('display-mode'),
      tex: element.textContent,
    }));
  };
}

const page = new MarkdownIt({ html: true });
const html = (text) => page.render(text.replace(/^\uFEFF/, ''));

async function autoRender(options) {
  const { JSDOM } = await import('jsdom');
  const katex = require('katex');
  const render = require('katex/contrib/auto-render');
  return (text) => {
    const found = [];
    katex.render = (tex, element, settings) => {
      found.push({ display: settings.displayMode, tex });
    };
    const { document, Document } = new JSDOM(`<body>${html(text)}</body>`).window;
    globalThis.document = document;
    globalThis.Node = document.defaultView.Node;
    render(document.body, options);
    return found;
  };
}

async function mathJax(options, body = html) {
  const { mathjax } = require('mathjax-full/js/mathjax.js');
  const { TeX } = require('mathjax-full/js/input/tex.js');
  const { jsdomAdaptor } = require('mathjax-full/js/adaptors/jsdomAdaptor.js');
  const { JSDOM } = await import('jsdom');
  const { RegisterHTMLHandler } = require('mathjax-full/js/handlers/html.js');
  RegisterHTMLHandler(jsdomAdaptor(JSDOM));
  return (text) => {
    const document = mathjax.document(`<html><body>${body(text)}</body></html>`, {
      InputJax: new TeX(options),
    });
    document.findMath();
    return [...document.math]
      .filter((item) => !item.isEscaped && item.math)
      .map((item) => ({ display: item.display, tex: item.math }));
  };
}

/** What of Doxia's page is the document. */
const doxia = (page) => page.replace(/^[^]*<body[^>]*>|<\/body>[^]*$/g, '');

const withDollars = { inlineMath: [['$', '$'], ['\\(', '\\)']] };

const dollars = [
  { left: '$$', right: '$$', display: true },
  { left: '$', right: '$', display: false },
  { left: '\\(', right: '\\)', display: false },
  { left: '\\[', right: '\\]', display: true },
];

/** Makes the oracle of each platform, under the name that formulint has for it. */
export const oracles = {
  'remark': () => remark({}),
  'remark-no-single-dollar': () => remark({ singleDollarTextMath: false }),
  'docusaurus': async () => remark({}, [(await import('remark-frontmatter')).default]),
  'streamdown': streamdown,
  'vscode': async () => {
    const plugin = require('@vscode/markdown-it-katex').default;
    const md = new MarkdownIt({ html: true, linkify: true });
    return markdownIt(patchedByVsCode(md.use(plugin, { enableFencedBlocks: true })), isMath);
  },
  'markdown-it-texmath': async () => {
    const plugin = require('markdown-it-texmath');
    const options = { engine: require('katex'), delimiters: 'dollars' };
    return markdownIt(new MarkdownIt({ html: true, linkify: true }).use(plugin, options));
  },
  'vuepress': async () => {
    const { tex } = await import('@mdit/plugin-tex');
    const md = new MarkdownIt({ html: true, linkify: true });
    return markdownIt(md.use(tex, { render: (x) => x, mathFence: true }), isMath);
  },
  'vitepress': async () => {
    const plugin = require('markdown-it-mathjax3');
    return markdownIt(new MarkdownIt({ html: true, linkify: true }).use(plugin.default ?? plugin));
  },
  'mystmd': async () => {
    const { dollarmathPlugin } = await import('markdown-it-dollarmath');
    const { amsmathPlugin } = await import('markdown-it-amsmath');
    const md = new MarkdownIt({ html: true }).use(dollarmathPlugin).use(amsmathPlugin);
    const collect = (tokens, found) => {
      for (const { type, content, children } of tokens) {
        if (/^math_|^amsmath/.test(type)) found.push({ display: type !== 'math_inline', tex: content });
        if (children) collect(children, found);
      }
      return found;
    };
    return (text) => collect(md.parse(text.replace(/^\uFEFF/, ''), {}), []);
  },
  'zenn': zenn,
  'marked-katex': marked,
  'katex-auto-render': () => autoRender({}),
  'katex-auto-render-dollars': () => autoRender({ delimiters: dollars }),
  'mathjax': () => mathJax({}),
  'hexo': async () => {
    const { marked: page } = await import('marked');
    const body = (text) => page.parse(text.replace(/^\uFEFF/, ''), { breaks: true });
    return mathJax(withDollars, body);
  },
  // Their text is the page that Doxia or kramdown made.
  'jekyll-mathjax': () => mathJax(withDollars, (page) => page),
  'maven-site': () => mathJax({}, doxia),
  'maven-site-dollars': () => mathJax(withDollars, doxia),
  'mathjax-dollars': () => mathJax(withDollars),
};
