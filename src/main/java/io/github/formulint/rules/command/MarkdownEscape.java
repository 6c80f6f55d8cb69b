package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.Judgement;
import io.github.formulint.rules.fault.MarkdownEscapes;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.TexStructure;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A backslash that was written for Markdown: some platforms take it away before TeX sees the
 * formula, but KaTeX gets it where formulas are left as they are.
 */
public final class MarkdownEscape extends DefectRule {

  /** Makes the rule. */
  public MarkdownEscape() {
    super("markdown-escape", Defect.MARKDOWN_ESCAPE, Applicability.UNSAFE);
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    super.check(formula, findings);
    if (formula.tex().contains("\\\\{")) {
      pairs(formula).forEach(findings);
    }
  }

  /**
   * {@code \\\\{…\\\\}} is a new line and a group that ends with one: it renders, but shows no
   * braces.
   */
  private Stream<Diagnostic> pairs(JudgedFormula formula) {
    TexStructure structure = formula.structure();
    boolean isRendered =
        Judgement.of(formula.verdict())
            .filter(each -> each.kind() != Judgement.Kind.DISAGREEMENT)
            .isEmpty();
    return structure.scopes().stream()
        .filter(group -> group.kind() == Scope.Kind.GROUP)
        .filter(group -> MarkdownEscapes.isDoubled(structure, group.span()))
        .filter(group -> MarkdownEscapes.isDoubled(structure, Span.at(group.span().end() - 1)))
        .filter(
            group ->
                structure.faults().stream().noneMatch(f -> f.span().end() == group.span().start()))
        .map(group -> pair(formula, group.span(), isRendered));
  }

  private Diagnostic pair(JudgedFormula formula, Span group, boolean isRendered) {
    Span opening = new Span(group.start() - 2, group.start() + 1);
    Span closing = new Span(group.end() - 3, group.end());
    return formula.diagnostic(
        id(),
        isRendered ? Severity.WARNING : Severity.ERROR,
        "`\\\\{` has a backslash too many, as for Markdown; readers may see a line break instead"
            + " of the brace",
        Optional.of("write `\\{` and `\\}`"),
        opening,
        List.of(
            BrokenFormula.fix(
                "write `\\{` and `\\}`",
                Applicability.UNSAFE,
                formula.edit(opening, "\\{"),
                formula.edit(closing, "\\}"))));
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
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
