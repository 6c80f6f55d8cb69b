package io.github.formulint.markdown.universal.mark;

import io.github.formulint.markdown.Delimiter;
import java.util.List;
import java.util.Optional;

/**
 * An opening mark and the closing mark that belongs to it. Offsets are UTF-16 code units into some
 * text. Immutable.
 *
 * @param delimiter the pair
 * @param start where the opening mark begins
 * @param end where the opening mark ends
 * @param closer the closing mark as it must stand
 */
public record Opener(Delimiter delimiter, int start, int end, String closer) {

  /** More dollars in a row than this are a line of dollars. */
  private static final int MAX_DOLLARS = 7;

  private static final List<Delimiter> BACKSLASHES =
      List.of(
          Delimiter.PARENTHESIS,
          Delimiter.BRACKET,
          Delimiter.DOUBLE_BACKSLASH_PARENTHESIS,
          Delimiter.DOUBLE_BACKSLASH_BRACKET);

  /** What a search for a closing mark found. */
  public enum Search {
    /** The closing mark. */
    CLOSED,
    /** Another opening mark of the same pair; pairs of brackets and environments do not nest. */
    REOPENED,
    /** Nothing. */
    NOTHING
  }

  /**
   * The result of a search.
   *
   * @param search what was found
   * @param at where it begins; where the search ended if nothing was found
   */
  public record Result(Search search, int at) {

    /** Returns whether the closing mark was found. */
    public boolean isClosed() {
      return search == Search.CLOSED;
    }
  }

  /**
   * Returns the opener that stands at an offset; single dollars, whose rule is another, are none.
   *
   * @param text any text
   * @param index offset of a dollar or a backslash that no backslash escapes
   */
  public static Optional<Opener> at(String text, int index) {
    if (text.charAt(index) == '$') {
      int end = index + dollars(text, index);
      return end - index < 2 || end - index > MAX_DOLLARS
          ? Optional.empty()
          : Optional.of(
              new Opener(Delimiter.DOUBLE_DOLLAR, index, end, text.substring(index, end)));
    }
    return BACKSLASHES.stream()
        .filter(delimiter -> text.startsWith(delimiter.opener(), index))
        .map(
            delimiter ->
                new Opener(
                    delimiter, index, index + delimiter.opener().length(), delimiter.closer()))
        .findFirst()
        .or(() -> environmentAt(text, index));
  }

  private static Optional<Opener> environmentAt(String text, int index) {
    return EnvironmentRule.displayAt(text, index)
        .map(
            name ->
                new Opener(
                    Delimiter.ENVIRONMENT,
                    index,
                    index + EnvironmentRule.opener(name).length(),
                    EnvironmentRule.closer(name)));
  }

  /** Returns the number of dollars in a row from an offset on. */
  public static int dollars(String text, int index) {
    int end = index;
    while (end < text.length() && text.charAt(end) == '$') {
      end++;
    }
    return end - index;
  }

  /**
   * Looks for the closing mark.
   *
   * @param text any text
   * @param from offset at which to begin
   * @param limit offset at which to end
   */
  public Result search(String text, int from, int limit) {
    return switch (delimiter) {
      case DOUBLE_DOLLAR -> searchDollars(text, from, limit);
      case ENVIRONMENT -> searchEnvironment(text, from, limit);
      default -> searchBackslashes(text, from, limit);
    };
  }

  private Result searchDollars(String text, int from, int limit) {
    int depth = 0;
    int i = from;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '\\') {
        if (depth == 0 && closesBehindBackslash(text, i)) {
          return new Result(Search.CLOSED, i + 1);
        }
        i += 2;
      } else if (c == '{' || c == '}') {
        depth = Math.max(0, depth + (c == '{' ? 1 : -1));
        i++;
      } else if (c == '$') {
        int dollars = dollars(text, i);
        if (dollars >= closer.length()) {
          return new Result(Search.CLOSED, i);
        }
        i += dollars;
      } else {
        i++;
      }
    }
    return new Result(Search.NOTHING, limit);
  }

  /**
   * Returns whether a backslash before two dollars escapes neither: a dollar sign and a lone dollar
   * mean nothing in a formula, so the backslash is one too many, as in <code>$$a \$$</code>.
   */
  private boolean closesBehindBackslash(String text, int backslash) {
    return closer.length() == 2
        && backslash + 1 < text.length()
        && text.charAt(backslash + 1) == '$'
        && dollars(text, backslash + 1) == 2;
  }

  private Result searchEnvironment(String text, int from, int limit) {
    String begin = "\\begin{" + closer.substring("\\end{".length());
    for (int i = text.indexOf('\\', from); i >= 0 && i < limit; i = text.indexOf('\\', i + 1)) {
      if (text.startsWith(closer, i)) {
        return new Result(Search.CLOSED, i);
      }
      if (text.startsWith(begin, i)) {
        return new Result(Search.REOPENED, i);
      }
    }
    return new Result(Search.NOTHING, limit);
  }

  private Result searchBackslashes(String text, int from, int limit) {
    int slashes = delimiter.opener().length() - 1;
    char opening = delimiter.opener().charAt(slashes);
    char closing = closer.charAt(slashes);
    int i = from;
    while (i < limit) {
      if (text.charAt(i) != '\\') {
        i++;
        continue;
      }
      int run = i;
      while (run < text.length() && text.charAt(run) == '\\') {
        run++;
      }
      boolean matches = slashes == 1 ? (run - i) % 2 == 1 : run - i == 2;
      if (matches && run < text.length() && text.charAt(run) == closing) {
        return new Result(Search.CLOSED, run - slashes);
      }
      if (matches && run < text.length() && text.charAt(run) == opening) {
        return new Result(Search.REOPENED, run - slashes);
      }
      i = run;
    }
    return new Result(Search.NOTHING, limit);
  }

  /** Returns whether formulas of this pair are display formulas. */
  public boolean isDisplay() {
    return delimiter != Delimiter.PARENTHESIS
        && delimiter != Delimiter.DOUBLE_BACKSLASH_PARENTHESIS;
  }
}
