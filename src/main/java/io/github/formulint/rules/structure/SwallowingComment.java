package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.TexStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** {@code %} that makes a comment of what readers should see. */
public final class SwallowingComment extends DefectRule {

  private static final Pattern LABEL =
      Pattern.compile(
          "\\s*\\p{L}+\\.?\\s*[(（]?\\d+(?:[.-]\\d+)*[)）]?\\s*|\\s*[(（]\\d+(?:[.-]\\d+)*[)）]\\s*");

  /** What begins a remark: a capitalized word, a number in parentheses, the word for a formula. */
  private static final Pattern REMARK =
      Pattern.compile(
          "[ \\t]+(?:[A-Z][a-z]+|[(（]\\s*\\d|eqn?\\b|see\\b)|[ \\t]*(?:Formula|Equation|Eq\\b|公式|式|注|수식)");

  /** Makes the rule. */
  public SwallowingComment() {
    super(
        "swallowing-comment", Defect.SWALLOWING_COMMENT, Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (formula.verdict().isRendered()) {
      silent(formula).ifPresent(findings);
    } else {
      super.check(formula, findings);
    }
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    return new Finding(
        fault.span(),
        "the `%` makes a comment of all behind it, with what the formula needs",
        "write `\\%` for the character",
        List.of(escape(formula.judged(), fault.span())));
  }

  /**
   * A formula that ends within a comment renders, without the comment. In a display formula that
   * may be meant, unless the sign stands right behind a number.
   */
  private Optional<Diagnostic> silent(JudgedFormula formula) {
    if (formula.tex().indexOf('%') < 0) {
      return Optional.empty();
    }
    TexStructure structure = formula.structure();
    return structure
        .unfinishedComment()
        .map(comment -> new Span(comment.span().start(), comment.span().start() + 1))
        .filter(percent -> !formula.tex().substring(0, percent.start()).isBlank())
        .filter(percent -> !isLabel(formula.tex().substring(percent.end())))
        .filter(
            percent ->
                formula.formula().style() == MathStyle.INLINE
                    || isBehindNumber(formula.tex(), percent)
                        && !isRemark(formula.tex(), percent.end()))
        .map(
            percent ->
                formula.diagnostic(
                    id(),
                    Severity.ERROR,
                    "the `%` makes a comment of all behind it; readers do not see it",
                    Optional.of("write `\\%` for the character"),
                    percent,
                    List.of(escape(formula, percent))));
  }

  /** A number of the formula, such as {@code Formula (7)}, is a comment that was meant. */
  private static boolean isLabel(String comment) {
    return LABEL.matcher(comment).matches();
  }

  /** Returns whether a name of the formula or a sentence follows: the comment was meant. */
  private static boolean isRemark(String tex, int start) {
    return REMARK.matcher(tex).region(start, tex.length()).lookingAt();
  }

  /** A percent sign behind a number is one; elsewhere it may begin a comment that was meant. */
  private static Fix escape(JudgedFormula formula, Span percent) {
    String tex = formula.tex();
    int lineEnd = tex.indexOf('\n', percent.end());
    List<Span> percents = percents(tex, percent.start(), lineEnd < 0 ? tex.length() : lineEnd);
    boolean isMeant =
        percents.stream().allMatch(each -> isBehindNumber(tex, each))
            || percents.size() == 1 && onlyClosersFollow(tex, percent.end());
    return new Fix(
        "write `\\%`",
        isMeant ? Applicability.SAFE : Applicability.UNSAFE,
        percents.stream().map(each -> formula.edit(each, "\\%")).toList());
  }

  /** Returns the signs that would begin a comment when those before them do not. */
  private static List<Span> percents(String tex, int start, int end) {
    List<Span> percents = new ArrayList<>();
    for (int at = tex.indexOf('%', start); at >= 0 && at < end; at = tex.indexOf('%', at + 1)) {
      if (at == start || tex.charAt(at - 1) != '\\') {
        percents.add(new Span(at, at + 1));
      }
    }
    return percents;
  }

  private static boolean onlyClosersFollow(String tex, int start) {
    return tex.substring(start).chars().allMatch(c -> " \n}])".indexOf(c) >= 0);
  }

  private static boolean isBehindNumber(String tex, Span percent) {
    return percent.start() > 0 && Character.isDigit(tex.charAt(percent.start() - 1));
  }
}
