package io.github.formulint.tex;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A command or a character that KaTeX knows, and what KaTeX says of it. Immutable.
 *
 * @param name as authors write it, with its backslash: {@code \frac}; or the character: {@code +}
 * @param kind how KaTeX defines it
 * @param modes where it may stand: {@link Mode#MATH}, {@link Mode#TEXT} or both
 * @param traits further properties
 * @param optionalArguments the types of its arguments in brackets, which come first
 * @param arguments the types of its other arguments, in order
 * @param detail what KaTeX does with it: the class of a symbol ({@code bin}, {@code rel}, {@code
 *     open} …), the type of a function ({@code op}, {@code accent}, {@code font} …), what a macro
 *     stands for; empty where KaTeX computes it
 */
public record Command(
    String name,
    Kind kind,
    Set<Mode> modes,
    Set<Trait> traits,
    List<ArgumentType> optionalArguments,
    List<ArgumentType> arguments,
    String detail) {

  /** How KaTeX defines a command. */
  public enum Kind {
    /** It prints one sign. */
    SYMBOL,
    /** Code of KaTeX handles it. */
    FUNCTION,
    /** It stands for other TeX. */
    MACRO,
    /** Part of the syntax: scripts, {@code \limits} and {@code \nolimits}. */
    SYNTAX
  }

  /** What else KaTeX says of a command. */
  public enum Trait {
    /** May be a script or an argument without braces although it takes arguments itself. */
    ALLOWED_AS_ARGUMENT,
    /** Stands between what it joins, such as {@code \over}. */
    INFIX,
    /** May follow {@code \left}, {@code \right}, {@code \middle} and the like. */
    DELIMITER,
    /** May be followed by {@code \limits}. */
    TAKES_LIMITS,
    /** Has a form with a star, such as {@code \operatorname*}. */
    STARRED,
    /** Reads what follows in a way of its own, such as {@code \newcommand} or {@code \char}. */
    IRREGULAR
  }

  /** Checks that nothing is missing and copies the collections. */
  public Command {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(detail);
    modes = Set.copyOf(modes);
    traits = Set.copyOf(traits);
    optionalArguments = List.copyOf(optionalArguments);
    arguments = List.copyOf(arguments);
  }

  /**
   * Returns whether the command may stand in that mode.
   *
   * @param mode math or text
   */
  public boolean isAllowedIn(Mode mode) {
    return modes.contains(mode);
  }

  /**
   * Returns whether the command has that property.
   *
   * @param trait the property
   */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Returns whether the command takes any argument, in brackets or not. */
  public boolean takesArguments() {
    return !arguments.isEmpty() || !optionalArguments.isEmpty();
  }
}
