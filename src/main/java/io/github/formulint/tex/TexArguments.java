package io.github.formulint.tex;

import io.github.formulint.source.Span;
import io.github.formulint.tex.TexFault.Kind;
import io.github.formulint.tex.TexFrame.End;
import io.github.formulint.tex.TexFrame.Result;
import io.github.formulint.tex.TexFrame.Rows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the arguments of commands and environments. A part of {@link TexReader}. */
abstract class TexArguments extends TexDefinitions {

  private static final Pattern COLOR =
      Pattern.compile("(?i)#[a-f0-9]{3,4}|#[a-f0-9]{6}|#[a-f0-9]{8}|[a-f0-9]{6}|[a-z]+");

  private static final Pattern SIZE =
      Pattern.compile("[-+]? *(?:\\d+(?:\\.\\d*)?|\\.\\d+) *([a-z]{2})");

  /** KaTeX, {@code src/units.ts}. */
  private static final Set<String> UNITS =
      Set.of(
          "pt", "mm", "cm", "in", "bp", "pc", "dd", "cc", "nd", "nc", "sp", "px", "ex", "em", "mu");

  TexArguments(String tex, MathStyle style, TexDefinitions outer) {
    super(tex, style, outer);
  }

  void pushCall(
      TexFrame frame,
      int owner,
      int optional,
      List<ArgumentType> types,
      Result result,
      boolean macro) {
    if (types.isEmpty()) {
      finish(frame, result);
      return;
    }
    TexFrame call = new TexFrame(End.CALL, frame.scope, frame.mode, frame.limit, owner);
    call.types = types;
    call.optional = optional;
    call.result = result;
    call.macro = macro;
    call.putsLeft = macro && putsLeft(buffer.get(owner));
    openMacrosWithLeft += call.putsLeft ? 1 : 0;
    frames.push(call);
  }

  /** Macros such as {@code \Set} put their argument between {@code \left} and {@code \right}. */
  boolean putsLeft(Token owner) {
    return table
        .find(owner.name())
        .filter(command -> command.detail().contains("\\left"))
        .isPresent();
  }

  void nextArgument(TexFrame call) {
    if (call.next == call.types.size()) {
      pop();
      finish(frames.peek(), call.result);
      return;
    }
    int number = call.next++;
    ArgumentType type = call.types.get(number);
    TexFrame around = frameAround(call);
    if (number < call.optional) {
      optionalArgument(call, around, type, number);
      return;
    }
    int index = number - call.optional;
    skipBlanksBefore(type, around);
    switch (type) {
      case PRIMITIVE -> one(around, Scope.Kind.ARGUMENT, call.opener, type, index);
      case SIZE -> {
        if (!call.macro && !isAtEnd(around) && !is(Token.Kind.BEGIN_GROUP)) {
          bareSize(around, call.opener, index);
        } else {
          string(call, around, type, index);
        }
      }
      case URL, RAW, COLOR -> string(call, around, type, index);
      default -> argument(call, around, type, index);
    }
  }

  /** The expression in which a call stands: its frame, below the call. */
  TexFrame frameAround(TexFrame call) {
    frames.pop();
    TexFrame around = frames.peek();
    frames.push(call);
    return around;
  }

  void skipBlanksBefore(ArgumentType type, TexFrame frame) {
    if (type == ArgumentType.URL && buffer.isCutUpTo(at)) {
      buffer.cutUrl();
    }
    skipBlanks(frame);
  }

  void optionalArgument(TexFrame call, TexFrame around, ArgumentType type, int number) {
    skipBlanks(around);
    int close = -1;
    if (!isAtEnd(around) && isText("[")) {
      close = closingBracket(around);
      if (close < 0) {
        fault(Kind.UNCLOSED_OPTIONAL_ARGUMENT, buffer.get(at), around.noBracketUpTo);
      }
    }
    if (close < 0) {
      if (buffer.get(call.opener).isCommand("\\sqrt")) {
        call.types = List.of(ArgumentType.ORIGINAL, ArgumentType.PRIMITIVE);
      }
      return;
    }
    if (type.mode(around.mode) == Mode.RAW) {
      raw(around, Scope.Kind.OPTIONAL_ARGUMENT, call.opener, type, number, at, close + 1);
      return;
    }
    bounded(around, Scope.Kind.OPTIONAL_ARGUMENT, call.opener, type, number, close, true);
  }

