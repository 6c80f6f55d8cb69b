package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.source.SourceFile;

/** What a finding says where a program has room for one text. */
final class MessageText {

  private MessageText() {}

  /**
   * Returns the message and the hint in one line, and in which document of the file it is.
   *
   * @param file the file
   * @param diagnostic the finding
   */
  static String oneLine(SourceFile file, Diagnostic diagnostic) {
    int offset = diagnostic.span().start();
    String place = file.partAt(offset).map(part -> part.place(offset) + ": ").orElse("");
    String hint = diagnostic.hint().map(each -> "; hint: " + each).orElse("");
    return place + diagnostic.message() + hint;
  }
}
