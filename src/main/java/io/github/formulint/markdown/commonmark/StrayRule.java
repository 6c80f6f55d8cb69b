package io.github.formulint.markdown.commonmark;

import io.github.formulint.markdown.Delimiter;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an opening mark without its closing mark is worth a finding. Only evident mathematics is:
 * a lone dollar, a price or an escaped bracket is text.
 */
final class StrayRule {

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

  private StrayRule() {}

  /**
   * Returns the finding at an opening mark that did not become a formula, if it is one.
   *
   * @param opener the mark
   * @param text the text of the block
   * @param end up to where the text behind the mark may be its formula
   */
  static Optional<Match> judge(Opener opener, String text, int end) {
    int lineEnd = text.indexOf('\n', opener.end());
    int rest = lineEnd < 0 ? end : Math.min(end, lineEnd);
    String line = text.substring(opener.end(), Math.max(opener.end(), rest));
    Optional<Match> mismatch = mismatch(opener, text, line);
    if (mismatch.isPresent()) {
      return mismatch;
    }
    boolean startsLine = isBlankBefore(text, opener.start());
    boolean alone =
        startsLine && line.isBlank() && (lineEnd >= 0 && lineEnd <= end || end >= text.length());
    boolean evident =
        switch (opener.delimiter()) {
          case DOUBLE_DOLLAR -> alone || isEvident(line);
          case ENVIRONMENT -> startsLine;
          case BRACKET, DOUBLE_BACKSLASH_BRACKET ->
              isEvident(line) || alone && isEvident(nextLine(text, lineEnd));
          case PARENTHESIS, DOUBLE_BACKSLASH_PARENTHESIS -> isEvident(line);
          default -> isEvident(line);
        };
    return evident
        ? Optional.of(new Match.Unclosed(opener.delimiter(), opener.start(), opener.end()))
        : Optional.empty();
  }

  /** The first closing mark of another pair on the line, if what stands before it is a formula. */
  private static Optional<Match> mismatch(Opener opener, String text, String line) {
    for (int i = 0; i + 1 < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '$' && opener.delimiter() != Delimiter.DOLLAR) {
        return mismatchAt(opener, text, line, i, Opener.dollars(line, i));
      }
      if (c == '\\') {
        char next = line.charAt(i + 1);
        if (next == '(' || next == '[') {
          return Optional.empty();
        }
        if (next == ')' || next == ']') {
          return mismatchAt(opener, text, line, i, 2);
        }
        i++;
      }
    }
    return Optional.empty();
  }

  private static Optional<Match> mismatchAt(
      Opener opener, String text, String line, int at, int length) {
    String content = line.substring(0, at);
    MathLook look = MathLook.of(content);
    int start = opener.end() + at;
    boolean dollarOpens =
        text.charAt(start) == '$'
            && start + length < text.length()
            && !Character.isWhitespace(text.charAt(start + length))
            && (at == 0 || Character.isWhitespace(line.charAt(at - 1)));
    if (dollarOpens || !isEvident(content) || look.phrase() >= 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Match.Mismatched(
            opener.delimiter(), opener.start(), opener.end(), start, start + length));
  }

  /** Returns whether text begins like a formula: with a well-known command, or a power of one. */
  private static boolean isEvident(String text) {
    String content = text.strip();
    int end = 0;
    while (end < content.length() && !Character.isWhitespace(content.charAt(end))) {
      end++;
    }
    String word = content.substring(0, end);
    int command = word.indexOf('\\');
    while (command >= 0) {
      int stop = command + 1;
      while (stop < word.length()
          && Character.isLetter(word.charAt(stop))
          && word.charAt(stop) < 128) {
        stop++;
      }
      if (COMMANDS.contains(word.substring(command + 1, stop))) {
        return true;
      }
      command = word.indexOf('\\', command + 1);
    }
    return word.contains("^{") || word.contains("_{");
  }

  private static String nextLine(String text, int lineEnd) {
    if (lineEnd < 0) {
      return "";
    }
    int end = text.indexOf('\n', lineEnd + 1);
    return text.substring(lineEnd + 1, end < 0 ? text.length() : end);
  }

  private static boolean isBlankBefore(String text, int index) {
    int at = index;
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  /** Returns whether an offset lies inside an address that stands in the text as it is. */
  static boolean isInAddress(DocumentText document, int offset) {
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
