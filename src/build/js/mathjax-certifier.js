// Writes what the certifier may take for granted of MathJax in one setup, one entry a line, fields
// parted by tabs, as katex-certifier.js does for KaTeX. Runs behind MathJax and judge.js, with the name
// of the setup in `setup` and KaTeX's table in `candidates`: MathJax is asked for each name of that
// table. Nothing is taken on trust: each entry was read by MathJax without an error, and in the company
// it may be met in; the latter is tried once for names that MathJax reads with the same code.
(function () {
  'use strict';
  const {MapHandler} = MathJax._.input.tex.MapHandler;

  /* Whether MathJax reads a formula and knows all its commands. */
  const clean = (tex, display = true) => judgeFormula(tex, display, [], setup) === '';

  /* Formulas are put together as long as the buffer of MathJax's macros bears it. */
  const MOST_TOGETHER = 2500;
  const allClean = (formulas) => {
    let together = '';
    for (const formula of formulas) {
      if (together.length + formula.length > MOST_TOGETHER) {
        if (!clean(together)) {
          return false;
        }
        together = '';
      }
      together += '{' + formula + '} ';
    }
    return clean(together);
  };

  /* The names whose formulas are clean, found by halves. */
  function cleanOnes(names, formula, sizeOfChunk = 64) {
    const found = new Set();
    const search = (some) => {
      if (allClean(some.map(formula))) {
        some.forEach((name) => found.add(name));
      } else if (some.length > 1) {
        search(some.slice(0, some.length >> 1));
        search(some.slice(some.length >> 1));
      }
    };
    for (let i = 0; i < names.length; i += sizeOfChunk) {
      search(names.slice(i, i + sizeOfChunk));
    }
    return found;
  }

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

  // What MathJax's tables say of a name: where it is the same, so is the code.
  const {Macro} = MathJax._.input.tex.base.BaseMethods.default;
  const numbers = new Map();
  const numberOf = (code) => {
    if (!numbers.has(code)) {
      numbers.set(code, numbers.size);
    }
    return numbers.get(code);
  };
  const mapsOf = new Map();
  for (const [map, entry] of MapHandlerMaps()) {
    if (entry.map instanceof Map) {
      for (const [name, token] of entry.map) {
        const code = token && token._func ? numberOf(token._func) : '';
        const parser = entry.parser ? numberOf(entry.parser) : '';
        const args = token && token._func === Macro ? 'Macro ' + JSON.stringify(token._args)
          : token && token.attributes ? JSON.stringify(token.attributes) : '';
        const known = mapsOf.get(name) || '';
        mapsOf.set(name, known + map + ' ' + parser + ' ' + code + ' ' + args + ';');
      }
    }
  }
  function MapHandlerMaps() {
    const found = [];
    for (const name of mapNames()) {
      found.push([name, MapHandler.getMap(name)]);
    }
    return found.filter(([, map]) => map);
  }
  function mapNames() {
    const {ConfigurationHandler} = MathJax._.input.tex.Configuration;
    const names = new Set();
    for (const pack of ConfigurationHandler.keys()) {
      const {handler} = ConfigurationHandler.get(pack);
      Object.keys(handler || {}).forEach((kind) => (handler[kind] || []).forEach((map) => names.add(map)));
    }
    return names;
  }
  const familyOf = (name) => name[0] === '\\' && (mapsOf.get(name.slice(1)) || mapsOf.get(name))
    || (/^[a-zA-Z]$/.test(name) ? 'letter' : /^[0-9]$/.test(name) ? 'digit' : name);
  const isKnown = (name) => mapsOf.has(name.slice(1)) || mapsOf.has(name);
  const isMacro = (name) => / Macro /.test(familyOf(name)) || !isKnown(name);

  const lines = candidates.split('\n').filter((line) => line);
  const units = lines[0].split('\t')[2].match(/../g).filter((unit) => clean('x\\kern1' + unit + ' y\\hspace{-.5' + unit + '}'));
  const rows = lines.slice(1).map((line) => line.split('\t'))
    .map(([name, kind, flags, cost, args]) => ({name, kind, flags, args}))
    .filter(({name}) => !/^[^\x00-\x7f]/.test(name) && !/@/.test(name.slice(1)))
    .filter(({name}) => name[0] !== '\\' || isKnown(name));
  const isWord = (name) => /^\\[a-zA-Z]+$/.test(name);
  const t = (name) => isWord(name) ? name + ' ' : name;

  const entries = new Map();
  const put = (name, kind, flags, args = '') =>
    entries.set(name, {kind, flags, args, cost: name[0] === '\\' && isMacro(name) ? 6 : 0});

  // Text: one that shows commands as they stand takes none that the certifier could vouch for.
  const showsCommands = clean('\\text{\\nosuchcommand}');
  const inText = (names) => cleanOnes(names, (name) => `\\text{${t(name)}a${t(name)}}`);

  // Characters and commands without arguments.
  const mathFollowers = [
    ...'!()*+,-./:;<=>[]|a1', '^2', '_2', "'", '{}', '\\left(x\\right)', '\\begin{matrix}x\\end{matrix}',
    '\\text{x}', '\\sum ', '\\hspace{1em}', '\\,', '\\iff ', '\\dots ', '\\ ', '~', '\\frac12',
    '\\lim ', '\\mathbin x', '\\color{red}', '\\displaystyle ', '\\Big(', '\\hat x', '\\rm ',
  ];
  const hasOperatorNames = clean('\\operatorname{x}');
  const followers = once((name) => allClean([mathFollowers.map((next) => t(name) + next).join(' ')]) && allClean([
      `x^2 ${t(name)}^2`, `x_2 ${t(name)}_2`, `x'${t(name)}'`, `\\left.${t(name)}\\right)`, `\\left(x\\middle|${t(name)}\\right.`,
      `{x ${t(name)}\\over ${t(name)}y}`, `\\frac ${t(name)}${t(name)}`, `\\text{$${t(name)}$}`, `\\mathbf{${t(name)}}`,
      `\\begin{matrix}{}${t(name)}&${t(name)}\\\\ ${t(name)}\\end{matrix}`, `\\begin{aligned}{}${t(name)}&${t(name)}\\\\ ${t(name)}\\end{aligned}`,
      ...(hasOperatorNames ? [`\\operatorname{${t(name)}}`] : []), `\\sqrt[${/[[\]]/.test(name) ? 'x' : t(name)}]{${t(name)}}`, `\\mathrm ${t(name)}`,
    ]), familyOf);
  const isScript = once((name) => allClean([`x^${t(name)}`, `x_${t(name)}y`, `x^${t(name)}_${t(name)}`, `\\left(x^${t(name)}\\right)`]), familyOf);
  const takesLimits = once((name) => allClean([`${t(name)}\\limits_x^y`, `${t(name)}\\nolimits_x z${t(name)}\\limits^y`, `\\left(${t(name)}\\limits_x\\right)`]), familyOf);
  const symbols = rows.filter(({kind}) => kind === 's');
  const named = symbols.map(({name}) => name);
  const stands = cleanOnes(named, (name) => t(name) + '^2');
  const math = named.filter((name) => stands.has(name) && followers(name));
  const scripts = cleanOnes(math.filter(isScript), (name) => 'x^' + t(name));
  const limits = cleanOnes(math.filter(takesLimits), (name) => t(name) + '\\limits_x');
  const mayBeDelimiters = symbols.filter(({name, flags}) => flags.includes('d') && stands.has(name)).map(({name}) => name);
  const delimiters = cleanOnes(mayBeDelimiters, (name) => `\\left${t(name)}x\\middle${t(name)}y\\right${t(name)}\\big${t(name)}z\\Bigg${t(name)}\\big{${t(name)}}`);
  const texts = inText(symbols.filter(({name, flags}) => flags.includes('t') && !(showsCommands && name[0] === '\\')).map(({name}) => name));
  const isMath = new Set(math);
  for (const name of named) {
    const flags = (isMath.has(name) ? 'mO' : '') + (scripts.has(name) ? 'a' : '') + (limits.has(name) ? 'l' : '')
      + (isMath.has(name) && delimiters.has(name) ? 'd' : '') + (texts.has(name) ? 'tF' : '');
    if (flags !== '') {
      put(name, 's', flags);
    }
  }

  // Switches, what stands between numerator and denominator, and what shapes the reading.
  for (const {name, kind, args} of rows.filter(({kind}) => kind === 'w')) {
    const call = t(name) + (args === 'c' ? '{red}' : args === '' ? '' : '?');
    const holds = once((tex) => !tex.includes('?') && allClean([
      `x ${tex}y`, tex, `${tex}x`, `{${tex}x}y`, `\\begin{matrix}${tex}x&${tex}y\\\\z\\end{matrix}`, `\\left(${tex}x\\right)`,
      `\\left(x${tex}\\middle|y\\right)`, `x${tex}^2`, `x_2${tex}^2`, `${tex}${tex}x`, `{x${tex}\\over ${tex}y}`, `\\frac{${tex}x}{${tex}}`,
      `\\text{$${tex}x$}`, `\\sqrt[${tex}3]{${tex}x}`, `x^{${tex}y}`, `\\mathrm{${tex}x}`, `\\begin{aligned}x&${tex}y\\end{aligned}`,
    ]), () => familyOf(name))(call);
    if (holds) {
      put(name, kind, 'm', args);
    }
  }
  for (const {name, kind} of rows.filter(({kind}) => kind === 'o')) {
    const n = t(name);
    if (allClean([`a ${n}b`, `{a ${n}b}^2`, `\\left(a ${n}b\\right)`, `\\begin{matrix}a ${n}b&c ${n}d\\end{matrix}`, `${n}`, `a${n}`, `${n}b`,
      `\\frac{a ${n}b}{c}`, `\\text{$a ${n}b$}`, `\\displaystyle a ${n}b`, `a_2 ${n}b`, `\\left(a\\middle|b ${n}c\\right)`, `\\rm a ${n}\\rm b`])) {
      put(name, kind, 'm');
    }
  }
  const shaping = {
    l: ['\\left', '\\left(x\\right)'], r: ['\\right', '\\left(x\\right)'], i: ['\\middle', '\\left(x\\middle|y\\right)'],
    B: ['\\begin', '\\begin{matrix}x\\end{matrix}'], E: ['\\end', '\\begin{matrix}x\\end{matrix}'],
    L: ['\\limits', '\\sum\\NAME _x^2'], S: ['\\substack', 'x_{\\NAME{x\\\\y}}^2\\NAME{}\\NAME{\\\\x}\\NAME {x\\\\[1em]y\\\\}'], h: ['\\hline', '\\begin{matrix}\\NAME x\\\\\\NAME \\NAME y\\\\\\NAME\\end{matrix}'],
    n: ['\\\\', '\\begin{matrix}x\\NAME y\\end{matrix}\\begin{aligned}x\\NAME y\\NAME\\end{aligned}'], T: ['\\tag', 'x\\NAME{a 中}'],
    O: ['\\operatorname', '\\NAME{x}\\NAME{}^2_3\\NAME{x}^2\\NAME{\\frac12}\\left(\\NAME {xy}\\right)x^{\\NAME{x}}\\mathrm{\\NAME{x}}'],
  };
  for (const {name, kind} of rows.filter(({kind}) => kind in shaping)) {
    const sample = shaping[kind][1].split('\\NAME').join(/[a-zA-Z]/.test(name[1]) ? name + ' ' : name);
    if (!clean(sample) || kind !== 'T' && !clean(sample, false)) {
      continue;
    }
    const star = kind === 'O' && clean(`${name}*{x}_y${name}*{}`)
      || kind === 'n' && clean(`\\begin{matrix}x${name}[1em]y${name}[-1.5ex]\\end{matrix}`);
    const limitsToo = kind === 'O' && clean(`${name}{x}\\limits_y${name}{}\\nolimits_y`) && (!star || clean(`${name}*{x}\\limits_y`));
    put(name, kind, 'm' + (limitsToo ? 'l' : '') + (star ? '*' : ''));
  }

  // Commands with arguments.
  const contents = [
    '', 'x', 'xy', '^2', "_2'", "'", '\\sum_x^2', '\\left|x\\right|', '\\big|', '\\text{x}', '{}', '\\text{\u4e2d $x$}',
    '\\frac{1}{2}', '\\begin{matrix}x&y\\\\z\\end{matrix}', '\\sqrt[3]{x}', '\\sqrt x', '\\kern1em', ',', '[', '*', '\\,', '\\hat x',
    '\\overline{x}', '\\mathop{x}\\limits^2', '\\square', '\\underbrace{x}_y', '\\not=', '\\dots', '{x}', '\\mathbb{1}',
    '\\boldsymbol{\\alpha}', '\\textbf{x}', '\\cdots,', '1.5', '=', '\\xrightarrow{x}', '\\overset{x}{y}', '\\hspace{1em}',
    '\\begin{cases}x\\end{cases}', '\\begin{array}{c}x\\end{array}', '\\int', '\\prod\\nolimits', '\\lim\\limits_x', 'x^2', '\\colon', ':',
    '\\bmod', '\\pmod{x}', '|x|', '\\|', '(', '\\{', 'f(x)', '\\tiny x', '\\displaystyle x', '\\rm x', 'a\\over b', '\\color{red}x', '\\boxed{x}',
    '\\vec{x}', '\\widehat{xy}', '\\mathring{x}', '\\overrightarrow{xy}', '\\notin', '\u4e2d', '\\rm', '\\displaystyle', '\\begin{aligned}x&y\\end{aligned}',
    '-', '+', '\\mathbin x', '\\mathrm{x}', 'x\\displaystyle', '\\mathcal X', '\\ ', '~', ' ',
  ].filter((content) => clean('{' + content + '}'));
  const textContents = ['', 'x', '\u4e2d', '$x$', '{x}', 'x, y', '$\\sum^2_3$', '--', 'a$x$b$y$', ' ', '(x)'];
  const samples = {z: '1em', u: '1mu', c: 'red'};
  const call = (name, letters, content, text) => name + [...letters].map((letter) =>
    '{' + (samples[letter] || (letter === 't' ? text : content)) + '}').join('');
  const takes = once((name, letters, option) => {
    const most = Math.max(/o/.test(letters) ? contents.length : 1, /t/.test(letters) ? textContents.length : 1);
    const calls = [];
    for (let i = 0; i < most; i++) {
      calls.push(call(name, letters, contents[i % contents.length], textContents[i % textContents.length]));
    }
    return allClean(calls) && allClean([call(name, letters, 'x', 'x')].flatMap((one) => [
      `x^{${one}}`, `x^2${one}^2`, `x_2${one}_2`, `x'${one}'`, `\\left(${one}\\right)`, `\\left(x\\middle|${one}\\right)`, `${one}^2_3`, `${one}'`,
      `\\frac{${one}}{${one}}`, `\\text{$${one}$}`, `\\mathrm{${one}}`, `\\begin{matrix}${one}&${one}\\\\${one}\\end{matrix}`, `{${one}\\over ${one}}`,
      `\\sqrt[${one}]{${one}}`, `${one}${one}${one}`, `\\displaystyle ${one}`, `\\begin{aligned}${one}&${one}\\\\\\end{aligned}`, `{\\rm ${one}}`,
    ]));
  }, (name, letters, option) => [familyOf(name), letters].join(' '));
  for (const {name, kind, flags, args} of rows.filter(({kind}) => 'fMNqb'.includes(kind))) {
    if (kind === 'b') {
      const all = [...delimiters].map((delimiter) => `${name}${t(delimiter)}^2${name} ${t(delimiter)}{${name}${t(delimiter)}}x^2${name}{${t(delimiter)}}^2`);
      if (allClean(all)) {
        put(name, 'b', 'm' + (clean(`x^${name}( x_${name}\\| y`) ? 'a' : ''));
      }
      continue;
    }
    const before = /^\[(.)\]/.exec(args);
    const letters = args.replace(/^\[.\]/, '').replace(/p/g, 'o').replace(/T/g, 't');
    if (!clean(call(name, letters, 'x', 'x')) || !takes(name, letters)) {
      continue;
    }
    if (letters === 'oo' && clean(name + '{x}')) {
      continue;
    }
    const bare = isWord(name) ? name + ' x'.repeat(letters.length) : name + 'x'.repeat(letters.length);
    const takesBare = /^o+$/.test(letters) ? clean(bare) : /^[zu]$/.test(letters) ? clean(name + ' ' + samples[letters] + 'x' + name + samples[letters]) : true;
    if (!takesBare || !clean(call(name + ' ', letters, 'x', 'x'))) {
      continue;
    }
    const x = call(name, letters, 'x', 'x');
    const nothing = call(name, letters, '', '');
    const open = !clean(`{x_a${nothing}_b}{x^a${nothing}^b}`);
    const option = before && 'oz'.includes(before[1]) && contents.filter((content) => !content.includes(']') && !content.includes('\\begin'))
      .every((content) => clean(`${name}[${before[1] === 'z' ? '1em' : content}]${call('', letters, 'x', 'x')}^2`));
    if (kind === 'q' && !option) {
      continue;
    }
    const starred = flags.includes('*') && letters.length === 1 && clean(`${name}*${call('', letters, 'x', 'x')}^2`) && clean(`x^2${name} *${call('', letters, 'x', 'x')}`);
    const textToo = !showsCommands && flags.includes('t') && clean(`\\text{a${x}b}`) && clean(`\\text{${nothing}}`)
      && textContents.every((content) => clean(`\\text{${call(name, letters, 'x', content)}}`));
    put(name, kind === 'N' ? 'f' : kind,
      'm' + (clean(`{x^${x}}{x_${x}y}{x^${x}_${x}}`) ? 'a' : '')
        + (clean(`{${x}\\limits_x^y}{${nothing}\\limits_x}{${call(name, letters, '\\sum', 'x')}\\nolimits_x z}`) && clean(`{${call(name, letters, 'x^2', 'x')}\\limits_x^2}{${call(name, letters, '{}', 'x')}\\limits^2}`) ? 'l' : '')
        + (textToo ? 't' : '') + (starred ? '*' : '') + (open ? 'x' : ''),
      (option ? '[' + before[1] + ']' : '') + letters);
  }

  // Environments.
  for (const {name, flags, cost, args, line} of lines.slice(1).map((line) => line.split('\t'))
    .filter(([, kind]) => kind === 'e').map(([name, kind, flags, cost, args]) => ({name, flags, cost, args}))) {
    const begin = '\\begin' + name + '}';
    const end = '\\end' + name + '}';
    const preamble = {c: '{ccc}', k: '{c}', 1: '{2}', n: ''}[args];
    const most = +cost;
    const single = flags.includes('1');
    const of = (body) => begin + preamble + body + end;
    const bodies = (most > 1
      ? ['', 'x', 'x&', '&', 'x\\\\', 'x&y\\\\z&\\text{\u4e2d}', '\\\\', '\\\\[1em]x', 'x\\\\[-1.5ex]', '&\\\\&', '\\displaystyle x&\\rm y', '^2&_2',
        'x' + '&x'.repeat(args === 'n' ? Math.min(most, 9) - 1 : args === '1' ? 3 : 2), '\\frac12', 'x&\\begin{matrix}x\\end{matrix}', 'x\\over y&z']
      : !single ? ['', 'x', 'x\\\\', 'x\\\\y', '\\\\[1em]x'] : ['', 'x', 'x^2', '\\displaystyle x']).map(of);
    if (!bodies.every((body) => clean(body))) {
      continue;
    }
    const lined = ['\\hline x\\\\\\hline', '\\hline\\hline', 'x\\\\[1em]\\hline', '\\hline'].map(of).every((body) => clean(body));
    const inline = bodies.every((body) => clean(body, false));
    const only = !clean(of('x') + of('x')) || !clean(of('x') + '\\begin{align}x\\end{align}');
    const around = only ? [`\\left(${of('x')}\\right)`, `\\text{$${of('x')}$}`]
      : [`\\left(${of('x')}\\right)^2`, `x^2${of('x')}^2`, `\\frac{${of('x')}}{${of('')}}`, `{${of('x')}\\over x}`, of(of('x') + (most > 1 ? '&' : '') + of('x')),
        `\\begin{matrix}${of('x')}&${of('x')}\\end{matrix}`, `\\displaystyle ${of('x')}`, `\\mathrm{${of('x')}}`, `x_2${of('')}_2`];
    if (!lined && most > 1 || !around.every((tex) => clean(tex))) {
      continue;
    }
    const tags = clean(of('x\\tag{1}')) && clean(begin + preamble + 'x\\tag{1}' + (single ? '' : '\\\\y') + end);
    entries.set(name, {kind: 'e', flags: (inline ? '' : 'D') + (single ? '1' : '') + '[' + (only ? 'Q' : '') + (tags ? 'T' : ''), cost, args});
  }

  // Other characters, in formulas and in text. MathJax tells them apart by ranges, and by maps of its own.
  const {OperatorDictionary} = MathJax._.core.MmlTree;
  const rangeOf = (letter) => String(OperatorDictionary.getRange(letter));
  function ranges(formula) {
    const pairs = [];
    let range = '';
    for (let code = 0x80; code < 0xfffe; code++) {
      const letter = String.fromCharCode(code);
      const isPlain = (code < 0xd800 || code > 0xf8ff) && !mapsOf.has(letter) && !/[\u00a0\u2019\u2028\u2029\ufeff]/.test(letter);
      if (!isPlain) {
        range = '';
      } else if (range !== '' && range === rangeOf(letter)) {
        pairs[pairs.length - 1][1] = code;
      } else {
        range = rangeOf(letter);
        pairs.push([code, code]);
      }
    }
    const asLetters = ([from, to]) => String.fromCharCode(from, to, from + to >> 1, from + ((to - from) / 3 | 0), to - ((to - from) / 5 | 0));
    const found = cleanOnes(pairs, (pair) => asLetters(pair).split('').map(formula).join(''), 16);
    return pairs.filter((pair) => found.has(pair)).map(([from, to]) => String.fromCharCode(from, to)).join('');
  }
  const mathLetters = ranges((letter) => `x^2${letter}^2x^${letter}`);
  const textLetters = ranges((letter) => `\\text{${letter}}`);

  if (entries.size < 700 || units.length < 5) {
    throw new Error('the table has lost most of its entries: ' + entries.size + ' ' + units.length);
  }
  return ['mathjax\t\t' + units.join('') + '\t' + textLetters + '\t' + mathLetters]
    .concat([...entries].map(([name, {kind, flags, cost, args}]) => [name, kind, flags, cost, args].join('\t')))
    .join('\n') + '\n';
})();
