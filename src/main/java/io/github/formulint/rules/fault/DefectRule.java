package io.github.formulint.rules.fault;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.EngineId;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells of one kind of fault in formulas that an engine refuses, each fault once. */
public abstract class DefectRule implements FormulaRule {

  private final RuleId id;
  private final Defect defect;
  private final Set<Applicability> fixes;

  /**
   * Makes the rule.
   *
   * @param id its name
   * @param defect what it tells of
   * @param fixes how sure its fixes are
   */
  protected DefectRule(String id, Defect defect, Applicability... fixes) {
    this.id = new RuleId(id);
    this.defect = defect;
    this.fixes = Set.of(fixes);
  }

  /**
   * What is told of a fault.
   *
   * @param place where, in UTF-16 offsets into the TeX
   * @param cause what is wrong, as the first half of a sentence
   * @param hint what to write instead; may be empty
   * @param fixes ways to mend it, the best first
   */
  public record Finding(Span place, String cause, String hint, List<Fix> fixes) {}

  @Override
  public final RuleId id() {
    return id;
  }

  @Override
  public final RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public final Set<Applicability> fixes() {
    return fixes;
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (formula.verdict().isRendered()) {
      return;
    }
    Map<Span, BrokenFormula.Fault> faults = new LinkedHashMap<>();
    Map<Span, List<BrokenFormula>> refused = new LinkedHashMap<>();
    for (BrokenFormula broken : BrokenFormula.of(formula)) {
      told(broken)
          .forEach(
              fault -> {
                faults.putIfAbsent(fault.span(), fault);
                refused.computeIfAbsent(fault.span(), span -> new ArrayList<>()).add(broken);
              });
    }
    faults.forEach(
        (span, fault) -> {
          List<EngineId> engines = refused.get(span).stream().map(BrokenFormula::engine).toList();
          if (formula.isShownBy(engines)) {
            Finding finding = find(refused.get(span).get(0), fault);
            findings.accept(diagnostic(formula, engines, finding));
          }
        });
  }

  /** Returns the faults of a formula that this rule tells of. */
  protected Stream<BrokenFormula.Fault> told(BrokenFormula formula) {
    return formula.faults(defect).stream();
  }

  /** Returns what to tell of a fault of this rule. */
  protected abstract Finding find(BrokenFormula formula, BrokenFormula.Fault fault);

  private Diagnostic diagnostic(JudgedFormula formula, List<EngineId> engines, Finding finding) {
    return formula
        .diagnostic(
            id,
            Severity.ERROR,
            finding.cause() + "; " + Effect.of(formula, engines),
            Optional.of(finding.hint()).filter(hint -> !hint.isEmpty()),
            finding.place(),
            finding.fixes())
        .withPlatforms(formula.platforms(engines));
  }
}
