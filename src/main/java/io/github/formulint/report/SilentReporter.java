package io.github.formulint.report;

import io.github.formulint.lint.LintedDocument;

/** Writes nothing. */
public final class SilentReporter implements Reporter {

  @Override
  public void begin(RunInfo run) {
    // Silent.
  }

  @Override
  public void document(LintedDocument result) {
    // Silent.
  }

  @Override
  public void end(Summary summary) {
    // Silent.
  }
}
