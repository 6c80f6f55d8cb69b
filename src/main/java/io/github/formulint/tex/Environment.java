package io.github.formulint.tex;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * An environment that KaTeX knows. Immutable.
 *
 * @param name the name between the braces of {@code \begin}, such as {@code matrix*}
 * @param displayOnly whether KaTeX takes it in display formulas only
 * @param alignmentOption whether {@code [c]}, {@code [l]} or {@code [r]} may follow the name
 * @param maxColumns the most cells in a row, where KaTeX itself sets a limit
 * @param arguments the types of its arguments
 */
public record Environment(
    String name,
    boolean displayOnly,
    boolean alignmentOption,
    OptionalInt maxColumns,
    List<ArgumentType> arguments) {

  /** Checks that nothing is missing and copies the list. */
  public Environment {
    Objects.requireNonNull(name);
    Objects.requireNonNull(maxColumns);
    arguments = List.copyOf(arguments);
  }
}
