package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Carries out the definitions that a formula makes, and replaces the macros that it defines, token
 * by token as TeX does. What it understands, and its limits, are KaTeX's (KaTeX 0.18, {@code
 * src/MacroExpander.js}, {@code src/functions/def.js}); an optional argument with a default, which
 * KaTeX lacks, is LaTeX's. Definitions end with the group, the environment or the cell they stand
 * in, unless they are global. An instance serves one formula and one thread.
 */
public final class MacroExpander {

  /** KaTeX's own bound is 1,000; beyond this an expansion is taken for endless. */
  private static final int MAX_EXPANSIONS = 10_000;

  /** Doubling macros grow in size before they grow in number. */
  private static final int MAX_TOKENS = 200_000;

  private static final Set<String> DEFINITIONS =
      Set.of(
          "\\newcommand",
          "\\renewcommand",
          "\\providecommand",
          "\\DeclareMathOperator",
          "\\def",
          "\\gdef",
          "\\edef",
          "\\xdef",
          "\\let",
          "\\futurelet",
          "\\global",
          "\\long",
          "\\expandafter",
          "\\noexpand");

  private final Predicate<String> isKnown;
  private final ToIntFunction<String> argumentCount;
  private final Deque<Item> input = new ArrayDeque<>();
  private final List<Token> output = new ArrayList<>();
  private final Scopes scopes = new Scopes();
  private final Deque<Group> groups = new ArrayDeque<>();
  private int expansions;
  private int tokensRead;

  /** How many of the next arguments belong to a command that takes them unexpanded. */
  private int awaitedArguments;

  private MacroExpander(Predicate<String> isKnown, ToIntFunction<String> argumentCount) {
    this.isKnown = isKnown;
    this.argumentCount = argumentCount;
  }

