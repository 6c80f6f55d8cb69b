package io.github.formulint.rules.delimiter;

import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Other ways to write the same TeX, with commands of letters in place of signs. */
final class Names {

  /** The bar alone: what tables take. */
  private static final Map<String, String> BARS = Map.of("|", "\\vert", "\\|", "\\Vert");

  /** Signs that Markdown takes for its own, and commands that mean the same. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("|", "\\vert"),
          Map.entry("\\|", "\\Vert"),
          Map.entry("<", "\\lt"),
          Map.entry(">", "\\gt"),
          Map.entry("*", "\\ast"),
          Map.entry("\\{", "\\lbrace"),
          Map.entry("\\}", "\\rbrace"),
          Map.entry("\\,", "\\thinspace"),
          Map.entry("\\:", "\\medspace"),
          Map.entry("\\;", "\\thickspace"),
          Map.entry("\\!", "\\negthinspace"),
          Map.entry("\\\\", "\\cr"));

  private Names() {}

  /** Returns TeX, and other ways to write it, the nearest first; none stands there twice. */
  static List<String> of(String tex) {
    LinkedHashSet<String> ways = new LinkedHashSet<>();
    ways.add(tex);
    ways.add(named(tex, BARS));
    ways.add(named(tex, SIGNS));
    ways.add(spaced(tex));
    ways.add(spaced(named(tex, SIGNS)));
    return List.copyOf(ways);
  }

  private static String named(String tex, Map<String, String> names) {
    StringBuilder named = new StringBuilder();
    boolean isBehindName = false;
    for (Token token : Tokenizer.tokenize(tex)) {
      String name = names.get(token.text());
      boolean isParted =
          isBehindName && name == null && Character.isLetterOrDigit(token.text().charAt(0));
      named.append(isParted ? " " : "").append(name == null ? token.text() : name);
      isBehindName = name != null;
    }
    return named.toString();
  }

  /** Returns what was written otherwise, such as {@code `\lbrace` for `\{`}; two at most. */
  static String changes(String tex, String other) {
    List<String> changes =
        Tokenizer.tokenize(tex).stream()
            .map(Token::text)
            .distinct()
            .filter(sign -> SIGNS.containsKey(sign) && other.contains(SIGNS.get(sign)))
            .map(sign -> "`" + SIGNS.get(sign) + "` for `" + sign + "`")
            .limit(2)
            .toList();
    return changes.isEmpty() ? "a space behind `_`" : String.join(" and ", changes);
  }

  /** A space behind {@code _} means nothing to TeX, and to Markdown that it opens no emphasis. */
  private static String spaced(String tex) {
    StringBuilder spaced = new StringBuilder();
    for (Token token : Tokenizer.tokenize(tex)) {
      spaced.append(token.text()).append(token.kind() == Token.Kind.SUBSCRIPT ? " " : "");
    }
    return spaced.toString().replace("_  ", "_ ");
  }
}
