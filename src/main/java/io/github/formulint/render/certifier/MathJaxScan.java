package io.github.formulint.render.certifier;

import static io.github.formulint.render.certifier.CertifierTable.OPEN_ENDED;
import static io.github.formulint.render.certifier.CertifierTable.has;
import static io.github.formulint.render.certifier.CertifierTable.kind;

/**
 * One pass over one formula, where MathJax 3.2 reads otherwise than KaTeX. It reads what it has
 * made of the formula so far from a stack ({@code ts/input/tex/StackItemFactory.ts}), so a command
 * that prints nothing leaves the atom before it at the top; and it cuts arguments out of the text
 * before it reads them ({@code TexParser.GetArgument}).
 */
final class MathJaxScan extends FormulaScan {

  /** What macros are replaced with and the rest of the formula have 5 KB (maxBuffer). */
  private static final int MAX_LENGTH = 4000;

  /** Whether an environment was met that may stand in a formula only once. */
  private boolean hasEquation;

  MathJaxScan(CertifierTable table, String text, boolean display) {
    super(table, text, display);
  }

  @Override
  int maxLength() {
    return MAX_LENGTH;
  }

  @Override
  int behindSwitch(int atom) {
    return atom & NO_SCRIPTS;
  }

  /** Behind a script, they belong to something else. */
  @Override
  boolean mayHaveLimits(int atom) {
    return atom == LIMITS;
  }

  @Override
  boolean mayBreakLine() {
    return false;
  }

  /** An argument without braces is one token. */
  @Override
  boolean radicand() {
    return argument(CertifierTable.FORMULA, false);
  }

  @Override
  boolean leavesNothing(int flags) {
    return has(flags, OPEN_ENDED) && !filled;
  }

  /** What may print nothing may also put its atoms among the others: {@code \boldsymbol{x_a}_b}. */
  @Override
  int behindCall(int flags) {
    boolean splices = has(flags, OPEN_ENDED) || kind(flags) == CertifierTable.MACRO;
    return splices ? lastAtom & NO_SCRIPTS : 0;
  }

  /**
   * In the argument of a font, letters without a space between them are one atom; in the name of an
   * operator ({@code ts/input/tex/ams/AmsMethods.ts}), hyphens and stars belong to them; and a
   * number that begins with its point is one wherever it stands.
   */
  @Override
  boolean joins(char before, char character) {
    if (before == '.' && character >= '0' && character <= '9') {
      return true;
    }
    return isInName() && isOfName(before) && isOfName(character)
        || isInArgument() && isLetter(before) && isLetter(character);
  }

  private static boolean isOfName(char c) {
    return isLetter(c) || c == '-' || c == '*';
  }

  @Override
  boolean mayBeScript(int flags, int shape) {
    boolean holdsText = (shape >>> 1 & 7) == CertifierTable.TEXT;
    return !has(flags, OPEN_ENDED) || holdsText && filled;
  }

  @Override
  boolean ignoresBrackets() {
    return false;
  }

  @Override
  boolean mayCommentText() {
    return false;
  }

  @Override
  boolean mayBreakControlSpace() {
    return false;
  }

  /** Braces and brackets count in a comment, too, where arguments are cut out. */
  @Override
  boolean comment() {
    for (int i = at + 1; i < end && text.charAt(i) != '\n'; i++) {
      if ("{}[]\\$".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return super.comment();
  }

  @Override
  boolean mayBegin(int flags) {
    if (!super.mayBegin(flags)) {
      return false;
    }
    if (has(flags, CertifierTable.ONLY_ONCE)) {
      boolean isFirst = !hasEquation;
      hasEquation = true;
      return isFirst;
    }
    return true;
  }

  @Override
  boolean mayTagRow(int environment) {
    return has(environment, CertifierTable.TAKES_TAGS);
  }
}
