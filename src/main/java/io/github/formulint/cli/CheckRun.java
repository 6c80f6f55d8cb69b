package io.github.formulint.cli;

import io.github.formulint.config.Config;
import io.github.formulint.config.FixMode;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintRun;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.lint.Outcome;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.report.SummaryCounter;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One run over documents: hands what it finds to the reporter, and decides on the exit code. */
final class CheckRun {

  private final Config config;
  private final Wiring wiring;
  private final Messages messages;
  private final Environment environment;
  private final MendedDocuments mendedDocuments;
  private final SummaryCounter counter = new SummaryCounter();
  private final AtomicBoolean lacksEngines = new AtomicBoolean();
  private boolean hasProblems;
  private boolean isBroken;

  CheckRun(Config config, Wiring wiring, Messages messages, Environment environment) {
    this.config = config;
    this.wiring = wiring;
    this.messages = messages;
    this.environment = environment;
    this.mendedDocuments = new MendedDocuments(config.fixMode(), environment);
  }

  /** Says that something cannot be read. */
  void problem(String message) {
    messages.say(message);
    hasProblems = true;
  }

  /** Returns whether something could not be read. */
  boolean hasProblems() {
    return hasProblems;
  }

  /**
   * Checks documents.
   *
   * @return the exit code
   * @throws IOException if the report cannot be written
   */
  int check(List<Input> inputs, Reporter reporter, Progress progress)
      throws IOException, InterruptedException {
    List<RenderEngine.Provider> engines = wiring.engines(config.engines(), messages::say);
    try (FormulaJudge judge = new FormulaJudge(engines, config.jobs(), messages::say)) {
      if (!inputs.isEmpty()) {
        judge.open();
      }
      reporter.begin(new RunInfo(Version.current(), judge.versions()));
      Linter linter =
          new Linter(wiring.reader(), formulas -> judge(judge, formulas), BuiltInRules.all());
      LintRun run = new LintRun(config.jobs());
      Consumer<Outcome> outcomes = outcome -> report(outcome, reporter, progress);
      if (config.fixMode() == FixMode.SHOW) {
        run.check(inputs, linter, outcomes);
      } else {
        run.mend(inputs, linter, config.appliedFixes(), outcomes);
      }
      messages.eraseTransientLine();
      Summary summary = counter.summary();
      reporter.end(summary);
      return exitCode(summary);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Map<MathSource, Verdict> judge(FormulaJudge judge, Collection<MathSource> formulas) {
    Map<MathSource, Verdict> verdicts = judge.judge(formulas);
    if (verdicts.values().stream().anyMatch(CheckRun::isUnjudged)) {
      lacksEngines.set(true);
    }
    return verdicts;
  }

  private static boolean isUnjudged(Verdict verdict) {
    return verdict.outcomes().values().stream()
        .allMatch(outcome -> outcome instanceof RenderOutcome.Unavailable);
  }

  private void report(Outcome outcome, Reporter reporter, Progress progress) {
    if (outcome instanceof Outcome.Linted linted) {
      counter.add(linted.result());
      write(linted.result(), reporter);
    } else if (outcome instanceof Outcome.Mended mended) {
      counter.add(mended.mended());
      deliver(mended.input(), mended.mended());
      write(mended.mended().result(), reporter);
    } else if (outcome instanceof Outcome.Unreadable unreadable) {
      problem(unreadable.message());
    } else if (outcome instanceof Outcome.Broken broken) {
      isBroken = true;
      messages.sayVerbatim(
          InternalError.describe(broken.cause(), "while checking " + broken.name()));
    }
    progress.step();
  }

  private void deliver(Input input, MendedDocument mended) {
    try {
      mendedDocuments.deliver(input, mended);
    } catch (MendedDocuments.NotWrittenException e) {
      problem(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(LintedDocument result, Reporter reporter) {
    try {
      if (environment.isOutTerminal()) {
        messages.eraseTransientLine();
      }
      reporter.document(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int exitCode(Summary summary) {
    if (isBroken) {
      return ExitCode.INTERNAL_ERROR;
    }
    if (lacksEngines.get()) {
      messages.say(
          "no engine can run here, so no formula was rendered; asked were: "
              + String.join(
                  ", ", config.engines().engines().stream().map(EngineId::displayName).toList()));
      return ExitCode.USAGE_OR_IO;
    }
    if (hasProblems) {
      return ExitCode.USAGE_OR_IO;
    }
    return isFailure(summary) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private boolean isFailure(Summary summary) {
    return switch (config.fixMode()) {
      case SHOW, APPLY -> config.failOn().isReached(summary.errors(), summary.warnings());
      case DIFF -> summary.fixed() > 0;
      case APPLY_ONLY -> false;
    };
  }
}
