package io.github.formulint.tex;

import io.github.formulint.source.Span;
import io.github.formulint.tex.TexFault.Kind;
import io.github.formulint.tex.TexFrame.End;
import io.github.formulint.tex.TexFrame.Result;
import io.github.formulint.tex.TexFrame.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The scopes of a formula while they are read: a stack of frames, the place of the reader, and the
 * faults that were found. The base of {@link TexReader}.
 */
abstract class TexScopes {

  static final int NO_LIMIT = Integer.MAX_VALUE;

  final String tex;
  final TokenBuffer buffer;
  final CommandTable table = CommandTable.katex();

  /** What is being read, the innermost first. */
  final Deque<TexFrame> frames = new ArrayDeque<>();

  final List<ScopeDraft> scopes = new ArrayList<>();
  final List<TexFault> faults = new ArrayList<>();

  /** Index of the token to be read next. */
  int at;

  /** What is open within the innermost argument. */
  Region region;

  /**
   * How many environments, {@code \left}s and macros with a {@code \left} of their own are open.
   */
  int openRows;

  int delimitedDepth;
  int openMacrosWithLeft;

  private final TokenBuffer.IntList scopeOfToken = new TokenBuffer.IntList();

  TexScopes(String tex) {
    this.tex = tex;
    buffer = new TokenBuffer(tex);
  }

  /**
   * How many scopes of each sort are open within the innermost argument: whether there is one to
   * close has to be known without looking through all of them.
   */
  static final class Region {
    final Region outer;
    final int[] open = new int[End.values().length];
    final Map<String, Integer> environments = new HashMap<>(0);

    Region(Region outer) {
      this.outer = outer;
    }

    boolean has(End end) {
      return open[end.ordinal()] > 0;
    }

    boolean hasEnvironment(String name) {
      return environments.getOrDefault(name, 0) > 0;
    }
  }

  /** A scope whose end may not be known yet. */
  static final class ScopeDraft {
    Scope.Kind kind;
    Mode mode;
    int parent;
    Token owner;
    String environment;
    ArgumentType argumentType;
    int index;
    int row;
    boolean braced;
    int start;
    int end;
  }

  /** Returns what has been read; without faults where they cannot be relied on. */
  TexStructure structure(boolean reliable) {
    List<Scope> built = new ArrayList<>(scopes.size());
    for (ScopeDraft draft : scopes) {
      built.add(
          new Scope(
              draft.kind,
              draft.mode,
              draft.parent < 0 ? null : built.get(draft.parent),
              draft.owner,
              draft.environment,
              draft.argumentType,
              draft.index,
              draft.row,
              draft.braced,
              new Span(draft.start, Math.max(draft.start, draft.end))));
    }
    List<PlacedToken> placed = new ArrayList<>(scopeOfToken.size());
    for (int i = 0; i < scopeOfToken.size(); i++) {
      placed.add(new PlacedToken(buffer.get(i), built.get(scopeOfToken.get(i))));
    }
    return new TexStructure(tex, placed, built, reliable ? faults : List.of());
  }

  TexFrame push(End end, int scope, int limit, int opener) {
    TexFrame frame = new TexFrame(end, scope, scopes.get(scope).mode, limit, opener);
    TexFrame below = frames.peek();
    frame.cellBelow =
        below != null && (below.rows != null || below.end == End.RIGHT && below.cellBelow);
    if (frame.isBounded()) {
      region = new Region(region);
    }
    region.open[end.ordinal()]++;
    frames.push(frame);
    return frame;
  }

  void setRows(TexFrame frame, Rows rows) {
    frame.rows = rows;
    openRows++;
    if (frame.end == End.END) {
      region.environments.merge(rows.name, 1, Integer::sum);
    }
  }

