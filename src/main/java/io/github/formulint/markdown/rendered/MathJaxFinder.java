package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.TextSearch;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds formulas in a string as {@code FindTeX} of MathJax 3.2.2 does, with {@code processEscapes},
 * {@code processEnvironments} and {@code processRefs} on. A closer counts only where braces are
 * balanced, and an opener that nothing closes is passed over. {@code \$} stands for a dollar sign,
 * {@code \ref} and {@code \eqref} for a link: MathJax typesets both, but neither is a formula of
 * the author, so they are passed over too, and so is {@code $$$$}, which typesets to nothing.
 */
final class MathJaxFinder {

  private static final String WITHOUT_DOLLAR = "\\$\\$|\\\\\\(|\\\\\\[";

  private static final String OTHERS =
      "|(?<begin>\\\\begin\\s*\\{)|(?<reference>\\\\(?:eq)?ref\\s*\\{)|(?<escape>\\\\[\\\\$])";

  private static final Pattern DEFAULT_STARTS =
      Pattern.compile(WITHOUT_DOLLAR + OTHERS, Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DOLLAR_STARTS =
      Pattern.compile(WITHOUT_DOLLAR + "|\\$" + OTHERS, Pattern.UNICODE_CHARACTER_CLASS);

  private static final int LONGEST_NAME = 100;
  private static final Pattern ENDS =
      Pattern.compile("\\\\end\\s*\\{", Pattern.UNICODE_CHARACTER_CLASS);

  private final Pattern starts;

  private MathJaxFinder(Pattern starts) {
    this.starts = starts;
  }

  /** Returns the finder with MathJax's own delimiters. */
  static MathJaxFinder withDefaultDelimiters() {
    return new MathJaxFinder(DEFAULT_STARTS);
  }

  /** Returns the finder with {@code $} for inline math besides. */
  static MathJaxFinder withDollars() {
    return new MathJaxFinder(DOLLAR_STARTS);
  }

  /** Returns the formulas of a string, in order. */
  List<FoundFormula> find(String text) {
    List<FoundFormula> found = new ArrayList<>();
    Map<Delimiter, MathJaxEnds> ends = new EnumMap<>(Delimiter.class);
    TextSearch search = new TextSearch(text);
    Set<String> ended = null;
    String lastName = "";
    Matcher start = starts.matcher(text);
    int at = 0;
    while (at <= text.length() && start.find(at)) {
      int opened = start.end();
      at = opened;
      if (start.group("escape") != null) {
        continue;
      }
      boolean begins = start.group("begin") != null;
      if (begins || start.group("reference") != null) {
        int brace = search.indexOf("}", opened);
        at = brace < 0 ? opened : brace + 1;
        if (!begins || brace < 0) {
          continue;
        }
      }
      String name = begins ? text.substring(opened, at - 1) : null;
      Delimiter delimiter = begins ? Delimiter.ENVIRONMENT : delimiterOf(start.group());
      if (begins) {
        ended = ended == null ? ended(text) : ended;
        if (name.length() <= LONGEST_NAME && !ended.contains(name)) {
          continue;
        }
      }
      if (name != null && !name.equals(lastName)) {
        ends.remove(Delimiter.ENVIRONMENT);
        lastName = name;
      }
      MathJaxEnds closers =
          ends.computeIfAbsent(
              delimiter,
              key ->
                  name == null
                      ? MathJaxEnds.of(text, key.closer())
                      : MathJaxEnds.ofEnvironment(text, name));
      int end = closers.firstFrom(at);
      if (end >= 0) {
        int after = closers.endOf(end);
        MathStyle style =
            delimiter == Delimiter.DOLLAR || delimiter == Delimiter.PARENTHESIS
                ? MathStyle.INLINE
                : MathStyle.DISPLAY;
        if (end > at) {
          found.add(new FoundFormula(delimiter, style, start.start(), at, end, after));
        }
        at = after;
      }
    }
    return found;
  }

  /** Returns the names of the environments that end somewhere in a text, but for giant ones. */
  private static Set<String> ended(String text) {
    Set<String> names = new HashSet<>();
    Matcher end = ENDS.matcher(text);
    TextSearch search = new TextSearch(text);
    while (end.find()) {
      int brace = search.indexOf("}", end.end());
      if (brace >= 0 && brace - end.end() <= LONGEST_NAME) {
        names.add(text.substring(end.end(), brace));
      }
    }
    return names;
  }

  private static Delimiter delimiterOf(String opener) {
    return switch (opener) {
      case "$" -> Delimiter.DOLLAR;
      case "$$" -> Delimiter.DOUBLE_DOLLAR;
      case "\\(" -> Delimiter.PARENTHESIS;
      default -> Delimiter.BRACKET;
    };
  }
}
