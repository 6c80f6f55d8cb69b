package io.github.formulint.cli.formula;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.option.EngineOption;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.config.Config;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.VerdictWriter;
import io.github.formulint.report.data.JsonLinesVerdictWriter;
import io.github.formulint.report.text.RunnerCommands;
import io.github.formulint.report.text.TextVerdictWriter;
import io.github.formulint.run.Wiring;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code formulint tex}: judges bare formulas from standard input. */
@Command(
    name = "tex",
    description = {
      "Judge bare formulas from standard input, and write a verdict for each, in order.",
      "Each line is a formula (in display style), or, if the first one is, each is a JSON object"
          + " such as {\"tex\": \"x^2\", \"display\": false}; other members come back with the"
          + " verdict. A line between delimiters, such as $x$, is what stands between them."
    })
public final class TexCommand implements Callable<Integer> {

  /** The shapes of the verdicts. */
  public enum Format {
    TEXT,
    JSONL
  }

  /** Enough formulas to keep all workers busy. */
  private static final int BATCH_SIZE = 512;

  private final Environment environment;
  private final Messages messages;
  private final Wiring wiring;

  @Mixin private EngineOption engine;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: ok or error, and the reason; jsonl: an object on a line for each formula."
              + " Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--key",
      paramLabel = "NAME",
      defaultValue = "tex",
      description = "The member of JSON objects that holds the TeX. Default: ${DEFAULT-VALUE}.")
  private String key;

  @Option(names = "--only-errors", description = "Write only formulas that do not render.")
  private boolean isOnlyErrors;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description =
          "How many formulas are rendered at the same time. Default: as many as there are"
              + " processors.")
  private Integer jobs;

  @Spec private CommandSpec command;

  @Mixin private HelpOption help;

  private int exitCode = ExitCode.CLEAN;

  /**
   * Makes the command.
   *
   * @param environment where it reads and writes
   * @param messages takes what is said beside the report
   * @param wiring the parts of a run
   */
  public TexCommand(Environment environment, Messages messages, Wiring wiring) {
    this.environment = environment;
    this.messages = messages;
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws IOException {
    if (jobs != null && jobs < 1) {
      throw new ParameterException(command.commandLine(), "--jobs must be 1 or more, not " + jobs);
    }
    FormulaLines lines = new FormulaLines(environment.in(), key);
    VerdictWriter verdicts =
        writer(
            Output.report(
                environment.out(),
                environment,
                format == Format.TEXT ? RunnerCommands.Kind.TEXT : RunnerCommands.Kind.JSON));
    try (FormulaJudge judge =
        new FormulaJudge(
            wiring.engines(engine.engines(), messages::say),
            jobs == null ? Config.DEFAULT.jobs() : jobs,
            messages::say)) {
      List<FormulaLines.Line> batch = batch(lines);
      while (!batch.isEmpty()) {
        write(batch, judge, verdicts);
        batch = batch(lines);
      }
    } catch (IOException e) {
      if (!Output.isClosedByReader(e)) {
        throw e;
      }
    }
    return exitCode;
  }

  /** Waits for one line, and takes those that have already come with it. */
  private static List<FormulaLines.Line> batch(FormulaLines lines) throws IOException {
    List<FormulaLines.Line> batch = new ArrayList<>();
    Optional<FormulaLines.Line> line = lines.next();
    while (line.isPresent()) {
      batch.add(line.get());
      line = batch.size() < BATCH_SIZE && lines.isReady() ? lines.next() : Optional.empty();
    }
    return batch;
  }

  private void write(List<FormulaLines.Line> batch, FormulaJudge judge, VerdictWriter verdicts)
      throws IOException {
    List<MathSource> formulas = new ArrayList<>();
    for (FormulaLines.Line line : batch) {
      if (line instanceof FormulaLines.Line.Good good) {
        formulas.add(good.formula());
      }
    }
    Map<MathSource, Verdict> judged = judge.judge(formulas);
    for (FormulaLines.Line line : batch) {
      if (line instanceof FormulaLines.Line.Good good) {
        Verdict verdict = judged.get(good.formula());
        if (!isOnlyErrors || !verdict.isRendered()) {
          verdicts.verdict(good.formula(), verdict, good.members());
        }
        exitCode = Math.max(exitCode, exitCode(verdict));
      } else if (line instanceof FormulaLines.Line.Bad bad) {
        verdicts.unreadable(bad.number(), bad.problem());
        messages.say("line " + bad.number() + " of standard input " + bad.problem());
        exitCode = ExitCode.USAGE_OR_IO;
      }
    }
    verdicts.flush();
  }

  private int exitCode(Verdict verdict) {
    long missing =
        verdict.outcomes().values().stream()
            .filter(outcome -> outcome instanceof RenderOutcome.Unavailable)
            .count();
    if (missing > 0 && !(engine.allowsMissing() && missing < verdict.outcomes().size())) {
      return ExitCode.USAGE_OR_IO;
    }
    boolean lacksTime =
        verdict.outcomes().values().stream()
            .anyMatch(
                outcome ->
                    outcome instanceof RenderOutcome.NotTried untried && untried.lacksTime());
    if (lacksTime) {
      return ExitCode.USAGE_OR_IO;
    }
    return verdict.isRendered() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private VerdictWriter writer(Writer out) {
    return switch (format) {
      case TEXT -> new TextVerdictWriter(out);
      case JSONL -> new JsonLinesVerdictWriter(out);
    };
  }
}
