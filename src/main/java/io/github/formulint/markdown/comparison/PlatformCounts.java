package io.github.formulint.markdown.comparison;

import io.github.formulint.markdown.Platform;
import java.util.Objects;

/**
 * How many formulas a platform reads, loses, alters and makes up. Immutable.
 *
 * @param platform the platform
 * @param read the formulas that it reads as they were meant, 0 or more
 * @param lost the formulas that it does not read, 0 or more
 * @param altered the formulas that it reads otherwise, 0 or more
 * @param accidental the formulas that only it reads, 0 or more
 */
public record PlatformCounts(
    Platform platform, long read, long lost, long altered, long accidental) {

  /** Checks that nothing is missing. */
  public PlatformCounts {
    Objects.requireNonNull(platform);
  }

  /**
   * Returns the counts of a document.
   *
   * @param comparison what a platform makes of the document
   */
  public static PlatformCounts of(Comparison comparison) {
    return new PlatformCounts(
        comparison.platform(),
        comparison.count(Fate.READ),
        comparison.count(Fate.LOST),
        comparison.count(Fate.ALTERED),
        comparison.accidental().size());
  }

  /** Returns how many formulas were meant, but for empty ones. */
  public long meant() {
    return read + lost + altered;
  }

  /**
   * Returns the counts of more documents.
   *
   * @param others counts of the same platform
   * @throws IllegalArgumentException if it is another platform
   */
  public PlatformCounts plus(PlatformCounts others) {
    if (!platform.equals(others.platform)) {
      throw new IllegalArgumentException(platform.id() + " and " + others.platform.id());
    }
    return new PlatformCounts(
        platform,
        read + others.read,
        lost + others.lost,
        altered + others.altered,
        accidental + others.accidental);
  }
}
