package io.github.formulint.cli.catalog;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.option.CatalogFormat;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.rules.BuiltInRules;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code formulint rules}: lists the rules. */
@Command(
    name = "rules",
    description = "List the rules: name, family, severity, and who may apply the fixes.")
public final class RulesCommand implements Callable<Integer> {

  private final Environment environment;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text: a line for each rule; json: an array of objects. Default: text.")
  private CatalogFormat format;

  @Mixin private HelpOption help;

  /**
   * Makes the command.
   *
   * @param environment where it reads and writes
   */
  public RulesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    return Output.print(
        () -> format.ruleWriter(Output.writer(environment.out())).list(BuiltInRules.all()));
  }
}
