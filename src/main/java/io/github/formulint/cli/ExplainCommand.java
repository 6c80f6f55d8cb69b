package io.github.formulint.cli;

import io.github.formulint.rule.Rule;
import io.github.formulint.rules.BuiltInRules;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
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
final class ExplainCommand implements Callable<Integer> {

  /** Names that are less alike than this are not worth telling. */
  private static final double ALIKE = 0.8;

  private static final int MOST = 3;

  /** The names that the command takes. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return BuiltInRules.all().stream().map(rule -> rule.id().name()).iterator();
    }
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
      description = "text: the page of the rule, in Markdown; json: an object. Default: text.")
  private RuleFormat format;

  @Mixin private HelpOption help;

  ExplainCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Rule rule =
        BuiltInRules.all().stream()
            .filter(each -> each.id().name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ParameterException(command.commandLine(), unknown()));
    try {
      format.writer(Output.writer(environment.out())).explain(rule);
    } catch (IOException e) {
      if (!Output.isClosedByReader(e)) {
        throw e;
      }
    }
    return ExitCode.CLEAN;
  }

  private String unknown() {
    List<String> nearest = nearest(name.toLowerCase(Locale.ROOT));
    return "there is no rule "
        + name
        + (nearest.isEmpty()
            ? "; formulint rules lists them"
            : "; did you mean " + String.join(", ", nearest) + "?");
  }

  private static List<String> nearest(String name) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    return BuiltInRules.all().stream()
        .map(rule -> rule.id().name())
        .filter(
            known ->
                similarity.apply(name, known) >= ALIKE || name.length() > 3 && known.contains(name))
        .sorted(
            Comparator.<String>comparingDouble(known -> -similarity.apply(name, known))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }
}