  void argument(TexFrame call, TexFrame around, ArgumentType type, int index) {
    if (isAtEnd(around) || is(Token.Kind.END_GROUP)) {
      missingArgument(call, around);
      return;
    }
    if (!is(Token.Kind.BEGIN_GROUP)) {
      if (type.mode(around.mode) == around.mode && readsOn(call)) {
        return;
      }
      bounded(around, Scope.Kind.ARGUMENT, call.opener, type, index, at + 1, false);
    } else if (hasCloser(around)) {
      int close = buffer.closer(at);
      bounded(around, Scope.Kind.ARGUMENT, call.opener, type, index, close, true);
    } else {
      unclosedArgument(call, around, type, index);
    }
    columns(call, around, index);
  }

  /**
   * Whether the last argument of a macro is a sign or command that is not kept apart from what
   * follows, because the macro puts nothing around it: {@code a \mod \frac{b}{c}} finds its
   * denominator. What a formula defines itself gets the benefit of the doubt.
   */
  boolean readsOn(TexFrame call) {
    Token token = buffer.get(at);
    boolean letter = token.kind() == Token.Kind.CHARACTER && !token.text().equals("'");
    if (!call.macro || call.next < call.types.size() || letter) {
      return false;
    }
    String name = buffer.get(call.opener).name();
    Optional<Command> known = table.find(name);
    if (definition(name) != null || known.isEmpty()) {
      return true;
    }
    String expansion = known.get().detail();
    int place = expansion.lastIndexOf('#');
    if (place < 0 || place > 0 && expansion.charAt(place - 1) == '{') {
      return false;
    }
    String behind = expansion.substring(place + 2);
    return behind.isEmpty() || behind.startsWith("}") || behind.startsWith(")");
  }

  void missingArgument(TexFrame call, TexFrame around) {
    call.next = call.types.size();
    Token owner = buffer.get(call.opener);
    fault(Kind.MISSING_ARGUMENT, owner, isAtEnd(around) ? endOf(around) : buffer.get(at).span());
  }

  boolean hasCloser(TexFrame frame) {
    int close = buffer.closer(at);
    return close >= 0 && close < frame.limit;
  }

  /** An argument whose brace nothing closes is read as if it reached as far as it can. */
  void unclosedArgument(TexFrame call, TexFrame around, ArgumentType type, int index) {
    fault(Kind.UNCLOSED_GROUP, buffer.get(at), endOf(around));
    call.next = call.types.size();
    int scope = argumentScope(around, Scope.Kind.ARGUMENT, call.opener, type, index);
    scopes.get(scope).braced = true;
    TexFrame frame = push(End.BRACE, scope, around.limit, at);
    frame.toldUnclosed = true;
    take(frame);
  }

  void bounded(
      TexFrame around,
      Scope.Kind kind,
      int owner,
      ArgumentType type,
      int index,
      int limit,
      boolean braced) {
    int scope = argumentScope(around, kind, owner, type, index);
    scopes.get(scope).braced = braced;
    TexFrame frame = push(End.LIMIT, scope, limit, at);
    if (braced) {
      take(frame);
    }
    if (buffer.get(owner).isCommand("\\substack")) {
      // It stands for an environment with one column.
      setRows(frame, new Rows(scope, "subarray", 1, true, false));
    }
  }

  int argumentScope(TexFrame around, Scope.Kind kind, int owner, ArgumentType type, int index) {
    int scope = open(kind, type.mode(around.mode), buffer.get(owner), startAt());
    scopes.get(scope).argumentType = type;
    scopes.get(scope).index = index;
    return scope;
  }

  /** An argument that is taken as it stands. */
  void string(TexFrame call, TexFrame around, ArgumentType type, int index) {
    if (isAtEnd(around) || is(Token.Kind.END_GROUP)) {
      missingArgument(call, around);
    } else if (!is(Token.Kind.BEGIN_GROUP)) {
      raw(around, Scope.Kind.ARGUMENT, call.opener, type, index, at, at + 1);
    } else if (hasCloser(around)) {
      int close = buffer.closer(at);
      raw(around, Scope.Kind.ARGUMENT, call.opener, type, index, at, close + 1);
    } else {
      unclosedArgument(call, around, type, index);
    }
  }

  void raw(
      TexFrame around,
      Scope.Kind kind,
      int owner,
      ArgumentType type,
      int index,
      int start,
      int end) {
    int scope = argumentScope(around, kind, owner, type, index);
    ScopeDraft draft = scopes.get(scope);
    draft.mode = Mode.RAW;
    draft.braced = end - start > 1;
    takeUpTo(end, scope);
    checkString(type, kind, content(start, end), new Span(draft.start, draft.end));
  }

