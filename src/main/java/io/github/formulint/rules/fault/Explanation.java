package io.github.formulint.rules.fault;

import io.github.formulint.render.EngineId;
import io.github.formulint.tex.CommandSuggestions;
import io.github.formulint.tex.CommandTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine's words mean, for people who do not know TeX. The patterns follow the messages of
 * KaTeX 0.18 ({@code src/Parser.ts} and its neighbours).
 *
 * @param cause what is wrong, as the first half of a sentence
 * @param hint what to write instead, if there is something to say
 */
public record Explanation(String cause, Optional<String> hint) {

  /**
   * One message and what it means; {@code %1$s} stands for the first part in parentheses.
   *
   * @param reason the engine's words
   * @param found what stands at the place; its parts count on after those of the reason
   * @param cause what is wrong
   * @param hint what to write instead, or an empty text
   */
  private record Entry(Pattern reason, Pattern found, String cause, String hint) {

    Optional<Explanation> explain(String words, String atPlace) {
      Matcher reasons = reason.matcher(words);
      Matcher places = found.matcher(atPlace);
      if (!reasons.matches() || !places.matches()) {
        return Optional.empty();
      }
      List<String> parts = new ArrayList<>();
      for (Matcher matcher : List.of(reasons, places)) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
          parts.add(matcher.group(i));
        }
      }
      return Optional.of(
          new Explanation(
              fill(cause, parts),
              Optional.of(hint).filter(text -> !text.isEmpty()).map(text -> fill(text, parts))));
    }

    private static String fill(String template, List<String> parts) {
      return String.format(Locale.ROOT, template, parts.toArray());
    }
  }

  private static final Pattern UNKNOWN_COMMAND =
      Pattern.compile("(Undefined control sequence:|unknown command) (\\\\.+)", Pattern.DOTALL);

  private static final Pattern UNKNOWN_ENVIRONMENT =
      Pattern.compile("(?:No such environment:|unknown environment) (.+)", Pattern.DOTALL);

  private static final List<Entry> ENTRIES =
      List.of(
          entry(
              "Can't use function '\\$' in math mode",
              "there is a `$` inside the formula",
              "take the `$` away, or write `\\$` for a dollar sign"),
          entry(
              "(?:Can't use function '|Undefined control sequence: )\\\\([\\[\\]()])(?:'.*)?",
              "there is a `\\%1$s` inside the formula",
              "write `%1$s` for the bracket; if it opens or closes the formula, that is done"
                  + " already"),
          entry(
              "Can't use function '(.+)' in math mode",
              "`%1$s` works only in text, not in a formula",
              "put it inside `\\text{…}`"),
          entry(
              "Can't use function '(.+)' in text mode",
              "`%1$s` works only in formulas, not in text",
              "put `$…$` around it inside the text, or take it out of the text"),
          entryAt(
              "Double superscript",
              "'+",
              "a prime follows a superscript",
              "write the prime first: `x'^2`"),
          entry(
              "Double superscript",
              "two superscripts follow the same thing",
              "use braces to say what belongs to what: `{x^a}^b` or `x^{a^b}`"),
          entry(
              "Double subscript",
              "two subscripts follow the same thing",
              "use braces to say what belongs to what: `{x_a}_b` or `x_{a_b}`"),
          entry(
              "Expected '(?:\\}|EOF)', got '_'",
              "a `_` stands in text",
              "write `\\_` for the character, or take it out of the text"),
          entry(
              "Expected '(?:\\}|EOF)', got '\\^'",
              "a `^` stands in text",
              "take it out of the text, or put `$…$` around it inside the text"),
          entry(
              "Expected '\\}', got '(?:EOF|\\\\end|&|\\\\\\\\|\\\\right)'",
              "a `{` has no `}`",
              "write the missing `}`"),
          entryAt(
              "Unexpected end of input in a macro argument, expected '\\}'",
              "(\\\\.+)",
              "`%1$s` lacks what it works on",
              "write it in braces: `%1$s{…}`"),
          entryAt(
              "Unexpected end of input in a macro argument, expected '\\}'",
              "\\{",
              "a `{` has no `}`",
              "write the missing `}`"),
          entry(
              "Unexpected end of input in a macro argument, expected '\\}'",
              "the formula ends before a command has all it works on",
              "write what is missing in braces, such as the second part of `\\frac{…}{…}`"),
          entry(
              "Unexpected end of input in a macro argument, expected '(.+)'",
              "a `%1$s` is missing before the formula ends",
              "write the missing `%1$s`"),
          entry(
              "Expected '\\\\right', got '.*'",
              "a `\\left` has no `\\right`",
              "write the missing `\\right`; for an invisible one `\\right.`"),
          entry(
              "Expected '.*', got '\\}'",
              "a `}` has no `{`",
              "take the `}` away, or write its `{`"),
          entry("Extra \\}", "a `}` has no `{`", "take the `}` away, or write its `{`"),
          entry(
              "Expected '(?:EOF|\\})', got '&'",
              "a `&` stands outside an alignment",
              "write `\\&` for the character, or put the lines into"
                  + " `\\begin{aligned}…\\end{aligned}`"),
          entry(
              "Expected 'EOF', got '#'",
              "a `#` stands in the formula",
              "write `\\#` for the character"),
          entry(
              "Expected 'EOF', got '\\\\right'",
              "a `\\right` has no `\\left`",
              "write the missing `\\left`; for an invisible one `\\left.`"),
          entry(
              "Expected 'EOF', got '\\\\end'",
              "an `\\end` has no `\\begin`",
              "write the missing `\\begin`, or take the `\\end` away"),
          entryAt(
              "Expected & or \\\\\\\\ or \\\\cr or \\\\end",
              "(\\\\begin\\s*(\\{.*\\}))",
              "`%1$s` has no `\\end%2$s`",
              "write the missing `\\end%2$s`"),
          entry(
              "Expected & or \\\\\\\\ or \\\\cr or \\\\end",
              "an environment is not closed, or something in it is out of place",
              "look for a missing `\\end{…}`, or for a `}` or `\\right` too many"),
          entry(
              "Mismatch: \\\\begin\\{(.+)\\} matched by \\\\end\\{(.+)\\}",
              "`\\begin{%1$s}` is closed by `\\end{%2$s}`",
              "close it with `\\end{%1$s}`"),
          entry(
              "\\{(.+)\\} can be used only in display mode\\.",
              "`\\begin{%1$s}` works only in formulas on lines of their own",
              "write the formula between `$$` and `$$` on lines of their own, or use `aligned`,"
                  + " `gathered` or `cases`"),
          entry(
              "\\\\tag works only in display equations",
              "`\\tag` works only in formulas on lines of their own",
              "write the formula between `$$` and `$$` on lines of their own, or take the `\\tag`"
                  + " away"),
          entry("Multiple \\\\tag", "the formula has more than one `\\tag`", "keep one `\\tag`"),
          entry(
              "Expected group after '(.+)'",
              "nothing follows `%1$s`",
              "write what belongs there; for nothing write `%1$s{}`"),
          entry(
              "Expected group as argument to '(.+)'",
              "`%1$s` lacks what it works on",
              "write it in braces: `%1$s{…}`"),
          entry(
              "Got function '(.+)' with no arguments as argument to"
                  + " '(\\\\(?:left|right|middle|[bB]igg?[lrm]?))'",
              "`%1$s` cannot follow `%2$s`",
              "write a bracket there, such as `%2$s(` or `%2$s\\{`; for an invisible one `%2$s.`"),
          entry(
              "Got function '(.+)' with no arguments as subscript",
              "the subscript `%1$s` needs braces",
              "put braces around it, with what it works on: `_{%1$s}`"),
          entry(
              "Got function '(.+)' with no arguments as superscript",
              "the superscript `%1$s` needs braces",
              "put braces around it, with what it works on: `^{%1$s}`"),
          entry(
              "Got function '(.+)' with no arguments as argument to '(.+)'",
              "`%1$s` behind `%2$s` needs braces",
              "write `%2$s{%1$s …}`"),
          entry(
              "Limit controls must follow a math operator",
              "`\\limits` does not stand right behind an operator",
              "put it right behind the operator, before `_` and `^`: `\\sum\\limits_{…}^{…}`"),
          entry(
              "Invalid delimiter '(.+)' after '(.+)'",
              "`%1$s` cannot follow `%2$s`",
              "write a bracket or another delimiter there; for an invisible one `.`"),
          entry(
              "\\\\middle without preceding \\\\left",
              "a `\\middle` stands outside `\\left … \\right`",
              "put `\\left` and `\\right` around it"),
          entry(
              "Unknown column alignment: (.+)",
              "`%1$s` says nothing about how to align a column",
              "use `l`, `c` or `r` for each column: `\\begin{array}{lcr}`"),
          entry(
              "Too many tab characters: &",
              "a line has more `&` than the environment has columns",
              "take the `&` too many away"),
          entry(
              "Too many math in a row: expected [\\d.]+, but got [\\d.]+",
              "a line has more `&` than the environment has columns",
              "take the `&` too many away"),
          entry(
              "Invalid size: 'EOF'",
              "a length is missing",
              "write a number and a unit, such as `1em`"),
          entry(
              "Invalid (size|unit): '(.+)'",
              "`%2$s` is not a length",
              "write a number and a unit, such as `1em` or `2mu`"),
          entry(
              "Invalid color: '(.+)'",
              "`%1$s` is not a colour",
              "write a name such as `red`, or `#` and six digits such as `#00aaff`"),
          entry(
              "\\\\newcommand\\{(.+)\\} attempting to redefine .*",
              "`%1$s` exists already",
              "write `\\renewcommand`, or choose another name"),
          entry(
              "\\\\renewcommand\\{(.+)\\} when command .*",
              "`%1$s` does not exist yet",
              "write `\\newcommand`"),
          entry(
              "Too many expansions: .*",
              "a macro of the formula calls itself without end",
              "look at what the macro stands for"),
          entry(
              "only one infix operator per group",
              "two `\\over`, `\\choose` or the like stand in one group",
              "use braces to say what belongs to what, or write `\\frac{…}{…}`"),
          entry(
              "Unexpected character: '\\\\'",
              "a lone `\\` stands at the end of the formula",
              "take it away, or write the command that was to follow"),
          entry(
              "Unexpected character: '(.*)'",
              "the formula holds the character `%1$s`",
              "take it away"),
          entry(
              "Expected '(.+)', got 'EOF'",
              "`%1$s` is missing before the formula ends",
              "write the missing `%1$s`"),
          entry(
              "Unable to render expression\\.",
              "GitHub shows no formula with more than 999 `{`",
              "split the formula into smaller ones"),
          entry(
              "Double subscripts: .*",
              "two subscripts follow the same thing",
              "use braces to say what belongs to what: `{x_a}_b` or `x_{a_b}`"),
          entry(
              "Double exponent: .*",
              "two superscripts follow the same thing",
              "use braces to say what belongs to what: `{x^a}^b` or `x^{a^b}`"),
          entry(
              "Prime causes double exponent: .*",
              "a prime follows a superscript",
              "write the prime first: `x'^2`"),
          entry("Missing close brace", "a `{` has no `}`", "write the missing `}`"),
          entry(
              "Extra open brace or missing close brace",
              "a `{` has no `}`",
              "write the missing `}`"),
          entry(
              "Extra close brace or missing open brace",
              "a `}` has no `{`",
              "take the `}` away, or write its `{`"),
          entry(
              "Unknown environment '(.*)'",
              "`\\begin{%1$s}` names an environment that is not known",
              ""),
          entry(
              "'(.)' allowed only in math mode",
              "a `%1$s` stands in text",
              "take it out of the text, or put `$…$` around it inside the text"),
          entry(
              "(\\\\.+) is only supported in math mode",
              "`%1$s` works only in formulas, not in text",
              "take it out of the text, or put `$…$` around it inside the text"),
          entry(
              "(?:'#' can not be used here|You can't use 'macro parameter character #' in math"
                  + " mode)",
              "a `#` stands in the formula",
              "write `\\#` for the character"),
          entry(
              "Missing argument for (.+)",
              "`%1$s` lacks what it works on",
              "write it in braces: `%1$s{…}`"),
          entry(
              "Misplaced &",
              "a `&` stands outside an alignment",
              "write `\\&` for the character, or put the lines into `\\begin{aligned}…\\end{aligned}`"),
          entry(
              "Missing or unrecognized delimiter for (.+)",
              "no bracket follows `%1$s`",
              "write a bracket there, such as `%1$s(`; for an invisible one `%1$s.`"),
          entry(
              "MathJax stumbles: .*",
              "MathJax stumbles over this formula",
              "look for an unusual character"),
          entry("Expected 'EOF', got '(.+)'", "`%1$s` is out of place", ""),
          entry("Expected '(.+)', got '(.+)'", "`%2$s` stands where `%1$s` is missing", ""));

  private static Entry entry(String reason, String cause, String hint) {
    return entryAt(reason, ".*", cause, hint);
  }

  private static Entry entryAt(String reason, String found, String cause, String hint) {
    return new Entry(
        Pattern.compile(reason, Pattern.DOTALL),
        Pattern.compile(found, Pattern.DOTALL),
        cause,
        hint);
  }

  /**
   * Returns what an engine's words mean; the words themselves where that is not known.
   *
   * @param reason the engine's words
   * @param engine the engine
   * @param found what stands at the place
   */
  public static Explanation of(String reason, EngineId engine, String found) {
    return ENTRIES.stream()
        .flatMap(entry -> entry.explain(reason, found).stream())
        .findFirst()
        .or(() -> unknownName(reason))
        .orElseGet(() -> new Explanation(itsOwnWords(reason, engine), Optional.empty()));
  }

  private static Optional<Explanation> unknownName(String reason) {
    Matcher command = UNKNOWN_COMMAND.matcher(reason);
    if (command.matches()) {
      boolean saysKatex = command.group(1).startsWith("Undefined");
      return Optional.of(
          saysKatex && CommandTable.katex().find(command.group(2)).isPresent()
              ? formulaCommandInText(command.group(2))
              : unknownCommand(command.group(2)));
    }
    Matcher environment = UNKNOWN_ENVIRONMENT.matcher(reason);
    return environment.matches()
        ? Optional.of(unknownEnvironment(environment.group(1)))
        : Optional.empty();
  }

  /** KaTeX says of commands of formulas that stand in text that they are not defined. */
  private static Explanation formulaCommandInText(String command) {
    return new Explanation(
        "`" + command + "` works only in formulas, not in text",
        Optional.of("take it out of the text, or put `$…$` around it inside the text"));
  }

  private static Explanation unknownCommand(String command) {
    return new Explanation(
        "`" + command + "` is not a known command",
        didYouMean(CommandSuggestions.nearest(command)));
  }

  private static Explanation unknownEnvironment(String name) {
    return new Explanation(
        "`\\begin{" + name + "}` names an environment that is not known",
        didYouMean(CommandSuggestions.nearestEnvironments(name)));
  }

  /** Returns the question whether one of some suggestions is meant; empty if there is none. */
  public static Optional<String> didYouMean(List<String> suggestions) {
    return Optional.of(alternatives(suggestions))
        .filter(alternatives -> !alternatives.isEmpty())
        .map(alternatives -> "did you mean " + alternatives + "?");
  }

  /** The words about JLaTeXMath are ours, and plain already. */
  private static String itsOwnWords(String reason, EngineId engine) {
    return switch (engine) {
      case KATEX, KATEX_SHARED -> "KaTeX refuses it (" + inOneLine(reason) + ")";
      case MATHJAX_GITHUB, MATHJAX_FULL, MATHJAX_STANDARD ->
          engine.displayName() + " refuses it (" + inOneLine(reason) + ")";
      case JLATEXMATH -> inOneLine(reason);
    };
  }

  /** Returns pieces of TeX joined by commas and "or". */
  public static String alternatives(List<String> pieces) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        joined.append(i == pieces.size() - 1 ? " or " : ", ");
      }
      joined.append('`').append(pieces.get(i)).append('`');
    }
    return joined.toString();
  }

  /** Returns a text with each run of white space as one space. */
  public static String inOneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
