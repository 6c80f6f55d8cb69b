package io.github.formulint.cli.catalog;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.config.NearestNames;
import io.github.formulint.report.RuleWriter;
import io.github.formulint.report.data.JsonRuleWriter;
import io.github.formulint.report.text.TextLayout;
import io.github.formulint.report.text.TextRuleWriter;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RulePage;
import io.github.formulint.rules.BuiltInRules;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code formulint explain}: tells about one rule. */
@Command(
    name = "explain",
    description = "Tell what a rule finds, why that is bad, and what to write instead.")
public final class ExplainCommand implements Callable<Integer> {

  /** The names that the command takes. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return BuiltInRules.all().stream().map(rule -> rule.id().name()).iterator();
    }
  }

  /** The shapes of what is told. */
  public enum Format {
    TEXT,
    MARKDOWN,
    JSON
  }

  private final Environment environment;

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "RULE",
      completionCandidates = Names.class,
      description = "The name of a rule, such as empty-formula.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: what it finds, with an example before and after; markdown: the whole page; json:"
              + " an object. Default: text.")
  private Format format;

  @Mixin private HelpOption help;

  /**
   * Makes the command.
   *
   * @param environment where it reads and writes
   */
  public ExplainCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Rule rule =
        BuiltInRules.all().stream()
            .filter(each -> each.id().name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ParameterException(command.commandLine(), unknown()));
    if (format == Format.MARKDOWN) {
      return Output.print(RulePage.of(rule.id()).markdown(), environment.out());
    }
    Writer out = Output.writer(environment.out());
    int width = environment.columns().orElse(TextLayout.USUAL_WIDTH);
    RuleWriter writer =
        format == Format.JSON ? new JsonRuleWriter(out) : new TextRuleWriter(out, width);
    return Output.print(() -> writer.explain(rule));
  }

  private String unknown() {
    List<String> known = BuiltInRules.all().stream().map(rule -> rule.id().name()).toList();
    return NearestNames.tell("rule", name, known, "formulint rules");
  }
}
