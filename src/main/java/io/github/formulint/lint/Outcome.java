package io.github.formulint.lint;

import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.util.Objects;

/** What became of one input of a run. Immutable. */
public sealed interface Outcome {

  /**
   * It was read, and no more.
   *
   * @param document the document
   * @param reading its formulas
   */
  record Read(SourceFile document, Reading reading) implements Outcome {

    /** Checks that nothing is missing. */
    public Read {
      Objects.requireNonNull(document);
      Objects.requireNonNull(reading);
    }
  }

  /**
   * It was checked.
   *
   * @param result what was found
   */
  record Linted(LintedDocument result) implements Outcome {

    /** Checks that nothing is missing. */
    public Linted {
      Objects.requireNonNull(result);
    }
  }

  /**
   * It was mended in memory.
   *
   * @param input which it was
   * @param mended what became of it
   */
  record Mended(Input input, MendedDocument mended) implements Outcome {

    /** Checks that nothing is missing. */
    public Mended {
      Objects.requireNonNull(input);
      Objects.requireNonNull(mended);
    }
  }

  /**
   * It could not be checked, for a reason that lies with it.
   *
   * @param message which input, why, and what to do
   */
  record Unreadable(String message) implements Outcome {

    /** Checks that nothing is missing. */
    public Unreadable {
      Objects.requireNonNull(message);
    }
  }

  /**
   * The program broke down over it.
   *
   * @param name the name of the input
   * @param cause what happened
   */
  record Broken(String name, Throwable cause) implements Outcome {

    /** Checks that nothing is missing. */
    public Broken {
      Objects.requireNonNull(name);
      Objects.requireNonNull(cause);
    }
  }
}
