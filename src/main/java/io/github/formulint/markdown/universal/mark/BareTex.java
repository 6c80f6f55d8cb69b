package io.github.formulint.markdown.universal.mark;

import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * TeX that stands on lines of its own without delimiters, as language models write it or as {@code
 * \[…\]} comes out of a program that takes backslashes away: {@code [ E = \frac{1}{2} ]}. Only what
 * is surely TeX counts.
 */
public final class BareTex {

  /** How many lines of it are looked at. */
  private static final int MOST_LINES = 20;

  private static final int LONGEST_LINE = 500;

  /** Environments that stand inside a formula. */
  private static final Set<String> INNER =
      Set.of(
          "aligned",
          "alignedat",
          "gathered",
          "split",
          "matrix",
          "pmatrix",
          "bmatrix",
          "Bmatrix",
          "vmatrix",
          "Vmatrix",
          "cases",
          "rcases");

  /** Commands that a line of TeX has and prose has not. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\\\(?:[dt]?frac|sqrt|sum|prod|int|lim|left|right|cdot|times|mathbb|mathbf|mathrm|mathcal"
              + "|text|hat|bar|vec|partial|nabla|alpha|beta|gamma|theta|lambda|sigma|mu|pi|infty"
              + "|leq?|geq?|approx|quad|boxed|binom|begin|ldots|d?dots)(?![A-Za-z])");

  private BareTex() {}

  /**
   * Returns the TeX without delimiters whose first backslash stands at an offset.
   *
   * @param document the document
   * @param offset offset of a backslash in it
   */
  public static Optional<Span> at(DocumentText document, int offset) {
    int lineStart = lineStart(document, offset);
    int end = document.lineEnd(offset);
    if (lineStart < 0 || end - lineStart > LONGEST_LINE) {
      return Optional.empty();
    }
    String text = document.text();
    String line = text.substring(lineStart, end).stripTrailing();
    if (line.indexOf('$') >= 0 || line.indexOf('`') >= 0 || line.indexOf('|') == 0) {
      return Optional.empty();
    }
    if (offset == lineStart) {
      Optional<Span> span = boxed(line, lineStart).or(() -> environment(document, lineStart));
      if (span.isPresent()) {
        return span;
      }
    }
    if (line.startsWith("[ ") && line.endsWith(" ]") && isTex(line.substring(2))) {
      return Optional.of(new Span(lineStart, lineStart + line.length()));
    }
    return isTex(line) ? bracketsOnLines(document, lineStart, end) : Optional.empty();
  }

  /** Returns where the text of a line begins if nothing but its marks stands before a place. */
  private static int lineStart(DocumentText document, int offset) {
    int start = offset;
    while (offset - start < LONGEST_LINE && "\n\r".indexOf(document.before(start)) < 0) {
      start--;
      if (document.at(start) == '\\') {
        return -1;
      }
    }
    int content = -1;
    for (int i = start; i <= offset; i++) {
      content = document.startsContent(i) ? i : content;
    }
    return content;
  }

  private static boolean isTex(String line) {
    return COMMAND.matcher(line).find()
        && MathLook.of(line).phrase() < 2
        && MathLook.of(line).ideographs() < 2
        && !line.contains("](");
  }

  private static Optional<Span> boxed(String line, int start) {
    if (!line.startsWith("\\boxed{")) {
      return Optional.empty();
    }
    int depth = 0;
    for (int i = line.indexOf('{'); i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        boolean endsLine = i + 1 == line.length() || line.substring(i + 1).equals(".");
        return endsLine ? Optional.of(new Span(start, start + i + 1)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Span> environment(DocumentText document, int start) {
    String text = document.text();
    int open = start + "\\begin{".length();
    int close = text.indexOf('}', Math.min(open, text.length()));
    if (!text.startsWith("\\begin{", start)
        || close < 0
        || close - open > 10
        || !INNER.contains(text.substring(open, close))) {
      return Optional.empty();
    }
    String closer = "\\end{" + text.substring(open, close) + "}";
    int line = start;
    for (int lines = 0; lines < MOST_LINES && line < text.length(); lines++) {
      int end = document.lineEnd(line);
      int at = text.substring(line, end).indexOf(closer);
      if (at >= 0) {
        int behind = line + at + closer.length();
        return document.endsContent(behind)
            ? Optional.of(new Span(start, behind))
            : Optional.empty();
      }
      if (text.substring(line, end).indexOf('$') >= 0 || document.endsContent(line)) {
        return Optional.empty();
      }
      line = document.afterLineEnd(end);
    }
    return Optional.empty();
  }

  /** A line with nothing but an opening bracket before, and one with a closing bracket behind. */
  private static Optional<Span> bracketsOnLines(DocumentText document, int lineStart, int end) {
    String text = document.text();
    int before = lineStart - 1;
    while (before > document.parsedFrom() && " \t\r\n".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    boolean opens =
        before >= document.parsedFrom()
            && text.charAt(before) == '['
            && document.startsContent(before)
            && document.endsContent(before + 1);
    if (!opens) {
      return Optional.empty();
    }
    int line = document.afterLineEnd(end);
    for (int lines = 0; lines < MOST_LINES && line < text.length(); lines++) {
      int lineEnd = document.lineEnd(line);
      String body = text.substring(line, lineEnd).strip();
      if (body.equals("]")) {
        return Optional.of(new Span(before, text.indexOf(']', line) + 1));
      }
      if (body.isEmpty() || body.indexOf('$') >= 0) {
        return Optional.empty();
      }
      line = document.afterLineEnd(lineEnd);
    }
    return Optional.empty();
  }
}
