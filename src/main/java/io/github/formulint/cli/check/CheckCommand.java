package io.github.formulint.cli.check;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.console.Progress;
import io.github.formulint.cli.option.CacheOptions;
import io.github.formulint.cli.option.ConfigOption;
import io.github.formulint.cli.option.EngineOption;
import io.github.formulint.cli.option.FixOptions;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.cli.option.Inclusion;
import io.github.formulint.cli.option.PathOptions;
import io.github.formulint.cli.option.PlatformOption;
import io.github.formulint.cli.option.ReportFiles;
import io.github.formulint.cli.option.ReportOptions;
import io.github.formulint.cli.option.SelectionOptions;
import io.github.formulint.cli.setup.InitCommand;
import io.github.formulint.config.Config;
import io.github.formulint.config.ConfigFile;
import io.github.formulint.config.ConfigFileException;
import io.github.formulint.config.ConfigTree;
import io.github.formulint.config.FailOn;
import io.github.formulint.config.Layer;
import io.github.formulint.config.OutputFormat;
import io.github.formulint.config.Settings;
import io.github.formulint.files.FolderWatch;
import io.github.formulint.lint.Input;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.SeveralReporters;
import io.github.formulint.report.SilentReporter;
import io.github.formulint.report.text.RunnerCommands;
import io.github.formulint.run.Plan;
import io.github.formulint.run.Reporters;
import io.github.formulint.run.Wiring;
import io.github.formulint.select.Baseline;
import io.github.formulint.select.BaselineException;
import io.github.formulint.select.Changes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code formulint check}: its options. */
@Command(
    name = "check",
    description = "Check documents. This is what formulint does when no command is named.")
public class CheckCommand implements Callable<Integer> {

  private final Environment environment;
  private final Messages messages;
  private final Wiring wiring;

