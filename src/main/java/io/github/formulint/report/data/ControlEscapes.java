package io.github.formulint.report.data;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Also writes DEL and the control characters behind ASCII (C1) as {@code \u007F} and so on, and
 * what turns the direction of text (Unicode Standard Annex 9) or ends its lines: JSON need not, but
 * a terminal or an editor in which it is shown would obey them. Immutable and thread-safe.
 */
final class ControlEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1;

  private static final int FIRST = 0x7F;
  private static final int LAST = 0x9F;

  private final int[] ascii = standardAsciiEscapesForJSON();

  ControlEscapes() {
    ascii[FIRST] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  @Override
  public SerializableString getEscapeSequence(int codePoint) {
    return codePoint >= FIRST && codePoint <= LAST || isDirectional(codePoint)
        ? new SerializedString(String.format("\\u%04X", codePoint))
        : null;
  }

  /**
   * Returns whether a character turns the direction of text (Unicode Standard Annex 9) or ends a
   * line where ASCII does not.
   */
  static boolean isDirectional(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || codePoint >= 0x2028 && codePoint <= 0x202E
        || codePoint >= 0x2066 && codePoint <= 0x2069;
  }
}