  void checkString(ArgumentType type, Scope.Kind kind, String content, Span span) {
    if (type == ArgumentType.COLOR && !COLOR.matcher(content).matches()) {
      faults.add(new TexFault(Kind.INVALID_COLOR, span, span, content));
    } else if (type == ArgumentType.SIZE) {
      Matcher size = SIZE.matcher(content);
      boolean blank = content.isEmpty() && kind == Scope.Kind.ARGUMENT;
      if (!blank && (!size.find() || !UNITS.contains(size.group(1)))) {
        faults.add(new TexFault(Kind.INVALID_SIZE, span, span, content));
      }
    }
  }

  /** A size without braces: a sign, a number, two letters, each perhaps with spaces behind. */
  void bareSize(TexFrame around, int owner, int index) {
    int start = at;
    int end = at;
    int part = 0;
    int letters = 0;
    boolean point = false;
    boolean digits = false;
    while (end < around.limit && buffer.has(end) && part < 4) {
      Token token = buffer.get(end);
      char c = token.text().charAt(0);
      if (token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.SPACE) {
        part = part == 1 && (digits || point) ? 2 : part == 2 && letters > 0 ? 3 : part;
      } else if (token.kind() != Token.Kind.CHARACTER || token.text().length() > 1) {
        break;
      } else if (part == 0 && (c == '-' || c == '+')) {
        part = 1;
      } else if (part <= 1 && isDigit(token)) {
        part = 1;
        digits = true;
      } else if (part <= 1 && c == '.' && !point) {
        part = 1;
        point = true;
      } else if (part <= 2 && c >= 'a' && c <= 'z' && letters < 2) {
        part = 2;
        letters++;
      } else {
        break;
      }
      end++;
    }
    if (end == start) {
      fault(Kind.INVALID_SIZE, buffer.get(start), buffer.get(start));
      return;
    }
    raw(around, Scope.Kind.ARGUMENT, owner, ArgumentType.SIZE, index, start, end);
  }

  /** The columns of {@code array} and the like, or their number. */
  void columns(TexFrame call, TexFrame around, int index) {
    if (call.result != Result.ENVIRONMENT || index > 0 || around.rows == null) {
      return;
    }
    String name = around.rows.name;
    TexFrame argument = frames.peek();
    if (table.findEnvironment(name).isEmpty() || !argument.isBounded()) {
      return;
    }
    boolean counted = name.startsWith("align");
    StringBuilder columns = new StringBuilder();
    for (int i = at; i < argument.limit; i++) {
      Token token = buffer.get(i);
      if (!token.isBlank()) {
        columns.append(token.text());
        if (!(counted ? "0123456789" : "lcr|:").contains(token.text())) {
          fault(Kind.INVALID_COLUMNS, token, token);
          return;
        }
      }
    }
    if (counted && columns.toString().matches("0*")) {
      fault(Kind.INVALID_COLUMNS, buffer.get(argument.opener), buffer.get(argument.opener));
    } else if (counted && columns.length() <= 3) {
      around.rows.maxColumns = 2 * Integer.parseInt(columns.toString());
    }
  }

  /** Returns the index of the bracket that closes the one to be read next, or -1. */
  int closingBracket(TexFrame frame) {
    if (frame.noBracketUpTo != null) {
      return -1;
    }
    Span noticed = endOf(frame);
    for (int i = at + 1; has(frame, i); i++) {
      Token token = buffer.get(i);
      if (token.text().equals("]")) {
        return i;
      }
      if (token.kind() == Token.Kind.END_GROUP) {
        noticed = token.span();
        break;
      }
      if (token.kind() == Token.Kind.BEGIN_GROUP) {
        int close = buffer.closer(i);
        if (close < 0) {
          break;
        }
        i = close;
      }
    }
    frame.noBracketUpTo = noticed;
    return -1;
  }

  /** Begins to read one symbol, group or command: a script, or an argument that is like one. */
  void one(TexFrame frame, Scope.Kind kind, int owner, ArgumentType type, int index) {
    int scope = open(kind, frame.mode, buffer.get(owner), startAt());
    scopes.get(scope).argumentType = type;
    scopes.get(scope).index = index;
    boolean braced = !isAtEnd(frame) && is(Token.Kind.BEGIN_GROUP);
    scopes.get(scope).braced = braced;
    push(braced ? End.BRACE : End.ONE, scope, frame.limit, braced ? at : owner);
    if (braced) {
      take(frames.peek());
    }
  }
}
