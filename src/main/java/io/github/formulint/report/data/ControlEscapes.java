package io.github.formulint.report.data;

import java.util.stream.IntStream;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Also writes DEL and the control characters behind ASCII (C1) as {@code \u007F} and so on: JSON
 * need not, but a terminal on which it is shown would obey them. Immutable and thread-safe.
 */
final class ControlEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1;

  private static final int FIRST = 0x7F;
  private static final int LAST = 0x9F;

  private static final SerializedString[] ESCAPES =
      IntStream.rangeClosed(FIRST, LAST)
          .mapToObj(c -> new SerializedString(String.format("\\u%04X", c)))
          .toArray(SerializedString[]::new);

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
    return codePoint >= FIRST && codePoint <= LAST ? ESCAPES[codePoint - FIRST] : null;
  }
}
