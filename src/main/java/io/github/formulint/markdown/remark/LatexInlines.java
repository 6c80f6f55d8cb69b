package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.InlineRule;
import io.github.formulint.tex.MathStyle;
import java.util.Set;

/**
 * Brackets and environments in a text as Cherry Studio 2 finds them ({@code latexDelimitedMath} and
 * {@code latexEnvironmentMath} in {@code remarkLatexMath.ts}); dollars are left to remark-math.
 * Pairs nest. An environment stands at the start of a line, or it is text.
 */
final class LatexInlines implements InlineRule {

  private static final Set<String> ENVIRONMENTS =
      Set.of(
          "equation",
          "equation*",
          "align",
          "align*",
          "aligned",
          "gather",
          "gather*",
          "gathered",
          "multline",
          "multline*");

  private static final String BEGIN = "\\begin{";

  /** The last column, from 1, in which an environment may begin. */
  private static final int LAST_COLUMN = 4;

  /** How often the text may be looked through for closers that are not there. */
  private static final int MOST_PASSES = 32;

  private final InlineRule dollars;
  private long looked;

  LatexInlines(InlineRule dollars) {
    this.dollars = dollars;
  }

  @Override
  public DollarMatch at(String text, int index, char before) {
    return dollars.at(text, index, before);
  }

  @Override
  public DollarMatch at(String text, int index, char before, DocumentText document, int offset) {
    if (text.charAt(index) == '$') {
      return dollars.at(text, index, before);
    }
    char mark = index + 1 < text.length() ? text.charAt(index + 1) : NOTHING;
    if (mark == '(' || mark == '[') {
      return delimited(text, index, mark, mark == '(' ? ')' : ']');
    }
    return mark == 'b' ? environment(text, index, before, document, offset) : none(index);
  }

  private static DollarMatch none(int index) {
    return new DollarMatch.Literal(index);
  }

  private DollarMatch delimited(String text, int index, char open, char close) {
    int depth = 1;
    int at = index + 2;
    while (at < text.length() && mayLook(text)) {
      if (text.charAt(at) != '\\') {
        at++;
        continue;
      }
      char mark = at + 1 < text.length() ? text.charAt(at + 1) : NOTHING;
      depth += mark == open ? 1 : mark == close ? -1 : 0;
      if (depth == 0) {
        Delimiter delimiter = open == '(' ? Delimiter.PARENTHESIS : Delimiter.BRACKET;
        return new DollarMatch.Found(delimiter, MathStyle.INLINE, index, index + 2, at, at + 2);
      }
      at += 2;
    }
    return none(index);
  }

  private boolean mayLook(String text) {
    return looked++ < (long) MOST_PASSES * text.length();
  }

  private DollarMatch environment(
      String text, int index, char before, DocumentText document, int offset) {
    int column = column(document, offset);
    boolean begins = before == NOTHING || before == '\n' || before == ' ';
    String name = text.startsWith(BEGIN, index) ? name(text, index + BEGIN.length()) : "";
    if (!begins || column > LAST_COLUMN || !ENVIRONMENTS.contains(name)) {
      return none(index);
    }
    String opening = BEGIN + name + "}";
    String closing = "\\end{" + name + "}";
    int depth = 1;
    for (int at = index + opening.length(); at < text.length() && mayLook(text); at++) {
      if (text.startsWith(opening, at)) {
        depth++;
      } else if (text.startsWith(closing, at) && --depth == 0) {
        int end = at + closing.length();
        return isFirstOfLine(document, offset)
            ? new DollarMatch.Found(Delimiter.ENVIRONMENT, MathStyle.INLINE, index, index, end, end)
            : new DollarMatch.Literal(end);
      }
    }
    return none(index);
  }

  private static String name(String text, int from) {
    int last = Math.min(text.length(), from + "multline*".length() + 1);
    int end = text.substring(from, last).indexOf('}');
    return end < 0 ? "" : text.substring(from, from + end);
  }

  private static int column(DocumentText document, int offset) {
    int column = 1;
    while (column <= LAST_COLUMN + 1
        && offset - column >= document.parsedFrom()
        && "\n\r".indexOf(document.at(offset - column)) < 0) {
      column++;
    }
    return column;
  }

  /** {@code isIndependentEnvironment}: nothing but spaces stands before it, no mark of a list. */
  private static boolean isFirstOfLine(DocumentText document, int offset) {
    int at = offset;
    while (at > document.parsedFrom() && document.at(at - 1) == ' ') {
      at--;
    }
    return at == document.parsedFrom() || "\n\r".indexOf(document.at(at - 1)) >= 0;
  }
}
