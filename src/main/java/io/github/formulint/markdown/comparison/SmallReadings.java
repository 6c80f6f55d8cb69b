package io.github.formulint.markdown.comparison;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What platforms read in documents of a line or two. The same ones are asked about again and again,
 * for each formula behind a Chinese letter, so what is known is kept, up to a bound. Thread-safe.
 */
public final class SmallReadings {

  /** Enough for what comes again; all of it together takes some megabytes. */
  private static final int MOST = 4096;

  /** Longer documents hold formulas that are unlike others. */
  private static final int LONGEST = 200;

  private record Question(String platform, String document) {}

  private final Map<Question, List<Formula>> known = new ConcurrentHashMap<>();

  private final Map<Object, Set<String>> answers = new ConcurrentHashMap<>();

  /** Makes a memory in which nothing is known. */
  public SmallReadings() {}

  /**
   * Returns what a platform reads in a small document, but for empty formulas.
   *
   * @param platform the platform
   * @param document the small document
   */
  public List<Formula> formulas(Platform platform, String document) {
    if (document.length() > LONGEST) {
      return read(platform, document);
    }
    Question question = new Question(platform.id(), document);
    List<Formula> formulas = known.get(question);
    if (formulas == null) {
      formulas = read(platform, document);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(question, formulas);
    }
    return formulas;
  }

  /**
   * Returns the names of the platforms that do something, such as reading formulas written in some
   * way; they are asked once.
   *
   * @param question what they are asked, with a hash that is quick
   * @param ask asks them
   */
  public Set<String> platforms(Object question, Supplier<Set<String>> ask) {
    Set<String> platforms = answers.get(question);
    if (platforms == null) {
      platforms = Set.copyOf(ask.get());
      if (answers.size() >= MOST) {
        answers.clear();
      }
      answers.put(question, platforms);
    }
    return platforms;
  }

  private static List<Formula> read(Platform platform, String document) {
    return platform.reader().read(SourceFile.of("", document)).formulas().stream()
        .filter(formula -> !formula.isEmpty())
        .toList();
  }
}
