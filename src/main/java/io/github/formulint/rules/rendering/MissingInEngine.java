package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.EngineId;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.Effect;
import io.github.formulint.rules.fault.Explanation;
import io.github.formulint.rules.fault.FaultPlace;
import io.github.formulint.rules.fault.Judgement;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula that is right, and that JLaTeXMath 1.0.7 refuses as it stands, since it lacks a
 * command, an environment or a character. Each thing that it is known to lack is told with what to
 * write instead; if there is none, what JLaTeXMath stumbles over.
 */
public final class MissingInEngine implements FormulaRule {

  private static final RuleId ID = new RuleId("missing-in-engine");

  /** The words of {@code FailureReader}. */
  private static final Pattern MISSING =
      Pattern.compile(
          "unknown environment (\\S+)|unknown command (\\\\\\S+)|the character (\\S) cannot be shown");

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
  public boolean canFind(Set<EngineId> engines, boolean hasPlatforms) {
    return engines.equals(Set.of(EngineId.JLATEXMATH));
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
              message(formula, judgement, "`" + lack.name() + "`"),
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
    return new Diagnostic(
        ID,
        Severity.ERROR,
        missing(judgement.reason())
            .map(thing -> message(formula, judgement, thing))
            .orElse(
                judgement.engine().displayName()
                    + " cannot show this formula as it stands ("
                    + Explanation.inOneLine(judgement.reason())
                    + "); "
                    + Effect.of(formula, List.of(judgement.engine()))),
        Optional.of(
            "write it otherwise, or show the document with another engine than "
                + judgement.engine().displayName()),
        FaultPlace.of(formula.formula(), judgement.outcome().place()),
        Optional.of(formula.formula()),
        Optional.of(formula.verdict()),
        List.of());
  }

  /** Returns what JLaTeXMath lacks, if its words name it. */
  private static Optional<String> missing(String reason) {
    Matcher matcher = MISSING.matcher(reason);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        matcher.group(1) != null
            ? "`\\begin{" + matcher.group(1) + "}`"
            : "`" + matcher.group(matcher.group(2) != null ? 2 : 3) + "`");
  }

  private static String message(JudgedFormula formula, Judgement judgement, String thing) {
    return judgement.engine().displayName()
        + " does not know "
        + thing
        + "; "
        + Effect.of(formula, List.of(judgement.engine()));
  }
}
