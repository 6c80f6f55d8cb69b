package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.MappedText;
import java.util.function.IntPredicate;

/**
 * An item of a list: {@code rawListItem} and {@code listContinuation} of pandoc's Markdown reader.
 *
 * @param content its text without marker and indentation
 * @param end start of the line behind it
 */
record ListItem(MappedText content, int end) {

  private static final int EXAMPLE_INDENT = 4;

  /**
   * Returns the item that begins at a line.
   *
   * @param marker its marker
   * @param inlines the inline parsers of the same text
   * @param isFence asks whether a code block begins at a line
   */
  static ListItem parse(
      MappedText mapped, int line, ListMarker marker, PandocInlines inlines, IntPredicate isFence) {
    String text = mapped.toString();
    boolean example = marker.style().startsWith("@");
    int indent = example ? EXAMPLE_INDENT : marker.end() - line;
    MappedText.Builder content = new MappedText.Builder();
    int at = lineEnd(text, marker.end(), inlines);
    content.append(mapped, marker.end(), at);
    while (at < text.length()
        && ListMarker.at(text, at).isEmpty()
        && !TextLines.isBlankAt(text, at)
        && !isFence.test(at)) {
      int start = at + Math.min(indent, TextLines.indent(text, at));
      boolean deep = start - at == indent;
      if (deep && ListMarker.at(text, TextLines.skipSpaces(text, start)).isPresent()) {
        break;
      }
      int end = lineEnd(text, start, inlines);
      content.append(mapped, deep ? start : at, end);
      at = end;
    }
    at = appendBlankLines(mapped, at, content);
    while (at < text.length() && TextLines.indent(text, at) >= indent) {
      boolean first = true;
      while (at < text.length() && !TextLines.isBlankAt(text, at)) {
        boolean deep = TextLines.indent(text, at) >= indent;
        if (!deep && (first || ListMarker.at(text, at).isPresent())) {
          break;
        }
        first = false;
        int end = TextLines.nextLine(text, at);
        content.append(mapped, deep ? at + indent : at, end);
        at = end;
      }
      at = appendBlankLines(mapped, at, content);
    }
    return new ListItem(content.build(), at);
  }

  private static int appendBlankLines(MappedText mapped, int at, MappedText.Builder content) {
    String text = mapped.toString();
    int end = TextLines.skipBlankLines(text, at);
    for (int line = text.indexOf('\n', at); line >= 0 && line < end; ) {
      content.append(mapped, line, line + 1);
      line = text.indexOf('\n', line + 1);
    }
    return end;
  }

  /** {@code listLineCommon}: a line, and the next ones too where code or a comment spans them. */
  private static int lineEnd(String text, int start, PandocInlines inlines) {
    int i = start;
    while (i < text.length() && text.charAt(i) != '\n') {
      char c = text.charAt(i);
      int unit = -1;
      if (c == '`') {
        unit = inlines.codeEnd(i, line -> false);
      } else if (text.startsWith("<!--", i)) {
        unit = inlines.html().inlineEnd(i);
      }
      i = unit > i ? unit : i + 1;
    }
    return Math.min(text.length(), i + 1);
  }
}
