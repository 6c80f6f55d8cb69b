/*
 * Judges formulas with the KaTeX that stands in the global `katex`. Defines the global function
 * `judgeFormula`. Nothing of a formula outlives the call.
 */
"use strict";

/* For \message and the like, which write to the console: what a formula has to say is lost. */
globalThis.console = {log: function () {}, warn: function () {}, error: function () {}};

globalThis.judgeFormula = (function () {
  /*
   * KaTeX refuses some formulas, and reports symbols without a glyph, only when it builds the HTML.
   * Building takes three times as long as parsing, so what surely builds is only parsed: trees of
   * these nodes, with the properties that hold their children, and of plain symbols.
   */
  const CHILDREN = {
    accent: ["base"],
    array: ["body", "tags"],
    color: ["body"],
    delimsizing: [],
    font: ["body"],
    genfrac: ["numer", "denom"],
    horizBrace: ["base"],
    htmlmathml: ["html", "mathml"],
    internal: [],
    kern: [],
    lap: ["body"],
    leftright: ["body"],
    mathchoice: ["display", "text", "script", "scriptscript"],
    mclass: ["body"],
    op: ["body"],
    operatorname: ["body"],
    ordgroup: ["body"],
    overline: ["body"],
    phantom: ["body"],
    rule: [],
    sizing: ["body"],
    sqrt: ["body", "index"],
    styling: ["body"],
    supsub: ["base", "sup", "sub"],
    tag: ["body", "tag"],
    text: ["body"],
    underline: ["body"],
  };

  const SYMBOLS = new Set(["atom", "mathord", "textord", "spacing"]);

  /* Symbols that KaTeX knows and has no glyph for. */
  const WITHOUT_GLYPH = new Set(["\\imageof", "\\origof"]);

  /* What each text font has a glyph for. */
  const IN_EACH_FONT = /^[A-Za-z0-9 ,.;:?!()\[\]\/+=*'`-]$/;

  /* Deeper trees are built, so that one too deep to build is found. */
  const PLAIN_DEPTH = 32;

  function isPlainSymbol(text, inFont) {
    if (inFont) {
      return IN_EACH_FONT.test(text);
    }
    const first = text.charCodeAt(0);
    if (first === 0x5c) {
      return !WITHOUT_GLYPH.has(text);
    }
    return first < 0x80 && text.length === 1;
  }

  function arePlain(nodes, depth, inFont) {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      const plain = Array.isArray(node)
          ? arePlain(node, depth, inFont)
          : typeof node === "boolean" || isPlain(node, depth, inFont);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /* Whether a node sets its symbols in a text font, which lacks many of them. */
  function setsFont(node) {
    return node.type === "operatorname" || node.type === "text" && node.font !== undefined;
  }

  /* Returns whether a tree surely builds; inFont says that it stands in \textbf and the like. */
  function isPlain(node, depth, inFont) {
    const type = node.type;
    if (SYMBOLS.has(type)) {
      return isPlainSymbol(node.text, inFont);
    }
    const keys = CHILDREN[type];
    if (keys === undefined || depth === 0) {
      return false;
    }
    const changesFont = setsFont(node);
    if (changesFont && inFont) {
      return false; /* KaTeX lacks some mixtures, such as a bold typewriter, and throws. */
    }
    const childInFont = inFont || changesFont;
    for (let i = 0; i < keys.length; i++) {
      const child = node[keys[i]];
      if (child === undefined || child === null) {
        continue;
      }
      const plain = Array.isArray(child)
          ? arePlain(child, depth - 1, childInFont)
          : isPlain(child, depth - 1, childInFont);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /* The place of a token or node; none if it comes from the body of one of KaTeX's macros. */
  function placeOf(token, tex) {
    const loc = token && token.loc;
    return loc && loc.lexer.input === tex && loc.start <= loc.end ? [loc.start, loc.end] : null;
  }

  /* The place of the first "\\foo" or "\\begin{foo}"; none if there is none. */
  function placeOfCommand(command, tex) {
    const isWord = /[a-zA-Z@]$/.test(command);
    for (let at = tex.indexOf(command); at >= 0; at = tex.indexOf(command, at + 1)) {
      const end = at + command.length;
      const escaped = /\\*$/.exec(tex.slice(0, at))[0].length % 2 === 1;
      if (!escaped && !(isWord && /[a-zA-Z@]/.test(tex.charAt(end)))) {
        return [at, end];
      }
    }
    return null;
  }

  function placeOfError(error, tex) {
    if (error.position !== undefined) {
      /* The offsets may be those in the body of one of KaTeX's macros; the message quotes the text. */
      const end = error.position + error.length;
      const loc = {start: error.position, end: end, lexer: {input: tex}};
      if (new katex.ParseError(error.rawMessage, {loc: loc}).message === error.message) {
        return [error.position, end];
      }
    }
    const command = /\\[a-zA-Z@]+/.exec(error.rawMessage);
    const environment = /^\{([a-z]+\*?)\}/.exec(error.rawMessage);
    if (command) {
      return placeOfCommand(command[0], tex);
    }
    return environment ? placeOfCommand("\\begin{" + environment[1] + "}", tex) : null;
  }

  /* Some messages quote names of any length. */
  function brief(message) {
    return message.length > 500 ? message.slice(0, 500) + "\u2026" : message;
  }

  /* Not every failure is a ParseError: KaTeX throws plain errors of its own, and stumbles. */
  function failure(error, tex) {
    if (error instanceof katex.ParseError) {
      return {failure: "rejected", message: brief(error.rawMessage), place: placeOfError(error, tex)};
    }
    if (error === null) {
      /* Where the memory is too full even for an error, QuickJS throws nothing at all. */
      return {failure: "exhausted", message: "out of memory"};
    }
    if (!(error instanceof Error)) {
      return {failure: "crashed", message: String(error)};
    }
    if (error.message === "stack overflow") {
      return {failure: "rejected", message: "nested too deeply"};
    }
    if (error.message === "out of memory") {
      return {failure: "exhausted", message: "out of memory"};
    }
    const own = error.constructor === Error;
    return {failure: "rejected", message: brief(own ? error.message : "KaTeX stumbles: " + error)};
  }

  /* Classes that leave a sign where and as it is; some fonts have no such letters anyway. */
  const WITHOUT_EFFECT = new Set([
    "mord", "text", "textord", "cjk_fallback", "hangul_fallback", "mtight", "mathrm", "textrm", "mathcal",
    "mathscr", "mathfrak", "mathbb",
  ]);

  /* Classes that do to text what others do to mathematics. */
  const ALIKE = {mathbf: "textbf", mathit: "textit", mathsf: "textsf", mathtt: "texttt"};

  /* Commands within which text is written with another one. */
  const FONT = /\\(mathbf|mathit|mathsf|mathtt|boldsymbol|bm)\s*\{[^{}]*$/;

  /* Longer formulas, and more texts in one, are not measured: each is built once more. */
  const MOST_MEASURED_LENGTH = 2000;
  const MOST_MEASURED_TEXTS = 8;

  function addLook(node, font, look) {
    const classes = font.concat((node.classes || [])
        .filter((name) => name && !WITHOUT_EFFECT.has(name)).map((name) => ALIKE[name] || name));
    const own = Object.assign({}, node.style);
    if (own.color && !classes.includes(own.color)) {
      classes.push(own.color);
    }
    delete own.color; /* It goes down to all that stands within. */
    const style = JSON.stringify(own);
    if (node.text !== undefined) {
      const kind = classes.join(" ") + style + (node.italic || 0);
      const last = look[look.length - 1];
      if (last && last.kind === kind) {
        last.text += node.text;
      } else {
        look.push({kind: kind, text: node.text});
      }
      return;
    }
    if (style !== "{}" || !node.children) {
      look.push({kind: classes.join(" ") + style, text: ""});
    }
    for (const child of node.children || []) {
      addLook(child, classes, look);
    }
  }

  /* All signs that KaTeX builds, in order, with what decides on their fonts, sizes and places. */
  function lookOf(tex, displayMode, definitions) {
    const look = [];
    const settings = {
      displayMode: displayMode,
      throwOnError: true,
      macros: macrosOf(definitions),
      strict: "ignore",
      trust: false,
    };
    addLook(katex.__renderToHTMLTree(tex, settings), [], look);
    return JSON.stringify(look);
  }

  /* Text of other scripts in math mode: the places, those together that only blanks part. */
  function textsIn(tex, reports) {
    const texts = [];
    const places = reports.filter((report) => report.code === "unicodeTextInMathMode" && report.place)
        .map((report) => report.place).sort((one, other) => one[0] - other[0]);
    for (const [start, end] of places) {
      const last = texts[texts.length - 1];
      if (last && /^ *$/.test(tex.slice(last[1], start))) {
        last[1] = Math.max(last[1], end);
      } else {
        texts.push([start, end]);
      }
    }
    return texts;
  }

  /* Reports text that would look otherwise in \text. */
  function measureTexts(tex, displayMode, definitions, reports) {
    const texts = textsIn(tex, reports);
    if (texts.length === 0 || texts.length > MOST_MEASURED_TEXTS || tex.length > MOST_MEASURED_LENGTH) {
      return;
    }
    try {
      const look = lookOf(tex, displayMode, definitions);
      for (const [start, end] of texts) {
        const font = FONT.exec(tex.slice(0, start));
        const command = font ? ALIKE[font[1]] || "textbf" : "text";
        const asText = tex.slice(0, start) + "\\" + command + "{" + tex.slice(start, end) + "}" + tex.slice(end);
        if (lookOf(asText, displayMode, definitions) !== look) {
          reports.push({code: "unlikeText", message: "as text it would look otherwise", place: [start, end]});
        }
      }
    } catch (error) {
      /* Nothing is said of what cannot be measured. */
    }
  }

  /* Longer formulas are not compared sign by sign. */
  const MOST_SIGNS_LENGTH = 4000;

  /* What a node adds to the manner in which the signs within it are drawn; nothing by default. */
  const MANNERS = {
    accent: (node) => node.label,
    accentUnder: (node) => node.label,
    color: (node) => node.color,
    delimsizing: (node) => "size" + node.size,
    enclose: (node) => node.label,
    font: (node) => fontName(node.font),
    genfrac: (node) => "frac" + node.hasBarLine + node.leftDelim + node.rightDelim,
    horizBrace: (node) => node.label,
    lap: (node) => node.alignment,
    leftright: (node) => "fence" + node.left + node.right,
    mclass: (node) => node.mclass,
    operatorname: () => "name",
    overline: () => "over",
    phantom: () => "phantom",
    raisebox: () => "raised",
    sizing: (node) => "size" + node.size,
    sqrt: () => "root",
    styling: (node) => node.style,
    text: (node) => node.font ? fontName(node.font) : "",
    underline: () => "under",
    vphantom: () => "phantom",
  };

  /* What the place within a node adds. */
  const PLACES = {sup: "^", sub: "_", numer: "n", denom: "d", index: "index"};

  /* Never drawn, or drawn beside another version of the same. */
  const NOT_DRAWN = new Set(["loc", "mathml", "text", "script", "scriptscript", "colSeparationType", "cols"]);

  function fontName(font) {
    return String(font).replace(/^\\/, "").replace(/^(?:math|text)/, "").replace(/^(?:rm|normal|up)$/, "");
  }

  function addSigns(node, manner, tex, signs) {
    if (Array.isArray(node)) {
      node.forEach((child) => addSigns(child, manner, tex, signs));
      return;
    }
    if (node === null || typeof node !== "object" || typeof node.type !== "string") {
      return;
    }
    if (typeof node.text === "string") {
      const place = placeOf(node, tex);
      if (place) {
        const message = manner.concat(node.mode === "text" ? "text" : "").filter((part) => part).join(" ");
        signs.push({code: "sign", message: message, place: place});
      }
      return;
    }
    const own = MANNERS[node.type];
    const within = own ? manner.concat(own(node)) : manner;
    for (const key of Object.keys(node)) {
      const child = node[key];
      if (NOT_DRAWN.has(key) || child === null || typeof child !== "object") {
        continue;
      }
      if (node.type === "array" && key === "body") {
        child.forEach((row, at) => row.forEach((cell, column) =>
          addSigns(cell, within.concat("cell" + at + "," + column), tex, signs)));
      } else {
        addSigns(child, PLACES[key] ? within.concat(PLACES[key]) : within, tex, signs);
      }
    }
  }

  /* All signs of a formula that have a place in it, or nothing if it is not drawn. */
  function signsOf(tex, displayMode, definitions) {
    if (tex.length > MOST_SIGNS_LENGTH) {
      return null;
    }
    const signs = [];
    try {
      addSigns(katex.__parse(tex, {
        displayMode: displayMode,
        throwOnError: true,
        macros: macrosOf(definitions),
        strict: "ignore",
        trust: false,
      }), [], tex, signs);
    } catch (error) {
      return failure(error, tex);
    }
    return {reports: signs};
  }

  /* Returns the macros that TeX before the formula defines, each read by itself. */
  function macrosOf(definitions) {
    const macros = {};
    for (const definition of definitions) {
      try {
        katex.__parse(definition,
            {displayMode: true, globalGroup: true, macros: macros, strict: "ignore"});
      } catch (error) {
        /* Told where it stands. What it defined before it failed counts. */
        if (!(error instanceof katex.ParseError)) {
          throw error;
        }
      }
    }
    return macros;
  }

  function judge(tex, displayMode, definitions) {
    let reports = [];
    let seen = new Set();
    /* Building sets some symbols more than once, which says nothing new. */
    function report(code, message, place) {
      const key = JSON.stringify([code, message, place]);
      if (!seen.has(key)) {
        seen.add(key);
        reports.push({code: code, message: message, place: place});
      }
    }
    const settings = {
      displayMode: displayMode,
      throwOnError: true,
      strict: function (code, message, token) {
        report(code, message, placeOf(token, tex));
        return "ignore";
      },
      /* As on most pages. Such a command is no error: KaTeX shows its name in red. */
      trust: function (context) {
        const message = context.command + " is shown in red unless the page trusts it";
        report("trust", message, placeOfCommand(context.command, tex));
        return false;
      },
    };
    try {
      const macros = macrosOf(definitions);
      settings.macros = Object.assign({}, macros);
      if (!arePlain(katex.__parse(tex, settings), PLAIN_DEPTH, false)) {
        reports = [];
        seen = new Set();
        settings.macros = macros;
        katex.renderToString(tex, settings);
        measureTexts(tex, displayMode, definitions, reports);
      }
    } catch (error) {
      return failure(error, tex);
    }
    return reports.length > 0 ? {reports: reports} : null;
  }

  /* Answers nothing of nearly all formulas, so that a short run needs no reader of JSON. */
  return function (tex, displayMode, definitions, profile) {
    const verdict = profile === "signs"
        ? signsOf(tex, displayMode, definitions)
        : judge(tex, displayMode, definitions);
    if (verdict === null) {
      return "";
    }
    return JSON.stringify(verdict).replace(/[^\x20-\x7e]/g, function (unit) {
      return "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");
    });
  };
})();
