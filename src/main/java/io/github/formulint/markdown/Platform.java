package io.github.formulint.markdown;

import java.util.Objects;

/**
 * A program or site that publishes Markdown with formulas. Immutable.
 *
 * @param id the name in options, such as {@code cherry-studio}
 * @param displayName the name in messages
 * @param engine what renders its formulas
 * @param version the version whose rules the reader follows
 * @param source where the rules come from
 * @param certainty how sure the reading is
 * @param reader what it takes for a formula
 */
public record Platform(
    String id,
    String displayName,
    Engine engine,
    String version,
    String source,
    Certainty certainty,
    MarkdownReader reader) {

  /** Checks that nothing is missing. */
  public Platform {
    Objects.requireNonNull(id);
    Objects.requireNonNull(displayName);
    Objects.requireNonNull(engine);
    Objects.requireNonNull(version);
    Objects.requireNonNull(source);
    Objects.requireNonNull(certainty);
    Objects.requireNonNull(reader);
  }

  /** What renders formulas. */
  public enum Engine {
    /** KaTeX. */
    KATEX("KaTeX"),
    /** MathJax. */
    MATHJAX("MathJax");

    private final String displayName;

    Engine(String displayName) {
      this.displayName = displayName;
    }

    /** Returns the name in messages. */
    public String displayName() {
      return displayName;
    }
  }

  /** How sure a reading is. */
  public enum Certainty {
    /** Compared with the platform's own code, run on the same documents. */
    VERIFIED("verified by running"),
    /** Made from documentation, source or measurements of others. */
    MODEL("model");

    private final String description;

    Certainty(String description) {
      this.description = description;
    }

    /** Returns the description in lists. */
    public String description() {
      return description;
    }
  }
}