  /**
   * Returns whether a formula defines anything, so that it has to be expanded.
   *
   * @param tokens the tokens of the formula
   */
  public static boolean isNeededFor(List<Token> tokens) {
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.CONTROL_WORD && DEFINITIONS.contains(token.text())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a command makes or steers definitions.
   *
   * @param command the command with its backslash
   */
  public static boolean isDefinition(String command) {
    return DEFINITIONS.contains(command);
  }

  /**
   * Returns the tokens of a formula without definitions and without the macros that it defines. A
   * token out of a macro's body keeps the place where it stands in the body.
   *
   * @param tokens the tokens of the formula
   * @param isKnown whether there is a command of that name, with its backslash, without any
   *     definition
   * @param argumentCount how many arguments in braces a known command takes; an argument that is a
   *     lone macro gets braces, so that it stays one argument
   * @throws MacroException if a definition or a use of a macro is malformed, or expansion does not
   *     end
   */
  public static List<Token> expand(
      List<Token> tokens, Predicate<String> isKnown, ToIntFunction<String> argumentCount)
      throws MacroException {
    MacroExpander expander =
        new MacroExpander(Objects.requireNonNull(isKnown), Objects.requireNonNull(argumentCount));
    for (int i = tokens.size() - 1; i >= 0; i--) {
      // The space that ends the name of a command is no space.
      boolean endsName =
          tokens.get(i).kind() == Token.Kind.SPACE
              && i > 0
              && tokens.get(i - 1).kind() == Token.Kind.CONTROL_WORD;
      if (!endsName) {
        expander.input.push(new Item(tokens.get(i), Mark.NONE));
      }
    }
    expander.run();
    return List.copyOf(expander.output);
  }

  private void run() throws MacroException {
    while (!input.isEmpty()) {
      Item item = next();
      if (item.mark == Mark.ARGUMENT_END) {
        emit(Token.Kind.END_GROUP, "}", item.token.span());
        awaitedArguments = groups.isEmpty() ? 0 : groups.pop().awaitedArguments;
      } else if (item.mark == Mark.FROZEN) {
        copy(item.token);
      } else {
        step(item.token);
      }
    }
  }

  private void step(Token token) throws MacroException {
    Macro macro = scopes.get(token.text());
    if (macro != null && awaitedArguments > 0) {
      awaitedArguments--;
      emit(Token.Kind.BEGIN_GROUP, "{", token.span());
      input.push(new Item(token, Mark.ARGUMENT_END));
      input.push(new Item(token, Mark.NONE));
      groups.push(new Group("", awaitedArguments));
      awaitedArguments = 0;
    } else if (macro != null) {
      expandOnce(token, macro);
    } else if (token.kind() == Token.Kind.CONTROL_WORD && DEFINITIONS.contains(token.text())) {
      define(token, Reach.LOCAL);
    } else {
      copy(token);
    }
  }

  private void copy(Token token) {
    boolean isArgument = false;
    switch (token.kind()) {
      case BEGIN_GROUP -> openGroup("{");
      case END_GROUP -> closeGroup();
      case CONTROL_WORD, CONTROL_SYMBOL -> {
        switch (token.text()) {
          case "\\begingroup", "\\bgroup", "\\begin" -> openGroup(token.text());
          case "\\endgroup", "\\egroup", "\\end" -> closeGroup();
          case "\\\\" -> endCell();
          default -> isArgument = true;
        }
        if (token.text().equals("\\begin") || token.text().equals("\\end")) {
          awaitedArguments = 0;
        }
      }
      case ALIGNMENT -> endCell();
      case SPACE, COMMENT -> {}
      default -> isArgument = !token.text().equals("[") && !token.text().equals("]");
    }
    output.add(token);
    if (isArgument && awaitedArguments > 0) {
      awaitedArguments--;
    } else if (isArgument && token.kind() == Token.Kind.CONTROL_WORD) {
      awaitedArguments = argumentCount.applyAsInt(token.text());
    }
  }

  private void openGroup(String opener) {
    groups.push(new Group(opener, Math.max(0, awaitedArguments - 1)));
    awaitedArguments = 0;
    scopes.open();
  }

  private void closeGroup() {
    awaitedArguments = groups.isEmpty() ? 0 : groups.pop().awaitedArguments;
    scopes.close();
  }

  private void endCell() {
    if (!groups.isEmpty() && groups.peek().opener.equals("\\begin")) {
      scopes.close();
      scopes.open();
    }
    awaitedArguments = 0;
  }

  // --- definitions

  private void define(Token command, Reach reach) throws MacroException {
    switch (command.text()) {
      case "\\newcommand" -> newCommand(command, Redefinition.OF_ANY);
      case "\\renewcommand" -> newCommand(command, Redefinition.OF_KNOWN_ONLY);
      case "\\providecommand" -> newCommand(command, Redefinition.KEEPS_KNOWN);
      case "\\DeclareMathOperator" -> declareOperator(command);
      case "\\def" -> def(command, reach, Body.AS_IT_STANDS);
      case "\\gdef" -> def(command, Reach.GLOBAL, Body.AS_IT_STANDS);
      case "\\edef" -> def(command, reach, Body.EXPANDED);
      case "\\xdef" -> def(command, Reach.GLOBAL, Body.EXPANDED);
      case "\\let" -> let(command, reach);
      case "\\futurelet" -> futureLet(command, reach);
      case "\\global" -> define(prefixed(command), Reach.GLOBAL);
      case "\\long" -> define(prefixed(command), reach);
      case "\\expandafter" -> expandAfter();
      default -> freezeNext();
    }
  }

  private Token prefixed(Token prefix) throws MacroException {
    Token token = nextAfterBlanks(prefix);
    return switch (token.text()) {
      case "\\def", "\\gdef", "\\edef", "\\xdef", "\\let", "\\futurelet", "\\global", "\\long" ->
          token;
      default -> throw malformed(prefix, prefix.text() + " stands before no definition");
    };
  }

  private void newCommand(Token command, Redefinition redefinition) throws MacroException {
    List<Token> name = argument(command);
    if (name.size() == 1 && name.get(0).text().equals("*") && redefinition != Redefinition.OF_ANY) {
      name = argument(command);
    }
    if (name.size() != 1 || !name.get(0).isCommand()) {
      throw malformed(command, command.text() + " is not followed by the name of a command");
    }
    String defined = name.get(0).text();
    boolean exists = scopes.get(defined) != null || isKnown.test(defined);
    if (redefinition == Redefinition.OF_KNOWN_ONLY && !exists) {
      throw malformed(
          command,
          "\\renewcommand changes " + defined + ", which is not defined; use \\newcommand");
    }
    int parameters = parameterCount(command);
    List<Token> defaultArgument = optionalArgument();
    List<Token> body = argument(command);
    if (redefinition == Redefinition.KEEPS_KNOWN && exists) {
      return;
    }
    scopes.set(defined, new Macro(body, parameters, List.of(), defaultArgument), Reach.LOCAL);
  }

  private int parameterCount(Token command) throws MacroException {
    List<Token> count = optionalArgument();
    if (count == null) {
      return 0;
    }
    StringBuilder digits = new StringBuilder();
    count.forEach(token -> digits.append(token.text()));
    String number = digits.toString().strip();
    if (!number.matches("[0-9]{1,4}")) {
      throw malformed(command, command.text() + " has no valid number of arguments");
    }
    return Integer.parseInt(number);
  }

  private void declareOperator(Token command) throws MacroException {
    List<Token> name = argument(command);
    boolean hasLimits = name.size() == 1 && name.get(0).text().equals("*");
    if (hasLimits) {
      name = argument(command);
    }
    if (name.size() != 1 || !name.get(0).isCommand()) {
      throw malformed(command, command.text() + " is not followed by the name of a command");
    }
    List<Token> body = new ArrayList<>();
    Span span = command.span();
    body.add(new Token(Token.Kind.CONTROL_WORD, "\\operatorname", span));
    if (hasLimits) {
      body.add(new Token(Token.Kind.CHARACTER, "*", span));
    }
    body.add(new Token(Token.Kind.BEGIN_GROUP, "{", span));
    body.addAll(argument(command));
    body.add(new Token(Token.Kind.END_GROUP, "}", span));
    scopes.set(name.get(0).text(), new Macro(body, 0, List.of(), null), Reach.LOCAL);
  }

  private void def(Token command, Reach reach, Body kind) throws MacroException {
    String name = definableName(command);
    List<List<String>> delimiters = new ArrayList<>();
    delimiters.add(new ArrayList<>());
    Token insertedBrace = null;
    while (peek(command).kind() != Token.Kind.BEGIN_GROUP) {
      Token token = next(command);
      if (token.kind() != Token.Kind.PARAMETER) {
        if (token.kind() != Token.Kind.COMMENT) {
          delimiters.get(delimiters.size() - 1).add(significantText(token));
        }
        continue;
      }
      if (peek(command).kind() == Token.Kind.BEGIN_GROUP) {
        insertedBrace = peek(command);
        delimiters.get(delimiters.size() - 1).add("{");
        break;
      }
      Token number = next(command);
      if (!number.text().equals(Integer.toString(delimiters.size())) || delimiters.size() > 9) {
        throw malformed(command, "the parameters of " + name + " are not numbered in order");
      }
      delimiters.add(new ArrayList<>());
    }
    List<Token> body = new ArrayList<>(argument(command));
    if (insertedBrace != null) {
      body.add(insertedBrace);
    }
    if (kind == Body.EXPANDED) {
      body = expandedBody(body, command);
    }
    scopes.set(name, new Macro(body, delimiters.size() - 1, delimiters, null), reach);
  }

  private List<Token> expandedBody(List<Token> body, Token command) throws MacroException {
    List<Token> expanded = new ArrayList<>();
    input.push(new Item(command, Mark.ARGUMENT_END));
    push(body);
    while (true) {
      Item item = next();
      if (item.mark == Mark.ARGUMENT_END) {
        return expanded;
      }
      Macro macro = item.mark == Mark.FROZEN ? null : scopes.get(item.token.text());
      if (macro != null) {
        expandOnce(item.token, macro);
      } else if (item.token.isCommand("\\noexpand")) {
        expanded.add(next(command));
      } else if (item.token.isCommand("\\expandafter")) {
        expandAfter();
      } else {
        expanded.add(item.token);
      }
    }
  }

  private void let(Token command, Reach reach) throws MacroException {
    String name = definableName(command);
    Token token = nextAfterBlanks(command);
    if (token.text().equals("=")) {
      token = next(command);
      if (token.kind() == Token.Kind.SPACE) {
        token = next(command);
      }
    }
    bind(name, token, reach);
  }

  private void futureLet(Token command, Reach reach) throws MacroException {
    String name = definableName(command);
    Item middle = next();
    Item last = next();
    bind(name, last.token, reach);
    input.push(last);
    input.push(middle);
  }

  private void bind(String name, Token meaning, Reach reach) {
    Macro macro = scopes.get(meaning.text());
    if (macro == null) {
      macro = new Macro(List.of(meaning), 0, List.of(), null).frozen();
    }
    scopes.set(name, macro, reach);
  }

  private void expandAfter() throws MacroException {
    if (isAtEnd()) {
      return;
    }
    Item delayed = next();
    if (isAtEnd()) {
      input.push(delayed);
      return;
    }
    Item item = next();
    Macro macro = item.mark == Mark.NONE ? scopes.get(item.token.text()) : null;
    if (macro != null) {
      expandOnce(item.token, macro);
    } else if (item.token.isCommand("\\expandafter") && item.mark == Mark.NONE) {
      expandAfter();
    } else {
      input.push(item);
    }
    input.push(delayed);
  }

  private void freezeNext() throws MacroException {
    if (!isAtEnd()) {
      input.push(new Item(next().token, Mark.FROZEN));
    }
  }

  private boolean isAtEnd() {
    return input.isEmpty() || input.peek().mark == Mark.ARGUMENT_END;
  }

  private String definableName(Token command) throws MacroException {
    Token token = next(command);
    boolean isName =
        switch (token.kind()) {
          case BEGIN_GROUP, END_GROUP, MATH_SHIFT, ALIGNMENT, PARAMETER, SUPERSCRIPT, SUBSCRIPT ->
              false;
          default -> true;
        };
    if (!isName) {
      throw malformed(command, command.text() + " is not followed by the name of a command");
    }
    return token.text();
  }

  // --- use of macros

  private void expandOnce(Token token, Macro macro) throws MacroException {
    expansions++;
    if (expansions > MAX_EXPANSIONS) {
      throw runaway(token);
    }
    if (macro.isFrozen) {
      input.push(new Item(macro.body.get(0), Mark.FROZEN));
      return;
    }
    List<List<Token>> arguments = arguments(token, macro);
    if (arguments.isEmpty()) {
      push(macro.body);
      return;
    }
    List<Token> expansion = new ArrayList<>();
    List<Token> body = macro.body;
    for (int i = 0; i < body.size(); i++) {
      Token part = body.get(i);
      if (part.kind() != Token.Kind.PARAMETER) {
        expansion.add(part);
        continue;
      }
      i++;
      if (i == body.size()) {
        throw malformed(token, "the definition of " + token.text() + " ends with #");
      }
      Token number = body.get(i);
      if (number.kind() == Token.Kind.PARAMETER) {
        expansion.add(number);
        continue;
      }
      int index = number.text().length() == 1 ? number.text().charAt(0) - '1' : -1;
      if (index < 0 || index >= arguments.size()) {
        throw malformed(
            token, "the definition of " + token.text() + " uses an argument it does not take");
      }
      expansion.addAll(arguments.get(index));
      if (expansion.size() > MAX_TOKENS) {
        throw runaway(token);
      }
    }
    push(expansion);
  }

  private List<List<Token>> arguments(Token token, Macro macro) throws MacroException {
    List<List<Token>> arguments = new ArrayList<>();
    if (macro.defaultArgument != null && macro.parameters > 0) {
      List<Token> given = optionalArgument();
      arguments.add(given == null ? macro.defaultArgument : given);
    }
    if (!macro.delimiters.isEmpty()) {
      for (String expected : macro.delimiters.get(0)) {
        if (input.isEmpty() || !significantText(next(token)).equals(expected)) {
          throw malformed(token, "the use of " + token.text() + " does not match its definition");
        }
      }
    }
    while (arguments.size() < macro.parameters) {
      List<String> delimiter =
          macro.delimiters.isEmpty() ? List.of() : macro.delimiters.get(arguments.size() + 1);
      arguments.add(delimiter.isEmpty() ? argument(token) : delimitedArgument(token, delimiter));
    }
    return arguments;
  }

  /** Returns the next token without its braces: a group's content, or one token. */
  private List<Token> argument(Token command) throws MacroException {
    Token first = nextAfterBlanks(command);
    if (first.kind() == Token.Kind.END_GROUP) {
      throw malformed(command, command.text() + " lacks an argument");
    }
    if (first.kind() != Token.Kind.BEGIN_GROUP) {
      return List.of(first);
    }
    List<Token> content = new ArrayList<>();
    int depth = 1;
    while (true) {
      Token token = next(command);
      if (token.kind() == Token.Kind.BEGIN_GROUP) {
        depth++;
      } else if (token.kind() == Token.Kind.END_GROUP) {
        depth--;
        if (depth == 0) {
          return content;
        }
      }
      content.add(token);
    }
  }

  private List<Token> delimitedArgument(Token command, List<String> delimiter)
      throws MacroException {
    List<Token> content = new ArrayList<>();
    int depth = 0;
    int matched = 0;
    while (true) {
      Token token = next(command);
      content.add(token);
      if (token.kind() == Token.Kind.BEGIN_GROUP) {
        depth++;
      } else if (token.kind() == Token.Kind.END_GROUP) {
        depth--;
        if (depth < 0) {
          throw malformed(
              command, "the use of " + command.text() + " does not match its definition");
        }
      }
      boolean canMatch = depth == 0 || depth == 1 && delimiter.get(matched).equals("{");
      matched = canMatch && significantText(token).equals(delimiter.get(matched)) ? matched + 1 : 0;
      if (matched == delimiter.size()) {
        List<Token> argument = content.subList(0, content.size() - matched);
        return List.copyOf(withoutBraces(argument));
      }
    }
  }

  private static List<Token> withoutBraces(List<Token> argument) {
    int last = argument.size() - 1;
    boolean isGroup =
        last > 0
            && argument.get(0).kind() == Token.Kind.BEGIN_GROUP
            && argument.get(last).kind() == Token.Kind.END_GROUP;
    return isGroup ? argument.subList(1, last) : argument;
  }

  /** Returns what stands in brackets next, or null if no bracket follows. */
  private List<Token> optionalArgument() throws MacroException {
    List<Item> skipped = new ArrayList<>();
    while (!input.isEmpty() && input.peek().token.isBlank()) {
      skipped.add(input.pop());
    }
    boolean isThere =
        !input.isEmpty()
            && input.peek().mark != Mark.ARGUMENT_END
            && input.peek().token.text().equals("[");
    if (!isThere) {
      for (int i = skipped.size() - 1; i >= 0; i--) {
        input.push(skipped.get(i));
      }
      return null;
    }
    Token bracket = input.pop().token;
    return delimitedArgument(bracket, List.of("]"));
  }

  // --- the input

  private void push(List<Token> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      input.push(new Item(tokens.get(i), Mark.NONE));
    }
  }

