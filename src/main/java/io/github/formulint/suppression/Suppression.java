package io.github.formulint.suppression;

import io.github.formulint.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A remark in a document that findings are not wanted. Immutable.
 *
 * @param verb what it asks for
 * @param rules the names of rules or families that it means; none means all
 * @param reason why, in the author's words, if that stands there
 * @param span where the whole remark stands, in UTF-16 offsets into the source
 * @param covered the parts of the source in which it holds, in order; none for a remark that
 *     suppresses nothing by itself
 * @param home where it stands
 */
public record Suppression(
    Verb verb,
    List<RuleName> rules,
    Optional<String> reason,
    Span span,
    List<Cover> covered,
    Home home) {

  /** Copies the lists. */
  public Suppression {
    Objects.requireNonNull(verb);
    rules = List.copyOf(rules);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(span);
    covered = List.copyOf(covered);
    Objects.requireNonNull(home);
  }

  /**
   * A name that a remark gives. Immutable.
   *
   * @param name the name as it is written
   * @param span where it stands, in UTF-16 offsets into the source
   */
  public record RuleName(String name, Span span) {

    /** Checks that nothing is missing. */
    public RuleName {
      Objects.requireNonNull(name);
      Objects.requireNonNull(span);
    }
  }

  /**
   * A part of the source in which names hold. Immutable.
   *
   * @param span the part, in UTF-16 offsets into the source
   * @param lifted the names that are wanted there all the same, since an {@code enable} named them
   */
  public record Cover(Span span, List<String> lifted) {

    /** Copies the list. */
    public Cover {
      Objects.requireNonNull(span);
      lifted = List.copyOf(lifted);
    }
  }

  /** Where a remark stands. */
  public enum Home {
    /** In a comment of HTML. */
    HTML_COMMENT,
    /** In a comment of MDX. */
    MDX_COMMENT,
    /** In front matter. */
    FRONT_MATTER
  }

  /** What a remark asks for. */
  public enum Verb {
    /** Nothing is wanted of the next line. */
    DISABLE_NEXT_LINE("formulint-disable-next-line"),
    /** Nothing is wanted from here on. */
    DISABLE("formulint-disable"),
    /** From here on it is wanted again. */
    ENABLE("formulint-enable"),
    /** Nothing is wanted of the whole file. */
    DISABLE_FILE("formulint-disable-file"),
    /** There is no such remark. */
    UNKNOWN("formulint-");

    private final String word;

    Verb(String word) {
      this.word = word;
    }

    /** Returns the word that stands in the comment. */
    public String word() {
      return word;
    }

    static Verb of(String word) {
      for (Verb verb : values()) {
        if (verb.word.equals(word)) {
          return verb;
        }
      }
      return UNKNOWN;
    }
  }
}
