// Writes what the certifier may take for granted of KaTeX, one entry a line, fields parted by tabs.
// Runs behind a KaTeX whose inner tables stand in `katex.tables`. Nothing is taken on trust: each
// entry was rendered by KaTeX without an error and a report, and in the company it may be met in; the
// latter is tried once for names that KaTeX's code cannot tell apart.
// The format is described in io.github.formulint.build.KatexCertifierTable.
(function () {
  'use strict';
  const {functions, macros, symbols, environments, delimiters, supportedCodepoint, unicodeSymbols, scripts,
    validUnit, MacroExpander} = katex.tables;
  const has = (table, name) => Object.prototype.hasOwnProperty.call(table, name);

  let expansions = 0;
  const count = MacroExpander.prototype.countExpansion;
  MacroExpander.prototype.countExpansion = function (amount) {
    expansions += amount;
    return count.call(this, amount);
  };

  /* Whether KaTeX renders a formula, all but writing it down, and has nothing to say of it. */
  function clean(tex, displayMode = true, more = {}, run = katex.__renderToDomTree) {
    let reported = false;
    const report = () => {
      reported = true;
      throw new Error('reported'); // KaTeX catches some of them.
    };
    expansions = 0;
    try {
      run(tex, {displayMode, throwOnError: true, maxExpand: 1e6, macros: {...more}, strict: report, trust: report});
    } catch (e) {
      return false;
    }
    return !reported;
  }

  /* Whether KaTeX lays out a formula, for the page alone, and has nothing to say of it. */
  const builds = (tex, displayMode = true) => clean(tex, displayMode, {}, katex.__renderToHTMLTree);

  /* Whether KaTeX parses a formula and has nothing to say of it. */
  const parses = (tex, displayMode = true) => clean(tex, displayMode, {}, katex.__parse);

  /* The names that are clean in a formula, found by halves; what shares a font mostly shares its fate. */
  function cleanOnes(names, formula) {
    const fontOf = (name) => (symbols.math[name] || symbols.text[name] || {font: ''}).font;
    const glyphOf = (name) => (symbols.math[name] || symbols.text[name] || {}).replace || '';
    const sorted = names.map((name) => [fontOf(name) + glyphOf(name), name])
      .sort(([one], [other]) => one < other ? -1 : one > other ? 1 : 0).map(([, name]) => name);
    const found = new Set();
    const search = (some) => {
      if (clean(formula(some))) {
        some.forEach((name) => found.add(name));
      } else if (some.length > 1) {
        search(some.slice(0, some.length >> 1));
        search(some.slice(some.length >> 1));
      }
    };
    search(sorted);
    return names.filter((name) => found.has(name));
  }

  /* A question that is asked once for each key. */
  function once(question, keyOf) {
    const answers = new Map();
    return (...subject) => {
      const key = keyOf(...subject);
      if (!answers.has(key)) {
        answers.set(key, question(...subject));
      }
      return answers.get(key);
    };
  }

  // The macros that are code and were asked: they may look at what follows.
  let asked = [];
  for (const name of Object.keys(macros).filter((name) => typeof macros[name] === 'function')) {
    const code = macros[name];
    macros[name] = (context) => {
      asked.push(name);
      return code(context);
    };
  }

  /* What KaTeX's parser makes of a formula, but for symbols, lengths and colors: the same goes with the same. */
  function shapeOf(tex) {
    asked = [];
    const tree = katex.__parse(tex, {displayMode: true, strict: 'ignore', maxExpand: 1e6});
    const unseen = new Set(['text', 'name', 'loc', 'lexer', 'left', 'right', 'number', 'color', 'size']);
    return asked + JSON.stringify(tree, (key, value) => unseen.has(key) ? undefined : value);
  }

  const token = /^(\\([a-zA-Z@]+|[^a-zA-Z@\s])|\\ |[^\\\s\ud800-\udfff\ue000-\uf8ff])$/;
  const isToken = (name) => token.test(name) && !/^[{}^_%&$#\\]$/.test(name);
  const isSymbol = (name) => !has(functions, name) && !has(macros, name) && !has(scripts, name);

  // Characters and symbols of KaTeX's fonts.
  const namesOf = (table) => Object.keys(table).filter(isToken);
  const mathSymbols =
    cleanOnes(namesOf(symbols.math).filter((name) => isSymbol(name) && name !== "'"), (names) => names.join(' '));
  const textSymbols = cleanOnes(
    namesOf(symbols.text).filter(isSymbol), (names) => '\\text{' + names.join(' {}') + ' }');

  const math = new Set(mathSymbols);
  const text = new Set(textSymbols);

  // Functions and macros without arguments.
  const mathFollowers = [
    ...'!()*+,-./:;<=>[]|a1', '^2', '_2', "'", '{}', '\\left(x\\right)', '\\begin{matrix}x\\end{matrix}',
    '\\not=', '\\text{x}', '\\sum ', '\\int ', '\\hspace{1em}', '\\,', '\\iff ', '\\dots ', '\\ ', '~',
    '\\lim ', '\\mathbin x', '\\color{red}', '\\displaystyle ', '\\Big(',
  ];
  const textFollowers = [
    ...'!()*+,-./:;<=>[]|a1', '{}', '$x$', '\\textbf{x}', '\\ ', '~', '\u4e2d', '\\,',
    '\\quad ', '\\{', '\\dots ',
  ];

  const hasCompanyInMath = once((name) => parses(mathFollowers.map((next) => name + ' ' + next).join(' ')) && builds([
      `x^2 ${name} ^2`, `x_2 ${name} _2`, `x'${name} '`, `\\left.${name} \\right)`,
      `{x ${name} \\over ${name} y}`, `\\frac${name} ${name} `, `\\text{$${name} $}`,
      `\\begin{matrix}${name} &${name} \\\\${name} \\end{matrix}`,
    ].join(' ')), shapeOf);
  const hasCompanyInText = once(
    (name) => parses('\\text{' + textFollowers.map((next) => name + ' ' + next).join('{}') + '}'),
    (name) => shapeOf(`\\text{${name} }`));
  const standsInMath = (name) =>
    clean(`${name} {${name} }${name} ^2_3 \\displaystyle ${name} `, false) && hasCompanyInMath(name);
  const standsInText = (name) => clean(`\\text{${name} }`) && hasCompanyInText(name);

  /* Whether a macro may stand for other things than its body says: it is code that reads on by itself. */
  function reads(name) {
    if (typeof macros[name] !== 'function') {
      return /\\(bra@|expandafter|noexpand)/.test(macros[name]);
    }
    const next = () => ({text: 'x'});
    try {
      return typeof macros[name]({mode: 'math', future: next, expandAfterFuture: next}) !== 'string';
    } catch (e) {
      return true;
    }
  }

  const takesLimits =
    once((name) => clean(name + "'\\nolimits_x z" + name + '\\limits_x^y'), shapeOf);

  const bare = [...Object.keys(macros), ...Object.keys(functions)].filter(
    (name) => isToken(name) && !(has(macros, name) && reads(name)) && !(has(functions, name) && functions[name].numArgs > 0));
  const switches = new Set(['styling', 'sizing', 'font', 'color']);
  const isSwitch = (name) => !has(macros, name) && has(functions, name)
    && switches.has(functions[name].type) && functions[name].numArgs === 0;
  const isInfix = (name) => !has(macros, name) && has(functions, name) && functions[name].infix;
  const syntax = {
    '\\left': 'l', '\\right': 'r', '\\middle': 'i', '\\begin': 'B', '\\end': 'E', '\\limits': 'L',
    '\\nolimits': 'L', '\\substack': 'S', '\\operatorname': 'O', '\\operatornamewithlimits': 'O',
    '\\operatorname@': 'O', '\\tag': 'T', '\\hline': 'h', '\\hdashline': 'h', '\\\\': 'n',
    '\\newline': 'n', '\\cr': 'n',
  };

  /* How many macros a call expands, generously: what follows has a say in it. */
  const costOf = (tex, inMath) => {
    parses(inMath ? tex : '\\text{' + tex + ' }');
    return 2 * expansions + 6;
  };

  const entries = new Map();
  const put = (name, kind, flags, cost = 0, args = '') =>
    entries.set(name, {kind, flags, cost, args});

  for (const name of new Set([...mathSymbols, ...textSymbols])) {
    put(name, 's', (math.has(name) ? 'ma' : '') + (text.has(name) ? 't' : ''));
  }
  for (const name of bare) {
    if (has(syntax, name)) {
      continue;
    }
    const inMath = standsInMath(name);
    if (isSwitch(name)) {
      if (inMath) {
        put(name, 'w', 'm');
      }
      continue;
    }
    if (isInfix(name)) {
      if (clean('a ' + name + ' b')) {
        put(name, 'o', 'm');
      }
      continue;
    }
    const inText = standsInText(name);
    if (inMath) {
      math.add(name);
    }
    if (inText) {
      text.add(name);
    }
    if (inMath || inText) {
      const argument = inMath && parses(`x^${name} `) && parses(`x_${name} y\\sqrt${name} ^2`);
      const limits = inMath && parses(name + '\\limits_x^y') && takesLimits(name);
      const cost = has(macros, name) ? costOf(name, inMath) : 0;
      put(name, 's', (inMath ? 'm' : '') + (argument ? 'a' : '') + (limits ? 'l' : '')
        + (inText ? 't' : ''), cost);
    }
  }

  // What may follow \left, \middle, \right and \big.
  for (const [name, entry] of entries) {
    if (entry.kind === 's' && entry.flags.includes('m') && (delimiters.has(name) || has(macros, name))
        && clean(`\\left${name} x\\middle${name} y\\right${name} \\big${name} z\\Bigg${name} `)) {
      entry.flags += 'd';
    }
  }

  /* The measures of all letters of a formula: where they are the same, the fonts are. */
  function metricsOf(tex) {
    const letters = [];
    const collect = (node) => {
      if (node.text !== undefined) {
        letters.push([node.text, node.height, node.depth, node.width, node.italic, node.skew]);
      }
      (node.children || []).forEach(collect);
    };
    collect(katex.__renderToHTMLTree(tex, {}));
    return JSON.stringify(letters);
  }

  // Commands that set text. A free one may hold formulas and other fonts, a styled one only what
  // each of them has a glyph for.
  const textCommands = Object.keys(functions).filter((name) => functions[name].type === 'text'
    && functions[name].numArgs === 1 && isToken(name) && clean(name + '{x}'));
  const allMath = [...math].filter((name) => name.length > 1 || name > ' ').join(' ');
  const allText = [...text].join(' {}') + ' ';
  const takesAll = once((name) => clean(`${name}{${allText}}`) && builds(`${name}{$${allMath}$}`),
    (name) => metricsOf(`${name}{Wx0$Wx0$}`));
  const free = textCommands.filter((name) => takesAll(name) && textCommands.every((inner) => clean(`${name}{${inner}{x}}`)));
  let inStyled = [...text];
  const fonts = new Map();
  for (const name of textCommands) {
    for (const outer of free) {
      fonts.set(metricsOf(`${outer}{${name}{Wx0}}`), [outer, name]);
    }
  }
  for (const [outer, name] of fonts.values()) {
    inStyled = cleanOnes(inStyled, (names) => `${outer}{${name}{${names.join(' {}')} }}`);
  }

  const styled = inStyled.join(' {}') + ' ';
  for (const name of inStyled) {
    entries.get(name).flags += 'F';
  }
  for (const name of cleanOnes([...math], (names) => `\\operatorname{${names.join(' ')} }`)) {
    entries.get(name).flags += 'O';
  }
  if (!clean("\\text{--{}---{}``{}''}")) {
    throw new Error('ligatures do not render');
  }

  // Functions and macros with arguments.
  const contents = [
    '', 'x', 'xy', '^2', "_2'", "'", '\\sum_x^2', '\\left|x\\right|', '\\big|', '\\text{x}', '{}',
    '\\text{\u4e2d $x$}', '\\frac{1}{2}', '\\begin{matrix}x&y\\\\z\\end{matrix}', '\\sqrt[3]{x}',
    '\\sqrt x', '\\kern1em', ',', '[', '*', '\\,', '\\hat x', '\\overline{x}', '\\operatorname{x}',
    '\\mathop{x}\\limits^2', '\\square', '\\underbrace{x}_y', '\\phantom{x}', '\\not=', '\\not',
    '\\dots', '{x}', '\\mathbb{1}', '\\boldsymbol{\\alpha}', '\\textbf{x}', '\\cdots,', '1.5', '=',
    '\\xrightarrow{x}', '\\overset{x}{y}', '\\cancel{x}', '\\textcolor{red}{x}', '\\hspace{1em}',
    '\\begin{cases}x\\end{cases}', '\\begin{array}{c}x\\end{array}', '\\int', '\\prod\\nolimits',
    '\\lim\\limits_x', 'x^2', '\\colon', ':', '\\bmod', '\\pmod{x}', '|x|', '\\|', '(', '\\{', 'f(x)',
    '\\tiny x', '\\displaystyle x', '\\rm x', 'a\\over b', '\\color{red}x', '\\mathrlap{x}', '\\boxed{x}',
    '\\hphantom{x}', '\\vec{x}', '\\widehat{xy}', '\\mathring{x}', '\\overrightarrow{xy}', '\\notin',
  ];
  const spliced = /\\(tiny|displaystyle|rm|over|color) |over /;
  const types = new Set(['accent', 'accentUnder', 'xArrow', 'color', 'enclose', 'font', 'genfrac',
    'hbox', 'horizBrace', 'kern', 'lap', 'mclass', 'mathchoice', 'op', 'overline', 'phantom', 'pmb',
    'raisebox', 'rule', 'smash', 'sqrt', 'text', 'underline', 'vcenter', 'vphantom']);
  const sampleOf = {z: '1em', u: '1mu', c: 'red'};
  const letterOf = {original: 'o', math: 'o', text: 't', hbox: 't', color: 'c', size: 'z'};
  const textContents = ['', 'x', '\u4e2d', '$x$', '{x}', '\\textbf{x}', '\\ ', 'x, y', '\\text{x}',
    '$\\sum^2_3\\limits$', '--', allText];

  function call(name, letters, content, textContent) {
    return name + [...letters].map((letter) =>
      '{' + (sampleOf[letter] || ('tT'.includes(letter) ? textContent : content)) + '}').join('');
  }

  /* What stands in an exponent is the same to KaTeX whoever put it there. */
  if (!builds(`x^{{${contents.join('}{')}}}`)) {
    throw new Error('a sample does not render');
  }

  /*
   * Whether a command takes whatever the certifier may find in its arguments. A family shares its code.
   * Building does not know of macros: they are made of functions, which take everything by themselves.
   */
  const takes = once((name, letters, all, family, scripts) => {
    const texts = letters.includes('T') ? ['', 'x', '{x}', styled] : textContents;
    const most =
      Math.max(/[op]/.test(letters) ? all.length : 1, /[tT]/.test(letters) ? texts.length : 1);
    const calls = [];
    for (let i = 0; i < most; i++) {
      calls.push(call(name, letters, all[i % all.length], texts[i % texts.length]) + scripts);
    }
    const isMadeOfFunctions = has(macros, name) && letters[0] === 'o';
    return parses(calls[0], false)
      && (isMadeOfFunctions ? parses(calls.join(' ')) && builds(calls.slice(0, 12).join(' ')) : builds(calls.join(' ')))
      && clean(`x^{${calls[0]}${calls[most >> 1]}}`)
      && clean(`\\left(\\text{\u4e2d}${calls[0]}\\right)\\mathbb{${calls[0]}}`);
  }, (name, letters, all, family, scripts) => [family, letters, scripts].join(' '));

  const argumentFlags = (tex) => 'm'
    + (parses(`x^${tex} `) && clean(`x_${tex}y\\sqrt${tex}^2`) ? 'a' : '')
    + (parses(tex + '\\limits_x^y') && clean(tex + "'\\nolimits_x z") ? 'l' : '');

  const familyOf = (f) => Object.keys(functions).find((other) => functions[other] === f);
  const takesOption = once(
    (name, letters) => builds(contents.filter((content) => !content.includes(']')).map(
      (content) => `${name}[${content}]${call('', letters, 'x', 'x')}^2`).join(' ')),
    (name) => familyOf(functions[name]));

  for (const name of Object.keys(functions)) {
    const f = functions[name];
    if (!isToken(name) || has(macros, name) || has(syntax, name) || f.numArgs === 0 || f.infix
        || !types.has(f.type)) {
      continue;
    }
    const optional = f.numOptionalArgs || 0;
    let letters = Array.from({length: f.numArgs + optional}, (_, i) =>
      f.argTypes && f.argTypes[i] ? letterOf[f.argTypes[i]] || (f.argTypes[i] === 'primitive' ? 'p' : '?')
        : f.primitive ? 'p' : 'o').join('');
    if (f.type === 'kern' && !clean(name + '{1em}')) {
      letters = 'u';
    }
    if (f.type === 'text' && !free.includes(name)) {
      letters = 'T';
    }
    const own = letters.slice(optional);
    if (letters.includes('?') || !/^[optTzuc]+$/.test(letters) || !clean(call(name, own, 'x', 'x'))
        || !takes(name, own, contents, familyOf(f), '^2_3 ')) {
      continue;
    }
    let kind = 'f';
    let shown = letters;
    if (optional > 0) {
      const before = letters.slice(0, optional);
      const known = f.type !== 'smash' && optional === 1 && (before === 'z' ? clean(name + '[1em]' + call('', own, 'x', 'x'))
        : clean(`${name}[x]${call('', own, 'x', 'x')}^2`) && takesOption(name, own));
      shown = known ? '[' + before + ']' + own : own;
      kind = known ? (f.type === 'sqrt' ? 'q' : 'f') : 'N';
    }
    const inText = f.allowedInText && (f.type === 'text' || f.type === 'kern')
      && clean('\\text{' + call(name, own, 'x', 'x') + '}');
    put(name, f.type === 'color' && own === 'c' ? 'w' : kind,
      argumentFlags(call(name, own, 'x', 'x')) + (inText ? 't' : ''), 0, shown);
  }
  for (const [name, entry] of entries) {
    if (entry.kind === 'f' && entry.args === 'p' && functions[name].type === 'delimsizing') {
      entries.delete(name);
    }
  }
  const allDelimiters = [...entries].filter(([, entry]) => entry.flags.includes('d'));
  const takesDelimiters = once(
    (name) => builds(allDelimiters.map(([delimiter]) => `${name}${delimiter} ^2${name}{${delimiter} }`).join('')),
    (name) => katex.__parse(name + '(', {})[0].size);
  for (const name of Object.keys(functions)) {
    if (functions[name].type === 'delimsizing' && isToken(name)) {
      if (clean(`${name}(^2${name}{|}`) && takesDelimiters(name)) {
        put(name, 'b', 'm');
      }
    }
  }

  // Macros with arguments, each of which must stand once in the body, in a place for a formula or text.
  const plain = contents.filter((content) => !spliced.test(content));
  for (const name of Object.keys(macros)) {
    if (!isToken(name) || has(syntax, name) || entries.has(name) || typeof macros[name] !== 'string'
        || reads(name)) {
      continue;
    }
    for (const letters of ['o', 't', 'z', 'u', 'oo']) {
      if (!clean(call(name, letters, 'x', 'x'))) {
        continue;
      }
      const family = macros[name].replace(/[0-9a-fA-F]{6}/, '');
      const closed = takes(name, letters, plain, family, '^2_3 ');
      if (!closed && !takes(name, letters, plain, family, ' ')) {
        continue;
      }
      if (/[zu]/.test(letters) && clean(call(name, 'o', 'x', 'x')) || letters === 'oo' && clean(name + '{x}')) {
        continue;
      }
      if (/[ot]/.test(letters)) {
        let times = 0;
        const probe = {'\\probe': () => { times++; return 'x'; }};
        if (!clean(call(name, letters, '\\probe', '\\probe'), true, probe) || times !== letters.length) {
          continue;
        }
      }
      const starred = clean(call(name + '*', letters, 'x', 'x'))
        && !clean(name + '*' + call('', letters.slice(1), 'x', 'x') + ' ') && letters.length === 1;
      const tex = call(name, letters, '', '');
      const inText = /[zu]/.test(letters) && clean('\\text{' + tex + '}');
      put(name, 'M', argumentFlags(call(name, letters, 'x', 'x')) + (inText ? 't' : '')
        + (starred ? '*' : '') + (closed ? '' : 'x'), Math.max(costOf(tex, true), costOf(name + '*' + call('', letters, '', ''), true)), letters);
      break;
    }
  }

  for (const name in syntax) {
    const cost = has(macros, name)
      ? costOf(name + (name === '\\substack' || syntax[name] === 'O' || name === '\\tag' ? '{x}' : ''), true) + 4 : 0;
    put(name, syntax[name], 'm' + (syntax[name] === 'O' ? 'l' : '')
      + (name === '\\operatorname' || name === '\\\\' ? '*' : ''), cost);
  }

  const begin = (name) => '\\begin{' + name + '}';
  const end = (name) => '\\end{' + name + '}';

  // What the parser makes the same thing of is built in the same way.
  const buildsRows = once(
    (rows) => clean(rows.join('^2 ') + '^2')
      && builds('\\text{\u4e2d}' + rows.map((row) => `\\frac{${row}}2`).join('')),
    (rows) => shapeOf(rows.join(' ')));

  function environment(name) {
    const e = environments[name];
    const of = (body) => begin(name) + body + end(name);
    const preambles = e.numArgs === 0 ? [''] : ['{c}', '{1}'];
    const preamble = preambles.find((p) => clean(of(p + 'x')));
    if (name === 'CD' || preamble === undefined) {
      return;
    }
    let sort = {'': 'n', '{c}': 'c', '{1}': '1'}[preamble];
    let most = 99;
    if (sort === 'n') {
      const row = (columns) => of('x' + '&x'.repeat(columns - 1));
      if (!parses(row(40))) {
        most = 0;
        while (parses(row(most + 1))) {
          most++;
        }
      }
    } else if (sort === 'c') {
      most = clean(of('{c|}x&x')) && !clean(of('{c|}x&x&x')) ? 99 : 1;
      sort = most === 1 ? 'k' : 'c';
    } else if (!(clean(of('{2}x&x&x&x')) && !clean(of('{2}x&x&x&x&x')))) {
      return;
    }
    const p = {c: '{ccc}', k: '{c}', 1: '{2}', n: ''}[sort];
    const single = !clean(of(p + 'x\\\\y'));
    const rows = (most > 1
      ? ['', 'x', 'x&', '&', '\\hline x\\\\\\hline', 'x\\\\', 'x&y\\\\z&\\text{\u4e2d}', '\\\\', '\\\\[1em]x',
        'x\\\\[-1.5ex]', '&\\\\&', '\\hline\\hline', 'x\\\\[1em]\\hline', 'x' + '&x'.repeat(sort === 'n' ? Math.min(most, 9) - 1 : 2)]
      : !single ? ['', 'x', 'x\\\\', 'x\\\\y', '\\\\[1em]x', '\\hline x'] : ['', 'x']).map((body) => of(p + body));
    if (!parses(rows.join(' ')) || !buildsRows(rows)) {
      return;
    }
    const option = e.numArgs === 0 && !clean(of('[q]x'));
    const inline = rows.every((row) => parses(row, false));
    put('{' + name, 'e', (inline ? '' : 'D') + (single ? '1' : '') + (option ? '[' : ''), most, sort);
  }
  Object.keys(environments).forEach(environment);

  // Letters of the scripts that KaTeX leaves to the fonts of the page, in text alone.
  const ranges = [];
  for (let code = 0x80; code < 0xe000; code++) {
    const letter = String.fromCharCode(code);
    const known = code < 0xd800 && supportedCodepoint(code) && !has(unicodeSymbols, letter)
      && !(code >= 0x300 && code <= 0x36f) && !has(macros, letter) && !has(functions, letter)
      && !has(symbols.text, letter) && !has(scripts, letter);
    if (known && ranges.length > 0 && ranges[ranges.length - 1][1] === code - 1) {
      ranges[ranges.length - 1][1] = code;
    } else if (known) {
      ranges.push([code, code]);
    }
  }
  for (let code = 0xf900; code <= 0xffff; code++) {
    const letter = String.fromCharCode(code);
    if (supportedCodepoint(code) && !has(unicodeSymbols, letter) && !has(macros, letter) && !has(functions, letter)
        && !has(symbols.text, letter)) {
      if (ranges[ranges.length - 1][1] === code - 1) {
        ranges[ranges.length - 1][1] = code;
      } else {
        ranges.push([code, code]);
      }
    }
  }
  const sample = ranges.map(([from, to]) => {
    let some = String.fromCharCode(from, to);
    for (let code = from; code < to; code += 151) {
      some += String.fromCharCode(code);
    }
    return some;
  }).join('');
  if (!['\\text', ...textCommands].every((name) => clean(`${name}{${sample}}`))) {
    throw new Error('a letter of a supported script does not render');
  }

  const units = [];
  for (let i = 0; i < 676; i++) {
    const unit = String.fromCharCode(97 + Math.floor(i / 26), 97 + i % 26);
    if (unit !== 'mu' && validUnit(unit) && clean(`\\kern1${unit}`)) {
      units.push(unit);
    }
  }
  if (entries.size < 1500 || units.length < 5 || free.length < 2) {
    throw new Error('the table has lost most of its entries');
  }
  return ['katex\t' + katex.version + '\t' + units.join('') + '\t' + ranges.map(([from, to]) => String.fromCharCode(from, to)).join('')]
    .concat([...entries].map(([name, {kind, flags, cost, args}]) => [name, kind, flags, cost, args].join('\t')))
    .join('\n') + '\n';
})();
