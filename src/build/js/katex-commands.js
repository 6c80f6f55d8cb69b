// Writes the table of all commands and environments of KaTeX, one a line, fields parted by tabs.
// Runs behind a KaTeX whose inner tables stand in `katex.tables`. What the tables do not say (the
// arguments of macros, what may follow \left, columns) is found by asking KaTeX's own parser.
// The format is described in io.github.formulint.tex.CommandTable.
(function () {
  'use strict';
  const {functions, macros, symbols, environments, implicit, delimiters, scripts} = katex.tables;
  const has = (table, name) => Object.prototype.hasOwnProperty.call(table, name);

  // Where each probe was expanded: its letter → the modes KaTeX was in.
  let seen = {};
  const probes = {};
  for (const letter of 'abcd') {
    probes['\\probe' + letter] = (context) => {
      (seen[letter] = seen[letter] || new Set()).add(context.mode);
      return 'x';
    };
  }

  function parses(tex, displayMode = true) {
    seen = {};
    try {
      katex.__parse(tex, {displayMode, strict: 'ignore', trust: true, macros: {...probes}});
      return true;
    } catch (e) {
      if (e instanceof katex.ParseError) {
        return false;
      }
      throw e;
    }
  }

  const inMode = {m: (tex) => tex, t: (tex) => '\\text{' + tex + '}'};

  /** The fewest arguments with which KaTeX takes a macro, as [[sample, type]...], or null. */
  function macroArguments(name) {
    for (let count = 0; count <= 4; count++) {
      for (const first of count === 0 ? [null] : [null, ['1em', 'size'], ['red', 'color']]) {
        const row = Array.from({length: count}, (_, i) =>
          i === 0 && first !== null ? first : ['\\probe' + 'abcd'[i], 'original']);
        for (const mode of 'mt') {
          if (parses(inMode[mode](name + row.map(([text]) => '{' + text + '}').join('') + ' '))) {
            return row.map(([text, type], i) =>
              type === 'original' ? ['x', probedType(mode, seen['abcd'[i]])] : [text, type]);
          }
        }
      }
    }
    return null;
  }

  function probedType(mode, modes) {
    const outer = mode === 'm' ? 'math' : 'text';
    if (modes === undefined || modes.has(outer)) {
      return 'original';
    }
    return [...modes][0];
  }

  const sampleOf = {
    original: 'x', math: 'x', text: 'x', hbox: 'x', raw: 'class=x', url: 'x', color: 'red',
    size: '1em', primitive: 'x',
  };

  const call = (name, args) =>
    name + args.map((type) => '{' + (sampleOf[type] || type) + '}').join('') + ' ';

  function command(name) {
    let kind;
    let modes = '';
    let optional = [];
    let args = [];
    let flags = '';
    let detail = '';
    if (has(macros, name)) {
      kind = 'macro';
      detail = typeof macros[name] === 'string' ? macros[name].replace(/\s/g, ' ') : '';
      const found = macroArguments(name);
      if (found === null) {
        flags += 'i';
        modes = 'mt';
      } else {
        args = found.map(([, type]) => type);
        const texts = found.map(([text]) => text);
        modes = [...'mt'].filter((m) => parses(inMode[m](call(name, texts)))).join('');
        if (args.length > 0 && parses(call(name + '*', texts))
            && !parses(call(name + '*', texts.slice(1)))) {
          flags += '*';
        }
      }
    } else if (has(functions, name)) {
      kind = 'function';
      const f = functions[name];
      detail = f.type || '';
      modes = (f.allowedInMath === false ? '' : 'm') + (f.allowedInText ? 't' : '');
      const total = f.numArgs + (f.numOptionalArgs || 0);
      for (let i = 0; i < total; i++) {
        const type = (f.argTypes && f.argTypes[i]) || (f.primitive ? 'primitive' : 'original');
        (i < (f.numOptionalArgs || 0) ? optional : args).push(type);
      }
      flags += (f.allowedInArgument ? 'a' : '') + (f.infix ? 'o' : '');
    } else if (has(implicit, name)) {
      kind = 'syntax';
      modes = 'm';
    } else if (has(scripts, name)) {
      kind = 'syntax';
      modes = 'mt';
      detail = parses('x' + name + '^x') ? 'sub' : 'sup';
    } else {
      kind = 'symbol';
      modes = (has(symbols.math, name) ? 'm' : '') + (has(symbols.text, name) ? 't' : '');
      detail = (symbols.math[name] || symbols.text[name]).group;
    }
    if (kind === 'macro' ? args.length === 0 && isDelimiter(name) : delimiters.has(name)) {
      flags += 'd';
    }
    if (kind === 'macro' && parses('x^' + call(name, args))) {
      flags += 'a';
    }
    if ((kind === 'macro' || kind === 'function') && parses(call(name, args) + '\\limits_x')) {
      flags += 'l';
    }
    return ['c', name, kind, modes, flags, optional.join(','), args.join(','), detail].join('\t');
  }

  function environment(name) {
    const e = environments[name];
    const preamble = ['', '{c}', '{1}', '{9}'].find(
      (text) => (text === '' ? 0 : 1) === e.numArgs && parses(begin(name) + text + ' ' + end(name)));
    if (preamble === undefined) {
      throw new Error('cannot find the arguments of environment ' + name);
    }
    const row = (columns, text) => begin(name) + text + 'x' + '&x'.repeat(columns - 1) + end(name);
    const wide = preamble === '{1}' ? '{99}' : preamble;
    let columns = '';
    if (!parses(row(40, wide))) {
      for (columns = 1; parses(row(columns + 1, wide)); ) {
        columns++;
      }
    }
    const flags =
      (parses(begin(name) + preamble + ' ' + end(name), false) ? '' : 'D') +
      (e.numArgs === 0 && !parses(begin(name) + '[q]x' + end(name))
        && parses(begin(name) + '[c]x' + end(name)) ? '[' : '');
    const args = Array(e.numArgs).fill('original').join(',');
    return ['e', name, flags, columns, args].join('\t');
  }

  const isDelimiter = (name) => parses('\\left' + name + ' x\\right.');

  const begin = (name) => '\\begin{' + name + '}';
  const end = (name) => '\\end{' + name + '}';

  // No text of an author can spell a name that KaTeX begins with two backslashes, but for \\ itself.
  const writable = (name) => !/^\\\\./.test(name) && !/[\s\u0000-\u001f]/.test(name.slice(2));

  const names = new Set();
  for (const table of [functions, macros, symbols.math, symbols.text, implicit, scripts]) {
    Object.keys(table).filter(writable).forEach((name) => names.add(name));
  }
  const sizes = {
    functions: [functions, 250], macros: [macros, 250], math: [symbols.math, 1000],
    text: [symbols.text, 500], environments: [environments, 25],
  };
  for (const name in sizes) {
    const [table, least] = sizes[name];
    if (Object.keys(table).length < least) {
      throw new Error('the table of ' + name + ' has lost most of its entries');
    }
  }
  const lines = [...[...names].map(command), ...Object.keys(environments).map(environment)];
  return 'katex\t' + katex.version + '\n' + lines.join('\n') + '\n';
})();
