package io.github.formulint.markdown.universal.mark;

/**
 * Whether a line cannot be meant as part of a formula. It is how a formula that nobody closed is
 * told from one that goes on: the next closing mark behind a heading, a code fence or a paragraph
 * belongs to another formula.
 */
public final class ProseRule {

  private ProseRule() {}

  /**
   * Returns whether a line is evidently no TeX.
   *
   * @param line the line without line ending, and without the marks of a quote
   * @param after what stands before the line
   */
  public static boolean isProse(String line, After after) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("%")) {
      return false;
    }
    if (text.startsWith("```") || text.startsWith("~~~")) {
      return true;
    }
    MathLook look = MathLook.of(text);
    if (after == After.TEXT_LINE) {
      return look.phrase() >= 5 && look.commands() == 0
          || look.ideographs() >= 12 && look.commands() == 0
          || hasInlineFormula(text) && (look.phrase() >= 3 || look.ideographs() >= 4);
    }
    boolean hasWords = look.words() > 0 || look.ideographs() > 1;
    if (isHeading(text) && hasWords || isBreak(text) || isTag(text)) {
      return true;
    }
    return look.phrase() >= 3 && look.commands() <= 1
        || look.phrase() >= 5
        || look.ideographs() >= 6 && look.commands() == 0
        || hasInlineFormula(text)
        || isListItem(text) && look.words() >= 2 && look.commands() == 0
        || look.words() > 0
            && look.commands() == 0
            && look.operators() == 0
            && look.scripts() == 0
            && look.symbols() == 0
            && text.length() > 12;
  }

  /** What stands before a line. */
  public enum After {
    /** A line of text. */
    TEXT_LINE,
    /** A blank line. */
    BLANK_LINE
  }

  private static boolean isHeading(String text) {
    int level = 0;
    while (level < text.length() && text.charAt(level) == '#') {
      level++;
    }
    return level > 0 && level <= 6 && level < text.length() && text.charAt(level) == ' ';
  }

  private static boolean isBreak(String text) {
    char first = text.charAt(0);
    return text.length() >= 3
        && "-*_".indexOf(first) >= 0
        && text.chars().allMatch(c -> c == first || c == ' ');
  }

  private static boolean isTag(String text) {
    if (text.length() < 3 || text.charAt(0) != '<' || text.indexOf('>') < 0) {
      return false;
    }
    char next = text.charAt(1) == '/' ? text.charAt(2) : text.charAt(1);
    return next == '!' || next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
  }

  private static boolean isListItem(String text) {
    int mark = 0;
    while (mark < text.length() && text.charAt(mark) >= '0' && text.charAt(mark) <= '9') {
      mark++;
    }
    boolean bullet = mark == 0 && "-*+".indexOf(text.charAt(0)) >= 0;
    boolean number = mark > 0 && mark < text.length() && ".)".indexOf(text.charAt(mark)) >= 0;
    return (bullet || number) && mark + 1 < text.length() && text.charAt(mark + 1) == ' ';
  }

  /** Two single dollars that no backslash escapes, outside {@code \text{…}}. */
  private static boolean hasInlineFormula(String text) {
    int dollars = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        if (text.startsWith("\\text", i) || text.startsWith("\\mbox", i)) {
          return false;
        }
        i++;
      } else if (text.charAt(i) == '$') {
        int run = Opener.dollars(text, i);
        dollars += run == 1 ? 1 : 0;
        i += run - 1;
      }
    }
    return dollars >= 2;
  }
}
