package io.github.formulint.markdown.universal.mark;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.tex.Tokenizer;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an opening mark without its closing mark is worth a finding. Only evident mathematics is:
 * a lone dollar, a price or an escaped bracket is text.
 */
public final class StrayRule {

  /** How far back an address such as {@code https://…} is looked for. */
  private static final int MAX_ADDRESS = 300;

  /** Commands that stand in formulas only. */
  private static final Set<String> COMMANDS =
      Set.of(
          "frac",
          "dfrac",
          "tfrac",
          "sqrt",
          "sum",
          "prod",
          "int",
          "lim",
          "binom",
          "mathbb",
          "mathcal",
          "mathbf",
          "mathrm",
          "mathfrak",
          "mathit",
          "mathsf",
          "boldsymbol",
          "bm",
          "operatorname",
          "left",
          "hat",
          "bar",
          "vec",
          "tilde",
          "overline",
          "widehat",
          "dot",
          "partial",
          "nabla",
          "infty",
          "alpha",
          "beta",
          "gamma",
          "delta",
          "epsilon",
          "varepsilon",
          "theta",
          "lambda",
          "mu",
          "sigma",
          "omega",
          "phi",
          "varphi",
          "pi",
          "rho",
          "tau",
          "Delta",
          "Omega",
          "Sigma",
          "Gamma",
          "Theta",
          "log",
          "exp",
          "sin",
          "cos",
          "max",
          "min",
          "argmax",
          "forall",
          "exists",
          "ell",
          "dots",
          "ldots",
          "cdot",
          "begin",
          "displaystyle",
          "text");

  private static final Set<String> OTHER_CLOSERS = Set.of("$", "$$", "\\]", "\\)");

  private StrayRule() {}

  /**
   * Returns the finding at an opening mark that did not become a formula, if it is one.
   *
   * @param opener the mark
   * @param text the text of the block
   * @param end up to where the text behind the mark may be its formula
   * @param place whether the mark begins its line
   */
  public static Optional<Match> judge(Opener opener, String text, int end, Place place) {
    int lineEnd = lineEnd(text, opener.end(), Math.max(opener.end(), end));
    String line = text.substring(opener.end(), lineEnd);
    boolean wholeLine = lineEnd == text.length() || text.charAt(lineEnd) == '\n';
    boolean alone = place == Place.LINE_START && wholeLine && line.isBlank();
    Optional<Match> mismatch =
        mismatchOnLine(opener, text, line)
            .or(() -> alone ? mismatchOnNextLines(opener, text, lineEnd, end) : Optional.empty());
    if (mismatch.isPresent()) {
      return mismatch;
    }
    return isEvident(opener, line, place, alone, nextLine(text, lineEnd, end))
        ? Optional.of(new Match.Unclosed(opener.delimiter(), opener.start(), opener.end()))
        : Optional.empty();
  }

  /** Where on its line a mark stands. */
  public enum Place {
    /** Nothing stands before it. */
    LINE_START,
    /** Text stands before it. */
    IN_LINE
  }

  private static boolean isEvident(
      Opener opener, String line, Place place, boolean alone, String nextLine) {
    if (beginsLikeFormula(line)) {
      return true;
    }
    MathLook look = MathLook.of(line);
    return switch (opener.delimiter()) {
      case DOUBLE_DOLLAR ->
          alone
              || place == Place.LINE_START
                  && look.words() == 0
                  && look.operators() > 0
                  && look.isMath();
      case ENVIRONMENT -> place == Place.LINE_START;
      case BRACKET, DOUBLE_BACKSLASH_BRACKET -> alone && beginsLikeFormula(nextLine);
      case PARENTHESIS, DOUBLE_BACKSLASH_PARENTHESIS -> firstWord(line).indexOf('^') > 0;
      default -> false;
    };
  }

