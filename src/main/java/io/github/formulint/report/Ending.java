package io.github.formulint.report;

/**
 * What a report for people says after the last finding. Immutable.
 *
 * @param hasSummary whether a line sums up the run
 * @param hasStatistics whether the findings of each rule are counted
 */
public record Ending(boolean hasSummary, boolean hasStatistics) {}
