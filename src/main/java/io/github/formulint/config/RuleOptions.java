package io.github.formulint.config;

import io.github.formulint.rule.RuleNames;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.select.RuleLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the command line or a POM says of rules, besides a configuration file. Immutable.
 *
 * @param prefix what stands before the names of the options in messages, such as {@code --}
 * @param selected the names of rules and families of which alone findings are told; none means all
 * @param ignored the names of rules and families of which no findings are told
 * @param severities how much rules matter, each as {@code RULE=LEVEL}
 */
public record RuleOptions(
    String prefix, List<String> selected, List<String> ignored, List<String> severities) {

  /** Copies the lists. */
  public RuleOptions {
    Objects.requireNonNull(prefix);
    selected = List.copyOf(selected);
    ignored = List.copyOf(ignored);
    severities = List.copyOf(severities);
  }

  /**
   * Returns what they say, the weakest first.
   *
   * @throws IllegalArgumentException if there is no rule of a name, or no such level; the message
   *     says what there is
   */
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    if (!selected.isEmpty()) {
      layers.add(layer("select", Map.of(RuleNames.ALL, RuleLevel.OFF)));
      layers.add(layer("select", levels(selected, RuleLevel.ON)));
    }
    if (!severities.isEmpty()) {
      Map<String, RuleLevel> levels = new LinkedHashMap<>();
      for (String each : severities) {
        int sign = each.indexOf('=');
        RuleLevel level =
            Choices.find(RuleLevel.class, each.substring(sign + 1))
                .filter(known -> sign > 0)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            prefix
                                + "severity is RULE=LEVEL, and LEVEL one of "
                                + Choices.words(RuleLevel.class)
                                + ", not '"
                                + each
                                + "'"));
        levels.put(known(each.substring(0, sign)), level);
      }
      layers.add(layer("severity", levels));
    }
    if (!ignored.isEmpty()) {
      layers.add(layer("ignore", levels(ignored, RuleLevel.OFF)));
    }
    return layers;
  }

  /** Returns whether they leave rules out, so that nothing can be told to be gone. */
  public boolean leaveRulesOut() {
    return !(selected.isEmpty() && ignored.isEmpty() && severities.isEmpty());
  }

  private Layer layer(String option, Map<String, RuleLevel> levels) {
    return new Layer(prefix + option, Settings.NONE.withRules(levels));
  }

  private static Map<String, RuleLevel> levels(List<String> names, RuleLevel level) {
    Map<String, RuleLevel> levels = new LinkedHashMap<>();
    names.forEach(name -> levels.put(known(name.strip()), level));
    return levels;
  }

  private static String known(String name) {
    if (BuiltInRules.names().breadth(name).isEmpty()) {
      throw new IllegalArgumentException(
          NearestNames.tell("rule", name, BuiltInRules.names().all(), "formulint rules"));
    }
    return name;
  }
}
