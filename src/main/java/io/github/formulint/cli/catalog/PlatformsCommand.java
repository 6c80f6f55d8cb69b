package io.github.formulint.cli.catalog;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.option.CatalogFormat;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.config.NearestNames;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.report.PlatformWriter;
import java.io.IOException;
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

/** {@code formulint platforms}: lists the platforms, or tells about one. */
@Command(
    name = "platforms",
    description = {
      "List the platforms whose reading is known: what renders their formulas, the version whose"
          + " rules are followed, how sure that is, and the delimiters that they read.",
      "With NAME, tell what that platform reads, and where its rules come from."
    })
public final class PlatformsCommand implements Callable<Integer> {

  /** The names that the command takes. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ids().iterator();
    }
  }

  private final Environment environment;

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      completionCandidates = Names.class,
      description = "The name of a platform, such as github.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: a line for each platform; json: an array of objects, or one object. Default:"
              + " text.")
  private CatalogFormat format;

  @Mixin private HelpOption help;

  /**
   * Makes the command.
   *
   * @param environment where it reads and writes
   */
  public PlatformsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    PlatformWriter writer = format.platformWriter(Output.writer(environment.out()));
    return Output.print(
        () -> {
          if (name == null) {
            writer.list(Platforms.all());
          } else {
            writer.describe(platform());
          }
        });
  }

  private Platform platform() {
    return Platforms.find(name)
        .orElseThrow(() -> new ParameterException(command.commandLine(), unknown()));
  }

  private String unknown() {
    return name.equals(Platforms.UNIVERSAL)
        ? "universal is no platform: it reads what the author meant, wherever it is published"
        : NearestNames.tell("platform", name, ids(), "formulint platforms");
  }

  private static List<String> ids() {
    return Platforms.all().stream().map(Platform::id).toList();
  }
}
