package io.github.formulint.tex;

import io.github.formulint.source.Span;
import io.github.formulint.tex.Command.Trait;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the structure of one formula as KaTeX's parser does (KaTeX 0.18, {@code src/Parser.ts},
 * {@code src/MacroExpander.ts}), but goes on behind a fault.
 *
 * <p>Scopes that are being read stand on a stack of {@link TexFrame}s, so deep nesting costs memory
 * and no stack of the JVM. Like KaTeX it first sets apart the tokens of an argument, from brace to
 * brace, and then reads them: that is why {@code \frac{\left(}{x\right)}} has two faults.
 */
final class TexReader {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Definitions within definitions are not followed any deeper. */
  private static final int DEEPEST_DEFINITION = 2;

  private static final Pattern COLOR =
      Pattern.compile("(?i)#[a-f0-9]{3,4}|#[a-f0-9]{6}|#[a-f0-9]{8}|[a-f0-9]{6}|[a-z]+");

  private static final Pattern SIZE =
      Pattern.compile("[-+]? *(?:\\d+(?:\\.\\d*)?|\\.\\d+) *([a-z]{2})");

  /** KaTeX, {@code src/units.ts}. */
  private static final Set<String> UNITS =
      Set.of(
          "pt", "mm", "cm", "in", "bp", "pc", "dd", "cc", "nd", "nc", "sp", "px", "ex", "em", "mu");

  private final String tex;
  private final MathStyle style;
  private final CommandTable table = CommandTable.katex();
  private final TokenBuffer buffer;
  private final Deque<TexFrame> frames = new ArrayDeque<>();
  private final List<ScopeDraft> scopes = new ArrayList<>();
  private final TokenBuffer.IntList scopeOfToken = new TokenBuffer.IntList();
  private final List<TexFault> faults = new ArrayList<>();
  private final Map<String, Definition> definitions;
  private final int definitionDepth;
  private final Map<Integer, Mode> parameterModes = new HashMap<>();
  private int at;
  private int delimitedDepth;
  private boolean taggedRow;
  private boolean reliable = true;

  private TexReader(
      String tex, MathStyle style, Map<String, Definition> definitions, int definitionDepth) {
    this.tex = tex;
    this.style = style;
    this.definitions = definitions;
    this.definitionDepth = definitionDepth;
    buffer = new TokenBuffer(tex);
  }

  /** Reads a formula. */
  static TexStructure read(String tex, MathStyle style) {
    TexReader reader = new TexReader(tex, style, new HashMap<>(), 0);
    reader.readAll();
    return reader.structure();
  }

  /** What a formula itself defines. */
  private record Definition(List<ArgumentType> arguments, boolean selfContained, String alias) {}

  /** A scope whose end may not be known yet. */
  private static final class ScopeDraft {
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