  TexFrame pop() {
    TexFrame frame = frames.pop();
    if (frame.end == End.CALL) {
      openMacrosWithLeft -= frame.putsLeft ? 1 : 0;
      return frame;
    }
    region.open[frame.end.ordinal()]--;
    if (frame.rows != null) {
      openRows--;
    }
    if (frame.end == End.END && frame.rows != null) {
      region.environments.merge(frame.rows.name, -1, Integer::sum);
    }
    if (frame.isBounded()) {
      region = region.outer;
    }
    return frame;
  }

  int open(Scope.Kind kind, Mode mode, Token owner, int start) {
    ScopeDraft draft = new ScopeDraft();
    draft.kind = kind;
    draft.mode = mode;
    draft.parent = parentScope();
    draft.owner = owner;
    draft.start = start;
    draft.end = start;
    scopes.add(draft);
    return scopes.size() - 1;
  }

  int parentScope() {
    return frames.isEmpty() ? -1 : frames.peek().scope;
  }

  /** Opens the cell that the next token belongs to, if there is one to open. */
  void openCell(TexFrame frame) {
    Rows rows = frame.rows;
    if (rows == null || rows.open) {
      return;
    }
    ScopeDraft environment = scopes.get(rows.environment);
    frame.scope = rows.environment;
    int cell = open(Scope.Kind.CELL, Mode.MATH, environment.owner, startAt());
    scopes.get(cell).environment = rows.name;
    scopes.get(cell).index = rows.column;
    scopes.get(cell).row = rows.row;
    frame.scope = cell;
    rows.open = true;
    frame.startAtom(false, false);
    frame.infix = false;
  }

  /** Ends the cell that is open, if one is. */
  void closeCell(TexFrame frame) {
    if (frame.rows.open) {
      scopes.get(frame.scope).end = startAt();
      frame.scope = frame.rows.environment;
      frame.rows.open = false;
    }
  }

  /** Ends the innermost scope where the reader stands. */
  void close() {
    TexFrame frame = pop();
    int scope = frame.scope;
    if (frame.rows != null) {
      if (frame.rows.open) {
        scopes.get(scope).end = startAt();
      }
      scope = frame.rows.environment;
    }
    scopes.get(scope).end = startAt();
    if (frame.end == End.RIGHT) {
      delimitedDepth--;
    }
    boolean atom =
        switch (scopes.get(scope).kind) {
          case GROUP, ENVIRONMENT, DELIMITED, INNER_FORMULA -> true;
          default -> false;
        };
    if (atom && !frames.isEmpty()) {
      finish(frames.peek(), Result.ATOM);
    }
  }

  void endOfInput(TexFrame frame) {
    if (frame.end == End.LIMIT) {
      boolean braced = scopes.get(frame.rows == null ? frame.scope : frame.rows.environment).braced;
      if (frame.rows != null) {
        closeCell(frame);
      }
      if (braced && buffer.has(at)) {
        take(frame);
      }
      close();
      return;
    }
    if (frame.end == End.ONE) {
      if (!frame.done) {
        faultOfMissing(frame, endOf(frame));
      }
      close();
      return;
    }
    tellUnclosed(frame, endOf(frame));
    close();
  }

  /**
   * Ends scopes until the one that is looked for is the innermost; it must be open within the
   * limits. Those above it are told as unclosed.
   */
  void popTo(Predicate<TexFrame> wanted, Token noticed) {
    while (!wanted.test(frames.peek())) {
      TexFrame frame = frames.peek();
      if (frame.end == End.CALL) {
        pop();
      } else {
        if (frame.end != End.ONE) {
          tellUnclosed(frame, noticed.span());
        }
        close();
      }
    }
  }

  void tellUnclosed(TexFrame frame, Span noticed) {
    if (frame.toldUnclosed) {
      return;
    }
    Token opener = buffer.get(frame.opener);
    Kind kind =
        switch (frame.end) {
          case BRACE, END_GROUP -> Kind.UNCLOSED_GROUP;
          case RIGHT -> Kind.LEFT_WITHOUT_RIGHT;
          case END -> Kind.UNCLOSED_ENVIRONMENT;
          default -> Kind.UNCLOSED_INNER_FORMULA;
        };
    String subject = frame.end == End.END && frame.rows != null ? frame.rows.name : opener.text();
    faults.add(new TexFault(kind, opener.span(), noticed, subject));
  }

