package io.github.formulint.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Says which names people may have meant by one that does not exist. */
public final class NearestNames {

  /** Names that are less alike than this are not worth telling. */
  private static final double ALIKE = 0.8;

  /** A shorter part is in too many names. */
  private static final int SHORTEST_PART = 4;

  private static final int MOST = 3;

  private NearestNames() {}

  /**
   * Returns what to tell about a wrong name, such as {@code "there is no rule x; did you mean y?"}.
   *
   * @param kind what it should name, such as {@code rule}
   * @param wrong the name that does not exist
   * @param known the names that exist
   * @param list the command that lists them
   */
  public static String tell(String kind, String wrong, Collection<String> known, String list) {
    List<String> nearest = find(wrong, known);
    return "there is no "
        + kind
        + " "
        + wrong
        + (nearest.isEmpty()
            ? "; " + list + " lists them"
            : "; did you mean " + String.join(", ", nearest) + "? " + list + " lists all");
  }

  /** Returns the names that were most likely meant, the likeliest first; three at most. */
  public static List<String> find(String wrong, Collection<String> known) {
    String name = wrong.toLowerCase(Locale.ROOT);
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    return known.stream()
        .filter(
            each ->
                similarity.apply(name, each) >= ALIKE
                    || name.length() >= SHORTEST_PART && each.contains(name))
        .sorted(
            Comparator.<String>comparingDouble(each -> -similarity.apply(name, each))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }
}
