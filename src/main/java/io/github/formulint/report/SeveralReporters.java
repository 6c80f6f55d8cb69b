package io.github.formulint.report;

import io.github.formulint.lint.LintedDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes what a run finds in several formats, document by document. For one thread. */
public final class SeveralReporters implements Reporter {

  private final List<Reporter> reporters;

  private SeveralReporters(List<Reporter> reporters) {
    this.reporters = reporters;
  }

  /**
   * Returns a reporter that hands everything on to others.
   *
   * @param first the first of them
   * @param others the others, maybe none
   */
  public static Reporter of(Reporter first, List<Reporter> others) {
    if (others.isEmpty()) {
      return first;
    }
    List<Reporter> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return new SeveralReporters(List.copyOf(all));
  }

  @Override
  public void begin(RunInfo run) throws IOException {
    for (Reporter each : reporters) {
      each.begin(run);
    }
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    for (Reporter each : reporters) {
      each.document(result);
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    for (Reporter each : reporters) {
      each.end(summary);
    }
  }
}
