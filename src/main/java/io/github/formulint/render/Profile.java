package io.github.formulint.render;

import java.util.Objects;

/**
 * How a platform sets up its engine. Immutable.
 *
 * @param engine the engine with its version, packages and limits; what it says of a formula depends
 *     on nothing else but the definitions that hold
 * @param failure what a reader sees of a formula that the engine refuses
 * @param definitions which definitions of macros hold for the formulas behind them
 */
public record Profile(EngineId engine, Failure failure, Definitions definitions) {

  /** Checks that nothing is missing. */
  public Profile {
    Objects.requireNonNull(engine);
    Objects.requireNonNull(failure);
    Objects.requireNonNull(definitions);
  }

  /** What a reader sees of a formula that the engine refuses. */
  public enum Failure {
    /** Its source in red, as KaTeX shows it with {@code throwOnError: false}. */
    RED_SOURCE("red source text instead of the formula"),
    /** The words of the engine, as MathJax shows them, on most pages on a yellow ground. */
    MESSAGE("an error message instead of the formula"),
    /** Its source as it stands, as MathJax shows it with {@code noerrors}. */
    SOURCE("source text instead of the formula");

    private final String description;

    Failure(String description) {
      this.description = description;
    }

    /** Returns what readers see, behind "readers see". */
    public String description() {
      return description;
    }
  }

  /** Which definitions of macros hold for the formulas behind them. */
  public enum Definitions {
    /** None: each formula stands by itself. */
    NONE,
    /** Those that say that they are global, such as {@code \gdef}. */
    GLOBAL,
    /** Those of all formulas. */
    FORMULAS,
    /** Those of all formulas, and those that stand in the text. */
    FORMULAS_AND_TEXT
  }
}
