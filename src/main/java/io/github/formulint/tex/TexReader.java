package io.github.formulint.tex;

import io.github.formulint.source.Span;
import io.github.formulint.tex.Command.Trait;
import io.github.formulint.tex.TexFault.Kind;
import io.github.formulint.tex.TexFrame.End;
import io.github.formulint.tex.TexFrame.Result;
import io.github.formulint.tex.TexFrame.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the structure of one formula as KaTeX's parser does (KaTeX 0.18, {@code src/Parser.ts},
 * {@code src/MacroExpander.ts}), but goes on behind a fault.
 *
 * <p>Scopes that are being read stand on a stack of {@link TexFrame}s, so deep nesting costs memory
 * and no stack of the JVM. Like KaTeX it first sets apart the tokens of an argument, from brace to
 * brace, and then reads them: that is why {@code \frac{\left(}{x\right)}} has two faults.
 */
final class TexReader extends TexArguments {

  private boolean taggedRow;

  private TexReader(String tex, MathStyle style, TexDefinitions outer) {
    super(tex, style, outer);
  }

  /** Reads a formula. */
  static TexStructure read(String tex, MathStyle style) {
    TexReader reader = new TexReader(tex, style, null);
    reader.readAll();
    return reader.structure(reader.reliable);
  }

  /** Reads the body of a definition. */
  static TexReader readDefinition(String body, TexDefinitions outer) {
    TexReader reader = new TexReader(body, outer.style, outer);
    reader.readAll();
    return reader;
  }

  private void readAll() {
    push(End.LIMIT, open(Scope.Kind.FORMULA, Mode.MATH, null, 0), NO_LIMIT, -1);
    while (!frames.isEmpty()) {
      TexFrame frame = frames.peek();
      if (frame.end == End.CALL) {
        nextArgument(frame);
      } else if (frame.done || isAtEnd(frame)) {
        endOfInput(frame);
      } else {
        openCell(frame);
        token(frame, buffer.get(at));
      }
    }
  }

  // One token of an expression.

  private void token(TexFrame frame, Token token) {
    if (token.isBlank()) {
      frame.primesJustBefore &= token.kind() == Token.Kind.COMMENT;
      take(frame);
      return;
    }
    boolean rowStart = frame.rows != null && frame.rows.atStart;
    boolean primes = frame.primesJustBefore;
    frame.primesJustBefore = false;
    if (frame.rows != null) {
      frame.rows.atStart = false;
    }
    switch (token.kind()) {
      case BEGIN_GROUP -> group(frame, End.BRACE, token);
      case END_GROUP -> endGroup(frame, End.BRACE, token);
      case SUPERSCRIPT, SUBSCRIPT -> script(frame, token, primes);
      case ALIGNMENT -> alignment(frame, token);
      case PARAMETER -> parameter(frame, token);
      case MATH_SHIFT -> mathShift(frame, token, End.DOLLAR);
      case TIE, VERBATIM -> atom(frame);
      case CHARACTER -> character(frame, token, primes);
      case UNREADABLE -> {
        fault(Kind.UNREADABLE_CHARACTER, token, token);
        take(frame);
      }
      default -> command(frame, token, rowStart);
    }
  }

  private void character(TexFrame frame, Token token, boolean primes) {
    int c = token.text().codePointAt(0);
    if (c == '\'' && frame.mode == Mode.MATH) {
      prime(frame, token, primes);
    } else if (c >= 0x80 && frame.mode == Mode.TEXT && isOfMathOnly(token)) {
      fault(Kind.WRONG_MODE, token, token);
      atom(frame);
    } else if (c >= 0x80) {
      String script = frame.atom && frame.mode == Mode.MATH ? scriptCharacter(token) : "";
      if (script.isEmpty()) {
        atom(frame);
      } else {
        frame.superscript |= script.equals("sup");
        frame.subscript |= script.equals("sub");
        take(frame);
      }
    } else if (Character.isLetterOrDigit(c) || table.find(Character.toString(c)).isPresent()) {
      atom(frame);
    } else {
      fault(Kind.UNREADABLE_CHARACTER, token, token);
      take(frame);
    }
  }

  /** Characters such as ≠ stand for commands of mathematics; others KaTeX prints in text, too. */
  private boolean isOfMathOnly(Token token) {
    return table
        .find(token.text())
        .filter(
            command ->
                command.kind() == Command.Kind.MACRO || command.kind() == Command.Kind.FUNCTION)
        .filter(command -> !command.isAllowedIn(Mode.TEXT))
        .isPresent();
  }

