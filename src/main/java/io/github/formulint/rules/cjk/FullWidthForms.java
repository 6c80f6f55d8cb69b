package io.github.formulint.rules.cjk;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/** Characters that an input method for Chinese, Japanese or Korean writes instead of ASCII. */
final class FullWidthForms {

  /** From {@code ！} to {@code ～} full-width forms follow the order of ASCII. */
  private static final int SHIFT = '！' - '!';

  private static final Map<Integer, String> SPECIAL =
      Map.ofEntries(
          Map.entry((int) '＃', "\\#"),
          Map.entry((int) '＄', "\\$"),
          Map.entry((int) '％', "\\%"),
          Map.entry((int) '＆', "\\&"),
          Map.entry((int) '＼', "\\backslash"),
          Map.entry((int) '＿', "\\_"),
          Map.entry((int) '｛', "\\{"),
          Map.entry((int) '｝', "\\}"),
          Map.entry((int) '～', "\\sim"),
          Map.entry((int) '〜', "\\sim"),
          Map.entry((int) '、', ","),
          Map.entry((int) '､', ","),
          Map.entry((int) '〈', "\\langle"),
          Map.entry((int) '〉', "\\rangle"),
          Map.entry((int) '￡', "£"),
          Map.entry((int) '￢', "\\neg"),
          Map.entry((int) '￥', "¥"));

  /** What stays as it is, but within text. */
  private static final String TEXT = "。｡・･｀＂“”‘’‚‛„‟—―「」『』《》【】〔〕〖〗〘〙〚〛｢｣";

  private FullWidthForms() {}

  /** Returns whether this is a full-width digit or Latin letter. */
  static boolean isAlphanumeric(int c) {
    return c >= '０' && c <= '９' || c >= 'ａ' && c <= 'ｚ' || c >= 'Ａ' && c <= 'Ｚ';
  }

  /** Returns whether this is a mark, sign or bracket in a form that mathematics does not use. */
  static boolean isPunctuation(int c) {
    return TEXT.indexOf(c) >= 0 || tex(c).isPresent();
  }

  /** Returns the ASCII digit or letter of a full-width one. */
  static char ascii(int alphanumeric) {
    return (char) (alphanumeric - SHIFT);
  }

  /** Returns the TeX of a mark; empty for what must stand in text to keep its look. */
  static Optional<String> tex(int c) {
    if (TEXT.indexOf(c) >= 0 || isAlphanumeric(c) || c == '＇') {
      return Optional.empty();
    }
    if (SPECIAL.containsKey(c)) {
      return Optional.of(SPECIAL.get(c));
    }
    if (c > '！' - 1 && c <= '～') {
      return Optional.of(Character.toString(c - SHIFT));
    }
    return c >= '﹐' && c <= '﹫' ? small(c) : Optional.empty();
  }

  /** The small forms are what Unicode says they are compatible with. */
  private static Optional<String> small(int c) {
    String form = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    if (form.equals(Character.toString(c))) {
      return Optional.empty();
    }
    int plain = form.codePointAt(0);
    return plain < 0x80 ? tex(plain + SHIFT) : tex(plain);
  }
}
