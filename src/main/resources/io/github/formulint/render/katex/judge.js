/*
 * Judges formulas with the KaTeX that stands in the global `katex`. Defines one global function,
 * `judgeFormula`; nothing else is added and nothing outlives a call.
 */
"use strict";
globalThis.judgeFormula = (function () {
  /*
   * Kinds of nodes that KaTeX's builders take whatever they hold, as long as their symbols are plain.
   * Only these are passed without building; the rest is built, since KaTeX refuses some formulas
   * and reports symbols without a glyph only then.
   */
  const PLAIN_TYPES = new Set([
    "atom", "mathord", "textord", "spacing", "ordgroup", "supsub", "op", "operatorname", "mclass",
    "genfrac", "sqrt", "text", "font", "styling", "leftright", "delimsizing", "array", "accent",
    "overline", "underline", "kern",
  ]);

  /* Deeper trees are built, so that one too deep to build is found. */
  const PLAIN_DEPTH = 24;

  function isPlainTree(node, depth) {
    if (Array.isArray(node)) {
      for (let i = 0; i < node.length; i++) {
        const child = node[i];
        if (child !== null && typeof child === "object" && !isPlainTree(child, depth)) {
          return false;
        }
      }
      return true;
    }
    if (node.type !== undefined) {
      if (depth === 0 || !PLAIN_TYPES.has(node.type)) {
        return false;
      }
      if (node.text !== undefined) {
        return node.text.charCodeAt(0) < 0x80;
      }
    }
    for (const key in node) {
      const child = node[key];
      if (child !== null && typeof child === "object" && key !== "loc"
          && !isPlainTree(child, depth - 1)) {
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

  /* An error tells its offsets, not their text, which may be the body of one of KaTeX's macros. */
  function placeOfError(error, tex) {
    if (error.position === undefined) {
      return null;
    }
    const end = error.position + error.length;
    const loc = {start: error.position, end: end, lexer: {input: tex}};
    const same = new katex.ParseError(error.rawMessage, {loc: loc}).message === error.message;
    return same ? [error.position, end] : null;
  }

  /* Not every failure is a ParseError: KaTeX throws plain errors of its own, and stumbles. */
  function failure(error, tex) {
    if (error instanceof katex.ParseError) {
      return {failure: "rejected", message: error.rawMessage, place: placeOfError(error, tex)};
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
    return {failure: "rejected", message: own ? error.message : "KaTeX stumbles: " + error};
  }

  function judge(tex, displayMode) {
    const reports = [];
    const settings = {
      displayMode: displayMode,
      throwOnError: true,
      macros: {},
      strict: function (code, message, token) {
        reports.push({code: code, message: message, place: placeOf(token, tex)});
        return "ignore";
      },
    };
    try {
      if (!isPlainTree(katex.__parse(tex, settings), PLAIN_DEPTH)) {
        reports.length = 0;
        settings.macros = {};
        katex.renderToString(tex, settings);
      }
    } catch (error) {
      return failure(error, tex);
    }
    return {reports: reports};
  }

  return function (tex, displayMode) {
    return JSON.stringify(judge(tex, displayMode)).replace(/[^\x20-\x7e]/g, function (unit) {
      return "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");
    });
  };
})();