  private Item next() throws MacroException {
    Item item = input.poll();
    if (item == null) {
      throw new MacroException(
          MacroException.Kind.MALFORMED, "a definition lacks its end", lastPlace());
    }
    tokensRead++;
    if (tokensRead > MAX_TOKENS) {
      throw runaway(item.token);
    }
    return item;
  }

  private Token next(Token command) throws MacroException {
    if (isAtEnd()) {
      throw malformed(command, command.text() + " lacks an argument");
    }
    return next().token;
  }

  private Token peek(Token command) throws MacroException {
    if (isAtEnd()) {
      throw malformed(command, command.text() + " lacks an argument");
    }
    return input.peek().token;
  }

  private Token nextAfterBlanks(Token command) throws MacroException {
    Token token = next(command);
    while (token.isBlank()) {
      token = next(command);
    }
    return token;
  }

  private void emit(Token.Kind kind, String text, Span span) {
    output.add(new Token(kind, text, span));
  }

  private Span lastPlace() {
    return output.isEmpty() ? new Span(0, 0) : output.get(output.size() - 1).span();
  }

  private static String significantText(Token token) {
    return token.kind() == Token.Kind.SPACE ? " " : token.text();
  }

  private static MacroException malformed(Token token, String message) {
    return new MacroException(MacroException.Kind.MALFORMED, message, token.span());
  }

