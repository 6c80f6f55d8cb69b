package io.github.formulint.markdown;

import io.github.formulint.render.Profile;
import java.util.List;
import java.util.Objects;

/**
 * A program or site that publishes Markdown with formulas. Immutable.
 *
 * @param id the name in options, such as {@code cherry-studio}
 * @param displayName the name in messages
 * @param profile what renders its formulas, and how it is set up
 * @param mathText what of a formula the engine gets
 * @param version the version whose rules the reader follows
 * @param source where the rules come from
 * @param certainty how sure the reading is
 * @param limits what else keeps a formula from being shown, a sentence each; mostly none
 * @param reader what it takes for a formula; front matter that it takes away is not read
 * @param referenceReader what the parser that the rules come from takes for a formula, which gets a
 *     document as it stands, with its front matter; to compare with that parser
 */
public record Platform(
    String id,
    String displayName,
    Profile profile,
    MathText mathText,
    String version,
    String source,
    Certainty certainty,
    List<String> limits,
    MarkdownReader reader,
    MarkdownReader referenceReader) {

  /** Checks that nothing is missing. */
  public Platform {
    Objects.requireNonNull(id);
    Objects.requireNonNull(displayName);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(mathText);
    Objects.requireNonNull(version);
    Objects.requireNonNull(source);
    Objects.requireNonNull(certainty);
    limits = List.copyOf(limits);
    Objects.requireNonNull(reader);
    Objects.requireNonNull(referenceReader);
  }

  /** What of a formula the engine gets. */
  public enum MathText {
    /** What the author wrote: Markdown leaves formulas alone. */
    RAW("raw"),
    /** What Markdown left of it: it took away backslashes, and made emphasis and links. */
    AFTER_MARKDOWN("after Markdown");

    private final String description;

    MathText(String description) {
      this.description = description;
    }

    /** Returns the description in lists. */
    public String description() {
      return description;
    }
  }

  /** How sure a reading is. */
  public enum Certainty {
    /** Compared with the platform's own code, run on the same documents. */
    VERIFIED("verified by running"),
    /** Made from documentation, source or measurements of others. */
    MODEL("model"),
    /** Only what the documentation says: the delimiters. The rules about them are not known. */
    UNVERIFIED("unverified");

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
