package io.github.formulint.rules.fault;

import io.github.formulint.markdown.Formula;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a verdict means for the author. The engines of pages decide, KaTeX and MathJax, or
 * JLaTeXMath where none of them was asked or can run; when they render the formula, JLaTeXMath may
 * still fail.
 *
 * @param kind what it means
 * @param engine the engine that fails
 * @param outcome its outcome
 */
public record Judgement(Kind kind, EngineId engine, RenderOutcome outcome) {

  /** What a verdict can mean. */
  public enum Kind {
    /** The deciding engine refuses the formula or breaks down over it. */
    FAILURE,
    /** The formula is right, and the deciding engine lacks what it takes to render it. */
    LACK,
    /** The deciding engine renders it, the other refuses it or breaks down over it. */
    DISAGREEMENT,
    /** The formula is too much for the deciding engine. */
    RUNAWAY,
    /** The deciding engine renders it, for the other it is too much. */
    RUNAWAY_OF_OTHER
  }

  /** Returns the judgement of a formula that does not render everywhere; each has only one. */
  public static Optional<Judgement> of(Verdict verdict) {
    if (verdict.isRendered()) {
      return Optional.empty();
    }
    boolean decided = false;
    for (Map.Entry<EngineId, RenderOutcome> each : verdict.outcomes().entrySet()) {
      boolean isSecondOpinion = decided && each.getKey() == EngineId.JLATEXMATH;
      Optional<Kind> kind = kind(each.getValue(), isSecondOpinion);
      if (kind.isPresent()) {
        return Optional.of(new Judgement(kind.get(), each.getKey(), each.getValue()));
      }
      decided |= each.getValue().isRendered();
    }
    return Optional.empty();
  }

  /** Returns what each deciding engine that refuses a formula says, in their order. */
  public static List<Judgement> failures(Verdict verdict) {
    Optional<Judgement> first = of(verdict).filter(each -> each.kind() == Kind.FAILURE);
    if (first.isEmpty()) {
      return List.of();
    }
    List<Judgement> failures = new ArrayList<>(List.of(first.get()));
    for (Map.Entry<EngineId, RenderOutcome> each : verdict.outcomes().entrySet()) {
      boolean isFurther =
          each.getKey().compareTo(first.get().engine()) > 0
              && each.getKey() != EngineId.JLATEXMATH
              && kind(each.getValue(), false).filter(kind -> kind == Kind.FAILURE).isPresent();
      if (isFurther) {
        failures.add(new Judgement(Kind.FAILURE, each.getKey(), each.getValue()));
      }
    }
    return failures;
  }

  private static Optional<Kind> kind(RenderOutcome outcome, boolean decided) {
    if (outcome instanceof RenderOutcome.Runaway) {
      return Optional.of(decided ? Kind.RUNAWAY_OF_OTHER : Kind.RUNAWAY);
    }
    if (outcome instanceof RenderOutcome.Unsupported) {
      return Optional.of(decided ? Kind.DISAGREEMENT : Kind.LACK);
    }
    if (outcome instanceof RenderOutcome.Rejected
        || outcome instanceof RenderOutcome.Crashed
        || outcome instanceof RenderOutcome.Incomplete) {
      return Optional.of(decided ? Kind.DISAGREEMENT : Kind.FAILURE);
    }
    return Optional.empty();
  }

  /** Returns the place in the source, in UTF-16 offsets. */
  public Span place(Formula formula) {
    return FaultPlace.of(formula, outcome.place());
  }

  /** Returns the engine's words. */
  public String reason() {
    return outcome.message().orElse("");
  }
}