  private static MacroException runaway(Token token) {
    return new MacroException(
        MacroException.Kind.RUNAWAY,
        "would take too long: the macro " + token.text() + " expands without end",
        token.span());
  }

  private enum Reach {
    LOCAL,
    GLOBAL
  }

  private enum Redefinition {
    OF_ANY,
    OF_KNOWN_ONLY,
    KEEPS_KNOWN
  }

  private enum Body {
    AS_IT_STANDS,
    EXPANDED
  }

  private enum Mark {
    NONE,
    /** Not to be expanded again. */
    FROZEN,
    /** Not a token: the end of what is being expanded. */
    ARGUMENT_END
  }

  private record Item(Token token, Mark mark) {}

  /** A group that is open, and the arguments that are awaited after it. */
  private record Group(String opener, int awaitedArguments) {}

  private record Macro(
      List<Token> body,
      int parameters,
      List<List<String>> delimiters,
      List<Token> defaultArgument,
      boolean isFrozen) {

    Macro(
        List<Token> body,
        int parameters,
        List<List<String>> delimiters,
        List<Token> defaultArgument) {
      this(body, parameters, delimiters, defaultArgument, false);
    }

    /** The same, but its one token is not looked up again. */
    Macro frozen() {
      return new Macro(body, parameters, delimiters, defaultArgument, true);
    }
  }

  /** The macros by name, with what each group has to put back. */
  private static final class Scopes {

    private final Map<String, Macro> macros = new HashMap<>();
    private final Deque<Map<String, Macro>> undo = new ArrayDeque<>();

    Macro get(String name) {
      return macros.get(name);
    }

    void open() {
      undo.push(new HashMap<>());
    }

    void close() {
      if (undo.isEmpty()) {
        return;
      }
      undo.pop()
          .forEach(
              (name, macro) -> {
                if (macro == null) {
                  macros.remove(name);
                } else {
                  macros.put(name, macro);
                }
              });
    }

    void set(String name, Macro macro, Reach reach) {
      if (reach == Reach.GLOBAL) {
        undo.forEach(changes -> changes.remove(name));
      } else if (!undo.isEmpty() && !undo.peek().containsKey(name)) {
        undo.peek().put(name, macros.get(name));
      }
      macros.put(name, macro);
    }
  }
}
