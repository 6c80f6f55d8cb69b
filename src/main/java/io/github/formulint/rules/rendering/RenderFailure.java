package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Platform;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.rule.Echoes;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.MendedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.Effect;
import io.github.formulint.rules.fault.Explanation;
import io.github.formulint.rules.fault.FaultPlace;
import io.github.formulint.rules.fault.FaultReading;
import io.github.formulint.rules.fault.Judgement;
import io.github.formulint.rules.structure.UnbalancedBrace;
import io.github.formulint.source.Span;
import io.github.formulint.tex.TexFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A formula that KaTeX refuses; or, where KaTeX was not asked or cannot run, one that JLaTeXMath
 * refuses. It tells only what no other rule tells: the faults that others have found are mended in
 * memory, and if an engine still refuses the formula at another place, that is the finding.
 */
public final class RenderFailure implements FormulaRule {

  private static final RuleId ID = new RuleId("render-failure");

  private final List<FormulaRule> others;

  /**
   * Makes the rule.
   *
   * @param others the rules that tell in their own words why a formula does not render
   */
  public RenderFailure(List<FormulaRule> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public boolean tellsTheRest() {
    return true;
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    List<Judgement> failures = Judgement.failures(formula.verdict());
    if (failures.isEmpty() || UnbalancedBrace.isRest(formula)) {
      return;
    }
    List<Diagnostic> found = new ArrayList<>();
    others.forEach(rule -> rule.check(formula, found::add));
    found.sort(Diagnostic.BY_PLACE);
    List<Diagnostic> told = Echoes.without(formula, found, others);
    MendedFormula mended = MendedFormula.of(formula, told);
    if (mended.isChanged()) {
      failures = Judgement.failures(formula.context().verdict(mended.source()));
    }
    Map<String, Diagnostic> distinct = new LinkedHashMap<>();
    for (Judgement failure : failures) {
      List<Diagnostic> toldOfIt = told.stream().filter(each -> isOf(each, failure)).toList();
      if (!isRefusedBefore(failure, toldOfIt)
          && !isTold(formula, toldOfIt, mended, failure)
          && formula.isShownBy(List.of(failure.engine()))
          && !(mended.isChanged() && hasNewFault(formula, mended))) {
        Diagnostic finding = diagnostic(formula, mended, failure);
        distinct.merge(finding.message(), finding, RenderFailure::merge);
      }
    }
    distinct.values().stream()
        .filter(
            finding -> told.stream().noneMatch(each -> each.message().equals(finding.message())))
        .forEach(findings);
  }

  /** Returns whether MathJax is not asked at all on GitHub, which nothing mends. */
  private static boolean isRefusedBefore(Judgement failure, List<Diagnostic> told) {
    return failure.engine() == EngineId.MATHJAX_GITHUB
        && told.stream()
            .anyMatch(each -> each.rule().equals(RefusedCommand.ID) && each.fixes().isEmpty());
  }

  /** Returns whether a finding is about an engine: on a platform that has it, or everywhere. */
  private static boolean isOf(Diagnostic finding, Judgement failure) {
    return finding.platforms().isEmpty()
        || finding.platforms().stream()
            .anyMatch(platform -> platform.profile().engine() == failure.engine());
  }

  private static Diagnostic merge(Diagnostic one, Diagnostic other) {
    List<Platform> platforms = new ArrayList<>(one.platforms());
    platforms.addAll(other.platforms());
    return one.withPlatforms(platforms);
  }

  /**
   * Returns whether an engine stumbles over what others have told. Where it names no place, or one
   * at which only the mending is at fault, nothing can be told beyond that.
   */
  private static boolean isTold(
      JudgedFormula formula, List<Diagnostic> told, MendedFormula mended, Judgement failure) {
    if (told.isEmpty()) {
      return false;
    }
    Optional<Span> place = failure.outcome().place().map(mended::original);
    if (place.isEmpty()) {
      return true;
    }
    Span inSource = formula.formula().offsets().toSource(place.get());
    List<BrokenFormula.Fault> faults =
        BrokenFormula.of(formula).stream()
            .filter(broken -> broken.engine() == failure.engine())
            .flatMap(broken -> broken.faults().stream())
            .toList();
    return told.stream().anyMatch(finding -> BrokenFormula.touch(inSource, finding.span()))
        || faults.stream().anyMatch(fault -> BrokenFormula.touch(place.get(), fault));
  }

  /**
   * Returns whether the mending makes a fault of structure that the formula does not have as it
   * stands: what an engine says then may be our own doing.
   */
  private static boolean hasNewFault(JudgedFormula formula, MendedFormula mended) {
    List<TexFault> known = formula.structure().faults();
    if (known.size() > FaultReading.MOST_FAULTS) {
      return false; // Each would be compared with each.
    }
    return mended.judged().structure().faults().stream()
        .anyMatch(
            fault ->
                known.stream()
                    .noneMatch(
                        other ->
                            other.kind() == fault.kind()
                                && BrokenFormula.touch(
                                    mended.original(fault.span()), other.span())));
  }

  private static Diagnostic diagnostic(
      JudgedFormula formula, MendedFormula mended, Judgement failure) {
    Span place = FaultPlace.of(formula.formula(), failure.outcome().place().map(mended::original));
    Explanation explanation = explanation(failure, place.of(formula.context().document().text()));
    List<EngineId> engines = List.of(failure.engine());
    return new Diagnostic(
        ID,
        Severity.ERROR,
        explanation.cause() + "; " + Effect.of(formula, engines),
        explanation.hint(),
        place,
        Optional.of(formula.formula()),
        Optional.of(formula.verdict()),
        List.of(),
        formula.platforms(engines));
  }

  private static Explanation explanation(Judgement judgement, String found) {
    if (judgement.outcome() instanceof RenderOutcome.Crashed) {
      return new Explanation(
          judgement.engine().displayName() + " breaks down over this formula",
          Optional.of("make it smaller or simpler"));
    }
    if (judgement.outcome() instanceof RenderOutcome.Incomplete incomplete) {
      return new Explanation(
          judgement.engine().displayName()
              + " does not know `"
              + String.join("`, `", incomplete.names())
              + "`",
          Optional.of("write it with commands that it knows"));
    }
    return Explanation.of(judgement.reason(), judgement.engine(), found);
  }
}
