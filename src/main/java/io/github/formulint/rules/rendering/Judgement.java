package io.github.formulint.rules.rendering;

import io.github.formulint.markdown.Formula;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.Span;
import java.util.Map;
import java.util.Optional;

/**
 * What a verdict means for the author. The first engine that can run decides, which is KaTeX where
 * it was asked; when that one renders the formula, the other may still fail.
 *
 * @param kind what it means
 * @param engine the engine that fails
 * @param outcome its outcome
 */
record Judgement(Kind kind, EngineId engine, RenderOutcome outcome) {

  enum Kind {
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
  static Optional<Judgement> of(Verdict verdict) {
    if (verdict.isRendered()) {
      return Optional.empty();
    }
    boolean decided = false;
    for (Map.Entry<EngineId, RenderOutcome> each : verdict.outcomes().entrySet()) {
      Optional<Kind> kind = kind(each.getValue(), decided);
      if (kind.isPresent()) {
        return Optional.of(new Judgement(kind.get(), each.getKey(), each.getValue()));
      }
      decided |= each.getValue().isRendered();
    }
    return Optional.empty();
  }

  private static Optional<Kind> kind(RenderOutcome outcome, boolean decided) {
    if (outcome instanceof RenderOutcome.Runaway) {
      return Optional.of(decided ? Kind.RUNAWAY_OF_OTHER : Kind.RUNAWAY);
    }
    if (outcome instanceof RenderOutcome.Unsupported) {
      return Optional.of(decided ? Kind.DISAGREEMENT : Kind.LACK);
    }
    if (outcome instanceof RenderOutcome.Rejected || outcome instanceof RenderOutcome.Crashed) {
      return Optional.of(decided ? Kind.DISAGREEMENT : Kind.FAILURE);
    }
    return Optional.empty();
  }

  /** Returns the place in the source, in UTF-16 offsets. */
  Span place(Formula formula) {
    return FaultPlace.of(formula, outcome.place());
  }

  /** Returns the engine's words. */
  String reason() {
    return outcome.message().orElse("");
  }
}
