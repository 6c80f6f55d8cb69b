package io.github.formulint.rules.fault;

import io.github.formulint.source.Span;
import io.github.formulint.tex.TexStructure;

/** Backslashes that were written for Markdown, and that TeX gets where formulas are left alone. */
public final class MarkdownEscapes {

  /** What Markdown lets authors escape and KaTeX does not know as a command. */
  private static final String ESCAPED = "*[]()<>.+-`";

  private MarkdownEscapes() {}

  /** Returns whether a command is an escape of Markdown. */
  public static boolean isEscape(String command) {
    return command.length() == 2
        && command.charAt(0) == '\\'
        && ESCAPED.indexOf(command.charAt(1)) >= 0;
  }

  /** Returns whether the two backslashes of {@code \\#} stand right before a place. */
  public static boolean isDoubled(TexStructure structure, Span span) {
    return span.start() > 1
        && structure
            .tokenAt(span.start() - 1)
            .filter(token -> token.token().isCommand("\\\\"))
            .isPresent();
  }
}
