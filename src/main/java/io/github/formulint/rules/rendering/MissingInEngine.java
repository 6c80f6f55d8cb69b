package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A formula that is right, and that JLaTeXMath 1.0.7 refuses as it stands, since it lacks a
 * command, an environment or a character. Each thing that it is known to lack is told with what to
 * write instead; if there is none, what JLaTeXMath stumbles over.
 */
public final class MissingInEngine implements FormulaRule {

  private static final RuleId ID = new RuleId("missing-in-engine");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (formula.verdict().isRendered()) {
      return;
    }
    Judgement.of(formula.verdict())
        .filter(judgement -> judgement.kind() == Judgement.Kind.LACK)
        .ifPresent(judgement -> check(formula, judgement, findings));
  }

  private static void check(
      JudgedFormula formula, Judgement judgement, Consumer<Diagnostic> findings) {
    BrokenFormula read =
        new BrokenFormula(formula, formula.structure(), List.of(), judgement.engine());
    List<Lack> lacks = Lack.in(read);
    for (Lack lack : lacks) {
      findings.accept(
          formula.diagnostic(
              ID,
              Severity.ERROR,
              message(judgement, "`" + lack.name() + "`"),
              Optional.of(lack.hint()),
              lack.place(),
              lack.fix().stream().toList()));
    }
    Optional<Span> place = judgement.outcome().place();
    boolean isTold =
        place
            .map(span -> lacks.stream().anyMatch(lack -> lack.place().overlaps(span)))
            .orElse(!lacks.isEmpty());
    if (!isTold) {
      findings.accept(untold(formula, judgement));
    }
  }

  private static Diagnostic untold(JudgedFormula formula, Judgement judgement) {
    Span place = FaultPlace.of(formula.formula(), judgement.outcome().place());
    String found = place.of(formula.context().document().text());
    boolean isNamed = judgement.outcome().place().isPresent() && found.length() <= MOST_SHOWN;
    return new Diagnostic(
        ID,
        Severity.ERROR,
        isNamed
            ? message(judgement, "`" + Explanation.inOneLine(found) + "`")
            : judgement.engine().displayName()
                + " cannot show this formula, which is right for other engines; "
                + Effect.of(judgement.engine()),
        Optional.of(
            "write it otherwise, or show the document with another engine than "
                + judgement.engine().displayName()),
        place,
        Optional.of(formula.formula()),
        Optional.of(formula.verdict()),
        List.of());
  }

  /** What is longer is no name. */
  private static final int MOST_SHOWN = 40;

  private static String message(Judgement judgement, String thing) {
    return judgement.engine().displayName()
        + " does not know "
        + thing
        + "; "
        + Effect.of(judgement.engine());
  }
}
