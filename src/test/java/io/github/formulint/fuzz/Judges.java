package io.github.formulint.fuzz;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.render.jlatexmath.JLatexMathProvider;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.render.mathjax.MathJaxProvider;
import io.github.formulint.render.mathjax.MathJaxSetup;
import io.github.formulint.tex.MathSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The judge of the documents, and a second one to compare with: it has no memory and is asked in
 * another order, and from time to time it begins anew. For one thread.
 */
final class Judges {

  /** Opening engines takes as long as a few hundred formulas. */
  private static final int WORTH_OPENING = 2_000;

  /** The eight runaways before take half a minute. */
  private static final int WORTH_TRYING_AGAIN = 300;

  /** What the second judge takes longer for may have been stopped elsewhere. */
  private static final Duration NEAR_LIMIT = Duration.ofMillis(300);

  private List<RenderEngine.Provider> providers = newProviders();
  private final Map<EngineId, EngineWorker> second = new EnumMap<>(EngineId.class);
  private FormulaJudge first = newJudge();
  private int askedSecond;
  private int documents;
  private boolean hasUntried;

  private static List<RenderEngine.Provider> newProviders() {
    return List.of(
        new KatexProvider(),
        new MathJaxProvider(MathJaxSetup.FULL),
        new JLatexMathProvider(Manner.TRANSLATED, notice -> {}));
  }

  private FormulaJudge newJudge() {
    return new FormulaJudge(providers, 1, notice -> {});
  }

  FormulaJudge first() {
    return first;
  }

  /** Begins with new engines and without memory. */
  void forget() {
    first.close();
    second.values().forEach(EngineWorker::close);
    second.clear();
    askedSecond = 0;
    providers = newProviders();
    first = newJudge();
    documents = 0;
    hasUntried = false;
  }

  /** After some runaways the engines try less: that is tested too, but not for ever. */
  void nextDocument() {
    documents++;
    if (hasUntried && documents > WORTH_TRYING_AGAIN) {
      forget();
    }
  }

  Verdict judge(MathSource formula) {
    Verdict verdict = first.judge(List.of(formula)).get(formula);
    verdict.outcomes().forEach((engine, outcome) -> requireAnswer(engine, formula, outcome));
    return verdict;
  }

  /** Throws if the second judge says otherwise of a formula. */
  void requireSameAlone(List<MathSource> formulas) {
    List<MathSource> others = new ArrayList<>(formulas);
    Collections.reverse(others);
    for (RenderEngine.Provider provider : providers) {
      List<RenderOutcome> outcomes = worker(provider).render(others).join();
      for (int i = 0; i < others.size(); i++) {
        requireAnswer(provider.id(), others.get(i), outcomes.get(i));
        RenderOutcome usual =
            first.judge(List.of(others.get(i))).get(others.get(i)).of(provider.id()).orElseThrow();
        PipelineCheck.require(
            areAlike(outcomes.get(i), usual)
                || isNearLimit(provider, others.get(i), outcomes.get(i), usual),
            "another verdict alone: " + others.get(i) + " " + usual + " " + outcomes.get(i));
      }
    }
    askedSecond += others.size();
  }

  /** After many runaways the next is not tried, and what ends a runaway is a matter of speed. */
  private static boolean areAlike(RenderOutcome one, RenderOutcome other) {
    return one.equals(other)
        || one instanceof RenderOutcome.NotTried
        || other instanceof RenderOutcome.NotTried
        || one instanceof RenderOutcome.Runaway && other instanceof RenderOutcome.Runaway;
  }

  /** The time decides only of what takes long: then the verdict is that of a busy machine. */
  private boolean isNearLimit(
      RenderEngine.Provider provider, MathSource formula, RenderOutcome one, RenderOutcome other) {
    if (!(one instanceof RenderOutcome.TimedOut || other instanceof RenderOutcome.TimedOut)) {
      return false;
    }
    long start = System.nanoTime();
    worker(provider).render(List.of(formula)).join();
    return System.nanoTime() - start > NEAR_LIMIT.toNanos();
  }

  private EngineWorker worker(RenderEngine.Provider provider) {
    if (askedSecond > WORTH_OPENING) {
      second.values().forEach(EngineWorker::close);
      second.clear();
      askedSecond = 0;
    }
    return second.computeIfAbsent(
        provider.id(), id -> new EngineWorker(provider, EngineWorker.DEFAULT_LIMIT));
  }

  /** Only of JLaTeXMath something else than the time says what is too much. */
  private void requireAnswer(EngineId engine, MathSource formula, RenderOutcome outcome) {
    boolean isLate =
        engine == EngineId.JLATEXMATH
            && outcome instanceof RenderOutcome.TimedOut late
            && late.reason().startsWith("no answer");
    hasUntried = hasUntried || outcome instanceof RenderOutcome.NotTried;
    PipelineCheck.require(!isLate, "an engine did not answer: " + formula);
  }
}
