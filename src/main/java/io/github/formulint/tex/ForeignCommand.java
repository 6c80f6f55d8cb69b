package io.github.formulint.tex;

import java.util.List;
import java.util.Objects;

/**
 * A command or environment that authors know from LaTeX, its packages or another engine, and that
 * KaTeX lacks. Immutable.
 *
 * @param name the command with its backslash, or the environment's bare name
 * @param arguments the types of its arguments where it is at home
 * @param replacements what KaTeX has for it, best first, in the same way; may be empty
 * @param note where it comes from and what to write instead, for people; may be empty
 */
public record ForeignCommand(
    String name, List<ArgumentType> arguments, List<String> replacements, String note) {

  /** Checks that nothing is missing and copies the lists. */
  public ForeignCommand {
    Objects.requireNonNull(name);
    Objects.requireNonNull(note);
    arguments = List.copyOf(arguments);
    replacements = List.copyOf(replacements);
  }
}
