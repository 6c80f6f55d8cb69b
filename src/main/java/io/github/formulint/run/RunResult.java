package io.github.formulint.run;

import io.github.formulint.config.Config;
import io.github.formulint.render.EngineId;
import io.github.formulint.report.Summary;
import java.util.Objects;

/**
 * What a run found. Immutable.
 *
 * @param summary the counts
 * @param lacksEngines whether a formula was judged by no engine, since none can run here
 */
public record RunResult(Summary summary, boolean lacksEngines) {

  /** Checks that nothing is missing. */
  public RunResult {
    Objects.requireNonNull(summary);
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

  /**
   * Returns what to say if engines are lacking.
   *
   * @param config what was asked for
   */
  public static String lackOfEngines(Config config) {
    return "no engine can run here, so no formula was rendered; asked were: "
        + String.join(", ", config.askedEngines().stream().map(EngineId::displayName).toList());
  }
}
