package io.github.formulint.rules.delimiter;

import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Other ways to write the same TeX, such as commands of letters in place of signs. */
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

  /** Of these, the escapes, of which Markdown takes the backslash away. */
  private static final Map<String, String> ESCAPES =
      SIGNS.entrySet().stream()
          .filter(entry -> entry.getKey().startsWith("\\"))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Names() {}

  /** Returns TeX, and other ways to write it, the nearest first; none stands there twice. */
  static List<String> of(String tex) {
    LinkedHashSet<String> ways = new LinkedHashSet<>();
    ways.add(tex);
    ways.add(named(tex, BARS));
    ways.add(named(tex, ESCAPES));
    ways.add(spaced(tex));
    ways.add(spaced(named(tex, ESCAPES)));
    ways.add(named(tex, SIGNS));
    ways.add(spaced(named(tex, SIGNS)));
    ways.add("{}" + tex);
    return List.copyOf(ways);
  }

  private static String named(String tex, Map<String, String> names) {
    List<Token> tokens = Tokenizer.tokenize(tex);
    StringBuilder named = new StringBuilder();
    boolean isBehindName = false;
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      String name = takesMore(tokens, i) ? null : names.get(text);
      boolean isParted = isBehindName && name == null && Character.isLetterOrDigit(text.charAt(0));
      named.append(isParted ? " " : "").append(name == null ? text : name);
      isBehindName = name != null;
    }
    return named.toString();
  }

  /**
   * Returns whether that is a line break with a star or a length, which {@code \cr} cannot have.
   */
  private static boolean takesMore(List<Token> tokens, int index) {
    if (!tokens.get(index).isCommand("\\\\")) {
      return false;
    }
    int next = index + 1;
    while (next < tokens.size() && tokens.get(next).isBlank()) {
      next++;
    }
    return next < tokens.size()
        && (tokens.get(next).text().equals("[") || tokens.get(next).text().equals("*"));
  }

  /** Returns what was written otherwise, such as {@code `\lbrace` for `\{`}; two at most. */
  static String changes(String tex, String other) {
    if (other.equals("{}" + tex)) {
      return "`{}`, which prints nothing, in front of it";
    }
    List<String> changes =
        Tokenizer.tokenize(tex).stream()
            .map(Token::text)
            .distinct()
            .filter(sign -> SIGNS.containsKey(sign) && other.contains(SIGNS.get(sign)))
            .map(sign -> "`" + SIGNS.get(sign) + "` for `" + sign + "`")
            .limit(2)
            .toList();
    return (changes.isEmpty() ? "a space behind `_`" : String.join(" and ", changes))
        + ", which Markdown leaves alone";
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
