package io.github.formulint.markdown.pandoc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marker of a list item: {@code bulletListStart} and {@code orderedListStart} of pandoc.
 *
 * @param style what markers of one list have in common: {@code -} for bullets
 * @param end index behind the marker and the spaces that belong to it
 */
record ListMarker(String style, int end) {

  private static final String ROMAN =
      "(?=[ivxlcdm])m*(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})";

  private static final Pattern ORDERED =
      Pattern.compile(
          "(\\(?)(?:(\\d+)|(@[\\w-]*)|(#)|(i)|(I)|([a-z])|([A-Z])|("
              + ROMAN
              + ")|((?i:"
              + ROMAN
              + ")))([.)])");

  /** Returns the marker at the start of a line. */
  static Optional<ListMarker> at(String text, int lineStart) {
    int indent = TextLines.indent(text, lineStart);
    int start = lineStart + indent;
    if (indent > 3 || start >= text.length()) {
      return Optional.empty();
    }
    char c = text.charAt(start);
    if (c == '*' || c == '+' || c == '-') {
      return isRule(text, lineStart) ? Optional.empty() : end(text, start + 1, "-");
    }
    Matcher ordered = ORDERED.matcher(text).region(start, text.length());
    if (!ordered.lookingAt()) {
      return Optional.empty();
    }
    boolean parenthesis = ordered.group(ordered.groupCount()).equals(")");
    if (!ordered.group(1).isEmpty() && !parenthesis) {
      return Optional.empty();
    }
    int kind = 2;
    while (ordered.group(kind) == null) {
      kind++;
    }
    int after = ordered.end();
    if (kind == 8 || kind == 10 || kind == 6) {
      // "A. Einstein" is a name, not a list: two spaces are asked for.
      boolean name = !parenthesis && !text.startsWith("  ", after) && !text.startsWith("\n", after);
      if (name && ordered.end(kind) - ordered.start(kind) == 1) {
        return Optional.empty();
      }
    }
    if (text.startsWith("p.", start)
        && text.startsWith(" ", after)
        && after + 1 < text.length()
        && Character.isDigit(text.charAt(after + 1))) {
      return Optional.empty();
    }
    String style = STYLES.charAt(kind) + ordered.group(1) + (parenthesis ? ")" : ".");
    return end(text, after, style);
  }

  /** Letters for the groups of {@link #ORDERED}; both roman groups of a case are one style. */
  private static final String STYLES = "  1@#iIaAiI";

  private static Optional<ListMarker> end(String text, int after, String style) {
    if (after >= text.length() || text.charAt(after) == '\n') {
      return Optional.of(new ListMarker(style, after));
    }
    if (text.charAt(after) != ' ') {
      return Optional.empty();
    }
    int spaces = TextLines.indent(text, after + 1);
    return Optional.of(new ListMarker(style, after + 1 + (spaces <= 3 ? spaces : 0)));
  }

  /** Returns whether a line is a horizontal rule. */
  static boolean isRule(String text, int lineStart) {
    int i = TextLines.skipSpaces(text, lineStart);
    char mark = i < text.length() ? text.charAt(i) : ' ';
    if (mark != '*' && mark != '-' && mark != '_') {
      return false;
    }
    int count = 0;
    while (i < text.length() && (text.charAt(i) == mark || text.charAt(i) == ' ')) {
      count += text.charAt(i) == mark ? 1 : 0;
      i++;
    }
    return count >= 3 && (i >= text.length() || text.charAt(i) == '\n');
  }
}
