package io.github.formulint.rules.delimiter;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;

/**
 * What stands right beside a formula on its lines: platforms decide by it whether a {@code $} opens
 * or closes a formula. Immutable.
 *
 * @param before the character in front of the formula; empty at the start of the text
 * @param behind the character behind the formula; empty at the end of the line
 * @param context where in the document the formula stands
 */
record Neighbours(String before, String behind, FormulaContext context) {

  /** Signs that would be Markdown of their own in a small document. */
  private static final String MARKDOWN = "*_~`|<>#\\!$";

  /** Between words. */
  static final Neighbours SPACES = new Neighbours(" ", " ", FormulaContext.PARAGRAPH);

  /**
   * Returns a character that platforms take for the same as a neighbour: they tell apart letters of
   * ASCII, digits, and all kinds of marks, but no letters of Chinese, Japanese or Korean.
   */
  static String standIn(String neighbour) {
    if (neighbour.isEmpty()) {
      return neighbour;
    }
    int c = neighbour.codePointAt(0);
    if (c >= '0' && c <= '9') {
      return "1";
    }
    if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
      return "a";
    }
    return c >= 0x2E80 && Character.isLetter(c) ? "中" : neighbour;
  }

  /** Returns the neighbours of a formula in a document. */
  static Neighbours of(String text, Formula formula) {
    int start = formula.span().start();
    int end = formula.span().end();
    String before =
        start == 0 ? "" : kept(Character.toString(text.codePointBefore(start)), text, start);
    String behind = end == text.length() ? "" : kept(Character.toString(text.codePointAt(end)));
    return new Neighbours(before, behind, formula.context());
  }

  private static String kept(String before, String text, int start) {
    boolean begins =
        before.isBlank()
            && text.substring(lineStart(text, start), start)
                .chars()
                .allMatch(c -> Character.isWhitespace(c) || c == '>');
    return begins ? "" : kept(before);
  }

  private static String kept(String neighbour) {
    int c = neighbour.codePointAt(0);
    boolean isMarkdown = MARKDOWN.indexOf(c) >= 0;
    return c == '\n' || c == '\r' || isMarkdown ? "" : neighbour;
  }

  /** Returns where the line begins, or a place 80 characters before: no indentation is longer. */
  private static int lineStart(String text, int offset) {
    int start = offset;
    while (start > 0 && offset - start < 80 && text.charAt(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  /** Returns neighbours that platforms take for the same, of which there are few. */
  Neighbours standIns() {
    return new Neighbours(standIn(before), standIn(behind), context);
  }

  Neighbours withSpaceBefore() {
    return new Neighbours(" ", behind, context);
  }

  Neighbours withSpaceBehind() {
    return new Neighbours(before, " ", context);
  }

  /** Returns whether a space stands beside the formula, and text beyond it. */
  boolean isBetweenWords() {
    return before.equals(" ") || behind.equals(" ");
  }

  boolean hasTextBefore() {
    return isText(before);
  }

  boolean hasTextBehind() {
    return isText(behind);
  }

  /** Returns whether there is a character; only blanks of ASCII count as none. */
  private static boolean isText(String neighbour) {
    return !neighbour.isEmpty() && !neighbour.equals(" ") && !neighbour.equals("\t");
  }

  /** Returns a small document in which a spelling of the formula stands among these neighbours. */
  String document(String spelling) {
    // Some platforms decide by more than one character, so the text goes on beyond the neighbours.
    String left = before.isEmpty() ? "" : "a" + before;
    String right = behind.isEmpty() ? "" : behind + "a";
    String line = left + spelling + right;
    return switch (context) {
      case TABLE_CELL -> "| a | b |\n| --- | --- |\n| " + line + " | c |\n";
      case HEADING -> "# " + line + "\n";
      case LIST -> "- " + line + "\n";
      case QUOTE -> "> " + line + "\n";
      case PARAGRAPH, HTML, FOOTNOTE -> line + "\n";
    };
  }
}
