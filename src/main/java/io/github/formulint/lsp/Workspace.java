package io.github.formulint.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What an editor says about its folders. Thread-safe. */
final class Workspace implements WorkspaceService {

  private final OpenDocuments documents;
  private final TextDocuments texts;
  private final ClientLink client;

  Workspace(OpenDocuments documents, TextDocuments texts, ClientLink client) {
    this.documents = documents;
    this.texts = texts;
    this.client = client;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    checkAgain();
  }

  /** The configuration, or the baseline. */
  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    checkAgain();
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    params.getEvent().getAdded().forEach(each -> documents.addFolder(each.getUri()));
    params.getEvent().getRemoved().forEach(each -> documents.removeFolder(each.getUri()));
    checkAgain();
  }

  private void checkAgain() {
    client.forget();
    texts.checkAgain();
  }
}
