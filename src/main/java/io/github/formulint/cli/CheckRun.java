package io.github.formulint.cli;

import io.github.formulint.cache.Cache;
import io.github.formulint.config.Config;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.lint.Outcome;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.run.DocumentRun;
import io.github.formulint.run.InternalError;
import io.github.formulint.run.MendedFile;
import io.github.formulint.run.RunResult;
import io.github.formulint.run.Version;
import io.github.formulint.run.Wiring;
import io.github.formulint.run.WrittenFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One run over documents: hands what it finds to the reporter, and decides on the exit code. */
final class CheckRun {

  private final Config config;
  private final Wiring wiring;
  private final Messages messages;
  private final Environment environment;
  private final MendedDocuments mendedDocuments;
  private final CacheOptions caching;
  private final AtomicReference<Optional<Cache>> cache = new AtomicReference<>(Optional.empty());
  private boolean hasProblems;
  private boolean isBroken;

  CheckRun(
      Config config,
      CacheOptions caching,
      Wiring wiring,
      Messages messages,
      Environment environment) {
    this.config = config;
    this.caching = caching;
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
    List<RenderEngine.Provider> engines = wiring.engines(config.askedEngines(), this::sayOfEngine);
    try (FormulaJudge judge = new FormulaJudge(engines, config.jobs(), this::sayOfEngine)) {
      RunInfo info = new RunInfo(Version.current(), judge.versions());
      Optional<Cache> opened = caching.open(environment, config, info, messages);
      cache.set(opened);
      if (!inputs.isEmpty() && (opened.isEmpty() || opened.get().isEmpty())) {
        judge.open();
      }
      if (config.fixMode().isWriting()) {
        WrittenFolders.clean(inputs);
      }
      reporter.begin(info);
      DocumentRun run = new DocumentRun(config, wiring.reader(), judge::judge, opened);
      RunResult result = run.over(inputs, outcome -> report(outcome, reporter, progress));
      messages.eraseTransientLine();
      reporter.end(result.summary());
      return exitCode(result);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      keep();
    }
  }

  /** What is wrong with an engine is wrong with the machine: the next run may find otherwise. */
  private void sayOfEngine(String notice) {
    cache.get().ifPresent(Cache::forgo);
    messages.say(notice);
  }

  private void keep() {
    if (cache.get().isPresent()) {
      cache.get().get().write();
      caching.tellOfFailure(cache.get().get(), messages);
    }
  }

  private void report(Outcome outcome, Reporter reporter, Progress progress) {
    if (outcome instanceof Outcome.Linted linted) {
      write(linted.result(), reporter);
    } else if (outcome instanceof Outcome.Mended mended) {
      deliver(mended.input(), mended.mended());
      write(mended.mended().result(), reporter);
    } else if (outcome instanceof Outcome.Unreadable unreadable) {
      problem(unreadable.message());
    } else if (outcome instanceof Outcome.Broken broken) {
      isBroken = true;
      messages.sayLines(InternalError.describe(broken.cause(), "while checking " + broken.name()));
    }
    progress.step();
  }

  private void deliver(Input input, MendedDocument mended) {
    try {
      mendedDocuments.deliver(input, mended);
    } catch (MendedFile.NotWrittenException e) {
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

  private int exitCode(RunResult result) {
    if (isBroken) {
      return ExitCode.INTERNAL_ERROR;
    }
    if (result.lacksEngines()) {
      messages.say(RunResult.lackOfEngines(config));
      return ExitCode.USAGE_OR_IO;
    }
    if (hasProblems) {
      return ExitCode.USAGE_OR_IO;
    }
    return result.isFailure(config) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
