package io.github.formulint.index;

import io.github.formulint.render.Judge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A judge that knows the verdicts of the last run, so that formulas which stand as they stood are
 * not rendered again. A verdict depends on nothing but the formula, the engines and their versions:
 * what was known under another key is forgotten. Formulas that were not asked for in a run are
 * forgotten at its end, and those that hung or broke an engine are rendered anew each time.
 *
 * <p>Thread-safe.
 */
public final class VerdictIndex implements Judge {

  private final Path file;
  private final String key;
  private final Judge judge;
  private final Map<MathSource, Verdict> known;
  private final Map<MathSource, Verdict> asked = new ConcurrentHashMap<>();
  private final Set<MathSource> rendered = ConcurrentHashMap.newKeySet();

  private VerdictIndex(Path file, String key, Judge judge, Map<MathSource, Verdict> known) {
    this.file = file;
    this.key = key;
    this.judge = judge;
    this.known = known;
  }

  /**
   * Returns the index that stands in a file; an empty one if there is none, if it is damaged, or if
   * it was written under another key.
   *
   * @param file the file; it need not exist
   * @param key says on what the verdicts depend: the versions of formulint and of the engines
   * @param judge judges the formulas that are not known
   */
  public static VerdictIndex open(Path file, String key, Judge judge) {
    Objects.requireNonNull(judge);
    Map<MathSource, Verdict> known = Map.of();
    if (Files.isRegularFile(file)) {
      try {
        known = VerdictFile.read(file, key);
      } catch (IOException | RuntimeException e) {
        // The index only saves time: do without.
      }
    }
    return new VerdictIndex(file, key, judge, known);
  }

  @Override
  public Map<MathSource, Verdict> judge(Collection<MathSource> formulas) {
    Set<MathSource> unknown = new LinkedHashSet<>();
    for (MathSource formula : formulas) {
      if (!known.containsKey(formula) && !asked.containsKey(formula)) {
        unknown.add(formula);
      }
    }
    Map<MathSource, Verdict> fresh = unknown.isEmpty() ? Map.of() : judge.judge(unknown);
    rendered.addAll(fresh.keySet());
    Map<MathSource, Verdict> verdicts = new LinkedHashMap<>();
    for (MathSource formula : formulas) {
      Verdict verdict = fresh.get(formula);
      if (verdict == null) {
        verdict = known.containsKey(formula) ? known.get(formula) : asked.get(formula);
      }
      verdicts.put(formula, verdict);
      if (verdict.outcomes().values().stream().allMatch(VerdictIndex::isLasting)) {
        asked.put(formula, verdict);
      }
    }
    return verdicts;
  }

  /** Returns how many distinct formulas were rendered since the index was opened. */
  public int rendered() {
    return rendered.size();
  }

  /**
   * Writes the verdicts of the formulas that were asked for, in one step.
   *
   * @throws IOException if the file cannot be written; it is left as it was
   */
  public void write() throws IOException {
    Files.createDirectories(file.getParent());
    Path written = Files.createTempFile(file.getParent(), "verdicts", ".tmp");
    try {
      VerdictFile.write(written, key, asked);
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static boolean isLasting(RenderOutcome outcome) {
    return outcome instanceof RenderOutcome.Rendered || outcome instanceof RenderOutcome.Rejected;
  }
}
