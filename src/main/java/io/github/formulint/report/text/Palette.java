package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Severity;

/** The colours of a terminal (ECMA-48, section 8.3.117), or none. */
public enum Palette {
  /** Text as it is. */
  PLAIN,
  /** Text with colours. */
  COLOURED;

  private static final String RESET = "\u001B[0m";

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("\u001B[1;31m", text);
      case WARNING -> paint("\u001B[1;33m", text);
    };
  }

  String strong(String text) {
    return paint("\u001B[1m", text);
  }

  String frame(String text) {
    return paint("\u001B[1;34m", text);
  }

  String good(String text) {
    return paint("\u001B[32m", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : code + text + RESET;
  }
}
