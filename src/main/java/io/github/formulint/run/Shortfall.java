package io.github.formulint.run;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the engines owed a document or a run. Immutable.
 *
 * @param missing the engines that were needed and cannot run here, in their order
 * @param isUndecided whether none of the engines that were asked of a formula can run
 * @param isOfTime whether formulas were not tried for lack of time
 */
public record Shortfall(List<EngineId> missing, boolean isUndecided, boolean isOfTime) {

  /** Nothing was lacking. */
  public static final Shortfall NONE = new Shortfall(List.of(), false, false);

  /** What to say if formulas were not tried for lack of time. */
  public static final String LACK_OF_TIME =
      "not all formulas were tried, for lack of time; the findings say which";

  /** Copies the list. */
  public Shortfall {
    missing = List.copyOf(missing);
  }

  /**
   * Returns whether engines were missing that may not be.
   *
   * @param allowsMissing whether the others may decide alone; where there are none, they cannot
   */
  public boolean isOfEngines(boolean allowsMissing) {
    return !missing.isEmpty() && (isUndecided || !allowsMissing);
  }

  /**
   * Returns what to say of engines that are missing.
   *
   * @param allow how people let the run pass without them
   */
  public String describeEngines(String allow) {
    String shortfall =
        String.join(" and ", missing.stream().map(EngineId::displayName).distinct().toList())
            + " cannot run here, so not all formulas were checked";
    return isUndecided
        ? shortfall
        : shortfall + "; " + allow + " lets the other engines decide alone";
  }

  /** Collects what is lacking. For one thread. */
  static final class Collector {

    private final Set<EngineId> missing = EnumSet.noneOf(EngineId.class);
    private boolean isUndecided;
    private boolean isOfTime;

    /** Takes note of what came of a formula. */
    void add(Verdict verdict) {
      boolean isDecided = false;
      for (var each : verdict.outcomes().entrySet()) {
        RenderOutcome outcome = each.getValue();
        if (outcome instanceof RenderOutcome.Unavailable) {
          missing.add(each.getKey());
        } else {
          isDecided = true;
          isOfTime |= outcome instanceof RenderOutcome.NotTried untried && untried.lacksTime();
        }
      }
      isUndecided |= !isDecided;
    }

    /** Takes note of what was lacking elsewhere. */
    void add(Shortfall shortfall) {
      missing.addAll(shortfall.missing());
      isUndecided |= shortfall.isUndecided();
      isOfTime |= shortfall.isOfTime();
    }

    /** Returns what was lacking up to now. */
    Shortfall shortfall() {
      return missing.isEmpty() && !isOfTime
          ? NONE
          : new Shortfall(List.copyOf(missing), isUndecided, isOfTime);
    }
  }
}
