/*
 * Judges formulas with the MathJax whose classes stand in `MathJax._`. Defines the global function
 * `judgeFormula`. Nothing of a formula outlives the call.
 */
"use strict";

/* MathJax warns there of maps that a configuration names and nothing defines. */
globalThis.console = {log: function () {}, warn: function () {}, error: function () {}};

globalThis.judgeFormula = (function () {
  const {components, core, input, mathjax} = MathJax._;
  const {TeX} = input.tex_ts;
  const TexError = input.tex.TexError.default;
  const TexParser = input.tex.TexParser.default;
  const ParseOptions = input.tex.ParseOptions.default;
  const {Configuration, ConfigurationHandler} = input.tex.Configuration;
  const {AllPackages} = input.tex.AllPackages;
  const {MmlFactory} = core.MmlTree.MmlFactory;

  /* Takes note of commands that MathJax does not know, and goes on; stands before `noundefined`. */
  const NOTES = "formulint-notes";

  const AS_IN_3_2_0 = "formulint-3.2.0";

  /*
   * What stands on pages. GitHub: read in copies of its client code of 2022 to 2026, tried with
   * documents there. full: `tex-chtml-full`, as JupyterLab 4, Obsidian and pandoc set it up, without
   * `noerrors`, which changes what a failure looks like and not whether there is one. standard:
   * `tex-chtml` and `tex-mml-chtml` (components/src/input/tex/tex.js).
   */
  const LEFT_OUT_BY_GITHUB = ["noerrors", "bbox", "html", "newcommand", "action", "colortbl"];
  const PACKAGES = {
    github: AllPackages.filter((name) => !LEFT_OUT_BY_GITHUB.includes(name)).concat(AS_IN_3_2_0),
    full: ["require"].concat(AllPackages.filter((name) => name !== "noerrors")),
    standard: ["base", "ams", "newcommand", "noundefined", "require", "autoload", "configmacros"],
  };

  /*
   * Commands that change what the commands behind them mean, in the formula or, but for the
   * instance that is thrown away, in later ones.
   */
  const CHANGES_STATE = new RegExp(
      "\\\\(?:(?:re)?newcommand|(?:re)?newenvironment|def|let|require|definecolor|Newextarrow"
          + "|DeclareMathOperator|DeclarePairedDelimiters(?:X|XPP)?|(?:re)?newtagform|usetagform"
          + "|mathtoolsset|newcases|setOptions)(?![a-zA-Z])", "i");

  /* A formula is read again when a package comes along that has to prepare: no more often than that. */
  const MOST_READINGS = 8;

  /* In a browser these would be fetched; what MathJax has is all here, and nothing else is. */
  const prefix = "[tex]/";
  for (const name of ConfigurationHandler.keys()) {
    components.package.Package.packages.set(prefix + name, {});
  }
  const loader = components.loader.Loader;
  loader.load = function (name) {
    throw new TexError("BadRequire", "Extension \"%1\" cannot be loaded", String(name));
  };
  const AGAIN = {};
  mathjax.mathjax.retryAfter = function () {
    throw AGAIN;
  };

  /* What is known of the formula that is read. */
  let tex = "";
  let parsers = [];
  let undefinedCommands = [];

  const pushParser = ParseOptions.prototype.pushParser;
  const popParser = ParseOptions.prototype.popParser;
  ParseOptions.prototype.pushParser = function (parser) {
    parsers.push({parser: parser, length: parser.string.length, string: parser.string});
    pushParser.call(this, parser);
  };
  ParseOptions.prototype.popParser = function () {
    parsers.pop();
    popParser.call(this);
  };

  Configuration.create(NOTES, {
    fallback: {
      macro: function (parser, name) {
        undefinedCommands.push({name: "\\" + name, place: placeOfName("\\" + name)});
        parser.Push(parser.create("node", "mtext", [], {}, parser.create("text", "\\" + name)));
      },
    },
    priority: 1,
  });

  /*
   * MathJax 3.2.1 and 3.2.2 stumble over characters outside of their ranges, such as the euro sign;
   * GitHub's 3.2.0 sets them as operators (`Other` in BaseConfiguration.ts of both).
   */
  Configuration.create(AS_IN_3_2_0, {
    fallback: {
      character: function (parser, char) {
        if (core.MmlTree.OperatorDictionary.getRange(char)) {
          input.tex.base.BaseConfiguration.Other(parser, char);
        } else {
          parser.Push(parser.create("token", "mo", {}, char));
        }
      },
    },
    priority: 1,
  });

  /*
   * Returns the part of the TeX that is read when something happens, up to where it is read: a macro
   * replaces only what stands at the head of the text that its parser has left, so what is left
   * behind tells the place. Parsers of arguments stand inside; where the text of one cannot be
   * found, since a macro made it, the place is that of what encloses it.
   */
  function readPart() {
    let from = 0;
    let to = tex.length;
    let end = to;
    for (let i = 0; i < parsers.length; i++) {
      const {parser, length, string} = parsers[i];
      if (i > 0) {
        const at = tex.slice(from, to).lastIndexOf(string);
        if (at < 0 || string === "") {
          break;
        }
        from += at;
      }
      const left = Math.max(0, parser.string.length - parser.i);
      to = from + length;
      end = Math.max(from, to - left);
      to = end;
    }
    return {from: from, end: end};
  }

  /* The place of the command, or character, that ends where MathJax has read to. */
  function placeOfFailure() {
    const {from, end} = readPart();
    const read = tex.slice(from, end).replace(/\s+$/, "");
    if (read === "") {
      return end > 0 ? [end - 1, end] : null;
    }
    const last = /(?:\\(?:[a-zA-Z]+|[^]))$|[\ud800-\udbff][\udc00-\udfff]$|[^]$/.exec(read);
    return [from + last.index, from + read.length];
  }

  function placeOfName(name) {
    const {from, end} = readPart();
    const read = tex.slice(from, end).replace(/\s+$/, "");
    const at = from + read.length - name.length;
    if (at >= 0 && tex.startsWith(name, at)) {
      return [at, at + name.length];
    }
    return placeOfCommand(name);
  }

  /* The place of the first "\\foo" or "\\begin{foo}"; none if there is none. */
  function placeOfCommand(command) {
    const isWord = /[a-zA-Z]$/.test(command);
    for (let at = tex.indexOf(command); at >= 0; at = tex.indexOf(command, at + 1)) {
      const end = at + command.length;
      const escaped = /\\*$/.exec(tex.slice(0, at))[0].length % 2 === 1;
      if (!escaped && !(isWord && /[a-zA-Z]/.test(tex.charAt(end)))) {
        return [at, end];
      }
    }
    return null;
  }

  /* An error that names an environment is about its beginning. */
  function placeOfError(error) {
    if (error.id === "BadRequire") {
      return placeOfCommand("\\require");
    }
    const environment = /^Unknown environment '([^]*)'$/.exec(error.message);
    const place = environment ? placeOfCommand("\\begin{" + environment[1] + "}") : null;
    return place || placeOfFailure();
  }

  /* Some messages quote names of any length; what stands on a second line no reader sees. */
  function brief(message) {
    const line = message.replace(/\n[^]*/, "");
    return line.length > 500 ? line.slice(0, 500) + "\u2026" : line;
  }

  /* Not every failure is a TexError: MathJax stumbles. Its words about that are of no use. */
  function failure(error) {
    if (error instanceof TexError) {
      return {failure: "rejected", message: brief(error.message), place: placeOfError(error)};
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
    return {failure: "rejected", message: "MathJax stumbles: " + error.name, place: placeOfFailure()};
  }

  const instances = new Map();

  function instance(profile) {
    let jax = instances.get(profile);
    if (jax === undefined) {
      jax = new TeX({packages: PACKAGES[profile].concat(NOTES)});
      jax.setMmlFactory(new MmlFactory());
      instances.set(profile, jax);
    }
    return jax;
  }

  /* As the preprocessor of `textmacros` does. */
  function shareWithTexts(jax) {
    const texts = jax.parseOptions.packageData.get("textmacros");
    if (texts !== undefined) {
      texts.parseOptions.nodeFactory.setMmlFactory(jax.mmlFactory);
    }
  }

  /* Reads TeX without what MathJax does to the tree afterwards, which fails for none. */
  function read(jax, text, display) {
    const options = jax.parseOptions;
    const math = {
      math: text,
      display: display,
      inputData: {},
      start: {n: 0},
      end: {n: 0},
      state: function () {}, /* A page is set again for the sake of \ref. */
    };
    for (let i = 1; ; i++) {
      tex = text;
      parsers = [];
      undefinedCommands = [];
      shareWithTexts(jax);
      options.clear();
      options.tags.startEquation(math);
      try {
        new TexParser(text, {display: display, isInner: false}, options).mml();
        return;
      } catch (error) {
        if (error !== AGAIN || i === MOST_READINGS) {
          throw error;
        }
      } finally {
        options.tags.finishEquation(math);
      }
    }
  }

  /* Nodes of text that its own parser keeps for ever. */
  function forget(jax) {
    jax.reset();
    jax.parseOptions.clear();
    const texts = jax.parseOptions.packageData.get("textmacros");
    if (texts !== undefined) {
      texts.parseOptions.clear();
    }
  }

  function packagesOf(jax) {
    return Array.from(jax.configuration.configurations).length;
  }

  function judge(formula, display, definitions, profile) {
    const jax = instance(profile);
    const packages = packagesOf(jax);
    try {
      for (const definition of definitions) {
        try {
          read(jax, definition, true);
        } catch (error) {
          /* Told where it stands. What it defined before it failed counts. */
          if (!(error instanceof TexError)) {
            throw error;
          }
        }
      }
      read(jax, formula, display);
    } catch (error) {
      return failure(error);
    } finally {
      const isChanged = definitions.length > 0 || CHANGES_STATE.test(formula)
          || packagesOf(jax) !== packages;
      if (isChanged) {
        instances.delete(profile);
      } else {
        forget(jax);
      }
    }
    return undefinedCommands.length > 0 ? {undefined: undefinedCommands} : null;
  }

  /* Answers nothing of nearly all formulas, so that a short run needs no reader of JSON. */
  return function (formula, display, definitions, profile) {
    const verdict = judge(formula, display, definitions, profile);
    if (verdict === null) {
      return "";
    }
    return JSON.stringify(verdict).replace(/[^\x20-\x7e]/g, function (unit) {
      return "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0");
    });
  };
})();