  /** Characters such as ² are scripts, which KaTeX lets stand beside another. */
  private String scriptCharacter(Token token) {
    return table
        .find(token.text())
        .filter(command -> command.kind() == Command.Kind.SYNTAX)
        .map(Command::detail)
        .orElse("");
  }

  private void prime(TexFrame frame, Token token, boolean primes) {
    if (frame.end == End.ONE) {
      missing(frame, token);
      return;
    }
    if (!frame.atom) {
      frame.startAtom(true, false);
    }
    if (frame.superscript && !primes) {
      fault(Kind.DOUBLE_SUPERSCRIPT, token, token);
    }
    frame.superscript = true;
    frame.primesJustBefore = true;
    take(frame);
  }

  private void script(TexFrame frame, Token token, boolean primes) {
    if (frame.end == End.ONE) {
      missing(frame, token);
      return;
    }
    if (frame.mode == Mode.TEXT) {
      fault(Kind.SCRIPT_IN_TEXT, token, token);
      take(frame);
      return;
    }
    if (!frame.atom) {
      frame.startAtom(true, false);
    }
    boolean up = token.kind() == Token.Kind.SUPERSCRIPT;
    if (up && frame.superscript && !primes) {
      fault(Kind.DOUBLE_SUPERSCRIPT, token, token);
    } else if (!up && frame.subscript) {
      fault(Kind.DOUBLE_SUBSCRIPT, token, token);
    }
    frame.superscript |= up;
    frame.subscript |= !up;
    int owner = at;
    take(frame);
    skipBlanks(frame);
    one(frame, Scope.Kind.SCRIPT, owner, null, 0);
  }

  private void parameter(TexFrame frame, Token token) {
    if (frame.end == End.ONE && definitionDepth == 0) {
      missing(frame, token);
      return;
    }
    take(frame);
    if (definitionDepth == 0 || isAtEnd(frame) || !isDigit(buffer.get(at))) {
      fault(Kind.PARAMETER_CHARACTER, token, token);
      return;
    }
    parameterModes.put(buffer.get(at).text().charAt(0) - '0', frame.mode);
    atom(frame);
  }

  // Groups and formulas within text.

  private void group(TexFrame frame, End end, Token token) {
    push(end, open(Scope.Kind.GROUP, frame.mode, token, token.span().start()), frame.limit, at);
    scopes.get(frames.peek().scope).braced = true;
    take(frames.peek());
  }

  private void endGroup(TexFrame frame, End end, Token token) {
    if (frame.end == End.ONE) {
      missing(frame, token);
      return;
    }
    if (!region.has(end)) {
      fault(Kind.STRAY_GROUP_END, token, token);
      take(frame);
      return;
    }
    popTo(candidate -> candidate.end == end, token);
    take(frames.peek());
    close();
  }

  private void mathShift(TexFrame frame, Token token, End end) {
    if (frame.mode == Mode.TEXT) {
      int scope = open(Scope.Kind.INNER_FORMULA, Mode.MATH, token, token.span().start());
      scopes.get(scope).braced = true;
      push(end, scope, frame.limit, at);
      take(frames.peek());
    } else if (frame.end == end) {
      take(frame);
      close();
    } else {
      endInnerFormula(frame, token, end);
    }
  }

  /** A sign that can only close a formula within text, though something else is open in it. */
  private void endInnerFormula(TexFrame frame, Token token, End end) {
    fault(Kind.MATH_SHIFT_IN_MATH, token, token);
    if (frame.end != End.ONE && region.has(end)) {
      int told = faults.size();
      popTo(candidate -> candidate.end == end, token);
      faults.subList(told, faults.size()).clear();
      take(frames.peek());
      close();
    } else {
      finish(frame, Result.ATOM);
      take(frame);
    }
  }

  // Cells.

  private void alignment(TexFrame frame, Token token) {
    if (frame.end == End.ONE) {
      missing(frame, token);
      return;
    }
    TexFrame target = frame;
    if (frame.rows == null && frame.end == End.RIGHT && frame.cellBelow) {
      popTo(candidate -> candidate.rows != null, token);
      target = frames.peek();
    }
    Rows rows = target.rows;
    if (rows == null) {
      fault(Kind.ALIGNMENT_OUTSIDE_ENVIRONMENT, token, token);
      take(frame);
      return;
    }
    if (rows.column + 1 >= rows.maxColumns) {
      fault(Kind.TOO_MANY_COLUMNS, token, token);
    }
    closeCell(target);
    take(target);
    rows.column++;
  }

