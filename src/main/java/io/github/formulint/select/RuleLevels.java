package io.github.formulint.select;

import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.rule.RuleNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The level of each rule, put together from all places that speak of it. Within one place the name
 * of a rule counts more than that of its family, and that more than {@code all}; a later place
 * counts more than an earlier one. Immutable and thread-safe.
 */
public final class RuleLevels {

  /** Every rule as it says itself. */
  public static final RuleLevels ALL_ON = new RuleLevels(Map.of());

  /**
   * A level and the place that says so. Immutable.
   *
   * @param level the level
   * @param origin the place
   */
  public record Chosen(RuleLevel level, String origin) {

    /** Checks that nothing is missing. */
    public Chosen {
      Objects.requireNonNull(level);
      Objects.requireNonNull(origin);
    }
  }

  private final Map<String, Chosen> levels;

  private RuleLevels(Map<String, Chosen> levels) {
    this.levels = levels;
  }

  /**
   * Returns the levels that places come to.
   *
   * @param layers what each place says, the weakest first
   * @param names the names of the rules
   */
  public static RuleLevels of(List<RuleLayer> layers, RuleNames names) {
    if (layers.stream().allMatch(layer -> layer.levels().isEmpty())) {
      return ALL_ON;
    }
    Map<String, Chosen> levels = new HashMap<>();
    for (RuleLayer layer : layers) {
      layer.levels().entrySet().stream()
          .filter(entry -> names.breadth(entry.getKey()).isPresent())
          .sorted(Comparator.comparing(entry -> names.breadth(entry.getKey()).orElseThrow()))
          .forEach(
              entry ->
                  names.rules().stream()
                      .filter(rule -> names.means(entry.getKey(), new RuleId(rule)))
                      .forEach(
                          rule -> levels.put(rule, new Chosen(entry.getValue(), layer.origin()))));
    }
    return new RuleLevels(Map.copyOf(levels));
  }

  /**
   * Returns the level of a rule, if any place speaks of it.
   *
   * @param rule the rule
   */
  public Optional<Chosen> of(RuleId rule) {
    return Optional.ofNullable(levels.get(rule.name()));
  }
}
