package io.github.formulint.markdown.platform;

import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Objects;

/**
 * Reads a document without its front matter, as platforms do that take it away, or show it as a
 * table, before Markdown is read. Blank lines stand for it, so every offset stays what it is.
 * Immutable and thread-safe.
 */
final class BodyReader implements MarkdownReader {

  private final MarkdownReader reader;
  private final List<FrontMatter> kinds;

  private BodyReader(MarkdownReader reader, List<FrontMatter> kinds) {
    this.reader = Objects.requireNonNull(reader);
    this.kinds = kinds;
  }

  /**
   * Returns a reader of documents whose front matter is not read.
   *
   * @param reader reads the rest
   * @param kinds which front matter the platform knows
   */
  static BodyReader behind(MarkdownReader reader, FrontMatter... kinds) {
    return new BodyReader(reader, List.of(kinds));
  }

  @Override
  public Reading read(SourceFile document) {
    String text = document.text();
    int start = document.hasByteOrderMark() ? 1 : 0;
    int end = kinds.stream().mapToInt(kind -> kind.endIn(text, start)).max().orElse(start);
    if (end == start) {
      return reader.read(document);
    }
    StringBuilder body = new StringBuilder(text);
    for (int i = start; i < end; i++) {
      if (body.charAt(i) != '\n' && body.charAt(i) != '\r') {
        body.setCharAt(i, ' ');
      }
    }
    return reader.read(new SourceFile(document.name(), body.toString(), document.charset()));
  }
}