  @Spec private CommandSpec command;
  @Mixin private PathOptions paths = new PathOptions();
  @Mixin private PlatformOption platform = new PlatformOption();
  @Mixin private EngineOption engine = new EngineOption();
  @Mixin private ConfigOption configuration = new ConfigOption();
  @Mixin private ReportOptions report = new ReportOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private FixOptions fixes = new FixOptions();
  @Mixin private CacheOptions caching = new CacheOptions();

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description =
          "How many files are checked at the same time. Default: as many as there are processors.")
  private Integer jobs;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 from this severity on: error, warning or never. Default: error.")
  private FailOn failOn;

  @Option(names = "--no-progress", description = "Show no progress bar.")
  private boolean hidesProgress;

  @Option(
      names = "--watch",
      description = "Go on, and check again what changes, until it is ended with Ctrl-C.")
  private boolean isWatching;

  @Mixin private HelpOption help;

  /**
   * Makes the command.
   *
   * @param environment where it reads and writes
   * @param messages takes what is said beside the report
   * @param wiring the parts of a run
   */
  public CheckCommand(Environment environment, Messages messages, Wiring wiring) {
    this.environment = environment;
    this.messages = messages;
    this.wiring = wiring;
  }

  /**
   * Checks documents without options: those are as they are declared here.
   *
   * @param named the paths, not empty
   * @return the exit code
   */
  public final int check(List<String> named) throws IOException, InterruptedException {
    paths.name(named);
    return call();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return isWatching ? watch() : check(Optional.empty());
  }

  private int watch() throws IOException {
    if (paths.readsStandardInput() || !report.files().isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--watch looks at files, and reports on standard output alone");
    }
    int exitCode = ExitCode.CLEAN;
    Set<Path> watched = new HashSet<>(paths.named(environment));
    if (watched.isEmpty()) {
      watched.add(environment.workingFolder().toAbsolutePath().normalize());
    }
    try (FolderWatch watch = FolderWatch.of(watched)) {
      exitCode = check(Optional.empty());
      notice("watching; end with Ctrl-C");
      while (true) {
        Set<Path> changed = watch.next();
        boolean isConfigured = changed.stream().anyMatch(each -> each.endsWith(ConfigFile.NAME));
        try {
          exitCode = check(isConfigured ? Optional.empty() : Optional.of(changed));
        } catch (ConfigFileException | BaselineException e) {
          messages.say(e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      return exitCode;
    }
  }

  /** Checks all documents, or those of some files. */
  private int check(Optional<Set<Path>> only) throws IOException, InterruptedException {
    ConfigTree tree = configuration.tree(environment);
    List<Layer> layers = tree.layersOfFolder(environment.workingFolder());
    Settings said = Settings.NONE;
    for (Layer each : layers) {
      said = each.settings().over(said);
    }
    Settings given = given();
    Config config = given.over(said).config(fixes.mode(), fixes.applied());
    CheckRun run = new CheckRun(config, engine, caching, wiring, messages, environment);
    Inclusion inclusion = new Inclusion(paths, tree, environment, said);
    List<Input> inputs = inclusion.inputs(config, run::problem, this::notice);
    if (only.isPresent()) {
      inputs = inputs.stream().filter(input -> isAmong(only.get(), input)).toList();
      if (inputs.isEmpty()) {
        return ExitCode.CLEAN;
      }
    }
    Map<String, Path> places = new HashMap<>();
    inputs.forEach(input -> input.path().ifPresent(path -> places.put(input.name(), path)));
    Path folder = environment.workingFolder().toAbsolutePath();
    Function<String, Path> paths = name -> place(name, places, folder);
    Optional<Changes> changes = selection.changes(folder, paths);
    if (changes.isPresent()) {
      Changes changed = changes.get();
      inputs =
          inputs.stream()
              .filter(input -> input.path().isEmpty() || changed.isChanged(input.name()))
              .toList();
    }
    List<Layer> options = new ArrayList<>(List.of(new Layer("the command line", given)));
    options.addAll(selection.layers());
    Optional<Baseline> baseline = selection.baseline(said, folder, paths);
    Plan plan = Plan.of(config, inputs, folder, tree, options, baseline, changes);
    if (inputs.isEmpty() && changes.isEmpty() && !run.hasProblems() && !report.isQuiet()) {
      messages.say("no Markdown files found");
    }
    Writer out = Output.report(reportStream(), environment, kind());
    boolean showsProgress = environment.isErrTerminal() && !hidesProgress && !report.isQuiet();
    try (ReportFiles files =
            ReportFiles.open(report.files(), environment.workingFolder(), inputs, report.ending());
        Progress progress =
            showsProgress ? Progress.shown(messages, inputs.size()) : Progress.hidden(messages)) {
      int exitCode = run.check(inputs, plan, selection, reporter(out, files), progress);
      if (layers.isEmpty() && given.platforms().isEmpty() && !inputs.isEmpty() && isForPeople()) {
        InitCommand.hint(folder).ifPresent(messages::say);
      }
      return exitCode;
    } catch (IOException e) {
      if (Output.isClosedByReader(e)) {
        // There was more to say than the reader took, so there were findings.
        return ExitCode.FINDINGS;
      }
      throw e;
    }
  }

  private boolean isAmong(Set<Path> files, Input input) {
    Path folder = environment.workingFolder().toAbsolutePath();
    return input
        .path()
        .filter(path -> files.contains(folder.resolve(path).normalize()))
        .isPresent();
  }

  /** Returns whether a person reads what is told, and wants to hear more than findings. */
  private boolean isForPeople() {
    return fixes.mode().isReporting()
        && !report.isQuiet()
        && !isWatching
        && !paths.readsStandardInput()
        && (report.format() == OutputFormat.TEXT || report.format() == OutputFormat.CONCISE);
  }

  private RunnerCommands.Kind kind() {
    return switch (report.format()) {
      case TEXT, CONCISE -> RunnerCommands.Kind.TEXT;
      case GITHUB -> RunnerCommands.Kind.COMMANDS;
      case JSON, JSONL, GITLAB, SARIF, RDJSONL -> RunnerCommands.Kind.JSON;
      case JUNIT, CHECKSTYLE -> RunnerCommands.Kind.XML;
    };
  }

  private void notice(String line) {
    if (!report.isQuiet()) {
      messages.say(line);
    }
  }

  /** Standard output is the mended document's where there is one. */
  private OutputStream reportStream() {
    return fixes.mode().isWriting() && paths.readsStandardInput()
        ? environment.err()
        : environment.out();
  }

  private Settings given() {
    if (jobs != null && jobs < 1) {
      throw new ParameterException(command.commandLine(), "--jobs must be 1 or more, not " + jobs);
    }
    return new Settings(
        platform.given(),
        engine.given(),
        engine.givenMathJax(),
        Optional.ofNullable(jobs),
        Optional.ofNullable(failOn),
        paths.includes(),
        paths.excludes());
  }

  /** A document of no file stands where its name says. */
  private static Path place(String name, Map<String, Path> places, Path folder) {
    Path known = places.get(name);
    if (known != null) {
      return folder.resolve(known);
    }
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      return folder;
    }
  }

  private Reporter reporter(Writer out, ReportFiles files) {
    if (!fixes.mode().isReporting()) {
      return new SilentReporter();
    }
    Reporter shown =
        Reporters.of(
            report.format(),
            out,
            report.color().palette(environment),
            report.ending(),
            report.layout(environment));
    return SeveralReporters.of(shown, files.reporters());
  }
}
