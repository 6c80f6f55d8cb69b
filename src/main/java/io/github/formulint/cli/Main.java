package io.github.formulint.cli;

import io.github.formulint.cli.catalog.ConfigCommand;
import io.github.formulint.cli.catalog.ExplainCommand;
import io.github.formulint.cli.catalog.PlatformsCommand;
import io.github.formulint.cli.catalog.RulesCommand;
import io.github.formulint.cli.check.CheckCommand;
import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.editor.LspCommand;
import io.github.formulint.cli.formula.FormulasCommand;
import io.github.formulint.cli.formula.TexCommand;
import io.github.formulint.cli.setup.InitCommand;
import io.github.formulint.cli.shell.CompletionCommand;
import io.github.formulint.cli.shell.ManCommand;
import io.github.formulint.cli.shell.SelfInstallCommand;
import io.github.formulint.config.ConfigFileException;
import io.github.formulint.report.text.RunnerCommands;
import io.github.formulint.run.InternalError;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.run.Wiring;
import io.github.formulint.select.BaselineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry: wires the streams to the commands and turns every failure into an exit code. */
public final class Main {

  private final Environment environment;
  private final Wiring wiring;
  private final Messages messages;

  /**
   * Makes the program.
   *
   * @param environment what surrounds the run
   * @param wiring the parts that a run is put together from
   */
  public Main(Environment environment, Wiring wiring) {
    this.environment = Objects.requireNonNull(environment);
    this.wiring = Objects.requireNonNull(wiring);
    this.messages = new Messages(environment.err(), environment.variables());
  }

  /**
   * Runs and ends the process.
   *
   * @param args the options and paths
   */
  public static void main(String[] args) {
    // JGit logs through SLF4J, which without a backend tells people things they cannot use.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("java.awt.headless", "true");
    System.exit(new Main(Environment.ofProcess(), new StandardWiring()).run(args));
  }

  /**
   * Runs a command.
   *
   * @param args the options and paths
   * @return the exit code: 0 nothing found, 1 findings, 2 usage or I/O error, 3 internal error
   */
  public int run(String... args) {
    try {
      List<String> arguments = List.of(args);
      return isOnlyPaths(arguments) ? check(arguments) : commandLine(arguments).execute(args);
    } catch (RuntimeException | Error e) {
      messages.sayLines(InternalError.describe(e, "while starting"));
      return ExitCode.INTERNAL_ERROR;
    }
  }

  /** Returns whether there is no option and no command: most runs have none. */
  private boolean isOnlyPaths(List<String> args) {
    Set<String> commands = commands().keySet();
    return !args.isEmpty()
        && args.stream()
            .noneMatch(
                arg ->
                    arg.isEmpty()
                        || arg.startsWith("-") && arg.length() > 1
                        || commands.contains(arg));
  }

  /** Checks documents without asking picocli, which takes a third of the start to get ready. */
  private int check(List<String> paths) {
    try {
      return new CheckCommand(environment, messages, wiring).check(paths);
    } catch (Exception e) {
      return failure(e, "formulint");
    }
  }

  /** The commands by name. */
  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("check", () -> new CheckCommand(environment, messages, wiring));
    commands.put("formulas", () -> new FormulasCommand(environment, messages, wiring));
    commands.put("tex", () -> new TexCommand(environment, messages, wiring));
    commands.put("rules", () -> new RulesCommand(environment));
    commands.put("config", () -> new ConfigCommand(environment));
    commands.put("init", () -> new InitCommand(environment, messages));
    commands.put("explain", () -> new ExplainCommand(environment));
    commands.put("platforms", () -> new PlatformsCommand(environment));
    commands.put("lsp", () -> new LspCommand(environment, wiring));
    commands.put("completion", () -> new CompletionCommand(environment));
    commands.put("man", () -> new ManCommand(environment));
    commands.put("self-install", () -> new SelfInstallCommand(messages));
    return commands;
  }

  /** Returns the program with all its commands and options. */
  CommandLine commandLine() {
    return commandLine(List.of("--help"));
  }

  private CommandLine commandLine(List<String> args) {
    CommandLine root = new CommandLine(new RootCommand(environment, messages, wiring));
    Map<String, Supplier<Object>> commands = commands();
    // Making the commands takes a quarter of the start, so it is done only where they show.
    if (args.stream().anyMatch(arg -> commands.containsKey(arg) || mayAskForHelp(arg))) {
      commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
    }
    root.setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setOut(new PrintWriter(Output.writer(environment.out()), true))
        .setErr(
            new PrintWriter(
                Output.report(environment.err(), environment, RunnerCommands.Kind.TEXT), true))
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler(this::wrongUsage)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> failure(failure, command.getCommandName()));
    root.getCommandSpec().versionProvider(RootCommand.versions(wiring));
    return root;
  }

  /** Also if {@code -h} stands among other letters, as in {@code -qh}. */
  private static boolean mayAskForHelp(String arg) {
    return arg.startsWith("-") && arg.contains("h");
  }

  private static int execute(ParseResult parsed) {
    boolean lostOptions =
        parsed.hasSubcommand()
            && !(parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested())
            && (!parsed.matchedOptions().isEmpty() || !parsed.matchedPositionals().isEmpty());
    if (lostOptions) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "put options and paths behind the command: formulint "
              + parsed.subcommand().commandSpec().name()
              + " …");
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int wrongUsage(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    messages.say(problem.getMessage());
    StringBuilder more = new StringBuilder();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String suggestions = String.join(", ", nearestFirst(unmatched));
      if (!suggestions.isEmpty()) {
        more.append("Did you mean: ").append(suggestions).append("?\n");
      }
    }
    more.append("Try '").append(command.getCommandSpec().qualifiedName()).append(" --help'.");
    messages.sayLines(more.toString());
    return ExitCode.USAGE_OR_IO;
  }

  private static List<String> nearestFirst(UnmatchedArgumentException problem) {
    String written = problem.getUnmatched().get(0);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return problem.getSuggestions().stream()
        .sorted(Comparator.comparing(known -> distance.apply(known, written)))
        .toList();
  }

  private int failure(Exception failure, String command) {
    if (failure instanceof ConfigFileException || failure instanceof BaselineException) {
      messages.say(failure.getMessage());
      return ExitCode.USAGE_OR_IO;
    }
    if (failure instanceof IOException io) {
      messages.say("the output cannot be written: " + io.getMessage());
      return ExitCode.USAGE_OR_IO;
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return ExitCode.USAGE_OR_IO;
    }
    messages.sayLines(InternalError.describe(failure, "in formulint " + command));
    return ExitCode.INTERNAL_ERROR;
  }
}
