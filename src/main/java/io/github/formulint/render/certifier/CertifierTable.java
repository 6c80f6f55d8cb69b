package io.github.formulint.render.certifier;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;

/**
 * The names that the certifier knows, by hash. Immutable and thread-safe.
 *
 * <p>The build lays the table out as it stands in memory ({@code EngineTables}), so that reading it
 * costs a start next to nothing. An entry is two numbers: the first holds {@link #kind}, {@link
 * #has flags} and {@link #cost}, the second the arguments of a command or the shape of an
 * environment. The name of an environment stands behind an opening brace.
 */
final class CertifierTable {

  // Kinds of entries.
  static final int SYMBOL = 1;
  static final int FUNCTION = 2;
  static final int MACRO = 3;
  static final int SWITCH = 4;
  static final int INFIX = 5;
  static final int LEFT = 6;
  static final int RIGHT = 7;
  static final int MIDDLE = 8;
  static final int SIZED_DELIMITER = 9;
  static final int BEGIN = 10;
  static final int END = 11;
  static final int LIMITS = 12;
  static final int ROOT = 13;
  static final int SUBSTACK = 14;
  static final int OPERATOR_NAME = 15;
  static final int TAG = 16;
  static final int LINE = 17;
  static final int NEWLINE = 18;
  static final int NO_OPTION = 19;
  static final int ENVIRONMENT = 20;

  // Flags of commands.
  static final int IN_MATH = 1 << 5;
  static final int AS_ARGUMENT = 1 << 6;
  static final int TAKES_LIMITS = 1 << 7;
  static final int IN_TEXT = 1 << 8;
  static final int IS_DELIMITER = 1 << 9;
  static final int IN_STYLED_TEXT = 1 << 10;
  static final int IN_OPERATOR = 1 << 11;
  static final int STARRED = 1 << 12;
  static final int OPEN_ENDED = 1 << 13;

  // Flags of environments.
  static final int DISPLAY_ONLY = 1 << 5;
  static final int SINGLE_ROW = 1 << 6;
  static final int OPTION = 1 << 7;
  static final int ONLY_ONCE = 1 << 8;
  static final int TAKES_TAGS = 1 << 9;

  // Types of arguments.
  static final int FORMULA = 1;
  static final int PRIMITIVE = 2;
  static final int TEXT = 3;
  static final int STYLED_TEXT = 4;
  static final int SIZE = 5;
  static final int MATH_SIZE = 6;
  static final int COLOR = 7;

  // What stands between the name and the body of an environment.
  static final int NO_PREAMBLE = 0;
  static final int COLUMNS = 1;
  static final int ONE_COLUMN = 2;
  static final int NUMBER = 3;

  /** So many columns stand for any number. */
  static final int ANY_COLUMNS = 99;

  private static final int ASCII = 128;

  private final int[] slots;
  private final int[] nameEnds;
  private final int[] data;
  private final char[] names;
  private final String units;
  private final char[] letters;
  private final char[] symbols;
  private final int[] ascii = new int[ASCII];
  private final int controlSpace;

  private CertifierTable(ByteBuffer bytes) {
    slots = new int[bytes.getInt()];
    nameEnds = new int[bytes.getInt()];
    data = new int[2 * nameEnds.length];
    names = new char[bytes.getInt()];
    char[] unitLetters = new char[bytes.getInt()];
    letters = new char[bytes.getInt()];
    symbols = new char[bytes.getInt()];
    IntBuffer numbers = bytes.asIntBuffer();
    numbers.get(slots).get(nameEnds).get(data);
    bytes.position(bytes.position() + numbers.position() * Integer.BYTES);
    CharBuffer texts = bytes.asCharBuffer();
    texts.get(names).get(unitLetters).get(letters).get(symbols);
    units = new String(unitLetters);
    for (char c = '!'; c < ASCII; c++) {
      int entry = find(String.valueOf(c), 0, 1, c);
      ascii[c] = entry < 0 ? 0 : flags(entry);
    }
    controlSpace = find("\\ ", 0, 2, hash('\\', ' '));
  }

  /**
   * Reads a table.
   *
   * @param engine the name of the engine whose table it is
   */
  static CertifierTable load(String engine) {
    try (InputStream in = Resources.open(CertifierTable.class, engine + "-certifier.bin")) {
      return new CertifierTable(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the flags of a character, 0 if the certifier does not know it. */
  int character(char c) {
    if (c < ASCII) {
      return ascii[c];
    }
    for (int i = 0; i < slots.length; i++) {
      int slot = slots[c + i & slots.length - 1];
      if (slot == 0) {
        break;
      }
      int start = nameStart(slot - 1);
      if (names[start] == c && nameEnds[slot - 1] == start + 1) {
        return flags(slot - 1);
      }
    }
    return isIn(symbols, c) ? IN_MATH | AS_ARGUMENT | IN_OPERATOR : 0;
  }

  /**
   * Returns the number of an entry, or -1.
   *
   * @param hash the hash of the name, put together with {@link #hash}
   */
  int find(String text, int from, int to, int hash) {
    int mask = slots.length - 1;
    for (int at = hash & mask; slots[at] != 0; at = at + 1 & mask) {
      int entry = slots[at] - 1;
      if (isNamed(entry, text, from, to)) {
        return entry;
      }
    }
    return -1;
  }

  /** Returns the number of the entry for a backslash and a space, or -1. */
  int controlSpace() {
    return controlSpace;
  }

  private boolean isNamed(int entry, String text, int from, int to) {
    int start = nameStart(entry);
    if (nameEnds[entry] - start != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (names[start + i - from] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int nameStart(int entry) {
    return entry == 0 ? 0 : nameEnds[entry - 1];
  }

  /** Returns the hash of a name that goes on with a character. */
  static int hash(int before, char next) {
    return 31 * before + next;
  }

  int flags(int entry) {
    return data[2 * entry];
  }

  int shape(int entry) {
    return data[2 * entry + 1];
  }

  static int kind(int flags) {
    return flags & 31;
  }

  static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }

  /** Returns how many macros KaTeX may expand on behalf of a command, at most. */
  static int cost(int flags) {
    return flags >>> 16;
  }

  /** Returns whether two letters are a unit of length, other than {@code mu}. */
  boolean isUnit(char first, char second) {
    for (int i = 0; i < units.length(); i += 2) {
      if (units.charAt(i) == first && units.charAt(i + 1) == second) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the engine takes a character in text, though it has no entry. */
  boolean isForeignLetter(char c) {
    return isIn(letters, c);
  }

  /** Returns whether a character lies in one of some ranges, pairs of first and last, in order. */
  private static boolean isIn(char[] ranges, char c) {
    int low = 0;
    int high = ranges.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (c < ranges[2 * middle]) {
        high = middle - 1;
      } else if (c > ranges[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