  private void rowEnd(TexFrame frame, Token token) {
    boolean breaks = frame.rows != null && frame.rows.breaksRows;
    if (token.isCommand("\\cr") && openRows == 0) {
      unknown(frame, token);
      return;
    }
    if (breaks) {
      closeCell(frame);
    }
    int owner = at;
    take(frame);
    skipComments(frame);
    if (token.isCommand("\\\\") && !isAtEnd(frame) && isText("[")) {
      int close = closingBracket(frame);
      if (close < 0) {
        fault(Kind.UNCLOSED_OPTIONAL_ARGUMENT, buffer.get(at), frame.noBracketUpTo);
      } else {
        raw(frame, Scope.Kind.OPTIONAL_ARGUMENT, owner, ArgumentType.SIZE, 0, at, close + 1);
      }
    }
    if (breaks) {
      frame.rows.row++;
      frame.rows.column = 0;
      frame.rows.atStart = true;
      taggedRow &= !frame.rows.tagsRows;
    } else {
      finish(frame, Result.ATOM);
    }
  }

  // Commands.

  private void command(TexFrame frame, Token token, boolean rowStart) {
    String name = token.name();
    Definition definition = definition(name);
    if (definition != null) {
      if (definition.alias().isEmpty()) {
        defined(frame, definition);
        return;
      }
      name = definition.alias();
    }
    if (frame.end == End.ONE && needsBraces(name)) {
      fault(Kind.COMMAND_NEEDS_BRACES, token, token);
    }
    switch (name) {
      case "\\begin" -> begin(frame, token);
      case "\\end" -> end(frame, token);
      case "\\left" -> left(frame, token);
      case "\\right" -> right(frame, token);
      case "\\middle" -> middle(frame, token);
      case "\\\\", "\\newline", "\\cr" -> rowEnd(frame, token);
      case "\\bgroup" -> group(frame, End.BRACE, token);
      case "\\egroup" -> endGroup(frame, End.BRACE, token);
      case "\\begingroup" -> group(frame, End.END_GROUP, token);
      case "\\endgroup" -> endGroup(frame, End.END_GROUP, token);
      case "\\(", "\\)" -> parenthesis(frame, token);
      case "\\limits", "\\nolimits" -> limits(frame, token);
      case "\\hline", "\\hdashline" -> line(frame, token, rowStart);
      case "\\def", "\\gdef", "\\edef", "\\xdef" -> def(frame);
      case "\\newcommand", "\\renewcommand", "\\providecommand" -> newCommand(frame, token);
      case "\\let" -> let(frame);
      case "\\char" -> charNumber(frame, token);
      case "\\relax", "\\global", "\\long" -> {
        keepRowStart(frame, rowStart);
        frame.startAtom(false, false);
        take(frame);
      }
      case "\\verb" -> {
        fault(Kind.UNCLOSED_VERBATIM, token, token);
        atom(frame);
      }
      case "\\expandafter", "\\noexpand", "\\futurelet" -> {
        reliable = false;
        take(frame);
      }
      default -> ordinary(frame, token, name);
    }
  }

  /** Whether a command cannot be a script or the like; what closes something is no such thing. */
  private boolean needsBraces(String name) {
    return switch (name) {
      case "\\end", "\\right", "\\bgroup", "\\egroup", "\\begingroup", "\\endgroup" -> false;
      default ->
          table
              .find(name)
              .filter(command -> command.kind() != Command.Kind.SYMBOL)
              .filter(command -> command.kind() != Command.Kind.SYNTAX)
              .filter(command -> !command.has(Trait.ALLOWED_AS_ARGUMENT))
              .isPresent();
    };
  }

  private void ordinary(TexFrame frame, Token token, String name) {
    Optional<Command> known = table.find(name);
    if (known.isEmpty()) {
      unknown(frame, token);
      return;
    }
    Command command = known.get();
    if (!command.isAllowedIn(frame.mode)) {
      fault(Kind.WRONG_MODE, token, token);
    }
    if (command.detail().equals("delimsizing")) {
      take(frame);
      delimiter(frame, token);
      finish(frame, Result.ATOM);
      return;
    }
    if (name.equals("\\tag")) {
      tag(token);
    }
    if (command.has(Trait.INFIX)) {
      infix(frame, token);
    }
    call(frame, command);
  }

  private void tag(Token token) {
    if (style == MathStyle.INLINE) {
      fault(Kind.NEEDS_DISPLAY, token, token);
    }
    if (taggedRow) {
      fault(Kind.SECOND_TAG, token, token);
    }
    taggedRow = true;
  }

