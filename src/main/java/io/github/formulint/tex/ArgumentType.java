package io.github.formulint.tex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an argument holds; the names are KaTeX's (its documentation of {@code ArgType}). */
public enum ArgumentType {
  /** Read in the mode in which the command stands. */
  ORIGINAL,
  /** Mathematics. */
  MATH,
  /** Text. */
  TEXT,
  /** Text, set in the size of text. */
  HBOX,
  /** One group, symbol or command with its own arguments, in the mode of the command. */
  PRIMITIVE,
  /** An address. */
  URL,
  /** Characters without meaning. */
  RAW,
  /** The name or number of a colour. */
  COLOR,
  /** A length with its unit. It may stand without braces. */
  SIZE;

  /**
   * Returns the mode in which an argument of this type is read.
   *
   * @param outer the mode in which the command stands
   */
  public Mode mode(Mode outer) {
    return switch (this) {
      case ORIGINAL, PRIMITIVE -> outer;
      case MATH -> Mode.MATH;
      case TEXT, HBOX -> Mode.TEXT;
      case URL, RAW, COLOR, SIZE -> Mode.RAW;
    };
  }

  /** Returns the types named in a field of the tables: names in small letters, parted by commas. */
  static List<ArgumentType> list(String field) {
    List<ArgumentType> types = new ArrayList<>();
    for (int start = 0; start < field.length(); ) {
      int comma = field.indexOf(',', start);
      int end = comma < 0 ? field.length() : comma;
      types.add(valueOf(field.substring(start, end).toUpperCase(Locale.ROOT)));
      start = end + 1;
    }
    return types;
  }
}
