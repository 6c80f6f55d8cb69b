package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code \textcircled} around more than one character: the circle has room for one (KaTeX 0.18 sets
 * it as an accent, the sign U+25EF over its argument), and is printed over the others.
 */
public final class CrowdedCircle implements FormulaRule {

  private static final RuleId ID = new RuleId("crowded-circle");

  private static final int LAST_CIRCLED = 20;

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.UNSAFE);
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (!formula.tex().contains("\\textcircled")) {
      return;
    }
    formula.structure().scopes().stream()
        .filter(scope -> scope.isArgumentOf("\\textcircled") && scope.isBraced())
        .filter(scope -> content(formula, scope).matches("[0-9A-Za-z]{2,}"))
        .map(scope -> diagnostic(formula, scope))
        .forEach(findings);
  }

  /** Returns what stands in the circle; readers of scanned pages part digits by spaces. */
  private static String content(JudgedFormula formula, Scope scope) {
    String inside = formula.tex().substring(scope.span().start() + 1, scope.span().end() - 1);
    return inside.replace(" ", "");
  }

  private static Diagnostic diagnostic(JudgedFormula formula, Scope scope) {
    String content = content(formula, scope);
    Span span = new Span(scope.owner().orElseThrow().span().start(), scope.span().end());
    boolean isText =
        scope
            .parent()
            .filter(parent -> parent.mode() == io.github.formulint.tex.Mode.TEXT)
            .isPresent();
    Optional<String> circled = circled(content).map(sign -> isText ? sign : "\\text{" + sign + "}");
    String instead = circled.orElse(isText ? "(" + content + ")" : "(\\text{" + content + "})");
    return formula.diagnostic(
        ID,
        Severity.WARNING,
        "the circle has room for one character, and is printed over `" + content + "`",
        Optional.of("write `" + instead + "`"),
        span,
        List.of(
            new Fix(
                "write `" + instead + "`",
                Applicability.UNSAFE,
                List.of(new Edit(formula.edit(span, instead).span(), instead)))));
  }

  /** Returns the character for a number in a circle; Unicode has those up to 20. */
  private static Optional<String> circled(String content) {
    if (!content.matches("[1-9][0-9]")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(content);
    return number > LAST_CIRCLED
        ? Optional.empty()
        : Optional.of(Character.toString(0x2460 + number - 1));
  }
}
