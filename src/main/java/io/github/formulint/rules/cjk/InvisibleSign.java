package io.github.formulint.rules.cjk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A character that shows nothing, or nothing but a gap. Immutable.
 *
 * @param character the code point
 * @param kind what it does where it belongs
 */
record InvisibleSign(int character, Kind kind) {

  /** What an invisible character does where it belongs. */
  enum Kind {
    /** It takes no room. */
    ZERO_WIDTH,
    /** It takes no room, and text of some scripts, and emoji, need it. */
    JOINER,
    /** It is a gap, which text may hold. */
    SPACE,
    /** It ends a line, which the space bar or the enter key should have done. */
    LINE_END,
    /** A control character, which no engine reads. */
    CONTROL
  }

  private static final Map<Integer, InvisibleSign> ALL = new HashMap<>();

  static {
    add(Kind.ZERO_WIDTH, 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E);
    add(Kind.ZERO_WIDTH, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x3164, 0xFEFF, 0xFFA0);
    add(Kind.JOINER, 0x200C, 0x200D, 0x200E, 0x200F);
    add(Kind.JOINER, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069);
    add(Kind.SPACE, 0x00A0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006);
    add(Kind.SPACE, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000);
    add(Kind.LINE_END, 0x0085, 0x2028, 0x2029);
    for (int c = 1; c < ' '; c++) {
      if (c != '\t' && c != '\n' && c != '\r') {
        add(Kind.CONTROL, c);
      }
    }
    add(Kind.CONTROL, 0x7F);
    for (int c = 0xFE00; c <= 0xFE0F; c++) {
      add(Kind.JOINER, c);
    }
  }

  private static void add(Kind kind, int... characters) {
    for (int character : characters) {
      ALL.put(character, new InvisibleSign(character, kind));
    }
  }

  /** Returns what a code point is, if it is invisible. */
  static Optional<InvisibleSign> of(int character) {
    return Optional.ofNullable(ALL.get(character));
  }

  /** Returns its number and name, such as {@code U+200B (zero width space)}. */
  String label() {
    return String.format("U+%04X (%s)", character, name());
  }

  private String name() {
    return switch (character) {
      case 0x0008 -> "backspace";
      case 0x000C -> "form feed";
      case 0x3000 -> "full-width space";
      case 0xFEFF -> "byte order mark";
      default ->
          Optional.ofNullable(Character.getName(character))
              .orElse("control character")
              .toLowerCase(java.util.Locale.ROOT);
    };
  }
}
