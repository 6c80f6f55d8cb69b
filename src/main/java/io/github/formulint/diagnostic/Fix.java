package io.github.formulint.diagnostic;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A way to mend a finding, as data: applied elsewhere. Immutable.
 *
 * @param description what it does, as an instruction in one line, such as "wrap the text in
 *     \text{…}"
 * @param applicability who may apply it
 * @param edits what is replaced, at least one, in order of their place, none overlapping another
 */
public record Fix(String description, Applicability applicability, List<Edit> edits) {

  /**
   * Sorts and checks the edits, and keeps the description in one line. What is inserted at one
   * place is joined, in the order given.
   *
   * @throws IllegalArgumentException if there is no edit, or two overlap
   */
  public Fix {
    description = OneLine.of(description);
    Objects.requireNonNull(applicability);
    edits = joined(edits.stream().sorted().toList());
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("no edits: " + description);
    }
    for (int i = 1; i < edits.size(); i++) {
      Span before = edits.get(i - 1).span();
      Span span = edits.get(i).span();
      if (span.start() < before.end() || span.equals(before)) {
        throw new IllegalArgumentException("overlapping edits: " + edits);
      }
    }
  }

  private static List<Edit> joined(List<Edit> sorted) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : sorted) {
      int last = joined.size() - 1;
      if (edit.span().isEmpty() && last >= 0 && joined.get(last).span().equals(edit.span())) {
        joined.set(
            last, new Edit(edit.span(), joined.get(last).replacement() + edit.replacement()));
      } else {
        joined.add(edit);
      }
    }
    return List.copyOf(joined);
  }

  /** Returns the span from the first to the last edit, in UTF-16 offsets into the source. */
  public Span span() {
    return new Span(edits.get(0).span().start(), edits.get(edits.size() - 1).span().end());
  }
}
