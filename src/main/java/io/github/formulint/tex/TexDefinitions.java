package io.github.formulint.tex;

import io.github.formulint.source.Span;
import io.github.formulint.tex.TexFault.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the definitions within a formula: {@code \def}, {@code \let}, {@code \newcommand} and their
 * kin. A part of {@link TexReader}.
 */
abstract class TexDefinitions extends TexScopes {

  /** Definitions within definitions are not followed any deeper. */
  private static final int DEEPEST_DEFINITION = 2;

  /** A number of arguments that is longer, with its spaces, is none. */
  private static final int LONGEST_NUMBER = 20;

  final MathStyle style;
  final int definitionDepth;

  /** The modes in which the parameters of a definition stand, where this reads its body. */
  final Map<Integer, Mode> parameterModes = new HashMap<>();

  /** Whether what is read opens and closes its own scopes only. */
  boolean reliable = true;

  /** The reader of the formula whose definition this one reads; null for a formula itself. */
  private final TexDefinitions outer;

  private final Map<String, Definition> definitions = new HashMap<>();

  /** A search for the braces of a definition found none between these tokens. */
  private int noGroupFrom = NO_LIMIT;

  private int noGroupUpTo = -1;

  TexDefinitions(String tex, MathStyle style, TexDefinitions outer) {
    super(tex);
    this.style = style;
    this.outer = outer;
    definitionDepth = outer == null ? 0 : outer.definitionDepth + 1;
  }

  /** What a formula itself defines. */
  record Definition(List<ArgumentType> arguments, boolean selfContained, String alias) {}

  /** Returns what the formula itself has defined by that name, or null. */
  Definition definition(String name) {
    Definition definition = definitions.get(name);
    return definition != null || outer == null ? definition : outer.definition(name);
  }

  void def(TexFrame frame) {
    int first = at;
    int name = nonBlank(frame, first + 1);
    int next = name + 1;
    int arguments = 0;
    boolean delimited = false;
    boolean inVain = first >= noGroupFrom && frame.limit <= noGroupUpTo;
    while (!inVain && has(frame, next) && buffer.get(next).kind() != Token.Kind.BEGIN_GROUP) {
      boolean parameter =
          buffer.get(next).kind() == Token.Kind.PARAMETER
              && has(frame, next + 1)
              && isDigit(buffer.get(next + 1));
      delimited |= !parameter && !buffer.get(next).isBlank();
      arguments += parameter ? 1 : 0;
      next += parameter ? 2 : 1;
    }
    if (inVain || !has(frame, next)) {
      noGroupFrom = inVain ? noGroupFrom : first;
      noGroupUpTo = inVain ? noGroupUpTo : frame.limit;
      invalidDefinition(frame);
      return;
    }
    int close = buffer.closer(next);
    if (close < 0 || close >= frame.limit) {
      invalidDefinition(frame);
      return;
    }
    define(buffer.get(name).name(), arguments, delimited, content(next, close + 1));
    takeDefinition(frame, first, close + 1);
  }

  void newCommand(TexFrame frame, Token token) {
    int first = at;
    int[] name = scan(frame, first + 1);
    int[] body = name == null ? null : scan(frame, name[1]);
    int arguments = 0;
    if (body != null && buffer.get(body[0]).text().equals("[")) {
      int close = body[0] + 1;
      StringBuilder number = new StringBuilder();
      while (number.length() < LONGEST_NUMBER
          && has(frame, close)
          && !buffer.get(close).text().equals("]")) {
        number.append(buffer.get(close++).text());
      }
      String digits = number.toString().strip();
      body = digits.matches("[0-9]{1,3}") ? scan(frame, close + 1) : null;
      arguments = body == null ? 0 : Integer.parseInt(digits);
    }
    if (body == null) {
      invalidDefinition(frame);
      return;
    }
    String command = content(name[0], name[1]).strip();
    boolean exists = definition(command) != null || table.find(command).isPresent();
    if (exists && token.isCommand("\\newcommand") || !exists && token.isCommand("\\renewcommand")) {
      Span span = new Span(token.span().start(), buffer.get(name[1] - 1).span().end());
      faults.add(new TexFault(Kind.INVALID_DEFINITION, span, span, command));
    }
    if (!exists || !token.isCommand("\\providecommand")) {
      define(command, arguments, false, content(body[0], body[1]));
    }
    takeDefinition(frame, first, body[1]);
  }

  void let(TexFrame frame) {
    int first = at;
    int name = nonBlank(frame, first + 1);
    int next = nonBlank(frame, name + 1);
    if (has(frame, next) && buffer.get(next).text().equals("=")) {
      next = nonBlank(frame, next + 1);
    }
    if (!has(frame, next) || buffer.get(next).kind() == Token.Kind.END_GROUP) {
      invalidDefinition(frame);
      return;
    }
    Token meaning = buffer.get(next);
    boolean command = meaning.isCommand();
    boolean plain = command || meaning.kind() == Token.Kind.CHARACTER;
    Definition known = definition(meaning.name());
    definitions.put(
        buffer.get(name).name(),
        known != null ? known : new Definition(List.of(), plain, command ? meaning.name() : ""));
    takeDefinition(frame, first, next + 1);
  }

  void define(String name, int arguments, boolean delimited, String body) {
    boolean selfContained = !delimited && definitionDepth < DEEPEST_DEFINITION;
    Map<Integer, Mode> modes = Map.of();
    if (selfContained) {
      TexReader reader = TexReader.readDefinition(body, this);
      selfContained = reader.reliable && reader.faults.isEmpty();
      modes = reader.parameterModes;
    }
    List<ArgumentType> types = new ArrayList<>();
    for (int i = 1; i <= arguments; i++) {
      boolean text = modes.get(i) == Mode.TEXT;
      types.add(text ? ArgumentType.TEXT : ArgumentType.ORIGINAL);
    }
    definitions.put(name, new Definition(types, selfContained, ""));
  }

  void invalidDefinition(TexFrame frame) {
    fault(Kind.INVALID_DEFINITION, buffer.get(at), endOf(frame));
    take(frame);
  }

  void takeDefinition(TexFrame frame, int first, int end) {
    int scope = open(Scope.Kind.DEFINITION, Mode.RAW, buffer.get(first), startAt());
    takeUpTo(end, scope);
    frame.startAtom(false, false);
  }

  /** Returns where the next argument starts and ends, or null where none is. */
  int[] scan(TexFrame frame, int from) {
    int start = nonBlank(frame, from);
    if (!has(frame, start) || buffer.get(start).kind() == Token.Kind.END_GROUP) {
      return null;
    }
    int close = buffer.get(start).kind() == Token.Kind.BEGIN_GROUP ? buffer.closer(start) : start;
    return close < 0 || close >= frame.limit ? null : new int[] {start, close + 1};
  }

  int nonBlank(TexFrame frame, int from) {
    int index = from;
    while (has(frame, index) && buffer.get(index).isBlank()) {
      index++;
    }
    return index;
  }
}
