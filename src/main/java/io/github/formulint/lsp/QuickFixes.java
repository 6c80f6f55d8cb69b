package io.github.formulint.lsp;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Offers the proven fixes of findings as actions of an editor. */
final class QuickFixes {

  /** Makes all safe fixes of a document. */
  static final String FIX_ALL = CodeActionKind.SourceFixAll + ".formulint";

  private QuickFixes() {}

  /** Returns the fixes of the findings at a place; a safe one is preferred. */
  static List<CodeAction> at(OpenDocument document, LintedDocument checked, Span place) {
    List<CodeAction> actions = new ArrayList<>();
    for (Diagnostic finding : checked.diagnostics()) {
      boolean isThere =
          finding.span().overlaps(place)
              || finding.span().contains(Span.at(place.start()))
              || place.contains(Span.at(finding.span().start()));
      if (isThere) {
        boolean hasPreferred = false;
        for (Fix fix : finding.fixes()) {
          boolean isPreferred = fix.applicability() == Applicability.SAFE && !hasPreferred;
          hasPreferred |= isPreferred;
          actions.add(action(document, checked.document(), finding, fix, isPreferred));
        }
      }
    }
    return actions;
  }

  private static CodeAction action(
      OpenDocument document, SourceFile source, Diagnostic finding, Fix fix, boolean isPreferred) {
    String care =
        fix.applicability() == Applicability.SAFE ? "" : " (unsafe: look at what changes)";
    CodeAction action = new CodeAction("formulint: " + fix.description() + care);
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(Findings.of(source, finding)));
    action.setIsPreferred(isPreferred);
    action.setEdit(edit(document, source, fix.edits()));
    return action;
  }

  /** Returns whether anything can be mended that is safe to mend. */
  static boolean hasSafe(LintedDocument checked) {
    return checked.diagnostics().stream().anyMatch(each -> each.hasFix(Applicability.SAFE));
  }

  /** Returns the action that makes all edits of a document. */
  static CodeAction all(OpenDocument document, List<Edit> edits) {
    CodeAction action = new CodeAction("formulint: apply all safe fixes");
    action.setKind(FIX_ALL);
    action.setEdit(edit(document, document.source(), edits));
    return action;
  }

  private static WorkspaceEdit edit(OpenDocument document, SourceFile source, List<Edit> edits) {
    List<Either<TextEdit, org.eclipse.lsp4j.SnippetTextEdit>> told = new ArrayList<>();
    for (Edit edit : edits) {
      told.add(Either.forLeft(new TextEdit(Places.range(source, edit.span()), edit.replacement())));
    }
    // For this version alone: the editor refuses it once the text has changed.
    return new WorkspaceEdit(
        List.of(
            Either.forLeft(
                new TextDocumentEdit(
                    new VersionedTextDocumentIdentifier(document.uri(), document.version()),
                    told))));
  }
}