  /** The first closing mark of another pair on the line, if what stands before it is a formula. */
  private static Optional<Match> mismatchOnLine(Opener opener, String text, String line) {
    int at = otherCloser(opener, line);
    if (at < 0) {
      return Optional.empty();
    }
    int start = opener.end() + at;
    int length = text.charAt(start) == '$' ? Opener.dollars(text, start) : 2;
    boolean dollarOpens =
        text.charAt(start) == '$'
            && start + length < text.length()
            && !Character.isWhitespace(text.charAt(start + length))
            && (at == 0 || Character.isWhitespace(line.charAt(at - 1)));
    String content = line.substring(0, at);
    if (dollarOpens || !beginsLikeFormula(content) || MathLook.of(content).phrase() >= 2) {
      return Optional.empty();
    }
    return mismatched(opener, start, start + length);
  }

  /** A line with nothing but the closing mark of another pair, behind lines of TeX. */
  private static Optional<Match> mismatchOnNextLines(
      Opener opener, String text, int firstLineEnd, int end) {
    int line = firstLineEnd + 1;
    boolean math = false;
    while (line < end) {
      int lineEnd = lineEnd(text, line, end);
      String content = text.substring(line, lineEnd);
      String mark = content.strip();
      if (OTHER_CLOSERS.contains(mark) && !mark.equals(opener.closer())) {
        int start = line + content.indexOf(mark);
        return math ? mismatched(opener, start, start + mark.length()) : Optional.empty();
      }
      if (mark.isEmpty() || ProseRule.isProse(content, ProseRule.After.TEXT_LINE)) {
        return Optional.empty();
      }
      math |= MathLook.of(content).isMath();
      line = lineEnd + 1;
    }
    return Optional.empty();
  }

  private static Optional<Match> mismatched(Opener opener, int closerStart, int closerEnd) {
    return Optional.of(
        new Match.Mismatched(
            opener.delimiter(), opener.start(), opener.end(), closerStart, closerEnd));
  }

  /** Returns the offset of the first closing mark of another pair, or -1. */
  private static int otherCloser(Opener opener, String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '$' && opener.delimiter() != Delimiter.DOLLAR) {
        return i;
      }
      if (c == '\\' && i + 1 < line.length()) {
        char next = line.charAt(i + 1);
        if (next == '(' || next == '[') {
          return -1;
        }
        if (next == ')' || next == ']') {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** Returns whether text begins like a formula: with a well-known command or a braced script. */
  private static boolean beginsLikeFormula(String text) {
    String word = firstWord(text);
    for (int i = word.indexOf('\\'); i >= 0; i = word.indexOf('\\', i + 1)) {
      int end = i + 1;
      while (end < word.length() && Tokenizer.isNameCharacter(word.charAt(end))) {
        end++;
      }
      if (COMMANDS.contains(word.substring(i + 1, end))) {
        return true;
      }
    }
    return word.contains("^{") || word.contains("_{");
  }

  private static String firstWord(String text) {
    String content = text.strip();
    int end = 0;
    while (end < content.length() && !Character.isWhitespace(content.charAt(end))) {
      end++;
    }
    return content.substring(0, end);
  }

  private static String nextLine(String text, int lineEnd, int end) {
    return lineEnd + 1 >= end ? "" : text.substring(lineEnd + 1, lineEnd(text, lineEnd + 1, end));
  }

  /** Returns the end of a line, or a limit if that is nearer. */
  private static int lineEnd(String text, int from, int limit) {
    int end = from;
    while (end < limit && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  /** Returns whether an offset lies inside an address that stands in the text as it is. */
  public static boolean isInAddress(DocumentText document, int offset) {
    int start = offset;
    while (offset - start < MAX_ADDRESS && isAddressCharacter(document.before(start))) {
      start--;
      if (document.at(start) == ':' && document.text().startsWith("://", start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAddressCharacter(char c) {
    return c > ' ' && c < 128 && "<>\"`(|".indexOf(c) < 0;
  }
}
