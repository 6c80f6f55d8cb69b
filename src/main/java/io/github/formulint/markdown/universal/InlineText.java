package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.commonmark.DocumentText;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * The text of the block that a scanner goes over, from where it was first asked for. In the cells
 * of a table that must not be behind a {@code |}: the parser has taken the backslash before it away
 * but counts on as if it had not. Not thread-safe; one for each block.
 */
final class InlineText {

  private final DocumentText document;
  private BlockText block;

  InlineText(DocumentText document) {
    this.document = document;
  }

  /** Returns the offset in {@link #block()} of the place where the scanner is; it stays there. */
  int index(Scanner scanner) {
    Position here = scanner.position();
    if (block == null) {
      while (scanner.hasNext()) {
        scanner.next();
      }
      block = BlockText.of(document, scanner.getSource(here, scanner.position()).getLines());
      scanner.setPosition(here);
    }
    scanner.next();
    int offset =
        document.startOf(scanner.getSource(here, scanner.position()).getSourceSpans().get(0));
    scanner.setPosition(here);
    return block.indexOf(offset);
  }

  /** Returns the text; to be called after {@link #index}. */
  BlockText block() {
    return block;
  }
}
