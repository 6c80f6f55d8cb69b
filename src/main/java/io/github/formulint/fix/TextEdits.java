package io.github.formulint.fix;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.List;

/**
 * Edits of one document that do not overlap, and where its parts stand once they are made.
 * Immutable.
 */
public final class TextEdits {

  private final List<Edit> edits;

  /** How much longer the text is in front of each edit, and behind the last. */
  private final int[] growthBefore;

  /**
   * Takes edits.
   *
   * @param edits edits in any order, none overlapping another
   */
  public TextEdits(List<Edit> edits) {
    this.edits = edits.stream().sorted().toList();
    this.growthBefore = new int[edits.size() + 1];
    for (int i = 0; i < this.edits.size(); i++) {
      Edit edit = this.edits.get(i);
      growthBefore[i + 1] = growthBefore[i] + edit.replacement().length() - edit.span().length();
    }
  }

  /**
   * Returns the document with the edits made; everything else stays as it is.
   *
   * @param document the document as it was read
   */
  public SourceFile applyTo(SourceFile document) {
    String text = document.text();
    StringBuilder edited = new StringBuilder(text.length() + 16 * edits.size());
    int copied = 0;
    for (Edit edit : edits) {
      edited.append(text, copied, edit.span().start()).append(edit.replacement());
      copied = edit.span().end();
    }
    edited.append(text, copied, text.length());
    return new SourceFile(document.name(), edited.toString(), document.charset());
  }

  /**
   * Returns where a span without edits stands afterwards; what is inserted at one of its ends stays
   * outside.
   *
   * @param span a span that no edit changes
   */
  public Span shift(Span span) {
    int growth = growthBefore[firstEdit(span.start() + 1)];
    if (growthBefore.length > 1 && !span.isEmpty()) {
      growth = growthBefore[firstEdit(span.end())];
    }
    return new Span(span.start() + growth, span.end() + growth);
  }

  /**
   * Returns where a span with edits stands afterwards; what is inserted at one of its ends belongs
   * to it.
   *
   * @param span a span of which no edit crosses an end
   */
  Span grow(Span span) {
    int before = growthBefore[firstEdit(span.start())];
    int behind = growthBefore[firstEdit(span.end() + 1)];
    return new Span(span.start() + before, span.end() + behind);
  }

  /** Returns the index of the first edit that starts at an offset or behind it. */
  private int firstEdit(int offset) {
    int low = 0;
    int high = edits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
