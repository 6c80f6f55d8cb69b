package io.github.formulint.files;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found under the paths of a run. Immutable.
 *
 * @param files the files, in order of their names; none twice
 * @param problems what could not be looked at and why, a line each, in order
 * @param skipped how many files of other kinds in which people write formulas stood in folders, by
 *     the ending of their names without its dot
 */
public record FoundFiles(
    List<FoundFile> files, List<String> problems, SortedMap<String, Integer> skipped) {

  /** Copies the lists. */
  public FoundFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
  }

  /** Returns a line that says what was skipped, if anything was. */
  public Optional<String> skippedNotice() {
    if (skipped.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder line = new StringBuilder("only Markdown and notebooks are read; skipped ");
    String separator = "";
    for (Map.Entry<String, Integer> ending : skipped.entrySet()) {
      line.append(separator).append(ending.getValue()).append(" .").append(ending.getKey());
      separator = ", ";
    }
    return Optional.of(line.toString());
  }
}
