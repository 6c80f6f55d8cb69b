package io.github.formulint.rule;

import io.github.formulint.diagnostic.RuleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The names by which people choose rules: of a rule, of a family, or {@code all}. Immutable and
 * thread-safe.
 */
public final class RuleNames {

  /** The name that means every rule. */
  public static final String ALL = "all";

  /** Names that are less alike than this are not worth telling. */
  private static final double ALIKE = 0.8;

  private final Map<String, RuleFamily> families = new LinkedHashMap<>();

  private RuleNames(List<Rule> rules) {
    for (Rule rule : rules) {
      families.put(rule.id().name(), rule.family());
    }
  }

  /**
   * Returns the names of rules.
   *
   * @param rules the rules
   */
  public static RuleNames of(List<? extends Rule> rules) {
    return new RuleNames(List.copyOf(rules));
  }

  /**
   * Returns how narrow a name is.
   *
   * @param name the name
   * @return empty if it names nothing
   */
  public Optional<Breadth> breadth(String name) {
    if (families.containsKey(name)) {
      return Optional.of(Breadth.RULE);
    }
    if (name.equals(ALL)) {
      return Optional.of(Breadth.ALL);
    }
    return families.values().stream().anyMatch(family -> family.label().equals(name))
        ? Optional.of(Breadth.FAMILY)
        : Optional.empty();
  }

  /** How many rules a name means, the most first. */
  public enum Breadth {
    /** Every rule. */
    ALL,
    /** The rules of a family. */
    FAMILY,
    /** One rule. */
    RULE
  }

  /**
   * Returns whether a name means a rule.
   *
   * @param name the name of a rule or a family, or {@code all}
   * @param rule the rule
   */
  public boolean means(String name, RuleId rule) {
    RuleFamily family = families.get(rule.name());
    return name.equals(rule.name())
        || name.equals(ALL)
        || family != null && name.equals(family.label());
  }

  /** Returns the names of all rules, in their order. */
  public List<String> rules() {
    return List.copyOf(families.keySet());
  }

  /** Returns all names: {@code all}, the families, the rules. */
  public List<String> all() {
    List<String> names = new ArrayList<>(List.of(ALL));
    families.values().stream().distinct().map(RuleFamily::label).forEach(names::add);
    names.addAll(families.keySet());
    return List.copyOf(names);
  }

  /**
   * Returns the name that was most likely meant by one that means nothing.
   *
   * @param wrong the name that was written
   */
  public Optional<String> nearest(String wrong) {
    String word = wrong.toLowerCase(Locale.ROOT);
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    return all().stream()
        .filter(name -> similarity.apply(word, name) >= ALIKE)
        .max(Comparator.comparingDouble(name -> similarity.apply(word, name)));
  }

  /**
   * Returns what to say of a name that means nothing, such as {@code "there is no rule 'x'; did you
   * mean 'y'?"}.
   *
   * @param wrong the name that was written
   */
  public String tellUnknown(String wrong) {
    return "there is no rule '"
        + wrong
        + "'; "
        + nearest(wrong)
            .map(name -> "did you mean '" + name + "'?")
            .orElse("'formulint rules' lists them");
  }
}
