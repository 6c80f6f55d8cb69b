package io.github.formulint.lsp;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.markdown.Platform;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** Tells findings as editors show them. */
final class Findings {

  /** The name beside each finding. */
  static final String SOURCE = "formulint";

  private Findings() {}

  static List<org.eclipse.lsp4j.Diagnostic> of(LintedDocument checked) {
    List<org.eclipse.lsp4j.Diagnostic> told = new ArrayList<>();
    checked.diagnostics().forEach(each -> told.add(of(checked.document(), each)));
    return told;
  }

  static org.eclipse.lsp4j.Diagnostic of(SourceFile document, Diagnostic finding) {
    org.eclipse.lsp4j.Diagnostic told = new org.eclipse.lsp4j.Diagnostic();
    told.setRange(Places.range(document, finding.span()));
    told.setSeverity(
        finding.severity() == Severity.ERROR
            ? DiagnosticSeverity.Error
            : DiagnosticSeverity.Warning);
    told.setCode(finding.rule().name());
    told.setSource(SOURCE);
    told.setMessage(message(finding));
    return told;
  }

  private static String message(Diagnostic finding) {
    StringBuilder message = new StringBuilder(finding.message());
    finding.hint().ifPresent(hint -> message.append("\nhint: ").append(hint));
    boolean isNamed =
        finding.platforms().stream()
            .allMatch(each -> finding.message().contains(each.displayName()));
    if (!isNamed) {
      message
          .append("\non: ")
          .append(
              finding.platforms().stream()
                  .map(Platform::displayName)
                  .collect(Collectors.joining(", ")));
    }
    return message.toString();
  }
}
