package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.TextSearch;
import io.github.formulint.tex.MathStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The inline parsers of pandoc's Markdown that decide over formulas: code, links, HTML, raw TeX,
 * escapes and formulas, tried at each character from left to right. Emphasis and the like take
 * nothing away from a formula. Not thread-safe.
 */
final class PandocInlines {

  /** Whether a line break may stand in the text. */
  enum Breaks {
    ALLOWED,
    FORBIDDEN
  }

  /** Behind {@code [^}, what ends the name of a footnote. */
  private static final Pattern NAME_END = Pattern.compile("[\\s\\]]");

  private static final Pattern NO_BACKTICK = Pattern.compile("[^`]");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\{[^{}\\n]*\\}");

  private final MappedText mapped;
  private final String text;
  private final PandocState state;
  private final MathSyntax math;
  private final RawTex rawTex;
  private final HtmlSyntax html;
  private final LinkTargets targets;
  private final TextSearch search;
  private Map<Integer, TreeSet<Integer>> backticks;

  PandocInlines(MappedText mapped, PandocState state) {
    this.mapped = mapped;
    this.text = mapped.toString();
    this.state = state;
    this.math = new MathSyntax(mapped, state.extensions);
    this.rawTex = new RawTex(text);
    this.search = new TextSearch(text);
    this.html = new HtmlSyntax(text, search);
    this.targets = new LinkTargets(text, search);
  }

  /** Asks whether a line that begins at an index ends the text before it. */
  interface LineEnd {
    boolean at(int lineStart);
  }

  /**
   * Goes over inline text and returns the index where it ends.
   *
   * @param start where it begins
   * @param breaks whether it may go over lines
   * @param lineEnd asked at each line
   * @param context where in the document it stands
   * @param formulas takes the formulas
   */
  int parse(
      int start, Breaks breaks, LineEnd lineEnd, FormulaContext context, List<Formula> formulas) {
    int brackets = 0;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      switch (c) {
        case '\n':
          int next = i + 1;
          if (breaks == Breaks.FORBIDDEN || TextLines.isBlankAt(text, next) || lineEnd.at(next)) {
            return i;
          }
          i = next;
          break;
        case '`':
          int code = codeEnd(i, lineEnd);
          i = code >= 0 ? skipAttributes(code) : i + 1;
          break;
        case '$', '\\':
          i = mathOrEscape(i, context, formulas);
          if (i < 0) {
            return -i;
          }
          break;
        case '<':
          int tag = html.inlineEnd(i);
          if (tag < 0 && html.isBlockTag(i)) {
            return i;
          }
          i = tag >= 0 ? tag : i + 1;
          break;
        case '[':
          int name = text.startsWith("^", i + 1) ? search.find(NAME_END, i + 2) : -1;
          if (name > i + 2 && text.charAt(name) == ']') {
            state.referred.add(text.substring(i + 2, name));
            i = name + 1;
          } else {
            brackets++;
            i++;
          }
          break;
        case ']':
          int target = brackets > 0 ? targets.end(i + 1) : -1;
          brackets = Math.max(0, brackets - 1);
          i = target >= 0 ? skipAttributes(target) : i + 1;
          break;
        default:
          i++;
      }
    }
    return i;
  }

  /** Returns the index to go on at; its negative where a block begins. */
  private int mathOrEscape(int i, FormulaContext context, List<Formula> formulas) {
    Optional<MathSyntax.Found> found = math.at(i, context);
    if (found.isPresent()) {
      formulas.add(found.get().formula());
      return found.get().end();
    }
    if (text.charAt(i) == '$') {
      return i + 1;
    }
    char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
    if (next == '\n') {
      return i + 1;
    }
    if (!Character.isLetterOrDigit(next)) {
      return i + 2;
    }
    int end = rawTex.end(i);
    if (end < 0) {
      return i + 1;
    }
    if (rawTex.isDisplay(i)) {
      formulas.add(
          new Formula(
              Delimiter.ENVIRONMENT,
              MathStyle.DISPLAY,
              mapped.sourceSpan(i, end),
              mapped.sourceSpan(i, end),
              text.substring(i, end),
              mapped.offsets(i, end),
              context));
    } else if (rawTex.isEnvironment(i)) {
      return i == 0 ? end : -i;
    }
    return end;
  }

  /** Returns the index behind the code span that begins at an index, or -1. */
  int codeEnd(int start, LineEnd lineEnd) {
    if (backticks == null) {
      backticks = new HashMap<>();
      for (int i = text.indexOf('`'); i >= 0; i = text.indexOf('`', i)) {
        int run = TextLines.run(text, i, '`');
        backticks.computeIfAbsent(run, key -> new TreeSet<>()).add(i);
        i += run;
      }
    }
    int runEnd = search.find(NO_BACKTICK, start);
    int run = (runEnd < 0 ? text.length() : runEnd) - start;
    TreeSet<Integer> same = backticks.get(run);
    Integer close = same == null ? null : same.ceiling(start + run);
    if (close == null) {
      return -1;
    }
    // Not to the next line end, which may be far behind the closer.
    for (int i = start; i < close; i++) {
      if (text.charAt(i) == '\n' && (TextLines.isBlankAt(text, i + 1) || lineEnd.at(i + 1))) {
        return -1;
      }
    }
    return close + run;
  }

  /** Returns the search over the text. */
  TextSearch search() {
    return search;
  }

  /** Returns the commands and environments of the text. */
  RawTex rawTex() {
    return rawTex;
  }

  /** Returns the HTML of the text. */
  HtmlSyntax html() {
    return html;
  }

  /** Returns the index behind the unit at an index that a table cell does not look into, or -1. */
  int unitEnd(int i) {
    char c = text.charAt(i);
    if (c == '`') {
      return codeEnd(i, line -> false);
    }
    if (c == '<') {
      return html.inlineEnd(i);
    }
    if (c != '$' && c != '\\') {
      return -1;
    }
    Optional<MathSyntax.Found> found = math.at(i, FormulaContext.TABLE_CELL);
    if (found.isPresent()) {
      return found.get().end();
    }
    if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) != '\n') {
      return Character.isLetterOrDigit(text.charAt(i + 1)) ? rawTex.end(i) : i + 2;
    }
    return -1;
  }

  private int skipAttributes(int index) {
    Matcher attributes = ATTRIBUTES.matcher(text).region(index, text.length());
    return attributes.lookingAt() ? attributes.end() : index;
  }
}
