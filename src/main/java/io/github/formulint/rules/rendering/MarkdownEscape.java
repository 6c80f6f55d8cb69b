package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.source.Span;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.TexStructure;
import java.util.List;

/**
 * A backslash that was written for Markdown: some platforms take it away before TeX sees the
 * formula, but KaTeX gets it where formulas are left as they are.
 */
public final class MarkdownEscape extends DefectRule {

  /** What Markdown lets authors escape and KaTeX does not know as a command. */
  private static final String ESCAPED = "*[]()<>.+-`";

  /** Makes the rule. */
  public MarkdownEscape() {
    super("markdown-escape", Defect.MARKDOWN_ESCAPE);
  }

  /** Returns whether a command is an escape of Markdown. */
  static boolean isEscape(String command) {
    return command.length() == 2
        && command.charAt(0) == '\\'
        && ESCAPED.indexOf(command.charAt(1)) >= 0;
  }

  /** Returns whether the two backslashes of {@code \\#} stand right before a place. */
  static boolean isDoubled(TexStructure structure, Span span) {
    return span.start() > 1
        && structure
            .tokenAt(span.start() - 1)
            .filter(token -> token.token().isCommand("\\\\"))
            .isPresent();
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    Span span = fault.span();
    if (fault.fault().kind() == TexFault.Kind.PARAMETER_CHARACTER) {
      span = new Span(span.start() - 2, span.end());
    } else if (span.of(formula.tex()).equals("\\\\")) {
      span = new Span(span.start(), span.end() + 1);
    }
    String written = span.of(formula.tex());
    String meant = written.substring(1);
    return new Finding(
        span,
        "`" + written + "` has a backslash too many, as for Markdown",
        "write `" + meant + "`",
        List.of(
            BrokenFormula.fix(
                "write `" + meant + "`", Applicability.UNSAFE, formula.edit(span, meant))));
  }
}
