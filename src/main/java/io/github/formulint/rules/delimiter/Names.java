package io.github.formulint.rules.delimiter;

import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * Returns TeX, and other ways to write it, the nearest first; none comes twice. Each is made only
   * when it is asked for: the first nearly always serves.
   */
  static Iterable<String> of(String tex) {
    String plain = withoutSpacesAtEnds(tex);
    return Stream.<Supplier<String>>of(
                () -> tex,
                () -> plain,
                () -> named(plain, BARS),
                () -> named(plain, ESCAPES),
                () -> spaced(plain),
                () -> spaced(named(plain, ESCAPES)),
                () -> named(plain, SIGNS),
                () -> spaced(named(plain, SIGNS)),
                () -> "{}" + plain)
            .map(Supplier::get)
            .distinct()
        ::iterator;
  }

  /** Spaces at the end of a line mean nothing to TeX, and a line break to Markdown. */
  private static String withoutSpacesAtEnds(String tex) {
    return tex.indexOf('\n') < 0 ? tex : tex.replaceAll("(?<![\\\\ ]) +(?=\\r?\\n)", "");
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
    String plain = withoutSpacesAtEnds(tex);
    if (other.equals(plain)) {
      return "no spaces at the ends of its lines";
    }
    if (other.equals("{}" + plain)) {
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
