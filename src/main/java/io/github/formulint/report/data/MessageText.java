package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;

/** What a finding says where a program has room for one text. */
final class MessageText {

  private MessageText() {}

  /**
   * Returns the message and the hint in one line.
   *
   * @param diagnostic the finding
   */
  static String oneLine(Diagnostic diagnostic) {
    return diagnostic
        .hint()
        .map(hint -> diagnostic.message() + "; hint: " + hint)
        .orElse(diagnostic.message());
  }
}
