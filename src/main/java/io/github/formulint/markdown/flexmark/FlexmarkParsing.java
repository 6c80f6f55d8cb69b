package io.github.formulint.markdown.flexmark;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import io.github.formulint.markdown.TooLargeToReadException;

/**
 * Parses with Flexmark, whose time grows with the square of what stands between two blank lines:
 * for each line, backslash, dollar, backtick and {@code [} it may go over all of it again. What
 * would take it more than some seconds is refused. Stateless.
 */
final class FlexmarkParsing {

  /**
   * The most of marks times characters, summed up over the pieces between blank lines. It takes
   * Flexmark two seconds at worst; documents of 100,000 characters with ordinary paragraphs have a
   * hundredth of it.
   */
  private static final long MOST = 50_000_000;

  private FlexmarkParsing() {}

  /**
   * Returns the tree of a document.
   *
   * @param parser Flexmark, set up
   * @param text the document
   * @throws TooLargeToReadException if Flexmark would take too long
   */
  static Document parse(Parser parser, String text) {
    if (cost(text) > MOST) {
      throw new TooLargeToReadException(
          "has too much between two blank lines for Flexmark to read it in a few seconds; put blank"
              + " lines into it or leave it out",
          new IllegalArgumentException("cost " + cost(text)));
    }
    return parser.parse(text);
  }

  /** What Flexmark does for each mark of a piece, times its length; fenced code is only copied. */
  private static long cost(String text) {
    long cost = 0;
    long marks = 0;
    long abbreviations = 0;
    int piece = 0;
    int fence = 0;
    char fenceMark = 0;
    for (int line = 0; line < text.length(); ) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end + 1;
      int start = line;
      while (start < end && text.charAt(start) == ' ') {
        start++;
      }
      char first = start < end ? text.charAt(start) : '\n';
      int run = start - line <= 3 && (first == '`' || first == '~') ? run(text, start) : 0;
      boolean isFence =
          fence == 0
              ? opens(text, start + run, end, first, run)
              : first == fenceMark && run >= fence;
      if (isFence) {
        fence = fence == 0 ? run : 0;
        fenceMark = first;
      }
      boolean isBlank = text.substring(start, end).isBlank();
      if (isBlank || isFence || fence > 0) {
        cost += marks * (line - piece);
        marks = 0;
        piece = end;
      } else {
        marks += 1 + marks(text, start, end);
        abbreviations += text.startsWith("*[", start) ? 1 : 0;
      }
      line = end;
    }
    return cost + marks * (text.length() - piece) + abbreviations * text.length();
  }

  private static int run(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == text.charAt(start)) {
      end++;
    }
    return end - start;
  }

  /** A backtick behind backticks makes them code in a line (CommonMark 0.31.2, 4.5). */
  private static boolean opens(String text, int from, int end, char mark, int run) {
    return run >= 3 && (mark == '~' || text.substring(from, end).indexOf('`') < 0);
  }

  private static int marks(String text, int start, int end) {
    int marks = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '[' || c == '`' || c == '$' || c == '\\') {
        marks++;
      }
    }
    return marks;
  }
}
