package io.github.formulint.maven;

import io.github.formulint.cache.Cache;
import io.github.formulint.config.Config;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.files.FoundFile;
import io.github.formulint.files.FoundFiles;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Outcome;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.text.LogReporter;
import io.github.formulint.report.text.VisibleText;
import io.github.formulint.run.CacheOpener;
import io.github.formulint.run.DocumentRun;
import io.github.formulint.run.InternalError;
import io.github.formulint.run.MendedFile;
import io.github.formulint.run.Plan;
import io.github.formulint.run.RunResult;
import io.github.formulint.run.Shortfall;
import io.github.formulint.run.Version;
import io.github.formulint.run.WrittenFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * One run over the files of a module: logs what is found, writes the report file, and fails the
 * build as the rule says. For one thread and one run.
 */
final class ModuleRun {

  /** In the build folder. */
  private static final String OWN_FOLDER = "formulint";

  private static final String CACHE = "cache";

  private final Config config;
  private final Plan plan;
  private final ModuleFiles files;
  private final FoundFiles found;
  private final BuildEngines engines;
  private final GuardedLog log;
  private final FailureRule rule;
  private final List<Reporter> reporters = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<Outcome.Broken> breakdown = Optional.empty();

  ModuleRun(
      Config config,
      Plan plan,
      ModuleFiles files,
      FoundFiles found,
      BuildEngines engines,
      Log log,
      FailureRule rule) {
    this.config = config;
    this.plan = plan;
    this.files = files;
    this.found = found;
    this.engines = engines;
    this.log = new GuardedLog(log, System.getenv());
    this.rule = rule;
    this.reporters.add(new LogReporter(new Lines(this.log)));
  }

  /** Returns a file of formulint's in the build folder; none where there is no POM. */
  Optional<Path> ownFile(String name) {
    return files.isModule()
        ? Optional.of(files.buildFolder().resolve(OWN_FOLDER).resolve(name))
        : Optional.empty();
  }

  /**
   * Checks the files, and mends them if the configuration says so.
   *
   * @param report the report file, if one is wanted
   * @throws MojoFailureException if findings make the build fail
   * @throws MojoExecutionException if something cannot be read or written, or breaks down
   */
  void execute(Optional<ReportFile> report) throws MojoExecutionException, MojoFailureException {
    for (String problem : found.problems()) {
      problem(problem);
    }
    found.skippedNotice().ifPresent(log::debug);
    try {
      judge(report.isPresent() ? run(report.get()) : run());
    } catch (IOException | UncheckedIOException e) {
      String file = report.map(each -> files.name(each.path()) + ": ").orElse("");
      throw new MojoExecutionException(file + "the report cannot be written: " + reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("the build was interrupted", e);
    }
  }

  private static String reason(Exception problem) {
    return problem instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : problem.toString();
  }

  private RunResult run(ReportFile report) throws IOException, InterruptedException {
    try (Writer out = report.open(found.files().stream().map(FoundFile::path).toList())) {
      reporters.add(report.reporter(out));
      return run();
    }
  }

  private RunResult run() throws IOException, InterruptedException {
    FormulaJudge judge = engines.judge(config);
    RunInfo info = new RunInfo(Version.current(), judge.versions());
    Optional<Cache> cache =
        ownFile(CACHE).flatMap(folder -> CacheOpener.open(folder, config, info, log::warn));
    if (config.fixMode().isWriting()) {
      WrittenFolders.clean(inputs());
    }
    for (Reporter reporter : reporters) {
      reporter.begin(info);
    }
    DocumentRun run =
        new DocumentRun(
            config,
            new UniversalReader(),
            plan,
            asked -> engines.judge(config, asked),
            cache,
            rule.maxTime());
    RunResult result = run.over(inputs(), this::take);
    for (Reporter reporter : reporters) {
      reporter.end(result.summary());
    }
    cache.ifPresent(this::keep);
    return result;
  }

  private List<Input> inputs() {
    return inputs(found);
  }

  /** Returns the documents that were found. */
  static List<Input> inputs(FoundFiles found) {
    return found.files().stream()
        .map(file -> Input.ofFile(file.path(), file.name(), file.size()))
        .toList();
  }

  private void keep(Cache cache) {
    if (cache.judged() == 0) {
      log.debug("no formula was rendered: all stand as in the last build");
    } else {
      log.debug("formulas rendered: " + cache.judged());
    }
    cache.write();
    if (cache.failure().isPresent()) {
      log.debug("the findings cannot be kept for the next build: " + cache.failure().get());
    }
  }

  private void take(Outcome outcome, Shortfall shortfall) {
    if (outcome instanceof Outcome.Linted linted) {
      report(linted.result());
    } else if (outcome instanceof Outcome.Mended mended) {
      if (mended.mended().isChanged() && shortfall.isOfEngines(rule.allowsMissingEngine())) {
        problem(mended.input().name() + ": is not mended, since no engine may be missing for that");
      } else if (mended.mended().isChanged()) {
        replace(mended);
      }
      report(mended.mended().result());
    } else if (outcome instanceof Outcome.Unreadable unreadable) {
      problem(unreadable.message());
    } else if (outcome instanceof Outcome.Broken broken) {
      log.error(
          VisibleText.lines(
              InternalError.describe(broken.cause(), "while checking " + broken.name())));
      breakdown = Optional.of(broken);
    }
  }

  private void replace(Outcome.Mended mended) {
    try {
      MendedFile.replace(mended.input().path().orElseThrow(), mended.mended())
          .ifPresent(notice -> log.warn(VisibleText.line(notice)));
      int count = mended.mended().applied().size();
      log.info(
          VisibleText.line(mended.input().name())
              + ": mended "
              + count
              + (count == 1 ? " finding" : " findings"));
    } catch (MendedFile.NotWrittenException e) {
      problem(e.getMessage());
    }
  }

  private void report(LintedDocument result) {
    try {
      for (Reporter reporter : reporters) {
        reporter.document(result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void problem(String message) {
    String line = log.guarded(VisibleText.line(message));
    log.error(line);
    problems.add(line);
  }

  private void judge(RunResult result) throws MojoExecutionException, MojoFailureException {
    if (breakdown.isPresent()) {
      throw new MojoExecutionException(
          "formulint broke down over "
              + VisibleText.line(breakdown.get().name())
              + "; the messages above say what to report",
          breakdown.get().cause());
    }
    if (result.shortfall().isOfEngines(rule.allowsMissingEngine())) {
      throw new MojoExecutionException(
          result.shortfall().describeEngines("-Dformulint.allowMissingEngine"));
    }
    if (result.shortfall().isOfTime()) {
      throw new MojoExecutionException(Shortfall.LACK_OF_TIME);
    }
    if (!problems.isEmpty()) {
      int others = problems.size() - 1;
      throw new MojoExecutionException(
          problems.get(0) + (others == 0 ? "" : " (and " + others + " more, above)"));
    }
    Optional<String> failure = rule.failure(config, result.summary());
    if (failure.isPresent()) {
      throw new MojoFailureException(failure.get());
    }
  }

  /** Findings at the levels of Maven's log. */
  private record Lines(GuardedLog log) implements LogReporter.Log {

    @Override
    public void finding(Severity severity, String message) {
      switch (severity) {
        case ERROR -> log.error(message);
        case WARNING -> log.warn(message);
      }
    }

    @Override
    public void summary(String message) {
      log.info(message);
    }
  }
}
