package io.github.formulint.lsp;

import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lsp.DocumentChecks.NotCheckedException;
import io.github.formulint.source.SourceFile;
import java.io.File;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.lsp4j.TextDocumentItem;

/**
 * The documents that an editor has open, and what was found in them: of each the last version,
 * once. Thread-safe.
 */
final class OpenDocuments {

  private final DocumentChecks checks;
  private final Path folder;
  private final List<Path> folders = new CopyOnWriteArrayList<>();
  private final Map<String, OpenDocument> open = new ConcurrentHashMap<>();
  private final Map<String, Checked> known = new ConcurrentHashMap<>();

  /** What was found in a document as it was then. */
  record Checked(OpenDocument document, LintedDocument found) {}

  OpenDocuments(DocumentChecks checks, Path folder) {
    this.checks = checks;
    this.folder = folder.toAbsolutePath().normalize();
  }

  void addFolder(String uri) {
    path(uri).ifPresent(folders::add);
  }

  void removeFolder(String uri) {
    path(uri).ifPresent(folders::remove);
  }

  OpenDocument add(TextDocumentItem item) {
    Optional<Path> path = path(item.getUri());
    String name = path.map(file -> name(file, rootOf(path))).orElse(item.getUri());
    OpenDocument document =
        new OpenDocument(
            item.getUri(), path, item.getVersion(), SourceFile.of(name, item.getText()));
    open.put(item.getUri(), document);
    return document;
  }

  private static String name(Path file, Path root) {
    Path shown = file.startsWith(root) ? root.relativize(file) : file;
    return shown.toString().replace(File.separatorChar, '/');
  }

  void replace(OpenDocument document) {
    open.put(document.uri(), document);
  }

  void remove(String uri) {
    open.remove(uri);
    known.remove(uri);
  }

  /** Returns a document as it is now, if it is open. */
  Optional<OpenDocument> find(String uri) {
    return Optional.ofNullable(open.get(uri));
  }

  List<OpenDocument> all() {
    return List.copyOf(open.values());
  }

  /** What was found no longer counts: something else than the text has changed. */
  void forget() {
    known.clear();
  }

  /** Returns what is wrong in a document as it is now; found once for each version. */
  synchronized LintedDocument check(OpenDocument document)
      throws NotCheckedException, InterruptedException {
    Checked before = known.get(document.uri());
    if (before != null && before.document() == document) {
      return before.found();
    }
    LintedDocument found = checks.check(document, root(document));
    known.put(document.uri(), new Checked(document, found));
    return found;
  }

  /** Returns the folder of the editor's in which a document stands. */
  Path root(OpenDocument document) {
    return rootOf(document.path());
  }

  private Path rootOf(Optional<Path> file) {
    return folders.stream()
        .filter(each -> file.isPresent() && file.get().startsWith(each))
        .findFirst()
        .or(() -> file.map(Path::getParent).filter(each -> !each.startsWith(folder)))
        .orElse(folder);
  }

  private static Optional<Path> path(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equals(parsed.getScheme())
          ? Optional.of(Path.of(parsed).toAbsolutePath().normalize())
          : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
