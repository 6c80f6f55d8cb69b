package io.github.formulint.run;

import io.github.formulint.cache.Cache;
import io.github.formulint.config.Config;
import io.github.formulint.config.FixMode;
import io.github.formulint.lint.Checker;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintRun;
import io.github.formulint.lint.Linter;
import io.github.formulint.lint.Outcome;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.render.Judge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.SummaryCounter;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.tex.MathSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One run over documents: checks or mends each as the configuration says, and counts what is found.
 * It writes nothing: whoever runs it does so with the outcomes. For one thread and one run.
 */
public final class DocumentRun {

  private final Config config;
  private final MarkdownReader reader;
  private final Judge judge;
  private final Optional<Cache> cache;
  private final SummaryCounter counter = new SummaryCounter();
  private final AtomicBoolean lacksEngines = new AtomicBoolean();

  /**
   * Makes a run.
   *
   * @param config what is asked for
   * @param reader finds the formulas
   * @param judge says whether they render
   * @param cache what earlier runs found, if that counts
   */
  public DocumentRun(Config config, MarkdownReader reader, Judge judge, Optional<Cache> cache) {
    this.config = Objects.requireNonNull(config);
    this.reader = Objects.requireNonNull(reader);
    this.judge = Objects.requireNonNull(judge);
    this.cache = Objects.requireNonNull(cache);
  }

  /**
   * Checks documents, and mends them in memory if the configuration says so.
   *
   * @param inputs the documents
   * @param outcomes takes what became of each, in their order, on the calling thread
   * @return what was found
   * @throws InterruptedException if the calling thread is interrupted
   */
  public RunResult over(List<Input> inputs, Consumer<Outcome> outcomes)
      throws InterruptedException {
    Checker checker =
        cache.isPresent() ? cache.get().checker(this::judge, this::linter) : linter(this::judge);
    LintRun run = new LintRun(config.jobs());
    Consumer<Outcome> counted =
        outcome -> {
          count(outcome);
          outcomes.accept(outcome);
        };
    if (config.fixMode() == FixMode.SHOW) {
      run.check(inputs, checker, counted);
    } else {
      run.mend(inputs, checker, config.appliedFixes(), counted);
    }
    return new RunResult(counter.summary(), lacksEngines.get());
  }

  private Checker linter(Judge asked) {
    return new Linter(reader, asked, BuiltInRules.all(), config.platforms());
  }

  private Map<MathSource, Verdict> judge(Collection<MathSource> formulas) {
    Map<MathSource, Verdict> verdicts = judge.judge(formulas);
    if (verdicts.values().stream().anyMatch(DocumentRun::isUnjudged)) {
      lacksEngines.set(true);
    }
    return verdicts;
  }

  private static boolean isUnjudged(Verdict verdict) {
    return !verdict.isRendered()
        && verdict.outcomes().values().stream()
            .allMatch(outcome -> outcome instanceof RenderOutcome.Unavailable);
  }

  private void count(Outcome outcome) {
    if (outcome instanceof Outcome.Linted linted) {
      counter.add(linted.result());
    } else if (outcome instanceof Outcome.Mended mended) {
      counter.add(mended.mended());
    }
  }
}
