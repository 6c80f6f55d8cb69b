package io.github.formulint.maven;

import io.github.formulint.config.Config;
import io.github.formulint.report.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of the findings makes a build fail, and what is said then. Immutable.
 *
 * @param failsOnFindings whether findings make it fail at all
 * @param allowsMissingEngine whether an engine may be missing, so that the others decide alone
 * @param maxTime how long the engines may be asked about one document; the rest is not tried, and
 *     the build fails
 * @param allowed how many findings at or above the threshold are let pass, 0 or more
 * @param fixCommand how people call the goal that mends
 */
record FailureRule(
    boolean failsOnFindings,
    boolean allowsMissingEngine,
    Duration maxTime,
    int allowed,
    String fixCommand) {

  /** Checks the bound. */
  FailureRule {
    if (maxTime.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "formulint.maxTime must be 1 or more, not " + maxTime.toSeconds());
    }
    if (allowed < 0) {
      throw new IllegalArgumentException(
          "formulint.maxAllowedFindings must be 0 or more, not " + allowed);
    }
  }

  /** Returns why a build fails; empty if it passes. */
  Optional<String> failure(Config config, Summary summary) {
    int counted = config.failOn().count(summary.errors(), summary.warnings());
    if (!failsOnFindings || counted <= allowed) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        "formulas have "
            + count(summary.errors(), "error")
            + " and "
            + count(summary.warnings(), "warning"));
    if (allowed > 0) {
      parts.add("more than the " + allowed + " allowed");
    }
    String message = String.join(", ", parts);
    return Optional.of(message + advice(config, summary));
  }

  private String advice(Config config, Summary summary) {
    if (config.fixMode().isWriting()) {
      return " that need a hand: the messages above say what to type";
    }
    if (summary.fixable() > 0) {
      return "; to mend " + summary.fixable() + " of them, run " + fixCommand;
    }
    if (summary.unsafelyFixable() > 0) {
      return "; to mend "
          + summary.unsafelyFixable()
          + " of them, run "
          + fixCommand
          + " -Dformulint.unsafeFixes and look at what changed";
    }
    return "; the messages above say what to type instead";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
