package io.github.formulint.cli.catalog;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.option.ConfigOption;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.cli.option.PathOptions;
import io.github.formulint.config.Config;
import io.github.formulint.config.ConfigSchema;
import io.github.formulint.config.ConfigTree;
import io.github.formulint.config.EngineChoice;
import io.github.formulint.config.Layer;
import io.github.formulint.config.Settings;
import io.github.formulint.markdown.Platform;
import io.github.formulint.report.text.RunnerCommands;
import io.github.formulint.report.text.VisibleText;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.select.RuleLayer;
import io.github.formulint.select.RuleLevels;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code formulint config}: tells what holds for a file, and where that is said. */
@Command(
    name = "config",
    description = "Tell what is configured for a file, and where that is said.")
public final class ConfigCommand implements Callable<Integer> {

  private static final String DEFAULT = "default";

  private final Environment environment;

  @Spec private CommandSpec command;
  @Mixin private ConfigOption configuration;

  @Parameters(
      arity = "0..1",
      paramLabel = PathOptions.PATH,
      description = "A file, which need not exist.")
  private String path;

  @Option(
      names = "--schema",
      description = "Print the JSON Schema of the configuration file, for editors.")
  private boolean isAskingForSchema;

  @Mixin private HelpOption help;

  /**
   * Makes the command.
   *
   * @param environment where it reads and writes
   */
  public ConfigCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (isAskingForSchema) {
      return Output.print(ConfigSchema.text(), environment.out());
    }
    if (path == null) {
      throw new ParameterException(command.commandLine(), "name a file, or give --schema");
    }
    ConfigTree tree = configuration.tree(environment);
    Path file;
    try {
      file = environment.workingFolder().resolve(path);
    } catch (InvalidPathException e) {
      throw new ParameterException(
          command.commandLine(), path + " is not a path: " + e.getReason());
    }
    List<Layer> layers = tree.layers(file);
    StringBuilder text = new StringBuilder();
    add(text, "platform", layers, s -> s.platforms().map(ConfigCommand::names), "universal");
    add(
        text,
        "engine",
        layers,
        s -> s.engines().map(EngineChoice::words),
        Config.DEFAULT.engines().words());
    add(
        text,
        "mathjax",
        layers,
        s -> s.mathJax().map(ConfigCommand::word),
        word(Config.DEFAULT.mathJax()));
    add(
        text,
        "fail-on",
        layers,
        s -> s.failOn().map(ConfigCommand::word),
        word(Config.DEFAULT.failOn()));
    add(text, "baseline", layers, s -> s.baseline().map(Path::toString), "none");
    Optional<String> exclusion = tree.exclusion(file);
    line(text, "left out", exclusion.isPresent() ? "yes" : "no", exclusion.orElse(DEFAULT));
    macros(text, layers);
    rules(text, layers);
    return Output.print(
        RunnerCommands.broken(text.toString(), environment.variables()), environment.out());
  }

  private static String names(List<Platform> platforms) {
    return platforms.isEmpty()
        ? "universal"
        : String.join(", ", platforms.stream().map(Platform::id).toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void add(
      StringBuilder text,
      String key,
      List<Layer> layers,
      Function<Settings, Optional<String>> value,
      String usual) {
    String shown = usual;
    String origin = DEFAULT;
    for (Layer layer : layers) {
      Optional<String> said = value.apply(layer.settings());
      if (said.isPresent()) {
        shown = said.get();
        origin = layer.origin();
      }
    }
    line(text, key, shown, origin);
  }

  private static void macros(StringBuilder text, List<Layer> layers) {
    Map<String, String> origins = new LinkedHashMap<>();
    Map<String, String> bodies = new LinkedHashMap<>();
    for (Layer layer : layers) {
      layer
          .settings()
          .macros()
          .forEach(
              (name, body) -> {
                origins.put(name, layer.origin());
                bodies.put(name, body);
              });
    }
    bodies.forEach((name, body) -> line(text, "macro " + name, body, origins.get(name)));
  }

  private static void rules(StringBuilder text, List<Layer> layers) {
    RuleLevels levels =
        RuleLevels.of(
            layers.stream()
                .map(layer -> new RuleLayer(layer.origin(), layer.settings().rules()))
                .toList(),
            BuiltInRules.names());
    BuiltInRules.all()
        .forEach(
            rule ->
                levels
                    .of(rule.id())
                    .ifPresent(
                        chosen ->
                            line(text, rule.id().name(), word(chosen.level()), chosen.origin())));
  }

  private static void line(StringBuilder text, String key, String value, String origin) {
    text.append(VisibleText.line(key + ": " + value + "  (" + origin + ")")).append('\n');
  }
}
