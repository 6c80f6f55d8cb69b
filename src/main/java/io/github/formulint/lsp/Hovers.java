package io.github.formulint.lsp;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.RulePage;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** Tells what is known of a place: the page of the rule, or what the engines say of a formula. */
final class Hovers {

  private Hovers() {}

  static Optional<Diagnostic> finding(LintedDocument checked, int offset) {
    return checked.diagnostics().stream().filter(each -> holds(each.span(), offset)).findFirst();
  }

  static Optional<Formula> formula(Reading reading, int offset) {
    return reading.formulas().stream()
        .filter(each -> holds(each.span(), offset) && !each.isEmpty())
        .findFirst();
  }

  private static boolean holds(Span span, int offset) {
    return span.start() <= offset && offset <= span.end();
  }

  static Hover of(SourceFile document, Diagnostic finding) {
    return hover(document, finding.span(), RulePage.of(finding.rule()).markdown());
  }

  static Hover of(SourceFile document, Formula formula, Verdict verdict) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<EngineId, RenderOutcome> each : verdict.outcomes().entrySet()) {
      text.append("- ").append(each.getKey().displayName()).append(": ");
      text.append(each.getValue().isRendered() ? "renders it" : "does not render it");
      each.getValue().message().ifPresent(said -> text.append(" (").append(said).append(')'));
      text.append('\n');
    }
    return hover(document, formula.span(), text.toString());
  }

  private static Hover hover(SourceFile document, Span span, String markdown) {
    return new Hover(
        new MarkupContent(MarkupKind.MARKDOWN, markdown), Places.range(document, span));
  }
}
