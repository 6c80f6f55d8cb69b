package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;

/** What of a document is Markdown. */
final class DocumentBody {

  private DocumentBody() {}

  /** Returns the whole document without its byte order mark. */
  static MappedText of(SourceFile document) {
    int start = document.hasByteOrderMark() ? 1 : 0;
    return MappedText.of(document.text(), new Span(start, document.text().length()));
  }
}
