package io.github.formulint.report.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text for people into lines: at spaces, and between letters of Chinese, Japanese and Korean
 * where their typography allows it (Unicode Standard Annex 14, by the JDK). A word that is wider
 * than a line is cut. Stateless.
 */
final class LineWrap {

  private LineWrap() {}

  /**
   * Returns the lines of a text, at least one.
   *
   * @param text a text on one line, without characters that a terminal would act on
   * @param first how many columns there are on the first line
   * @param others how many there are on each further line
   */
  static List<String> lines(String text, int first, int others) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int room = first;
    int used = 0;
    for (String piece : pieces(text)) {
      String word = piece.stripTrailing();
      int width = width(word);
      if (used > 0 && used + width > room) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
        room = others;
      }
      while (used == 0 && width > room) {
        DisplayLine shown = DisplayLine.of(word);
        String head = shown.text(0, room);
        lines.add(head);
        word = word.substring(head.length());
        piece = piece.substring(head.length());
        width = width(word);
        room = others;
      }
      line.append(piece);
      used += width(piece);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** Returns how many columns a text takes. */
  static int width(String text) {
    return DisplayLine.of(text).width();
  }

  /** Returns what stays together, each with the space behind it. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    BreakIterator breaks = hasWide(text) ? BreakIterator.getLineInstance(Locale.ROOT) : null;
    if (breaks != null) {
      breaks.setText(text);
    }
    int start = 0;
    for (int at = 1; at < text.length(); at++) {
      boolean isBehindSpace = text.charAt(at - 1) == ' ' && text.charAt(at) != ' ';
      boolean isBetweenWide =
          breaks != null
              && (isWide(text.charAt(at - 1)) || isWide(text.charAt(at)))
              && breaks.isBoundary(at);
      if (isBehindSpace || isBetweenWide) {
        pieces.add(text.substring(start, at));
        start = at;
      }
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static boolean hasWide(String text) {
    return text.chars().anyMatch(c -> isWide((char) c));
  }

  /** Returns whether a character is of a script that is set without spaces. */
  private static boolean isWide(char c) {
    return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFF60;
  }
}
