package io.github.formulint.lsp;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.fix.TextEdits;
import io.github.formulint.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * A document as an editor has it open. Immutable.
 *
 * @param uri its address, as the editor gives it
 * @param path where its file is or will be, if it has one
 * @param version its version, as the editor counts
 * @param source its text, under the name shown to people
 */
record OpenDocument(String uri, Optional<Path> path, int version, SourceFile source) {

  /** Checks that nothing is missing. */
  OpenDocument {
    Objects.requireNonNull(uri);
    Objects.requireNonNull(path);
    Objects.requireNonNull(source);
  }

  /** Returns the document after changes, made one after the other. */
  OpenDocument changed(List<TextDocumentContentChangeEvent> changes, int newVersion) {
    SourceFile text = source;
    for (TextDocumentContentChangeEvent change : changes) {
      text =
          change.getRange() == null
              ? SourceFile.of(text.name(), change.getText())
              : new TextEdits(
                      List.of(new Edit(Places.span(text, change.getRange()), change.getText())))
                  .applyTo(text);
    }
    return new OpenDocument(uri, path, newVersion, text);
  }
}
