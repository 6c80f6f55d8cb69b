package io.github.formulint.markdown.universal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Passes over what holds no formulas in text that the parser does not read, or has not read yet.
 * Not thread-safe; one for each text.
 */
final class InlineMarkup {

  private final String text;
  private final Set<Integer> unclosedTicks = new HashSet<>();
  private boolean tagsClose = true;

  InlineMarkup(String text) {
    this.text = text;
  }

  /**
   * Returns the offset behind what stands at an offset: a code span, a tag, a comment, an element
   * that holds no formulas, or a single character.
   *
   * @param at offset into the text
   */
  int behind(int at) {
    return switch (text.charAt(at)) {
      case '`' -> afterCode(at);
      case '<' -> afterTag(at);
      default -> at + 1;
    };
  }

  private int afterCode(int start) {
    int end = endOfTicks(start);
    int ticks = end - start;
    if (unclosedTicks.contains(ticks)) {
      return end;
    }
    for (int i = text.indexOf('`', end); i >= 0; i = text.indexOf('`', i)) {
      int runEnd = endOfTicks(i);
      if (runEnd - i == ticks) {
        return runEnd;
      }
      i = runEnd;
    }
    unclosedTicks.add(ticks);
    return end;
  }

  private int endOfTicks(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private int afterTag(int start) {
    Optional<String> literal = LiteralElements.nameAt(text, start);
    if (literal.isPresent()) {
      int end = LiteralElements.endOf(text, literal.get(), start);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("<!--", start)) {
      int end = text.indexOf("-->", start + 4);
      return end < 0 ? text.length() : end + 3;
    }
    boolean isTag =
        start + 1 < text.length()
            && (Character.isLetter(text.charAt(start + 1)) || text.charAt(start + 1) == '/');
    return isTag && tagsClose ? afterTagEnd(start) : start + 1;
  }

  private int afterTagEnd(int start) {
    char quote = 0;
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    tagsClose = false;
    return start + 1;
  }
}
