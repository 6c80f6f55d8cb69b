package io.github.formulint.lsp;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.files.ForeignKind;
import io.github.formulint.fix.TextChange;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lsp.DocumentChecks.NotCheckedException;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * What an editor says and asks about its documents. All work is done on one thread of its own, in
 * the order in which it comes; a document that changes again while it waits is checked once.
 * Thread-safe.
 */
final class TextDocuments implements TextDocumentService, AutoCloseable {

  /** Enough for a word to be typed to its end. */
  private static final long PAUSE_MILLIS = 200;

  private static final int MOST_OF_NAME = 60;

  private final OpenDocuments documents;
  private final DocumentChecks checks;
  private final ClientLink client;
  private final Map<String, Future<?>> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(TextDocuments::thread);
  private volatile boolean isAsked;

  TextDocuments(OpenDocuments documents, DocumentChecks checks, ClientLink client) {
    this.documents = documents;
    this.checks = checks;
    this.client = client;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "formulint-lsp");
    thread.setDaemon(true);
    return thread;
  }

  /** From now on findings are told only when the editor asks for them. */
  void tellWhenAsked() {
    isAsked = true;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    schedule(documents.add(params.getTextDocument()), 0);
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    documents
        .find(uri)
        .map(
            document ->
                document.changed(params.getContentChanges(), params.getTextDocument().getVersion()))
        .ifPresent(
            document -> {
              documents.replace(document);
              schedule(document, PAUSE_MILLIS);
            });
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    documents.remove(uri);
    cancel(uri);
    if (!isAsked) {
      client.editor().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
    }
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    // What is saved was checked when it was typed.
  }

  /** Has all documents checked again: something else than their text has changed. */
  void checkAgain() {
    documents.forget();
    if (isAsked) {
      client.editor().refreshDiagnostics();
    } else {
      documents.all().forEach(document -> schedule(document, 0));
    }
  }

  private void schedule(OpenDocument document, long pause) {
    if (isAsked) {
      return;
    }
    cancel(document.uri());
    waiting.put(
        document.uri(), worker.schedule(() -> push(document), pause, TimeUnit.MILLISECONDS));
  }

  private void cancel(String uri) {
    Future<?> before = waiting.remove(uri);
    if (before != null) {
      // What has begun goes on: its engines are warm, and nobody sees an old version.
      before.cancel(false);
    }
  }

  private void push(OpenDocument document) {
    PublishDiagnosticsParams told =
        new PublishDiagnosticsParams(document.uri(), Findings.of(checked(document)));
    told.setVersion(document.version());
    boolean isLast = documents.find(document.uri()).filter(each -> each == document).isPresent();
    if (isLast) {
      client.editor().publishDiagnostics(told);
    }
  }

  /** Returns what is wrong in a document; why it cannot be checked is told once as a message. */
  private LintedDocument checked(OpenDocument document) {
    boolean isForeign =
        document.path().flatMap(path -> ForeignKind.of(path.getFileName().toString())).isPresent();
    if (!isForeign) {
      try {
        return documents.check(document);
      } catch (NotCheckedException e) {
        client.warnOnce(e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return LintedDocument.unchecked(document.source());
  }

  /** Work on a document for which the editor waits. */
  private interface Answer<T> {
    T of(OpenDocument document) throws NotCheckedException, InterruptedException;
  }

  private <T> CompletableFuture<T> answer(String uri, T nothing, Answer<T> answer) {
    CompletableFuture<T> future = new CompletableFuture<>();
    worker.execute(
        () -> {
          if (future.isCancelled()) {
            return;
          }
          try {
            Optional<OpenDocument> document = documents.find(uri);
            future.complete(document.isPresent() ? answer.of(document.get()) : nothing);
          } catch (NotCheckedException e) {
            client.warnOnce(e.getMessage());
            future.complete(nothing);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.complete(nothing);
          } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
          }
        });
    return future;
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    DocumentDiagnosticReport nothing =
        new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
    return answer(
        params.getTextDocument().getUri(),
        nothing,
        document ->
            new DocumentDiagnosticReport(
                new RelatedFullDocumentDiagnosticReport(Findings.of(checked(document)))));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    List<String> only = params.getContext().getOnly();
    return answer(
        params.getTextDocument().getUri(),
        List.of(),
        document -> {
          List<CodeAction> actions = new ArrayList<>();
          LintedDocument found = checked(document);
          if (isWanted(CodeActionKind.QuickFix, only)) {
            actions.addAll(
                QuickFixes.at(document, found, Places.span(document.source(), params.getRange())));
          }
          if (isWanted(QuickFixes.FIX_ALL, only) && QuickFixes.hasSafe(found)) {
            SourceFile mended = checks.mended(document, documents.root(document));
            actions.add(
                QuickFixes.all(
                    document, TextChange.between(document.source().text(), mended.text())));
          }
          return actions.stream().map(Either::<Command, CodeAction>forRight).toList();
        });
  }

  /** A kind means those below it as well, as {@code source} means {@code source.fixAll}. */
  private static boolean isWanted(String kind, List<String> only) {
    return only == null
        || only.isEmpty()
        || only.stream().anyMatch(each -> kind.equals(each) || kind.startsWith(each + "."));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return answer(
        params.getTextDocument().getUri(),
        null,
        document -> {
          int offset = Places.offset(document.source(), params.getPosition());
          Optional<Diagnostic> finding = Hovers.finding(checked(document), offset);
          if (finding.isPresent()) {
            return Hovers.of(document.source(), finding.get());
          }
          Optional<Formula> formula = Hovers.formula(checks.reading(document), offset);
          return formula.isEmpty()
              ? null
              : Hovers.of(
                  document.source(),
                  formula.get(),
                  checks.verdict(document, documents.root(document), formula.get()));
        });
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return answer(
        params.getTextDocument().getUri(),
        List.of(),
        document -> {
          Reading reading = checks.reading(document);
          return reading.formulas().stream()
              .filter(formula -> formula.style() == MathStyle.DISPLAY && !formula.isEmpty())
              .map(formula -> symbol(document.source(), formula))
              .map(Either::<SymbolInformation, DocumentSymbol>forRight)
              .toList();
        });
  }

  private static DocumentSymbol symbol(SourceFile document, Formula formula) {
    String first = formula.tex().strip().lines().findFirst().orElse("").strip();
    String name = first.length() > MOST_OF_NAME ? first.substring(0, MOST_OF_NAME) + "…" : first;
    Range range = Places.range(document, formula.span());
    return new DocumentSymbol(name, SymbolKind.Constant, range, range);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
