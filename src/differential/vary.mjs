// Writes small documents that mix what decides whether a formula is read: node vary.mjs COUNT SEED
const [count, seed] = process.argv.slice(2).map(Number);

// mulberry32: the same documents for the same seed.
let state = seed >>> 0;
function random(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) % limit;
}
const pick = (items) => items[random(items.length)];
const chance = (percent) => random(100) < percent;

const BODIES = [
  'x', 'x', 'a+b', 'a_1', 'x_{i}^2', 'a_1 b_2', 'a*b*c', '\\alpha', '\\{a\\}', 'a\\,b', '\\text{if $y$}',
  '\\text{中文}', '5', '5.00', 'x < y', 'a<b>c', 'a & b', '&lt;', 'a|b', 'a \\| b', 'a\\\\b', 'a \\$ b',
  '\\$5', 'a`b`c', '\\frac{1}{2}', ' x ', ' x', 'x ', '(x)', '.5', '#1', "'a'", '"a"', ',a', 'x\\', '$', '',
  'a [b](c) d', '**a**', '_a_', '公式', 'a%b', '\\(y\\)', '\\[y\\]', 'https://a.b', 'a\\_b', '~a~', '{a', 'a}',
];
const LINES = [
  'a\nb', 'a\n\nb', '\na\n', 'a\n- b', 'a\n+ b', 'a\n> b', 'a\n# b', 'a\n    b', '\n  a\n', 'a\\\\\nb', 'a\n=\nb',
  '\n\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}\n', 'a\n1. b', '\na\n\nb\n', 'a\n***\nb', 'a%\nb', 'a  \nb',
  '\n\ta\n', '\n\\text{a\nb}\n', 'a\n```\nb', 'a\n$', 'a\n| b | c |\n|--|--|', '\na\\\\\nb\n',
];
const PAIRS = [
  ['$', '$'], ['$', '$'], ['$', '$'], ['$', '$'], ['$$', '$$'], ['$$', '$$'], ['\\(', '\\)'], ['\\[', '\\]'],
  ['$`', '`$'], ['\\\\(', '\\\\)'], ['\\\\[', '\\\\]'], ['\\$', '$'], ['$', '\\$'], ['$', ''], ['$$', ''],
  ['$$', '$'], ['$$$', '$$$'], ['', ''], ['\\begin{align}', '\\end{align}'], ['\\begin{equation}', '\\end{equation}'],
];
const BEFORE = [
  '', '', ' ', ' ', ' ', 'let ', 'a', '5', '公式', '，', '(', '（', '"', '-', '**', '*', '_', '[', '~~', '~', '>', '<b>', '</b>',
  '`c` ', '`', '\\', '\\\\', ':', '/', '\t', '　', '|', '!', '&amp;', '=', '$', '{', '<br>', '👍', '.', '\n', '<span class="a">',
];
const AFTER = [
  '', '', ' ', ' ', ' ', ' be', 'a', '5', '公式', '，', '。', ')', '）', '"', '-', '**', '*', '_', ']', '~~', '.', ',', '?', ':', ';',
  '`', '\\', '\t', '　', '|', '</b>', '$', '}', '-th', '<br>', '👍', '!', '](u)', '\n', '>', "'s",
];
const WORDS = ['and', '$', '$5', '$10', '\\$', 'cost $5 or $10', '`$`', '`a`', '中文', '', '**b**', '<i>c</i>', '$$', 'https://a.b/$c', '[l](u$v)', '(1)', '![i](p)', '*', '`', '<!-- $ -->', '\\', '[^1]', 'a_b', '&copy;'];

function formula() {
  const [open, close] = pick(PAIRS);
  return open + (chance(22) ? pick(LINES) : pick(BODIES)) + close;
}
function inline() {
  const parts = [];
  for (let i = 0, n = 1 + random(3); i < n; i++) {
    if (chance(35)) parts.push(pick(WORDS));
    parts.push(pick(BEFORE) + formula() + pick(AFTER));
    if (chance(25)) parts.push(pick(WORDS));
  }
  return parts.join(chance(70) ? ' ' : '');
}
function fence() {
  const mark = pick(['$$', '$$', '$$', '$', '$$$', '```math', '~~~math', '``` math', '```', '\\[', '```Math', '```latex']);
  const close = mark === '\\[' ? '\\]' : mark.replace(/ ?[mM]ath|latex/, '');
  const body = chance(50) ? pick(BODIES) : pick(LINES);
  const indent = pick(['', '', '', ' ', '   ', '    ', '\t']);
  return (
    indent + mark + pick(['', '', '', ' ', ' a', 'a', '\\label{a}']) + '\n' + indent + body + '\n' +
    pick(['', '', '', ' ', 'b', '    ']) + (chance(88) ? close : '') + pick(['', '', '', ' ', ' (1)', '.', 'b', ' {#eq}'])
  );
}
const prefixed = (text, first, rest) =>
  text.split('\n').map((line, i) => (i ? (line ? rest : chance(50) ? rest.trimEnd() : '') : first) + line).join('\n');
const WRAPS = [
  (t) => t, (t) => t, (t) => t, (t) => t,
  (t) => prefixed(t, '- ', '  '), (t) => prefixed(t, '* ', pick(['', '  ', '    ', '\t'])), (t) => prefixed(t, '1. ', '   '),
  (t) => prefixed(t, '1. item\n\n   ', '   '), (t) => prefixed(t, '- a\n  - ', pick(['  ', '    '])), (t) => prefixed(t, '- item\n', '  '),
  (t) => prefixed(t, '> ', '> '), (t) => prefixed(t, '> ', pick(['', '>', '> '])), (t) => prefixed(t, '> - ', '>   '), (t) => prefixed(t, '- > ', '  > '),
  (t) => '# ' + t, (t) => t + '\n===', (t) => '| ' + t + ' | b |\n|---|---|\n| c | ' + inline() + ' |', (t) => '| a | b |\n|---|---|\n| ' + t + ' | ' + inline() + ' |',
  (t) => '<div>\n' + t + '\n</div>', (t) => '<div>\n\n' + t + '\n\n</div>', (t) => '<b>' + t + '</b>', (t) => '[' + t + '](u)', (t) => '**' + t + '**', (t) => '*' + t + '*', (t) => '~~' + t + '~~',
  (t) => '[^1]\n\n[^1]: ' + t, (t) => 'text\n' + t, (t) => t + '\ntext', (t) => 'term\n: ' + t, (t) => '![' + t + '](p)', (t) => prefixed(t, '    ', '    '), (t) => '<details>\n<summary>a</summary>\n\n' + t + '\n\n</details>', (t) => '<p>' + t + '</p>', (t) => '```\n' + t + '\n```',
];
function block() {
  const text = chance(30) ? fence() : inline();
  return pick(WRAPS)(chance(12) ? pick(WRAPS)(text) : text);
}
for (let i = 0; i < count; i++) {
  const blocks = [];
  for (let n = 1 + (chance(45) ? random(3) : 0); n > 0; n--) blocks.push(block());
  let markdown = blocks.join(pick(['\n\n', '\n\n', '\n'])) + pick(['\n', '\n', '', '\n\n']);
  if (chance(6)) markdown = markdown.replace(/\n/g, '\r\n');
  if (chance(1)) markdown = '\uFEFF' + markdown;
  console.log(JSON.stringify({ id: `${seed}-${i}`, markdown }));
}
