package io.github.formulint.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/**
 * A line as a terminal shows it: tabs become spaces, and characters that would move the cursor or
 * turn the direction of the text become visible ones. Columns are those of a terminal: letters of
 * Chinese, Japanese and Korean take two, combining marks none. Immutable.
 */
final class DisplayLine {

  /** Each tab goes on to the next multiple of this many columns. */
  static final int TAB_WIDTH = 4;

  private static final int EMOJI_WIDTH = 2;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Asks for the coloured picture of the character before it. */
  private static final int EMOJI_STYLE = 0xFE0F;

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\r\\n\\t ]+");

  /** What readers take for one character (Unicode Standard Annex 29). */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /**
   * A character on the screen.
   *
   * @param offset where it stands in the line, in UTF-16 code units
   * @param text what is shown
   * @param column its first column, from 0
   * @param width how many columns it takes, 0 or more
   */
  private record Cell(int offset, String text, int column, int width) {}

  private final List<Cell> cells;
  private final int length;
  private final int width;

  private DisplayLine(List<Cell> cells, int length, int width) {
    this.cells = cells;
    this.length = length;
    this.width = width;
  }

  /**
   * Returns a line as it is shown.
   *
   * @param line the line, without its line ending
   */
  static DisplayLine of(String line) {
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    if (isAscii(line)) {
      for (int offset = 0; offset < line.length(); offset++) {
        String text = shown(line.charAt(offset), column);
        cells.add(new Cell(offset, text, column, text.length()));
        column += text.length();
      }
      return new DisplayLine(List.copyOf(cells), line.length(), column);
    }
    Matcher clusters = CLUSTER.matcher(line);
    while (clusters.find()) {
      boolean isEmoji = isEmojiSequence(clusters.group());
      for (int offset = clusters.start(); offset < clusters.end(); ) {
        int codePoint = line.codePointAt(offset);
        String text = shown(codePoint, column);
        int width;
        if (!isEmoji && isInvisible(line, offset, codePoint)) {
          text = String.format("<U+%04X>", codePoint);
          width = text.length();
        } else if (isEmoji) {
          width = offset == clusters.start() ? EMOJI_WIDTH : 0;
        } else {
          width = width(text);
        }
        cells.add(new Cell(offset, text, column, width));
        column += width;
        offset += Character.charCount(codePoint);
      }
    }
    return new DisplayLine(List.copyOf(cells), line.length(), column);
  }

  /** Most lines are: each character stands for itself, in one column but for tabs. */
  private static boolean isAscii(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static int width(String shown) {
    return shown.codePoints().map(codePoint -> Math.max(0, WCWidth.wcwidth(codePoint))).sum();
  }

  /** Returns whether several characters make one picture: joined ones, flags, skin tones. */
  private static boolean isEmojiSequence(String cluster) {
    if (cluster.length() == Character.charCount(cluster.codePointAt(0))) {
      return false;
    }
    boolean beginsWithPicture = Character.getType(cluster.codePointAt(0)) == Character.OTHER_SYMBOL;
    return cluster.indexOf(EMOJI_STYLE) > 0
        || beginsWithPicture && cluster.codePoints().anyMatch(DisplayLine::joinsPictures);
  }

  /**
   * Returns whether a character takes no room and changes nothing that is seen. Joiners shape the
   * letters of some scripts, and are left to them.
   */
  private static boolean isInvisible(String line, int offset, int codePoint) {
    return switch (codePoint) {
      case 0x200C, ZERO_WIDTH_JOINER -> offset == 0 || line.charAt(offset - 1) < 0x300;
      case 0x00AD, 0x034F, 0x180E, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF -> true;
      default -> false;
    };
  }

  private static boolean joinsPictures(int codePoint) {
    return codePoint == ZERO_WIDTH_JOINER
        || codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF
        || codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }

  /**
   * Returns a text on one line, fit for a terminal.
   *
   * @param text any text
   */
  static String sanitize(String text) {
    return VisibleText.line(WHITE_SPACE.matcher(text).replaceAll(" ").strip());
  }

  private static String shown(int codePoint, int column) {
    return codePoint == '\t'
        ? " ".repeat(TAB_WIDTH - column % TAB_WIDTH)
        : VisibleText.of(codePoint);
  }

  /** Returns the number of columns. */
  int width() {
    return width;
  }

  /**
   * Returns the first column of the character at an offset. A mark that combines with the character
   * before it stands where that one does.
   *
   * @param offset offset in the line, in UTF-16 code units; behind the end it is the width
   */
  int column(int offset) {
    if (offset >= length) {
      return width;
    }
    int at = indexOf(offset);
    while (at > 0 && cells.get(at).width() == 0) {
      at--;
    }
    return cells.get(at).column();
  }

  /**
   * Returns the column behind the character that ends at an offset.
   *
   * @param offset offset in the line, in UTF-16 code units
   */
  int endColumn(int offset) {
    if (offset <= 0) {
      return 0;
    }
    Cell last = cells.get(indexOf(Math.min(offset, length) - 1));
    return last.column() + last.width();
  }

  private int indexOf(int offset) {
    int low = 0;
    int high = cells.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (cells.get(middle).offset() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Returns the whole line. */
  String text() {
    return text(0, width + 1);
  }

  /**
   * Returns the part of the line that lies in columns; characters that lie in them only half are
   * left out, and spaces stand for the half that remains.
   *
   * @param from first column, from 0
   * @param to column behind the last
   */
  String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    int column = Math.min(from, width);
    boolean isBaseShown = from == 0;
    for (Cell cell : cells) {
      int end = cell.column() + cell.width();
      if (cell.width() > 0) {
        isBaseShown = cell.column() >= from && end <= to;
      }
      if (isBaseShown) {
        text.append(" ".repeat(Math.max(0, cell.column() - column))).append(cell.text());
        column = end;
      }
    }
    return text.toString();
  }
}
