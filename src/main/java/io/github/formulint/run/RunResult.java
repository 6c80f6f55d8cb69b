package io.github.formulint.run;

import io.github.formulint.config.Config;
import io.github.formulint.render.EngineId;
import io.github.formulint.report.Summary;
import java.util.List;
import java.util.Objects;

/**
 * What a run found. Immutable.
 *
 * @param summary the counts
 * @param missing the engines that were needed and cannot run here, in their order
 * @param lacksTime whether formulas were not tried for lack of time
 */
public record RunResult(Summary summary, List<EngineId> missing, boolean lacksTime) {

  /** What to say if formulas were not tried for lack of time. */
  public static final String LACK_OF_TIME =
      "not all formulas were tried, for lack of time; the findings say which";

  /** Copies the list. */
  public RunResult {
    Objects.requireNonNull(summary);
    missing = List.copyOf(missing);
  }

  /**
   * Returns whether the findings make the run fail.
   *
   * @param config what was asked for
   */
  public boolean isFailure(Config config) {
    return switch (config.fixMode()) {
      case SHOW, APPLY -> config.failOn().isReached(summary.errors(), summary.warnings());
      case DIFF -> summary.fixed() > 0;
      case APPLY_ONLY -> false;
    };
  }

  /**
   * Returns what to say of engines that are missing.
   *
   * @param missing the engines, at least one
   * @param config what was asked for
   * @param allow how people let the run pass without one of two engines
   */
  public static String lackOf(List<EngineId> missing, Config config, String allow) {
    String lack =
        String.join(" and ", missing.stream().map(EngineId::displayName).toList())
            + " cannot run here, so not all formulas were checked";
    return missing.containsAll(config.askedEngines())
        ? lack
        : lack + "; " + allow + " lets the other engines decide alone";
  }
}
