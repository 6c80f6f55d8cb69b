package io.github.formulint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.run.Wiring;
import io.github.formulint.testing.FakeEngine;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server at the other end of a client's streams. */
class FormulintServerTest {

  private static final long MOST_SECONDS = 300;

  @TempDir private Path folder;

  private final Editor editor = new Editor();
  private LanguageServer server;
  private CompletableFuture<Boolean> served;
  private int version = 1;

  /** KaTeX refuses {@code \bad}. */
  private static final class Parts implements Wiring {
    @Override
    public MarkdownReader reader() {
      return new UniversalReader();
    }

    @Override
    public List<RenderEngine.Provider> engines(List<EngineId> asked, Consumer<String> notices) {
      return asked.stream()
          .<RenderEngine.Provider>map(id -> FakeEngine.refuses(id, "\\mpasto"))
          .toList();
    }
  }

  /** What an editor is told. */
  private static final class Editor implements LanguageClient {

    private final BlockingQueue<PublishDiagnosticsParams> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
      told.add(params);
    }

    @Override
    public void showMessage(MessageParams params) {
      messages.add(params.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams p) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> refreshDiagnostics() {
      messages.add("ask again");
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams params) {
      messages.add(params.getMessage());
    }

    @Override
    public void telemetryEvent(Object object) {
      throw new AssertionError("nothing is told to strangers");
    }
  }