  private void infix(TexFrame frame, Token token) {
    if (frame.infix) {
      fault(Kind.SECOND_INFIX, token, token);
    }
    frame.infix = true;
  }

  private void unknown(TexFrame frame, Token token) {
    fault(Kind.UNKNOWN_COMMAND, token, token);
    List<ArgumentType> arguments =
        ForeignCommands.find(token.name()).map(ForeignCommand::arguments).orElse(List.of());
    int owner = at;
    take(frame);
    pushCall(frame, owner, 0, arguments, Result.OPERATOR, true);
  }

  private void defined(TexFrame frame, Definition definition) {
    reliable &= definition.selfContained();
    int owner = at;
    take(frame);
    pushCall(frame, owner, 0, definition.arguments(), Result.OPERATOR, true);
  }

  private void call(TexFrame frame, Command command) {
    int owner = at;
    take(frame);
    if (command.has(Trait.STARRED)) {
      skipBlanks(frame);
      if (!isAtEnd(frame) && isText("*")) {
        take(frame);
      }
    }
    List<ArgumentType> types = new ArrayList<>(command.optionalArguments());
    types.addAll(command.arguments());
    Result result =
        isSwitch(command)
            ? Result.NONE
            : command.has(Trait.TAKES_LIMITS) ? Result.OPERATOR : Result.ATOM;
    boolean macro = command.kind() == Command.Kind.MACRO;
    pushCall(frame, owner, command.optionalArguments().size(), types, result, macro);
  }

  /** Commands that change all that follows, such as {@code \displaystyle}, and infix ones. */
  private static boolean isSwitch(Command command) {
    return switch (command.detail()) {
      case "styling", "sizing", "infix", "internal" -> true;
      case "font" -> !command.takesArguments();
      case "color" -> command.arguments().size() == 1;
      default -> false;
    };
  }

  private void limits(TexFrame frame, Token token) {
    if (frame.end == End.ONE) {
      missing(frame, token);
      return;
    }
    if (frame.mode == Mode.TEXT) {
      fault(Kind.WRONG_MODE, token, token);
    } else if (!frame.operator) {
      fault(Kind.LIMITS_WITHOUT_OPERATOR, token, token);
    }
    take(frame);
  }

  private void line(TexFrame frame, Token token, boolean rowStart) {
    if (rowStart) {
      frame.rows.atStart = true;
    } else {
      fault(Kind.MISPLACED_LINE, token, token);
    }
    take(frame);
  }

  private static void keepRowStart(TexFrame frame, boolean rowStart) {
    if (rowStart) {
      frame.rows.atStart = true;
    }
  }

  private void parenthesis(TexFrame frame, Token token) {
    if (token.isCommand("\\(") && frame.mode == Mode.TEXT) {
      mathShift(frame, token, End.PARENTHESIS);
    } else if (token.isCommand("\\)") && frame.mode == Mode.MATH) {
      mathShift(frame, token, End.PARENTHESIS);
    } else {
      fault(Kind.MATH_SHIFT_IN_MATH, token, token);
      take(frame);
    }
  }

  /** {@code \char} takes a number of base 8, 10 or 16, or a character behind a back quote. */
  private void charNumber(TexFrame frame, Token token) {
    take(frame);
    skipBlanks(frame);
    String sign = isAtEnd(frame) ? "" : buffer.get(at).text();
    int base =
        switch (sign) {
          case "'" -> 8;
          case "\"" -> 16;
          default -> 10;
        };
    if (base != 10 || sign.equals("`")) {
      take(frame);
    }
    int first = at;
    while (!isAtEnd(frame) && (sign.equals("`") ? at == first : isDigit(buffer.get(at), base))) {
      take(frame);
    }
    if (at == first) {
      fault(Kind.MISSING_ARGUMENT, token, isAtEnd(frame) ? endOf(frame) : buffer.get(at).span());
    }
    finish(frame, Result.ATOM);
  }

  // Delimiters.

  private void left(TexFrame frame, Token token) {
    modeFault(frame, token);
    int scope = open(Scope.Kind.DELIMITED, Mode.MATH, token, token.span().start());
    push(End.RIGHT, scope, frame.limit, at);
    delimitedDepth++;
    take(frames.peek());
    delimiter(frames.peek(), token);
  }

