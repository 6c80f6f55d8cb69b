package io.github.formulint.run;

import io.github.formulint.config.Config;
import io.github.formulint.report.Summary;
import java.util.Objects;

/**
 * What a run found. Immutable.
 *
 * @param summary the counts
 * @param shortfall what the engines owed it
 */
public record RunResult(Summary summary, Shortfall shortfall) {

  /** Checks that nothing is missing. */
  public RunResult {
    Objects.requireNonNull(summary);
    Objects.requireNonNull(shortfall);
  }

  /**
   * Returns whether the findings make the run fail.
   *
   * @param config what was asked for
   */
  public boolean isFailure(Config config) {
    return switch (config.fixMode()) {
      case SHOW, APPLY, SUPPRESS -> config.failOn().isReached(summary.errors(), summary.warnings());
      case DIFF -> summary.fixed() > 0;
      case APPLY_ONLY -> false;
    };
  }
}
