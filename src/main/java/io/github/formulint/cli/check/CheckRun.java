package io.github.formulint.cli.check;

import io.github.formulint.cache.Cache;
import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.cli.console.Progress;
import io.github.formulint.cli.option.CacheOptions;
import io.github.formulint.cli.option.EngineOption;
import io.github.formulint.cli.option.SelectionOptions;
import io.github.formulint.config.Config;
import io.github.formulint.config.FixMode;
import io.github.formulint.diagnostic.Dropped;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.lint.Outcome;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.run.DocumentRun;
import io.github.formulint.run.InternalError;
import io.github.formulint.run.MendedFile;
import io.github.formulint.run.OtherJudges;
import io.github.formulint.run.Plan;
import io.github.formulint.run.RunResult;
import io.github.formulint.run.Shortfall;
import io.github.formulint.run.Version;
import io.github.formulint.run.Wiring;
import io.github.formulint.run.WrittenFolders;
import io.github.formulint.select.Baseline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** One run over documents: hands what it finds to the reporter, and decides on the exit code. */
final class CheckRun {

  /** How many findings that are gone are named. */
  private static final int MOST_GONE = 10;

  private final Config config;
  private final Wiring wiring;
  private final Messages messages;
  private final Environment environment;
  private final MendedDocuments mendedDocuments;
  private final EngineOption engine;
  private final CacheOptions caching;
  private final AtomicReference<Optional<Cache>> cache = new AtomicReference<>(Optional.empty());
  private SelectionOptions selection = new SelectionOptions();
  private int suppressed;
  private boolean hasProblems;
  private boolean isBroken;

  CheckRun(
      Config config,
      EngineOption engine,
      CacheOptions caching,
      Wiring wiring,
      Messages messages,
      Environment environment) {
    this.config = config;
    this.engine = engine;
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
  int check(
      List<Input> inputs,
      Plan plan,
      SelectionOptions selection,
      Reporter reporter,
      Progress progress)
      throws IOException, InterruptedException {
    List<RenderEngine.Provider> engines = wiring.engines(config.askedEngines(), this::sayOfEngine);
    this.selection = selection;
    try (FormulaJudge judge = new FormulaJudge(engines, config.jobs(), this::sayOfEngine);
        OtherJudges others = new OtherJudges(this::judge)) {
      RunInfo info =
          new RunInfo(
              Version.current(),
              judge.versions(),
              plan.selection().baseline().isPresent(),
              selection.showsDropped());
      Optional<Cache> opened = caching.open(environment, config, info, messages);
      cache.set(opened);
      if (!inputs.isEmpty() && (opened.isEmpty() || opened.get().isEmpty())) {
        judge.open();
      }
      if (config.fixMode().isWriting()) {
        WrittenFolders.clean(inputs);
      }
      reporter.begin(info);
      DocumentRun run =
          new DocumentRun(
              config,
              wiring.reader(),
              plan,
              asked -> asked.equals(config.askedEngines()) ? judge : others.of(asked),
              opened,
              engine.maxTime());
      RunResult result =
          run.over(inputs, (outcome, shortfall) -> report(outcome, shortfall, reporter, progress));
      messages.eraseTransientLine();
      reporter.end(result.summary());
      if (config.fixMode() == FixMode.SUPPRESS) {
        tellSuppressed(result.summary());
      }
      int exitCode = exitCode(result);
      return plan.selection().baseline().isPresent()
          ? keepBaseline(plan.selection().baseline().get(), exitCode)
          : exitCode;
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

  private void report(Outcome outcome, Shortfall shortfall, Reporter reporter, Progress progress) {
    if (outcome instanceof Outcome.Linted linted) {
      write(linted.result(), reporter);
    } else if (outcome instanceof Outcome.Mended mended) {
      if (!shortfall.isOfEngines(engine.allowsMissing())) {
        deliver(mended.input(), mended.mended());
      } else if (mended.mended().isChanged()) {
        problem(mended.input().name() + ": is not mended, since no engine may be missing for that");
      }
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
      mendedDocuments.deliver(input, mended).ifPresent(messages::say);
      suppressed += mended.suppressed();
    } catch (MendedFile.NotWrittenException e) {
      problem(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FormulaJudge judge(List<EngineId> asked) {
    return new FormulaJudge(
        wiring.engines(asked, this::sayOfEngine), config.jobs(), this::sayOfEngine);
  }

  /** Writes or prunes the baseline where that is asked for, or tells what is gone. */
  private int keepBaseline(Baseline baseline, int exitCode) throws IOException {
    if (exitCode > ExitCode.FINDINGS) {
      return exitCode;
    }
    Predicate<String> couldFind =
        rule -> !selection.leavesRulesOut() && SelectionOptions.couldFind(rule, config);
    List<String> gone = baseline.gone(couldFind);
    if (selection.isUpdatingBaseline()) {
      int count = baseline.update(couldFind);
      messages.say(
          baseline.name() + " holds " + count + (count == 1 ? " finding now" : " findings now"));
      return ExitCode.CLEAN;
    }
    if (gone.isEmpty()) {
      return exitCode;
    }
    String many = gone.size() + (gone.size() == 1 ? " finding" : " findings");
    if (selection.isPruningBaseline()) {
      baseline.prune(couldFind);
      messages.say(many + " taken out of " + baseline.name() + ", since gone:");
    } else {
      messages.say(many + " of " + baseline.name() + " gone; --prune-baseline takes out:");
    }
    gone.stream().limit(MOST_GONE).forEach(each -> messages.say("  " + each));
    if (gone.size() > MOST_GONE) {
      messages.say("  and " + (gone.size() - MOST_GONE) + " more");
    }
    return exitCode;
  }

  private void tellSuppressed(Summary summary) {
    int left = summary.errors() + summary.warnings();
    String counted = suppressed + (suppressed == 1 ? " finding is" : " findings are");
    messages.say(
        counted
            + " suppressed now"
            + (left == 0
                ? ""
                : "; "
                    + left
                    + " could not be without changing more: suppress what remains by hand"));
  }

  private void tellDropped(LintedDocument result) {
    for (Dropped each : result.dropped()) {
      messages.say(
          "not told: "
              + result.document().name()
              + ":"
              + result.document().lines().position(each.finding().span().start())
              + ": "
              + each.finding().rule()
              + " ("
              + each.reason()
              + ")");
    }
  }

  private void write(LintedDocument result, Reporter reporter) {
    if (selection.showsDropped()) {
      tellDropped(result);
    }
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
    if (result.shortfall().isOfEngines(engine.allowsMissing())) {
      messages.say(result.shortfall().describeEngines("--allow-missing-engine"));
      return ExitCode.USAGE_OR_IO;
    }
    if (result.shortfall().isOfTime()) {
      messages.say(Shortfall.LACK_OF_TIME);
      return ExitCode.USAGE_OR_IO;
    }
    if (hasProblems) {
      return ExitCode.USAGE_OR_IO;
    }
    return result.isFailure(config) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
