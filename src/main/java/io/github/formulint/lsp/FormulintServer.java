package io.github.formulint.lsp;

import io.github.formulint.run.Version;
import io.github.formulint.run.Wiring;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/**
 * A language server (Language Server Protocol 3.17) for one editor, on two streams. It writes no
 * file: the editor makes the edits. Thread-safe.
 */
public final class FormulintServer implements LanguageServer {

  private final OpenDocuments documents;
  private final TextDocuments texts;
  private final Workspace workspace;
  private final ClientLink client;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean isShutDown;
  private volatile boolean isWatchable;

  private FormulintServer(OpenDocuments documents, TextDocuments texts, ClientLink client) {
    this.documents = documents;
    this.texts = texts;
    this.client = client;
    this.workspace = new Workspace(documents, texts, client);
  }

  /**
   * Serves an editor until it says so, or is gone.
   *
   * @param in what the editor says
   * @param out takes what is said to it
   * @param wiring the parts that a run is put together from
   * @param folder where documents are that stand in no folder of the editor's
   * @return whether the editor asked for the end as the protocol wants it
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static boolean serve(InputStream in, OutputStream out, Wiring wiring, Path folder)
      throws InterruptedException {
    ClientLink client = new ClientLink();
    try (DocumentChecks checks = new DocumentChecks(wiring, client::warnOnce)) {
      OpenDocuments documents = new OpenDocuments(checks, folder);
      try (TextDocuments texts = new TextDocuments(documents, checks, client)) {
        FormulintServer server = new FormulintServer(documents, texts, client);
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
        client.connect(launcher.getRemoteProxy());
        server.waitFor(launcher.startListening());
        return server.isShutDown;
      }
    }
  }

  /** Waits until the editor says that it is the end, or has closed its stream. */
  private void waitFor(Future<Void> listening) throws InterruptedException {
    Thread closed =
        new Thread(
            () -> {
              try {
                listening.get();
              } catch (InterruptedException | ExecutionException e) {
                // The editor is gone; how, makes no difference.
              } finally {
                end.countDown();
              }
            },
            "formulint-lsp-end");
    closed.setDaemon(true);
    closed.start();
    end.await();
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      params.getWorkspaceFolders().forEach(each -> documents.addFolder(each.getUri()));
    }
    ServerCapabilities capabilities = new ServerCapabilities();
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    capabilities.setTextDocumentSync(sync);
    capabilities.setCodeActionProvider(
        new CodeActionOptions(List.of(CodeActionKind.QuickFix, QuickFixes.FIX_ALL)));
    capabilities.setHoverProvider(true);
    capabilities.setDocumentSymbolProvider(true);
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
    ClientCapabilities editor = params.getCapabilities();
    isWatchable = canWatch(editor);
    if (asksForDiagnostics(editor)) {
      capabilities.setDiagnosticProvider(new DiagnosticRegistrationOptions(false, false));
      texts.tellWhenAsked();
    }
    return CompletableFuture.completedFuture(
        new InitializeResult(capabilities, new ServerInfo("formulint", Version.current())));
  }

  /** Newer editors ask when they want to know; the others are told. */
  private static boolean asksForDiagnostics(ClientCapabilities editor) {
    return editor != null
        && editor.getTextDocument() != null
        && editor.getTextDocument().getDiagnostic() != null
        && editor.getWorkspace() != null
        && editor.getWorkspace().getDiagnostics() != null
        && Boolean.TRUE.equals(editor.getWorkspace().getDiagnostics().getRefreshSupport());
  }

  private static boolean canWatch(ClientCapabilities editor) {
    return editor != null
        && editor.getWorkspace() != null
        && editor.getWorkspace().getDidChangeWatchedFiles() != null
        && Boolean.TRUE.equals(
            editor.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration());
  }

  /** Asks to be told when a configuration file changes. */
  @Override
  public void initialized(InitializedParams params) {
    if (isWatchable) {
      client
          .editor()
          .registerCapability(
              new RegistrationParams(
                  List.of(
                      new Registration(
                          "formulint-configuration",
                          "workspace/didChangeWatchedFiles",
                          new DidChangeWatchedFilesRegistrationOptions(
                              List.of(
                                  new FileSystemWatcher(
                                      Either.forLeft("**/.formulint.{yml,yaml}"))))))));
    }
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    isShutDown = true;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    end.countDown();
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return texts;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }
}
