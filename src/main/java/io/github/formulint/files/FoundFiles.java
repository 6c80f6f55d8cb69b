package io.github.formulint.files;

import java.util.List;

/**
 * What was found under the paths of a run. Immutable.
 *
 * @param files the files, in order of their names; none twice
 * @param problems what could not be looked at and why, a line each, in order
 */
public record FoundFiles(List<FoundFile> files, List<String> problems) {

  /** Copies the lists. */
  public FoundFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}
