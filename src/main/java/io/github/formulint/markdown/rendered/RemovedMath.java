package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.MappedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text out of which JupyterLab took the formulas: {@code removeMath} of its {@code latex.ts}.
 * Delimiters must match and braces must balance; a formula does not pass a blank line; a dollar in
 * what looks like code is none.
 *
 * @param text the text, with {@code @@0@@} for the first formula and so on
 * @param math the formulas with their delimiters, as HTML
 */
record RemovedMath(MappedText text, List<MappedText> math) {

  private static final Pattern SPLIT =
      Pattern.compile(
          "\\$\\$?|\\\\(?:begin|end)\\{[a-z]*\\*?\\}|\\\\[{}$]|[{}]|\\n\\s*|@@\\d+@@"
              + "|\\\\\\\\[()\\[\\]]",
          Pattern.CASE_INSENSITIVE);

  private static final class Piece {
    final int start;
    final int end;
    final String mark;

    Piece(int start, int end, String mark) {
      this.start = start;
      this.end = end;
      this.mark = mark;
    }
  }

  /** Takes the formulas out of a text. */
  static RemovedMath of(MappedText source) {
    MappedText text = withLineFeeds(source);
    List<Piece> pieces = split(text.toString(), JupyterCode.in(text.toString()));
    MappedText.Builder result = new MappedText.Builder();
    List<MappedText> math = new ArrayList<>();
    int copied = 0;
    Piece start = null;
    String end = "";
    int last = -1;
    int braces = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int closed = -1;
      if (piece.mark.startsWith("@")) {
        // Looks like a mark of ours: kept aside, and put back with the formulas.
        if (start == null) {
          result.append(text, copied, piece.start);
          copied = remove(text, piece, piece, result, math);
        }
      } else if (start == null) {
        end = closerOf(piece.mark);
        start = end.isEmpty() ? null : piece;
        braces = 0;
      } else if (piece.mark.equals(end)) {
        if (braces > 0) {
          last = i;
        } else {
          closed = i;
        }
      } else if (isBlankLine(piece.mark)) {
        closed = last;
        if (last < 0) {
          start = null;
        }
      } else if (piece.mark.equals("{")) {
        braces++;
      } else if (piece.mark.equals("}") && braces > 0) {
        braces--;
      }
      boolean atEnd = i == pieces.size() - 1 && start != null && closed < 0;
      if (atEnd) {
        closed = last;
      }
      if (closed >= 0) {
        result.append(text, copied, start.start);
        copied = remove(text, start, pieces.get(closed), result, math);
        start = null;
        last = -1;
        if (atEnd) {
          break;
        }
        i = closed;
      }
    }
    result.append(text, copied, text.length());
    return new RemovedMath(result.build(), math);
  }

  private static MappedText withLineFeeds(MappedText source) {
    MappedText.Builder text = new MappedText.Builder();
    for (int i = 0; i < source.length(); i++) {
      boolean pair =
          source.charAt(i) == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
      int last = pair ? i + 1 : i;
      char c = source.charAt(i) == '\r' ? '\n' : source.charAt(i);
      text.append(c, source.sourceStart(i), source.sourceEnd(last));
      i = last;
    }
    return text.build();
  }

  private static List<Piece> split(String text, BitSet code) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = SPLIT.matcher(text);
    int at = 0;
    while (matcher.find(at)) {
      int start = matcher.start();
      int end = matcher.end();
      at = end;
      if (text.charAt(start) == '$') {
        if (code.get(start)) {
          at = start + 1;
          continue;
        }
        if (end - start == 2 && code.get(start + 1)) {
          end = start + 1;
          at = end;
        }
      } else if (end - start == 2 && text.charAt(start + 1) == '$' && code.get(start + 1)) {
        at = start + 1;
        continue;
      }
      pieces.add(new Piece(start, end, text.substring(start, end)));
    }
    return pieces;
  }

  private static String closerOf(String mark) {
    return switch (mark) {
      case "$", "$$" -> mark;
      case "\\\\(" -> "\\\\)";
      case "\\\\[" -> "\\\\]";
      default -> mark.regionMatches(1, "begin", 0, 5) ? "\\end" + mark.substring(6) : "";
    };
  }

  private static boolean isBlankLine(String mark) {
    return mark.startsWith("\n") && mark.indexOf('\n', 1) > 0;
  }

  /** Puts a mark in the place of a formula and returns where the text goes on. */
  private static int remove(
      MappedText text, Piece first, Piece last, MappedText.Builder result, List<MappedText> math) {
    String mark = "@@" + math.size() + "@@";
    int start = text.sourceStart(first.start);
    result.append(mark, start, text.sourceEnd(last.end - 1));
    math.add(asHtml(text, first, last));
    return last.end;
  }

  /** Takes one backslash from {@code \\(} and the like, as {@code replaceMath} does. */
  private static MappedText asHtml(MappedText text, Piece first, Piece last) {
    boolean doubled =
        first.mark.startsWith("\\\\") && last.mark.equals(closerOf(first.mark)) && first != last;
    MappedText.Builder html = new MappedText.Builder();
    for (int i = first.start; i < last.end; i++) {
      if (doubled && (i == first.start || i == last.start)) {
        html.append('\\', text.sourceStart(i), text.sourceEnd(i + 1));
        i++;
        continue;
      }
      char c = text.charAt(i);
      String written =
          c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : String.valueOf(c);
      html.append(written, text.sourceStart(i), text.sourceEnd(i));
    }
    return html.build();
  }
}
