package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import java.util.List;

/** {@code _} or {@code ^} in text, where it has no meaning without a backslash. */
public final class ScriptInText extends DefectRule {

  /** Makes the rule. */
  public ScriptInText() {
    super("script-in-text", Defect.SCRIPT_IN_TEXT, Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    boolean isUnderscore = fault.fault().subject().equals("_");
    return new Finding(
        fault.span(),
        "a `" + fault.fault().subject() + "` stands in text",
        isUnderscore
            ? "write `\\_` for the character, or end the text before a subscript"
            : "end the text before a superscript, as in `\\text{m}^2`",
        isUnderscore ? List.of(escape(formula, fault)) : List.of());
  }

  private static Fix escape(BrokenFormula formula, Fault fault) {
    return BrokenFormula.fix(
        "write `\\_`",
        isInName(formula, fault.span()) ? Applicability.SAFE : Applicability.UNSAFE,
        formula.edit(fault.span(), "\\_"));
  }

  /**
   * Whether the sign joins words, as in {@code find_kth}; one letter or a number behind it may be
   * meant as a subscript.
   */
  private static boolean isInName(BrokenFormula formula, Span sign) {
    String tex = formula.tex();
    int end = sign.end();
    while (end < tex.length() && isNamePart(tex.charAt(end))) {
      end++;
    }
    int start = sign.start();
    while (start > 0 && isNamePart(tex.charAt(start - 1))) {
      start--;
    }
    String behind = tex.substring(sign.end(), end);
    boolean several = tex.substring(start, end).chars().filter(c -> c == '_').count() > 1;
    return start < sign.start()
        && !behind.isEmpty()
        && Character.isLetter(behind.charAt(0))
        && (behind.length() > 1 || several);
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c < 0x80 && Character.isLetterOrDigit(c);
  }
}
