package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.Objects;

/** The macros of a formula cannot be expanded. The message says why, in words for authors. */
public final class MacroException extends Exception {

  /** In what way expansion failed. */
  public enum Kind {
    /** A definition or a use of a macro is malformed. */
    MALFORMED,
    /** Expansion goes on without end, or nearly so. */
    RUNAWAY
  }

  private final transient Span place;
  private final Kind kind;

  MacroException(Kind kind, String message, Span place) {
    super(message, null, false, false);
    this.kind = Objects.requireNonNull(kind);
    this.place = Objects.requireNonNull(place);
  }

  /** Returns in what way expansion failed. */
  public Kind kind() {
    return kind;
  }

  /** Returns where in the TeX, in UTF-16 offsets. */
  public Span place() {
    return place;
  }
}