  private TexStructure structure() {
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

  /** Begins to read one symbol, group or command: a script, or an argument that is like one. */
  private void one(TexFrame frame, Scope.Kind kind, int owner, ArgumentType type, int index) {
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
    if (!popTo(candidate -> candidate.end == end, token)) {
      fault(Kind.STRAY_GROUP_END, token, token);
      take(frame);
      return;
    }
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
    if (frame.end != End.ONE && isBelow(candidate -> candidate.end == end)) {
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

  private void openCell(TexFrame frame) {
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

  private void closeCell(TexFrame frame) {
    if (frame.rows.open) {
      scopes.get(frame.scope).end = startAt();
      frame.scope = frame.rows.environment;
      frame.rows.open = false;
    }
  }

  private void alignment(TexFrame frame, Token token) {
    if (frame.end == End.ONE) {
      missing(frame, token);
      return;
    }
    TexFrame target = frame;
    if (frame.rows == null && frame.end == End.RIGHT && isInCell()) {
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

  /** Whether a cell is open below frames that only {@code \right} ends. */
  private boolean isInCell() {
    for (TexFrame frame : frames) {
      if (frame.rows != null) {
        return true;
      }
      if (frame.end != End.RIGHT) {
        return false;
      }
    }
    return false;
  }

  private void rowEnd(TexFrame frame, Token token) {
    boolean breaks = frame.rows != null && frame.rows.breaksRows;
    if (token.isCommand("\\cr") && frames.stream().noneMatch(f -> f.rows != null)) {
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
    Definition definition = definitions.get(name);
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

  private void pushCall(
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
    frames.push(call);
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
    if (frame.end != End.RIGHT && !isOpenBelow(frame)
        || !popTo(candidate -> candidate.end == End.RIGHT, token)) {
      fault(Kind.RIGHT_WITHOUT_LEFT, token, token);
      take(frame);
      delimiter(frame, token);
      return;
    }
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
    if (told == faults.size() && delimitedDepth == 0 && !isInMacroWithLeft()) {
      fault(Kind.MIDDLE_WITHOUT_LEFT, token, buffer.get(at - 1));
    }
    finish(frame, Result.ATOM);
  }

  /** Macros such as {@code \Set} put their argument between {@code \left} and {@code \right}. */
  private boolean isInMacroWithLeft() {
    for (TexFrame frame : frames) {
      if (frame.end == End.CALL
          && frame.macro
          && table
              .find(buffer.get(frame.opener).name())
              .filter(command -> command.detail().contains("\\left"))
              .isPresent()) {
        return true;
      }
    }
    return false;
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
        if (definitions.containsKey(token.name())) {
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
    environment.rows = rows(scope, name.orElse(""), known);
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
    TexFrame target = null;
    for (TexFrame candidate : frames) {
      if (candidate.end == End.END && (target == null || isNamed(candidate, name))) {
        target = candidate;
        if (isNamed(candidate, name)) {
          break;
        }
      }
      if (candidate.isBounded()) {
        break;
      }
    }
    if (target == null) {
      fault(Kind.END_WITHOUT_BEGIN, token, token, name);
      int owner = at;
      take(frame);
      environmentName(frame, owner);
      return;
    }
    TexFrame closing = target;
    popTo(candidate -> candidate == closing, token);
    closeCell(closing);
    if (!isNamed(closing, name)) {
      fault(Kind.MISMATCHED_END, token, token, name);
    }
    int owner = at;
    take(closing);
    environmentName(closing, owner);
    taggedRow &= !closing.rows.tagsRows;
    close();
  }

  private static boolean isNamed(TexFrame environment, String name) {
    return environment.rows != null && environment.rows.name.equals(name);
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

  // Arguments.

  private void nextArgument(TexFrame call) {
    if (call.next == call.types.size()) {
      frames.pop();
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
  private TexFrame frameAround(TexFrame call) {
    frames.pop();
    TexFrame around = frames.peek();
    frames.push(call);
    return around;
  }

  private void skipBlanksBefore(ArgumentType type, TexFrame frame) {
    if (type == ArgumentType.URL && buffer.isCutUpTo(at)) {
      buffer.cutUrl();
    }
    skipBlanks(frame);
  }

  private void optionalArgument(TexFrame call, TexFrame around, ArgumentType type, int number) {
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

  private void argument(TexFrame call, TexFrame around, ArgumentType type, int index) {
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
  private boolean readsOn(TexFrame call) {
    Token token = buffer.get(at);
    boolean letter = token.kind() == Token.Kind.CHARACTER && !token.text().equals("'");
    if (!call.macro || call.next < call.types.size() || letter) {
      return false;
    }
    String name = buffer.get(call.opener).name();
    Optional<Command> known = table.find(name);
    if (definitions.containsKey(name) || known.isEmpty()) {
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

  private void missingArgument(TexFrame call, TexFrame around) {
    call.next = call.types.size();
    Token owner = buffer.get(call.opener);
    fault(Kind.MISSING_ARGUMENT, owner, isAtEnd(around) ? endOf(around) : buffer.get(at).span());
  }

  private boolean hasCloser(TexFrame frame) {
    int close = buffer.closer(at);
    return close >= 0 && close < frame.limit;
  }

  /** An argument whose brace nothing closes is read as if it reached as far as it can. */
  private void unclosedArgument(TexFrame call, TexFrame around, ArgumentType type, int index) {
    fault(Kind.UNCLOSED_GROUP, buffer.get(at), endOf(around));
    call.next = call.types.size();
    int scope = argumentScope(around, Scope.Kind.ARGUMENT, call.opener, type, index);
    scopes.get(scope).braced = true;
    TexFrame frame = push(End.BRACE, scope, around.limit, at);
    frame.toldUnclosed = true;
    take(frame);
  }

  private void bounded(
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
      frame.rows = new Rows(scope, "subarray", 1, true, false);
    }
  }

  private int argumentScope(
      TexFrame around, Scope.Kind kind, int owner, ArgumentType type, int index) {
    int scope = open(kind, type.mode(around.mode), buffer.get(owner), startAt());
    scopes.get(scope).argumentType = type;
    scopes.get(scope).index = index;
    return scope;
  }

  /** An argument that is taken as it stands. */
  private void string(TexFrame call, TexFrame around, ArgumentType type, int index) {
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

  private void raw(
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
    while (at < end) {
      scopeOfToken.add(scope);
      at++;
    }
    draft.end = buffer.get(end - 1).span().end();
    checkString(type, kind, content(start, end), new Span(draft.start, draft.end));
  }

  private void checkString(ArgumentType type, Scope.Kind kind, String content, Span span) {
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
  private void bareSize(TexFrame around, int owner, int index) {
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
  private void columns(TexFrame call, TexFrame around, int index) {
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
  private int closingBracket(TexFrame frame) {
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

  // Definitions.

  private void def(TexFrame frame) {
    int first = at;
    int name = nonBlank(frame, first + 1);
    int next = name + 1;
    int arguments = 0;
    boolean delimited = false;
    while (has(frame, next) && buffer.get(next).kind() != Token.Kind.BEGIN_GROUP) {
      Token token = buffer.get(next);
      if (token.kind() == Token.Kind.PARAMETER
          && has(frame, next + 1)
          && isDigit(buffer.get(next + 1))) {
        arguments++;
        next++;
      } else {
        delimited |= !token.isBlank();
      }
      next++;
    }
    int close = has(frame, next) ? buffer.closer(next) : -1;
    if (close < 0 || close >= frame.limit) {
      invalidDefinition(frame);
      return;
    }
    define(buffer.get(name).name(), arguments, delimited, content(next, close + 1));
    takeDefinition(frame, first, close + 1);
  }

  private void newCommand(TexFrame frame, Token token) {
    int first = at;
    int[] name = scan(frame, first + 1);
    int[] body = name == null ? null : scan(frame, name[1]);
    int arguments = 0;
    if (body != null && buffer.get(body[0]).text().equals("[")) {
      int close = body[0] + 1;
      StringBuilder number = new StringBuilder();
      while (has(frame, close) && !buffer.get(close).text().equals("]")) {
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
    boolean exists = definitions.containsKey(command) || table.find(command).isPresent();
    if (exists && token.isCommand("\\newcommand") || !exists && token.isCommand("\\renewcommand")) {
      Span span = new Span(token.span().start(), buffer.get(name[1] - 1).span().end());
      faults.add(new TexFault(Kind.INVALID_DEFINITION, span, span, command));
    }
    if (!exists || !token.isCommand("\\providecommand")) {
      define(command, arguments, false, content(body[0], body[1]));
    }
    takeDefinition(frame, first, body[1]);
  }

  private void let(TexFrame frame) {
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
    Definition known = definitions.get(meaning.name());
    definitions.put(
        buffer.get(name).name(),
        known != null ? known : new Definition(List.of(), plain, command ? meaning.name() : ""));
    takeDefinition(frame, first, next + 1);
  }

  private void define(String name, int arguments, boolean delimited, String body) {
    TexReader reader = new TexReader(body, style, new HashMap<>(definitions), definitionDepth + 1);
    boolean selfContained = !delimited && definitionDepth < DEEPEST_DEFINITION;
    if (selfContained) {
      reader.readAll();
      selfContained = reader.reliable && reader.faults.isEmpty();
    }
    List<ArgumentType> types = new ArrayList<>();
    for (int i = 1; i <= arguments; i++) {
      boolean text = reader.parameterModes.get(i) == Mode.TEXT;
      types.add(text ? ArgumentType.TEXT : ArgumentType.ORIGINAL);
    }
    definitions.put(name, new Definition(types, selfContained, ""));
  }

  private void invalidDefinition(TexFrame frame) {
    fault(Kind.INVALID_DEFINITION, buffer.get(at), endOf(frame));
    take(frame);
  }

  private void takeDefinition(TexFrame frame, int first, int end) {
    int scope = open(Scope.Kind.DEFINITION, Mode.RAW, buffer.get(first), startAt());
    while (at < end) {
      scopeOfToken.add(scope);
      at++;
    }
    scopes.get(scope).end = buffer.get(end - 1).span().end();
    frame.startAtom(false, false);
  }

  /** Returns where the next argument starts and ends, or null where none is. */
  private int[] scan(TexFrame frame, int from) {
    int start = nonBlank(frame, from);
    if (!has(frame, start) || buffer.get(start).kind() == Token.Kind.END_GROUP) {
      return null;
    }
    int close = buffer.get(start).kind() == Token.Kind.BEGIN_GROUP ? buffer.closer(start) : start;
    return close < 0 || close >= frame.limit ? null : new int[] {start, close + 1};
  }

  private int nonBlank(TexFrame frame, int from) {
    int index = from;
    while (has(frame, index) && buffer.get(index).isBlank()) {
      index++;
    }
    return index;
  }

  // The stack of frames and scopes.

  private TexFrame push(End end, int scope, int limit, int opener) {
    TexFrame frame = new TexFrame(end, scope, scopes.get(scope).mode, limit, opener);
    frames.push(frame);
    return frame;
  }

  private int open(Scope.Kind kind, Mode mode, Token owner, int start) {
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

  private int parentScope() {
    return frames.isEmpty() ? -1 : frames.peek().scope;
  }

  /** Ends the innermost scope where the reader stands. */
  private void close() {
    TexFrame frame = frames.pop();
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

  private void endOfInput(TexFrame frame) {
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
   * Ends scopes until the one that is looked for is the innermost; those above it are told as
   * unclosed. Does nothing where no such scope is open within the limits.
   */
  private boolean popTo(Predicate<TexFrame> wanted, Token noticed) {
    if (!isBelow(wanted)) {
      return false;
    }
    while (!wanted.test(frames.peek())) {
      TexFrame frame = frames.peek();
      if (frame.end == End.CALL) {
        frames.pop();
      } else {
        if (frame.end != End.ONE) {
          tellUnclosed(frame, noticed.span());
        }
        close();
      }
    }
    return true;
  }

  private boolean isBelow(Predicate<TexFrame> wanted) {
    for (TexFrame frame : frames) {
      if (wanted.test(frame)) {
        return true;
      }
      if (frame.isBounded()) {
        return false;
      }
    }
    return false;
  }

  private void tellUnclosed(TexFrame frame, Span noticed) {
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

  private void missing(TexFrame frame, Token noticed) {
    faultOfMissing(frame, noticed.span());
    close();
  }

  private void faultOfMissing(TexFrame frame, Span noticed) {
    Token owner = buffer.get(frame.opener);
    boolean script = scopes.get(frame.scope).kind == Scope.Kind.SCRIPT;
    fault(script ? Kind.MISSING_SCRIPT : Kind.MISSING_ARGUMENT, owner, noticed);
  }

  private void atom(TexFrame frame) {
    take(frame);
    finish(frame, Result.ATOM);
  }

  /** Notes that something has been read to its end. */
  private void finish(TexFrame frame, Result result) {
    if (frame.end == End.ONE) {
      frame.done = true;
    } else if (result != Result.ENVIRONMENT) {
      frame.startAtom(result != Result.NONE, result == Result.OPERATOR);
    }
  }

  /** Moves behind a token, which belongs to the scope that is being read. */
  private void take(TexFrame frame) {
    scopeOfToken.add(frame.scope);
    at++;
  }

  private void skipBlanks(TexFrame frame) {
    while (!isAtEnd(frame) && buffer.get(at).isBlank()) {
      take(frame);
    }
  }

  private void skipComments(TexFrame frame) {
    while (!isAtEnd(frame) && is(Token.Kind.COMMENT)) {
      take(frame);
    }
  }

  private boolean isAtEnd(TexFrame frame) {
    return !has(frame, at);
  }

  private boolean has(TexFrame frame, int index) {
    return index < frame.limit && buffer.has(index);
  }

  private boolean is(Token.Kind kind) {
    return buffer.get(at).kind() == kind;
  }

  private boolean isText(String text) {
    return buffer.get(at).text().equals(text);
  }

  private static boolean isDigit(Token token) {
    return isDigit(token, 10);
  }

  private static boolean isDigit(Token token, int base) {
    char c = token.text().charAt(0);
    return c < 0x80 && token.text().length() == 1 && Character.digit(c, base) >= 0;
  }

  /** Returns the text of an argument without its braces or brackets. */
  private String content(int first, int end) {
    Token opener = buffer.get(first);
    boolean wrapped =
        end - first > 1 && (opener.kind() == Token.Kind.BEGIN_GROUP || opener.text().equals("["));
    int start = opener.span().start();
    int stop = buffer.get(end - 1).span().end();
    return tex.substring(wrapped ? start + 1 : start, wrapped ? stop - 1 : stop);
  }

  /** Where the next token starts. */
  private int startAt() {
    return at == 0 ? 0 : buffer.get(at - 1).span().end();
  }

  private Span end() {
    return Span.at(tex.length());
  }

  /** What a parser finds where a scope ends too early: the brace behind it, or the end. */
  private Span endOf(TexFrame frame) {
    return frame.limit < NO_LIMIT && buffer.has(frame.limit)
        ? buffer.get(frame.limit).span()
        : end();
  }

  private void fault(Kind kind, Token token, Token noticed) {
    fault(kind, token, noticed.span());
  }

  private void fault(Kind kind, Token token, Span noticed) {
    faults.add(new TexFault(kind, token.span(), noticed, token.text()));
  }

  private void fault(Kind kind, Token token, Token noticed, String subject) {
    faults.add(new TexFault(kind, token.span(), noticed.span(), subject));
  }
}