  private void right(TexFrame frame, Token token) {
    if (frame.end == End.ONE) {
      missing(frame, token);
      return;
    }
    if (!region.has(End.RIGHT) || frame.end != End.RIGHT && !isOpenBelow(frame)) {
      fault(Kind.RIGHT_WITHOUT_LEFT, token, token);
      take(frame);
      delimiter(frame, token);
      return;
    }
    popTo(candidate -> candidate.end == End.RIGHT, token);
    take(frames.peek());
    delimiter(frames.peek(), token);
    close();
  }

  /** Whether the group that hides a {@code \left} has no end, so that it is what is wrong. */
  private boolean isOpenBelow(TexFrame frame) {
    return frame.end != End.BRACE
        || buffer.get(frame.opener).kind() != Token.Kind.BEGIN_GROUP
        || buffer.closer(frame.opener) < 0;
  }

  private void middle(TexFrame frame, Token token) {
    modeFault(frame, token);
    take(frame);
    int told = faults.size();
    delimiter(frame, token);
    if (told == faults.size() && delimitedDepth == 0 && openMacrosWithLeft == 0) {
      fault(Kind.MIDDLE_WITHOUT_LEFT, token, buffer.get(at - 1));
    }
    finish(frame, Result.ATOM);
  }

  private void modeFault(TexFrame frame, Token token) {
    if (frame.mode != Mode.MATH) {
      fault(Kind.WRONG_MODE, token, token);
    }
  }

  /** Reads the delimiter behind {@code \left}, {@code \right}, {@code \middle}, {@code \big} …. */
  private void delimiter(TexFrame frame, Token owner) {
    skipBlanks(frame);
    if (isAtEnd(frame)) {
      fault(Kind.MISSING_ARGUMENT, owner, endOf(frame));
      return;
    }
    Token token = buffer.get(at);
    switch (token.kind()) {
      case BEGIN_GROUP -> bracedDelimiter(frame, owner);
      case END_GROUP, ALIGNMENT, SUPERSCRIPT, SUBSCRIPT, PARAMETER ->
          fault(Kind.MISSING_ARGUMENT, owner, token);
      case MATH_SHIFT, UNREADABLE -> fault(Kind.INVALID_DELIMITER, token, token);
      default -> {
        Optional<Command> command = table.find(token.name());
        if (definition(token.name()) != null) {
          take(frame);
        } else if (command.isEmpty() && token.isCommand()) {
          fault(Kind.UNKNOWN_COMMAND, token, token);
          take(frame);
        } else if (command.filter(known -> known.has(Trait.DELIMITER)).isPresent()) {
          take(frame);
        } else {
          fault(Kind.INVALID_DELIMITER, token, token);
          if (command.isEmpty() || command.get().kind() == Command.Kind.SYMBOL) {
            take(frame);
          }
        }
      }
    }
  }

  /** {@code \big} and the like take a delimiter in braces; {@code \left} does not. */
  private void bracedDelimiter(TexFrame frame, Token owner) {
    int open = at;
    int inner = open + 1;
    while (buffer.has(inner) && buffer.get(inner).isBlank()) {
      inner++;
    }
    int close = inner + 1;
    while (buffer.has(close) && buffer.get(close).isBlank()) {
      close++;
    }
    boolean one =
        owner.name().contains("ig")
            && !owner.isCommand("\\right")
            && buffer.has(close)
            && buffer.get(close).kind() == Token.Kind.END_GROUP
            && table
                .find(buffer.get(inner).name())
                .filter(command -> command.has(Trait.DELIMITER))
                .isPresent();
    if (!one) {
      fault(Kind.INVALID_DELIMITER, buffer.get(open), buffer.get(open));
      return;
    }
    while (at <= close) {
      take(frame);
    }
  }

  // Environments.

  private void begin(TexFrame frame, Token token) {
    modeFault(frame, token);
    int begin = at;
    int scope = open(Scope.Kind.ENVIRONMENT, Mode.MATH, token, token.span().start());
    TexFrame environment = push(End.END, scope, frame.limit, begin);
    take(environment);
    Optional<String> name = environmentName(environment, begin);
    Optional<Environment> known = name.flatMap(table::findEnvironment);
    Optional<ForeignCommand> foreign = name.flatMap(ForeignCommands::findEnvironment);
    Span whole = new Span(token.span().start(), startAt());
    if (name.isPresent() && known.isEmpty()) {
      Span braces = new Span(scopes.get(scopes.size() - 1).start, startAt());
      faults.add(new TexFault(Kind.UNKNOWN_ENVIRONMENT, whole, braces, name.get()));
    }
    if (style == MathStyle.INLINE && known.filter(Environment::displayOnly).isPresent()) {
      faults.add(new TexFault(Kind.NEEDS_DISPLAY, whole, whole, name.get()));
    }
    scopes.get(scope).environment = name.orElse("");
    setRows(environment, rows(scope, name.orElse(""), known));
    if (known.filter(Environment::alignmentOption).isPresent()) {
      alignmentOption(environment, begin);
    }
    List<ArgumentType> types =
        known
            .map(Environment::arguments)
            .or(() -> foreign.map(ForeignCommand::arguments))
            .orElse(List.of());
    pushCall(environment, begin, 0, types, Result.ENVIRONMENT, false);
  }

