package io.github.formulint.cli.formula;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.option.ConfigOption;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.cli.option.PathOptions;
import io.github.formulint.cli.option.PlatformOption;
import io.github.formulint.config.Config;
import io.github.formulint.config.FixMode;
import io.github.formulint.config.Settings;
import io.github.formulint.container.ContainerReading;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintRun;
import io.github.formulint.lint.Outcome;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.report.FormulaLister;
import io.github.formulint.report.data.JsonLinesFormulaLister;
import io.github.formulint.report.text.RunnerCommands;
import io.github.formulint.report.text.TextFormulaLister;
import io.github.formulint.run.InternalError;
import io.github.formulint.run.Wiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code formulint formulas}: lists what is read as a formula. */
@Command(
    name = "formulas",
    description =
        "List what is read as a formula; nothing is rendered. With several platforms, what the"
            + " first reads in all documents, then the next.")
public final class FormulasCommand implements Callable<Integer> {

  /** The shapes of the list. */
  public enum Format {
    TEXT,
    JSONL
  }

  private final Environment environment;
  private final Messages messages;
  private final Wiring wiring;

  @Mixin private PathOptions paths;
  @Mixin private PlatformOption platform;
  @Mixin private ConfigOption configuration;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: file:line:column, platform if one is named, style and TeX; jsonl: an object on a"
              + " line for each formula. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Mixin private HelpOption help;

  /** What was said already, about an earlier platform. */
  private final Set<String> problems = new HashSet<>();

  private int exitCode = ExitCode.CLEAN;

  /**
   * Makes the command.
   *
   * @param environment where it reads and writes
   * @param messages takes what is said beside the report
   * @param wiring the parts of a run
   */
  public FormulasCommand(Environment environment, Messages messages, Wiring wiring) {
    this.environment = environment;
    this.messages = messages;
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings given =
        new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            paths.includes(),
            paths.excludes());
    Config config = given.over(configuration.settings(environment)).config(FixMode.SHOW, Set.of());
    List<Input> inputs =
        paths
            .inputs(environment, config.includes(), config.excludes(), this::problem, messages::say)
            .stream()
            .map(FormulasCommand::kept)
            .toList();
    FormulaLister lister =
        lister(
            Output.report(
                environment.out(),
                environment,
                format == Format.TEXT ? RunnerCommands.Kind.TEXT : RunnerCommands.Kind.JSON));
    try {
      for (Optional<Platform> each : platforms()) {
        MarkdownReader reader = each.map(Platform::referenceReader).orElse(wiring.reader());
        new LintRun(config.jobs())
            .read(inputs, new ContainerReading(reader), outcome -> list(outcome, each, lister));
      }
      lister.end();
    } catch (UncheckedIOException e) {
      return cutOff(e.getCause());
    } catch (IOException e) {
      return cutOff(e);
    }
    return exitCode;
  }

  /**
   * Returns the platforms whose readings are listed; no platform stands for the universal reading.
   */
  private List<Optional<Platform>> platforms() {
    List<Optional<Platform>> platforms = new ArrayList<>();
    if (platform.meansUniversal()) {
      platforms.add(Optional.empty());
    }
    platform.platforms().stream().map(Optional::of).forEach(platforms::add);
    return platforms;
  }

  /** Standard input can be read only once, so it is kept for the next platform. */
  private static Input kept(Input input) {
    return input.path().isPresent()
        ? input
        : new Input(input.name(), input.path(), new KeptContent(input.content()));
  }

  private int cutOff(IOException failure) throws IOException {
    if (Output.isClosedByReader(failure)) {
      return exitCode;
    }
    throw failure;
  }

  private void list(Outcome outcome, Optional<Platform> reader, FormulaLister lister) {
    if (outcome instanceof Outcome.Read read) {
      try {
        lister.document(read.document(), reader, read.reading());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else if (outcome instanceof Outcome.Unreadable unreadable) {
      problem(unreadable.message());
    } else if (outcome instanceof Outcome.Broken broken) {
      messages.sayLines(InternalError.describe(broken.cause(), "while reading " + broken.name()));
      exitCode = ExitCode.INTERNAL_ERROR;
    }
  }

  private void problem(String message) {
    if (problems.add(message)) {
      messages.say(message);
    }
    exitCode = Math.max(exitCode, ExitCode.USAGE_OR_IO);
  }

  private FormulaLister lister(Writer out) {
    return switch (format) {
      case TEXT -> new TextFormulaLister(out);
      case JSONL -> new JsonLinesFormulaLister(out);
    };
  }
}
