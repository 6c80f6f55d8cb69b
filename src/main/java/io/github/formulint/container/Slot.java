package io.github.formulint.container;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.Part;
import io.github.formulint.source.Span;
import java.util.Objects;

/**
 * A document in a file, and how text is written there. Immutable.
 *
 * @param part the document
 * @param writing how text is written there
 * @param isMendable whether it may be changed
 */
public record Slot(Part part, JsonWriting writing, boolean isMendable) {

  /** Checks that nothing is missing. */
  public Slot {
    Objects.requireNonNull(part);
    Objects.requireNonNull(writing);
  }

  /**
   * Returns an edit of the document as an edit of the file. Lines that are strings of a list are
   * parted and joined with their text.
   *
   * @param edit an edit of the document
   */
  public Edit toFile(Edit edit) {
    Span span = edit.span();
    String text = edit.replacement();
    Span inFile = part.map().toFile(span);
    boolean endsItem = !span.isEmpty() && part.map().isParted(span.end());
    boolean keepsEnd = endsItem && text.endsWith("\n");
    if (endsItem && !keepsEnd) {
      // What stood in the next string goes on in this one.
      inFile = new Span(inFile.start(), part.map().toFile(span.end()));
    }
    boolean partsLastLine = !keepsEnd && span.end() < part.map().length();
    return new Edit(inFile, writing.write(text, partsLastLine));
  }
}
