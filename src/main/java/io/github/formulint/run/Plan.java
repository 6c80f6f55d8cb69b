package io.github.formulint.run;

import io.github.formulint.config.Config;
import io.github.formulint.config.ConfigFileException;
import io.github.formulint.config.ConfigTree;
import io.github.formulint.config.EngineChoice;
import io.github.formulint.config.Layer;
import io.github.formulint.config.Settings;
import io.github.formulint.container.Container;
import io.github.formulint.lint.Input;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.select.Baseline;
import io.github.formulint.select.Changes;
import io.github.formulint.select.RuleLayer;
import io.github.formulint.select.RuleLevels;
import io.github.formulint.select.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What holds for each document of a run: how it is read and judged, and what is wanted of its
 * findings. Immutable.
 *
 * @param usual how documents are read and judged of which nothing else is said
 * @param profiles how other documents are, by their names
 * @param selection what is wanted of the findings
 */
public record Plan(
    DocumentProfile usual, Map<String, DocumentProfile> profiles, Selection selection) {

  /** What holds for notebooks; made for a run that has one. */
  private static final class Notebooks {
    private static final List<Platform> PLATFORMS =
        List.of(Platforms.find("jupyter").orElseThrow());
    private static final EngineChoice ENGINE = new EngineChoice(List.of(EngineChoice.Kind.MATHJAX));
  }

  /** Copies the map. */
  public Plan {
    Objects.requireNonNull(usual);
    profiles = Map.copyOf(profiles);
    Objects.requireNonNull(selection);
  }

  /**
   * Returns a plan in which nothing is said of single documents.
   *
   * @param config what is asked for
   */
  public static Plan of(Config config) {
    DocumentProfile usual =
        new DocumentProfile(config.platforms(), config.engines(), config.mathJax(), Map.of());
    Selection all =
        new Selection(BuiltInRules.names(), Map.of(), Optional.empty(), Optional.empty());
    return new Plan(usual, Map.of(), all);
  }

  /**
   * Puts a plan together.
   *
   * @param config what is asked for
   * @param inputs the documents
   * @param folder the folder from which documents without a file are meant, absolute
   * @param tree the configuration files
   * @param given what counts more than those, the weakest first; the first is what is asked for
   * @param baseline the findings that were there before, if they are not wanted
   * @param changes what was changed, if only findings of that are wanted
   * @throws ConfigFileException if a configuration file cannot be used
   */
  public static Plan of(
      Config config,
      List<Input> inputs,
      Path folder,
      ConfigTree tree,
      List<Layer> given,
      Optional<Baseline> baseline,
      Optional<Changes> changes)
      throws ConfigFileException {
    DocumentProfile usual =
        new DocumentProfile(config.platforms(), config.engines(), config.mathJax(), Map.of());
    Map<String, DocumentProfile> profiles = new HashMap<>();
    Map<String, RuleLevels> levels = new HashMap<>();
    Map<List<Layer>, RuleLevels> known = new HashMap<>();
    for (Input input : inputs) {
      Path path =
          input
              .path()
              .orElseGet(() -> folder.resolve(input.name().replace('<', '_').replace('>', '_')));
      List<Layer> said = tree.layers(path);
      boolean isNotebook = Container.of(input.name()).isPresent();
      if (said.isEmpty() && given.size() == 1 && !isNotebook) {
        // The options alone: they stand in what is asked for.
        continue;
      }
      List<Layer> layers = new ArrayList<>(said);
      layers.addAll(given);
      RuleLevels rules = known.computeIfAbsent(layers, Plan::levels);
      if (rules != RuleLevels.ALL_ON) {
        levels.put(input.name(), rules);
      }
      DocumentProfile profile = profile(layers, isNotebook);
      if (!profile.equals(usual)) {
        profiles.put(input.name(), profile);
      }
    }
    return new Plan(
        usual, profiles, new Selection(BuiltInRules.names(), levels, baseline, changes));
  }

  private static RuleLevels levels(List<Layer> layers) {
    return RuleLevels.of(
        layers.stream()
            .map(layer -> new RuleLayer(layer.origin(), layer.settings().rules()))
            .toList(),
        BuiltInRules.names());
  }

  /**
   * A notebook of which nothing is said is published where notebooks are; nobody shows it with
   * JLaTeXMath.
   */
  private static DocumentProfile profile(List<Layer> layers, boolean isNotebook) {
    Settings settings = Settings.NONE;
    for (Layer layer : layers) {
      settings = layer.settings().over(settings);
    }
    return new DocumentProfile(
        settings.platforms().orElse(isNotebook ? Notebooks.PLATFORMS : Config.DEFAULT.platforms()),
        settings
            .engines()
            .orElse(
                isNotebook && settings.platforms().isEmpty()
                    ? Notebooks.ENGINE
                    : Config.DEFAULT.engines()),
        settings.mathJax().orElse(Config.DEFAULT.mathJax()),
        settings.macros());
  }

  /**
   * Returns how a document is read and judged.
   *
   * @param name the name of the document
   */
  public DocumentProfile profile(String name) {
    return profiles.getOrDefault(name, usual);
  }
}
