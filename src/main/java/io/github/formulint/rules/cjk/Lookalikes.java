package io.github.formulint.rules.cjk;

import io.github.formulint.tex.CommandTable;
import java.util.Map;
import java.util.Optional;

/** Characters that are mistaken for others. */
final class Lookalikes {

  /** Signs that the engines have no glyph for, or another than the author sees. */
  private static final Map<Integer, String> SIGNS =
      Map.ofEntries(
          Map.entry(0x3163, "|"), // Hangul letter i
          Map.entry(0x1175, "|"),
          Map.entry(0xFFDC, "|"),
          Map.entry(0x4E28, "|"), // the Han stroke
          Map.entry(0x3021, "|"), // Hangzhou numeral one
          Map.entry(0x2502, "|"), // box drawing
          Map.entry(0x2503, "|"),
          Map.entry(0x2758, "|"),
          Map.entry(0x01C0, "|"),
          Map.entry(0x2016, "\\|"),
          Map.entry(0x01C1, "\\|"),
          Map.entry(0x3161, "-"), // Hangul letter eu
          Map.entry(0x30FC, "-"), // the long vowel mark
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2012, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2500, "-"),
          Map.entry(0xFF07, "'"),
          Map.entry(0x2032, "'"),
          Map.entry(0x2033, "''"),
          Map.entry(0x2034, "'''"),
          Map.entry(0x02B9, "'"),
          Map.entry(0x00B4, "'"),
          Map.entry(0x2715, "\\times"),
          Map.entry(0x2716, "\\times"),
          Map.entry(0x2022, "\\bullet"));

  private static final String CYRILLIC = "аеорсухіјѕһԁԛԝАВЕЅКМНОРСТХУІЈ";
  private static final String LIKE_CYRILLIC = "aeopcyxijshdqwABESKMHOPCTXYIJ";
  private static final String GREEK = "οναιρτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
  private static final String LIKE_GREEK = "ovaiptuABEZHIKMNOPTYX";

  private Lookalikes() {}

  /** Returns the TeX that authors mean by a sign; empty if it is none, or KaTeX takes it. */
  static Optional<String> sign(int c) {
    return CommandTable.katex().find(Character.toString(c)).isPresent() && c != 0x2013
        ? Optional.empty()
        : Optional.ofNullable(SIGNS.get(c));
  }

  /** Returns the ASCII letter that a letter of a command's name looks like, or stands for. */
  static Optional<Character> nameLetter(int c) {
    if (c >= 'ａ' && c <= 'ｚ' || c >= 'Ａ' && c <= 'Ｚ') {
      return Optional.of((char) (c - '！' + '!'));
    }
    if (CYRILLIC.indexOf(c) >= 0) {
      return Optional.of(LIKE_CYRILLIC.charAt(CYRILLIC.indexOf(c)));
    }
    return GREEK.indexOf(c) < 0
        ? Optional.empty()
        : Optional.of(LIKE_GREEK.charAt(GREEK.indexOf(c)));
  }
}