  private static Rows rows(int scope, String name, Optional<Environment> known) {
    int maxColumns =
        known.map(Environment::maxColumns).map(max -> max.orElse(NO_LIMIT)).orElse(NO_LIMIT);
    boolean single = name.startsWith("equation");
    boolean tags =
        known.filter(Environment::displayOnly).isPresent()
            && !name.equals("split")
            && !name.equals("CD");
    return new Rows(scope, name, maxColumns, !single, tags);
  }

  /** Reads {@code {name}}; empty where it is missing. */
  private Optional<String> environmentName(TexFrame frame, int owner) {
    skipBlanks(frame);
    if (isAtEnd(frame) || is(Token.Kind.END_GROUP)) {
      fault(Kind.MISSING_ARGUMENT, buffer.get(owner), endOf(frame));
      return Optional.empty();
    }
    int first = at;
    int close = is(Token.Kind.BEGIN_GROUP) ? buffer.closer(at) : at;
    if (close < 0 || close >= frame.limit) {
      fault(Kind.UNCLOSED_GROUP, buffer.get(at), endOf(frame));
      take(frame);
      return Optional.empty();
    }
    raw(frame, Scope.Kind.ARGUMENT, owner, ArgumentType.TEXT, 0, at, close + 1);
    return Optional.of(withoutComments(first, close + 1));
  }

  /** Starred matrices take {@code [l]}, {@code [c]} or {@code [r]}. */
  private void alignmentOption(TexFrame frame, int owner) {
    skipBlanks(frame);
    if (isAtEnd(frame) || !isText("[")) {
      return;
    }
    int close = closingBracket(frame);
    String letter = close < 0 ? "" : content(at, close + 1).strip();
    if (letter.length() != 1 || !"lcr".contains(letter)) {
      fault(Kind.INVALID_COLUMNS, buffer.get(at), buffer.get(at));
    }
    if (close >= 0) {
      raw(frame, Scope.Kind.OPTIONAL_ARGUMENT, owner, ArgumentType.RAW, 0, at, close + 1);
    }
  }

  private void end(TexFrame frame, Token token) {
    if (frame.end == End.ONE) {
      missing(frame, token);
      return;
    }
    String name = nameAhead();
    if (!region.has(End.END)) {
      fault(Kind.END_WITHOUT_BEGIN, token, token, name);
      int owner = at;
      take(frame);
      environmentName(frame, owner);
      return;
    }
    boolean opened = region.hasEnvironment(name);
    popTo(open -> open.end == End.END && (!opened || open.rows.name.equals(name)), token);
    TexFrame closing = frames.peek();
    closeCell(closing);
    if (!opened) {
      fault(Kind.MISMATCHED_END, token, token, name);
    }
    int owner = at;
    take(closing);
    environmentName(closing, owner);
    taggedRow &= !closing.rows.tagsRows;
    close();
  }

  /** Returns the name behind the {@code \end} that is to be read next. */
  private String nameAhead() {
    int open = at + 1;
    while (buffer.has(open) && buffer.get(open).isBlank()) {
      open++;
    }
    if (!buffer.has(open)) {
      return "";
    }
    if (buffer.get(open).kind() != Token.Kind.BEGIN_GROUP) {
      return buffer.get(open).text();
    }
    int close = buffer.closer(open);
    return close < 0 ? "" : withoutComments(open, close + 1);
  }

  /** Returns the name of an environment: what stands in its braces without comments. */
  private String withoutComments(int first, int end) {
    String content = content(first, end);
    if (content.indexOf('%') < 0) {
      return content;
    }
    StringBuilder name = new StringBuilder();
    for (int i = first + 1; i < end - 1; i++) {
      if (buffer.get(i).kind() != Token.Kind.COMMENT) {
        name.append(buffer.get(i).text());
      }
    }
    return name.toString();
  }
}