  private void start(ClientCapabilities capabilities) throws Exception {
    PipedInputStream toServer = new PipedInputStream(1 << 16);
    PipedInputStream toEditor = new PipedInputStream(1 << 16);
    PipedOutputStream fromEditor = new PipedOutputStream(toServer);
    PipedOutputStream fromServer = new PipedOutputStream(toEditor);
    served =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return FormulintServer.serve(toServer, fromServer, new Parts(), folder);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(editor, toEditor, fromEditor);
    launcher.startListening();
    server = launcher.getRemoteProxy();
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "docs")));
    got(server.initialize(params));
    server.initialized(new InitializedParams());
  }

  private void start() throws Exception {
    start(new ClientCapabilities());
  }

  @AfterEach
  void shutDown() throws Exception {
    if (server != null) {
      got(server.shutdown());
      server.exit();
      assertThat(got(served)).isTrue();
    }
  }

  private static <T> T got(CompletableFuture<T> future) throws Exception {
    return future.get(MOST_SECONDS, TimeUnit.SECONDS);
  }

  private String uri(String name) {
    return folder.resolve(name).toUri().toString();
  }

  private void open(String name, String text) {
    server
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(
                new TextDocumentItem(uri(name), "markdown", version, text)));
  }

  private void change(String name, Range range, String text) {
    version++;
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(name), version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
  }

  private static Range range(int line, int from, int toLine, int to) {
    return new Range(new Position(line, from), new Position(toLine, to));
  }

  /** Waits for what is told of the version at hand. */
  private List<Diagnostic> told() throws InterruptedException {
    while (true) {
      PublishDiagnosticsParams next = editor.told.poll(MOST_SECONDS, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      if (next.getVersion() == null || next.getVersion() == version) {
        return next.getDiagnostics();
      }
    }
  }

  private List<CodeAction> actions(String name, Range range, List<String> only) throws Exception {
    CodeActionContext context = new CodeActionContext(List.of());
    context.setOnly(only);
    return got(
            server
                .getTextDocumentService()
                .codeAction(
                    new CodeActionParams(new TextDocumentIdentifier(uri(name)), range, context)))
        .stream()
        .map(each -> each.getRight())
        .toList();
  }

  private static String applied(String text, CodeAction action) {
    TextDocumentEdit edit = action.getEdit().getDocumentChanges().get(0).getLeft();
    List<TextEdit> edits = new ArrayList<>();
    edit.getEdits().forEach(each -> edits.add(each.getLeft()));
    edits.sort(Comparator.comparing(each -> -offset(text, each.getRange().getStart())));
    String edited = text;
    for (TextEdit each : edits) {
      edited =
          edited.substring(0, offset(text, each.getRange().getStart()))
              + each.getNewText()
              + edited.substring(offset(text, each.getRange().getEnd()));
    }
    return edited;
  }

  private static int offset(String text, Position position) {
    int at = 0;
    for (int line = 0; line < position.getLine(); line++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + position.getCharacter();
  }

  @Test
  void tellsWhatIsWrongWhenADocumentIsOpened() throws Exception {
    start();
    open("a.md", "# 😀 标题\n\n😀 $x \\mpasto y$\n");
    Diagnostic finding = told().get(0);
    assertThat(finding.getRange()).isEqualTo(range(2, 6, 2, 13));
    assertThat(finding.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
    assertThat(finding.getCode().getLeft()).isEqualTo("undefined-command");
    assertThat(finding.getSource()).isEqualTo("formulint");
    assertThat(finding.getMessage().getLeft())
        .contains("`\\mpasto` is not a known command")
        .contains("hint: did you mean `\\mapsto`?");
  }

  @Test
  void theLastTextWins() throws Exception {
    start();
    open("a.md", "text\r\n");
    assertThat(told()).isEmpty();
    change("a.md", range(0, 4, 0, 4), " $\\mpasto");
    change("a.md", range(0, 13, 0, 13), "$ and");
    assertThat(told()).singleElement();
    change("a.md", range(0, 5, 1, 0), "");
    assertThat(told()).isEmpty();
    change("a.md", null, "$\\mpasto$");
    assertThat(told()).singleElement();
  }

  @Test
  void offersTheProvenFixesAndAllOfThem() throws Exception {
    start();
    String text = "温 $y_{温度}$\n\nand $z_{湿度}$, $\\mpasto$\n";
    open("a.md", text);
    assertThat(told()).hasSize(3);
    List<CodeAction> here = actions("a.md", range(0, 6, 0, 6), null);
    CodeAction fix = here.get(0);
    assertThat(fix.getTitle()).isEqualTo("formulint: wrap the text in `\\text{…}`");
    assertThat(fix.getIsPreferred()).isTrue();
    assertThat(fix.getDiagnostics()).hasSize(1);
    assertThat(applied(text, fix)).isEqualTo(text.replace("温度", "\\text{温度}"));
    CodeAction unsafe = actions("a.md", range(2, 16, 2, 16), List.of("quickfix")).get(0);
    assertThat(unsafe.getTitle()).contains("unsafe: look at what changes");
    assertThat(unsafe.getIsPreferred()).isFalse();
    List<CodeAction> all = actions("a.md", range(0, 0, 0, 0), List.of("source.fixAll"));
    assertThat(all).singleElement();
    assertThat(applied(text, all.get(0)))
        .isEqualTo(text.replace("温度", "\\text{温度}").replace("湿度", "\\text{湿度}"));
    assertThat(actions("a.md", range(1, 0, 1, 0), List.of("refactor"))).isEmpty();
  }

  @Test
  void explainsTheRuleOrTheFormulaUnderTheCursor() throws Exception {
    start();
    open("a.md", "$\\mpasto$ and $x^2$ and text\n");
    told();
    assertThat(hover("a.md", 0, 3).getContents().getRight().getValue())
        .contains("# undefined-command");
    assertThat(hover("a.md", 0, 16).getContents().getRight().getValue())
        .contains("KaTeX: renders it")
        .contains("JLaTeXMath: renders it");
    assertThat(hover("a.md", 0, 25)).isNull();
  }

  private Hover hover(String name, int line, int character) throws Exception {
    return got(
        server
            .getTextDocumentService()
            .hover(
                new HoverParams(
                    new TextDocumentIdentifier(uri(name)), new Position(line, character))));
  }

  @Test
  void listsDisplayFormulas() throws Exception {
    start();
    open("a.md", "$x$\n\n$$\na = b\n\\tag{1}\n$$\n");
    assertThat(
            got(
                server
                    .getTextDocumentService()
                    .documentSymbol(
                        new DocumentSymbolParams(new TextDocumentIdentifier(uri("a.md"))))))
        .singleElement()
        .satisfies(
            symbol -> {
              assertThat(symbol.getRight().getName()).isEqualTo("a = b");
              assertThat(symbol.getRight().getRange()).isEqualTo(range(2, 0, 5, 2));
            });
  }

  @Test
  void theConfigurationCountsAtOnce() throws Exception {
    start();
    open("a.md", "$\\mpasto$");
    assertThat(told()).hasSize(1);
    Files.writeString(folder.resolve(".formulint.yml"), "rules: {undefined-command: warning}\n");
    configurationChanges();
    assertThat(told().get(0).getSeverity()).isEqualTo(DiagnosticSeverity.Warning);
    Files.writeString(folder.resolve(".formulint.yml"), "rules: {undefined-command: off}\n");
    configurationChanges();
    assertThat(told()).isEmpty();
    Files.writeString(folder.resolve(".formulint.yml"), "rulez: {}\n");
    configurationChanges();
    assertThat(told()).isEmpty();
    assertThat(editor.messages.poll(MOST_SECONDS, TimeUnit.SECONDS)).contains(".formulint.yml");
    Files.writeString(folder.resolve(".formulint.yml"), "exclude: ['*.md']\n");
    configurationChanges();
    assertThat(told()).isEmpty();
  }

  private void configurationChanges() {
    server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
  }

  @Test
  void whatIsClosedHasNoFindings() throws Exception {
    start();
    open("a.md", "$\\mpasto$");
    assertThat(told()).hasSize(1);
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri("a.md"))));
    assertThat(told()).isEmpty();
  }

  @Test
  void editorsThatAskAreNotTold() throws Exception {
    ClientCapabilities capabilities = new ClientCapabilities();
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setDiagnostic(new DiagnosticCapabilities());
    capabilities.setTextDocument(text);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
    capabilities.setWorkspace(workspace);
    start(capabilities);
    open("a.md", "$\\mpasto$");
    assertThat(asked("a.md")).hasSize(1);
    change("a.md", null, "$x$");
    assertThat(asked("a.md")).isEmpty();
    configurationChanges();
    assertThat(editor.messages.poll(MOST_SECONDS, TimeUnit.SECONDS)).isEqualTo("ask again");
    assertThat(editor.told).isEmpty();
  }

  private List<Diagnostic> asked(String name) throws Exception {
    return got(server
            .getTextDocumentService()
            .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri(name)))))
        .getRelatedFullDocumentDiagnosticReport()
        .getItems();
  }

  /** After any edits the findings are those of the same text when it is opened. */
  @Test
  void editsAreFollowedToTheLetter() throws Exception {
    start();
    List<String> pieces =
        List.of("$", "x", "\\mpasto", "\n", "\r\n", "温", "😀", "_{温}", "$$", " ", "> ", "- ");
    Random random = new Random(17);
    StringBuilder text = new StringBuilder("$a$\n");
    open("a.md", text.toString());
    told();
    for (int i = 0; i < 120; i++) {
      int from = boundary(text, random.nextInt(text.length() + 1));
      int to = boundary(text, Math.min(text.length(), from + random.nextInt(3)));
      String piece = pieces.get(random.nextInt(pieces.size()));
      Range range = new Range(position(text, from), position(text, Math.max(from, to)));
      text.replace(from, Math.max(from, to), piece);
      change("a.md", range, piece);
    }
    List<Diagnostic> after = told();
    version = 1_000;
    open("b.md", text.toString());
    assertThat(told()).isEqualTo(after);
  }

  /** Editors cut neither pairs of surrogates nor line ends of two characters. */
  private static int boundary(CharSequence text, int offset) {
    boolean isInside =
        offset > 0
            && offset < text.length()
            && (Character.isLowSurrogate(text.charAt(offset))
                || text.charAt(offset) == '\n' && text.charAt(offset - 1) == '\r');
    return isInside ? offset - 1 : offset;
  }

  private static Position position(CharSequence text, int offset) {
    int line = 0;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      boolean endsLine =
          text.charAt(i) == '\n'
              || text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (endsLine) {
        line++;
        start = i + 1;
      }
    }
    return new Position(line, offset - start);
  }

  @Test
  void anEditorThatIsGoneEndsTheServer()
      throws IOException, InterruptedException, ExecutionException {
    boolean said =
        FormulintServer.serve(
            new java.io.ByteArrayInputStream(new byte[0]),
            new java.io.ByteArrayOutputStream(),
            new Parts(),
            folder);
    assertThat(said).isFalse();
  }
}
