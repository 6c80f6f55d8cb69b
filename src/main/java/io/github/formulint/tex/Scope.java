package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a formula in which tokens belong together: a group, an argument, a script, a cell, an
 * environment… Scopes nest; the outermost is the formula. Immutable; two scopes are equal only if
 * they are the same one.
 */
public final class Scope {

  /** What a scope is. */
  public enum Kind {
    /** The whole formula. */
    FORMULA,
    /** Braces that are nobody's argument, or {@code \begingroup…\endgroup}. */
    GROUP,
    /** An argument of a command, with braces or without. */
    ARGUMENT,
    /** An argument in brackets, such as that of {@code \sqrt[3]{x}} or {@code \\[1em]}. */
    OPTIONAL_ARGUMENT,
    /** What stands behind {@code ^} or {@code _}, with braces or without. */
    SCRIPT,
    /** From {@code \begin} to its {@code \end}. */
    ENVIRONMENT,
    /** A cell of an environment, without the signs that part cells. */
    CELL,
    /** From {@code \left} to its {@code \right}. */
    DELIMITED,
    /** A formula within text, such as {@code $x$} in {@code \text{if $x$}}. */
    INNER_FORMULA,
    /** A definition, such as {@code \newcommand} with all that belongs to it. */
    DEFINITION
  }

  private final Kind kind;
  private final Mode mode;
  private final Scope parent;
  private final Token owner;
  private final String environment;
  private final ArgumentType argumentType;
  private final int index;
  private final int row;
  private final boolean braced;
  private final Span span;

  Scope(
      Kind kind,
      Mode mode,
      Scope parent,
      Token owner,
      String environment,
      ArgumentType argumentType,
      int index,
      int row,
      boolean braced,
      Span span) {
    this.kind = kind;
    this.mode = mode;
    this.parent = parent;
    this.owner = owner;
    this.environment = environment;
    this.argumentType = argumentType;
    this.index = index;
    this.row = row;
    this.braced = braced;
    this.span = span;
  }

  /** Returns what this is. */
  public Kind kind() {
    return kind;
  }

  /** Returns how its content is read. */
  public Mode mode() {
    return mode;
  }

  /** Returns the scope around this; empty for the formula. */
  public Optional<Scope> parent() {
    return Optional.ofNullable(parent);
  }

  /**
   * Returns the token to which it belongs: the command of an argument or definition, {@code ^} or
   * {@code _} of a script, {@code \begin} of an environment and its cells, {@code \left}, or what
   * opens a group or inner formula. Empty for the formula.
   */
  public Optional<Token> owner() {
    return Optional.ofNullable(owner);
  }

  /**
   * Returns whether this is an argument, in brackets or not, of that command.
   *
   * @param command its name with the backslash, such as {@code \mathrm}
   */
  public boolean isArgumentOf(String command) {
    return (kind == Kind.ARGUMENT || kind == Kind.OPTIONAL_ARGUMENT)
        && owner != null
        && owner.isCommand(command);
  }

  /** Returns the name of an environment, or of that of a cell; empty for other scopes. */
  public Optional<String> environment() {
    return Optional.ofNullable(environment);
  }

  /** Returns what an argument holds; empty for other scopes. */
  public Optional<ArgumentType> argumentType() {
    return Optional.ofNullable(argumentType);
  }

  /**
   * Returns which argument of its command it is, counted from 0, those in brackets and the others
   * each for themselves; or the column of a cell, counted from 0; else 0.
   */
  public int index() {
    return index;
  }

  /** Returns the row of a cell, counted from 0; else 0. */
  public int row() {
    return row;
  }

  /** Returns whether braces, brackets or dollars stand around its content. */
  public boolean isBraced() {
    return braced;
  }

  /** Returns where it stands, with its braces or commands, in UTF-16 offsets into the TeX. */
  public Span span() {
    return span;
  }

  /** Returns this scope and all around it, from the inside to the formula. */
  public Stream<Scope> andAncestors() {
    return Stream.iterate(this, scope -> scope != null, scope -> scope.parent);
  }

  /**
   * Returns the innermost scope of that kind among this and those around it.
   *
   * @param wanted the kind to look for
   */
  public Optional<Scope> enclosing(Kind wanted) {
    return andAncestors().filter(scope -> scope.kind == wanted).findFirst();
  }

  @Override
  public String toString() {
    return kind + " " + mode + " [" + span.start() + ", " + span.end() + ")";
  }
}
