package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.List;

/** A scope that is being read, and what the reader has to know of it until it ends. */
final class TexFrame {

  /** What ends a scope. */
  enum End {
    /** The end of the tokens that were set apart for it: the formula, an argument. */
    LIMIT,
    /** A closing brace. */
    BRACE,
    /** {@code \endgroup}. */
    END_GROUP,
    /** {@code \right}. */
    RIGHT,
    /** {@code \end}. */
    END,
    /** {@code $}. */
    DOLLAR,
    /** {@code \)}. */
    PARENTHESIS,
    /** The end of one symbol, group, or command with its arguments. */
    ONE,
    /** The last argument of a command has been read; such a frame has no scope of its own. */
    CALL
  }

  /** What a command is to the expression in which it stands, once its arguments are read. */
  enum Result {
    /** An atom, which may have scripts. */
    ATOM,
    /** An operator, which may have scripts and {@code \limits}. */
    OPERATOR,
    /** Nothing that could have scripts. */
    NONE,
    /** The arguments belong to an environment. */
    ENVIRONMENT
  }

  final End end;
  final int limit;
  final int opener;
  final Mode mode;

  /** Index of the scope that tokens belong to now; for an environment that of the cell. */
  int scope;

  /** Whether the end was found missing when the scope was opened, and has been told. */
  boolean toldUnclosed;

  // The atom before the place of reading.
  boolean atom;
  boolean operator;
  boolean superscript;
  boolean subscript;
  boolean primesJustBefore;

  boolean infix;

  /** Where a search for a closing bracket ended in vain; null as long as none did. */
  Span noBracketUpTo;

  /** Whether the one thing of a frame {@link End#ONE} has been read. */
  boolean done;

  // An environment, or an argument that is set as one.
  Rows rows;

  // A call.
  List<ArgumentType> types = List.of();
  int optional;
  int next;
  boolean macro;
  Result result = Result.ATOM;

  TexFrame(End end, int scope, Mode mode, int limit, int opener) {
    this.end = end;
    this.scope = scope;
    this.mode = mode;
    this.limit = limit;
    this.opener = opener;
  }

  /** Whether braces or a limit keep what is within apart from what is around. */
  boolean isBounded() {
    return end == End.LIMIT;
  }

  /** Begins to read another atom, or none. */
  void startAtom(boolean newAtom, boolean newOperator) {
    atom = newAtom;
    operator = newOperator;
    superscript = false;
    subscript = false;
  }

  /** Cells of an environment while they are read. */
  static final class Rows {
    final int environment;
    final String name;
    int maxColumns;
    final boolean breaksRows;
    final boolean tagsRows;
    int row;
    int column;
    boolean open;
    boolean atStart = true;

    Rows(int environment, String name, int maxColumns, boolean breaksRows, boolean tagsRows) {
      this.environment = environment;
      this.name = name;
      this.maxColumns = maxColumns;
      this.breaksRows = breaksRows;
      this.tagsRows = tagsRows;
    }
  }
}