  void missing(TexFrame frame, Token noticed) {
    faultOfMissing(frame, noticed.span());
    close();
  }

  void faultOfMissing(TexFrame frame, Span noticed) {
    Token owner = buffer.get(frame.opener);
    boolean script = scopes.get(frame.scope).kind == Scope.Kind.SCRIPT;
    fault(script ? Kind.MISSING_SCRIPT : Kind.MISSING_ARGUMENT, owner, noticed);
  }

  void atom(TexFrame frame) {
    take(frame);
    finish(frame, Result.ATOM);
  }

  /** Notes that something has been read to its end. */
  void finish(TexFrame frame, Result result) {
    if (frame.end == End.ONE) {
      frame.done = true;
    } else if (result != Result.ENVIRONMENT) {
      frame.startAtom(result != Result.NONE, result == Result.OPERATOR);
    }
  }

  /** Moves to the token of that index; all before it belong to that scope, which ends there. */
  final void takeUpTo(int end, int scope) {
    while (at < end) {
      scopeOfToken.add(scope);
      at++;
    }
    scopes.get(scope).end = startAt();
  }

  /** Moves behind a token, which belongs to the scope that is being read. */
  void take(TexFrame frame) {
    scopeOfToken.add(frame.scope);
    at++;
  }

  void skipBlanks(TexFrame frame) {
    while (!isAtEnd(frame) && buffer.get(at).isBlank()) {
      take(frame);
    }
  }

  void skipComments(TexFrame frame) {
    while (!isAtEnd(frame) && is(Token.Kind.COMMENT)) {
      take(frame);
    }
  }

  boolean isAtEnd(TexFrame frame) {
    return !has(frame, at);
  }

  boolean has(TexFrame frame, int index) {
    return index < frame.limit && buffer.has(index);
  }

  boolean is(Token.Kind kind) {
    return buffer.get(at).kind() == kind;
  }

  boolean isText(String text) {
    return buffer.get(at).text().equals(text);
  }

  static boolean isDigit(Token token) {
    return isDigit(token, 10);
  }

  static boolean isDigit(Token token, int base) {
    char c = token.text().charAt(0);
    return c < 0x80 && token.text().length() == 1 && Character.digit(c, base) >= 0;
  }

  /** Returns the text of an argument without its braces or brackets. */
  String content(int first, int end) {
    Token opener = buffer.get(first);
    boolean wrapped =
        end - first > 1 && (opener.kind() == Token.Kind.BEGIN_GROUP || opener.text().equals("["));
    int start = opener.span().start();
    int stop = buffer.get(end - 1).span().end();
    return tex.substring(wrapped ? start + 1 : start, wrapped ? stop - 1 : stop);
  }

  /** Where the next token starts. */
  int startAt() {
    return at == 0 ? 0 : buffer.get(at - 1).span().end();
  }

  Span end() {
    return Span.at(tex.length());
  }

  /** What a parser finds where a scope ends too early: the brace behind it, or the end. */
  Span endOf(TexFrame frame) {
    return frame.limit < NO_LIMIT && buffer.has(frame.limit)
        ? buffer.get(frame.limit).span()
        : end();
  }

  void fault(Kind kind, Token token, Token noticed) {
    fault(kind, token, noticed.span());
  }

  void fault(Kind kind, Token token, Span noticed) {
    faults.add(new TexFault(kind, token.span(), noticed, token.text()));
  }

  void fault(Kind kind, Token token, Token noticed, String subject) {
    faults.add(new TexFault(kind, token.span(), noticed.span(), subject));
  }
}
