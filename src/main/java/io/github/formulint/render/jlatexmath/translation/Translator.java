package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns KaTeX's TeX into JLaTeXMath's: what JLaTeXMath lacks, refuses or draws wrongly is put in
 * its own terms ({@link CommandTable}, {@link Constructs}, {@link Environment}); all else stays as
 * it stands. It refuses what KaTeX refuses in the commands that it adds, so that nothing becomes
 * accepted that both engines reject. Serves one formula, or a part of one.
 */
public final class Translator {

  private static final Set<String> TEXTS =
      Set.of(
          "\\text",
          "\\textrm",
          "\\textsf",
          "\\texttt",
          "\\textbf",
          "\\textit",
          "\\textsc",
          "\\textcircled",
          "\\mbox",
          "\\fbox",
          "\\llap",
          "\\rlap",
          "\\clap",
          "\\raisebox");

  private static final Set<String> WITH_OPTION =
      Set.of("\\sqrt", "\\xrightarrow", "\\xleftarrow", "\\smash", "\\rule", "\\cfrac");

  /** KaTeX reads their arguments as it reads scripts. */
  private static final Set<String> PRIMITIVES =
      Set.of(
          "\\sqrt",
          "\\mathord",
          "\\mathbin",
          "\\mathrel",
          "\\mathopen",
          "\\mathclose",
          "\\mathpunct",
          "\\mathinner",
          "\\mathop");

  private static final Set<String> DELIMITED =
      Set.of(
          "\\middle",
          "\\big",
          "\\Big",
          "\\bigg",
          "\\Bigg",
          "\\bigl",
          "\\Bigl",
          "\\biggl",
          "\\Biggl",
          "\\bigr",
          "\\Bigr",
          "\\biggr",
          "\\Biggr");

  private static final Pattern TEXT_ARGUMENT = Pattern.compile("\\\\text[a-z]*\\{#1}");

  /** What stands between cells, not in them. */
  private static final Set<String> RULES = Set.of("\\hline", "\\hdashline");

  private final Vocabulary vocabulary;
  private final MathStyle style;
  private final Tags tags;
  private final TokenReader in;
  private final TexWriter out = new TexWriter();
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** By identity, since Java takes its time to get the hash of a record ready. */
  private final Set<Frame> groupsWithRows = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether there are rows outside of all groups. */
  private boolean hasRows;

  private Mode mode;

  /** How many arguments the last command still awaits, and whether they are text. */
  private int awaited;

  private Mode awaitedMode;

  /** What was read last and is not blank. */
  private Token last;

  /** What was read last, if it is a command that JLaTeXMath lacks and no operator. */
  private Token lastAdded;

  private Token addedBefore;

  /** What to go on in after a formula in text. */
  private Mode textMode = Mode.TEXT;

  private boolean isAtCellStart;

  private Translator(
      Vocabulary vocabulary, MathStyle style, Tags tags, List<Token> tokens, Mode mode) {
    this.vocabulary = vocabulary;
    this.style = style;
    this.tags = tags;
    in = new TokenReader(tokens, name -> vocabulary.argumentCount(name) > 0);
    this.mode = mode;
    this.awaitedMode = mode;
  }

  /**
   * Returns JLaTeXMath's TeX for a formula.
   *
   * @param tex the formula
   * @param tokens its tokens, macros expanded
   * @param style how it is set
   * @param vocabulary what commands there are
   * @throws RefusalException if the formula cannot be rendered
   */
  public static String translate(
      String tex, List<Token> tokens, MathStyle style, Vocabulary vocabulary)
      throws RefusalException {
    if (!needsTranslation(tex, tokens, vocabulary)) {
      return tex;
    }
    Tags tags = new Tags();
    Translator translator = new Translator(vocabulary, style, tags, tokens, Mode.MATH);
    String translated = translator.run();
    Optional<String> label = tags.formulaLabel();
    if (label.isEmpty()) {
      return translated;
    }
    String all = translator.hasRows ? "\\formulintrows{" + translated + "}" : translated;
    return "{" + all + "}\\qquad" + label.get();
  }

  /** Most formulas hold nothing that JLaTeXMath would not understand as it stands. */
  private static boolean needsTranslation(String tex, List<Token> tokens, Vocabulary vocabulary)
      throws RefusalException {
    int end = 0;
    boolean isAfterRow = false;
    int depth = 0;
    for (Token token : tokens) {
      boolean isMoved = token.span().start() != end;
      end = token.span().end();
      boolean isGap = isAfterRow && token.text().equals("[");
      isAfterRow = token.isCommand("\\\\");
      boolean isGroupRow = isAfterRow && depth > 0;
      boolean isSpecial =
          switch (token.kind()) {
            case CONTROL_WORD, CONTROL_SYMBOL -> vocabulary.isTranslated(token);
            case VERBATIM, COMMENT -> true;
            case BEGIN_GROUP -> {
              depth++;
              yield false;
            }
            case END_GROUP -> {
              depth--;
              yield depth < 0;
            }
            case CHARACTER -> Characters.areSpecial(token.text());
            default -> false;
          };
      if (isMoved || isGap || isGroupRow || isSpecial) {
        return true;
      }
    }
    return depth != 0 || end != tex.length();
  }

  /** Returns the translation of part of the formula. */
  String translatePart(List<Token> part, Mode partMode) throws RefusalException {
    return new Translator(vocabulary, style, tags, part, partMode).run();
  }

  private String run() throws RefusalException {
    while (in.hasNext()) {
      step(in.take());
    }
    if (!frames.isEmpty()) {
      Frame frame = frames.peek();
      throw RefusalException.at(frame.token(), frame.opener().complaint(frame.name()));
    }
    return out.toString();
  }

  private void step(Token token) throws RefusalException {
    if (isAtCellStart && !token.isBlank() && !RULES.contains(token.text())) {
      isAtCellStart = false;
      cellEnvironment().ifPresent(environment -> put(environment.cellStart()));
    }
    addedBefore = lastAdded;
    lastAdded = token.isBlank() ? addedBefore : null;
    switch (token.kind()) {
      case SPACE -> put(" ");
      case COMMENT -> {}
      case BEGIN_GROUP -> {
        put("{");
        open(Frame.Opener.GROUP, token, "", Optional.empty());
      }
      case END_GROUP -> {
        closeGroup(token);
      }
      case SUPERSCRIPT, SUBSCRIPT -> {
        requireNotPureText(token);
        put(token.text());
        awaited = 0;
      }
      case ALIGNMENT -> {
        requireNotPureText(token);
        put("&");
        awaited = 0;
        cellStart();
      }
      case PARAMETER -> {
        requireNotPureText(token);
        beforeArgument(token);
        put("#");
      }
      case MATH_SHIFT -> {
        put("$");
        shiftMode();
      }
      case VERBATIM -> {
        beforeArgument(token);
        put(Characters.verbatim(token.text()));
      }
      case CHARACTER -> {
        beforeArgument(token);
        put(Characters.tex(token.text()));
      }
      case CONTROL_WORD, CONTROL_SYMBOL -> command(token);
      default -> {
        beforeArgument(token);
        put(token.text());
      }
    }
    if (!token.isBlank()) {
      last = token;
    }
  }

  private void command(Token token) throws RefusalException {
    String name = token.name();
    Token added = addedBefore;
    CommandTable.Entry entry = CommandTable.INSTANCE.entries().get(name);
    Constructs.Construct construct = Constructs.named(name);
    if (entry != null) {
      replace(token, entry);
      lastAdded = entry.meaning().startsWith("\\mathop") ? null : token;
    } else if (construct != null) {
      construct.translate(this, token);
      lastAdded = Constructs.takesLimits(name) ? null : token;
    } else {
      vocabulary.requireKnown(token);
      requireFitting(token, added);
      boolean isArgument = awaited > 0;
      beforeArgument(token);
      put(name);
      if (!isArgument) {
        awaited = vocabulary.argumentCount(name);
        awaitedMode = TEXTS.contains(name) ? Mode.TEXT : mode;
        if (WITH_OPTION.contains(name)) {
          option();
        }
      }
    }
  }

  /** Refuses what KaTeX refuses of its own commands together with those that are added. */
  private void requireFitting(Token token, Token added) throws RefusalException {
    String name = token.text();
    if (mode() == Mode.PURE_TEXT && !TextCommands.include(name)) {
      throw RefusalException.at(token, name + " is for formulas, not for text");
    }
    if (added != null && (name.equals("\\limits") || name.equals("\\nolimits"))) {
      throw RefusalException.at(token, name + " does not follow an operator");
    }
    if (DELIMITED.contains(name)) {
      requireDelimiter(token);
    }
  }

  /** Checks that what follows is no command that KaTeX does not take as a delimiter. */
  void requireDelimiter(Token token) throws RefusalException {
    Optional<Token> next = in.peekPastBlanks();
    if (next.isEmpty()) {
      return;
    }
    String name = next.get().text();
    boolean isAdded =
        CommandTable.INSTANCE.entries().containsKey(name) || Constructs.named(name) != null;
    if (isAdded && !Constructs.isDelimiter(name)) {
      throw RefusalException.at(token, token.text() + " is not followed by a delimiter");
    }
  }

  private void requireNotPureText(Token token) throws RefusalException {
    if (mode() == Mode.PURE_TEXT) {
      throw RefusalException.at(token, token.text() + " is for formulas, not for text");
    }
  }

  /** Translates what stands in brackets after a command, so that it takes no part in the count. */
  private void option() throws RefusalException {
    Optional<List<Token>> option = in.optionalArgument();
    if (option.isPresent()) {
      put("[" + translatePart(option.get(), mode) + "]");
    }
  }

  private void replace(Token token, CommandTable.Entry entry) throws RefusalException {
    if (!entry.modes().include(awaited > 0 ? awaitedMode : mode)) {
      throw RefusalException.at(
          token,
          token.text()
              + (mode == Mode.TEXT ? " is for formulas, not for text" : " is for \\text only"));
    }
    if (!entry.isScript()) {
      requireNoScript(token);
    }
    if (entry.arguments() > 0 && !(entry.isScript() && isScript())) {
      requireNotArgument(token);
    }
    Mode argumentMode = TEXT_ARGUMENT.matcher(entry.meaning()).find() ? Mode.PURE_TEXT : mode();
    List<String> arguments = new ArrayList<>();
    if (entry.hasOption()) {
      Optional<List<Token>> option = in.optionalArgument();
      arguments.add(option.isPresent() ? translatePart(option.get(), argumentMode) : "");
    }
    while (arguments.size() < entry.arguments()) {
      arguments.add(argument(token, argumentMode));
    }
    if (entry.arguments() == 0 && entry.meaning().isEmpty()) {
      putNothing(token);
      return;
    }
    beforeArgument(token);
    if (entry.arguments() == 0) {
      put(token.text());
      return;
    }
    String meaning = entry.meaning();
    StringBuilder replaced = new StringBuilder();
    for (int i = 0; i < meaning.length(); i++) {
      boolean isParameter =
          meaning.charAt(i) == '#'
              && i + 2 < meaning.length()
              && meaning.charAt(i + 2) == '}'
              && Character.isDigit(meaning.charAt(i + 1));
      if (isParameter) {
        i++;
        replaced.append(arguments.get(meaning.charAt(i) - '1'));
      } else {
        replaced.append(meaning.charAt(i));
      }
    }
    put(replaced.toString());
  }

  // --- what the constructs are made with

  /** Returns the reader of what is still to be translated. */
  TokenReader in() {
    return in;
  }

  /** Writes JLaTeXMath's TeX. */
  void put(String tex) {
    out.put(tex);
  }

  /** Writes what prints nothing for a command. */
  void putNothing(Token command) {
    boolean isAlone = awaited > 0 || isScript();
    beforeArgument(command);
    put(isAlone ? "{}" : " ");
  }

  /** Puts the numbers of its rows into the beginning of an environment that was closed. */
  void number(Frame environment, String numbers) {
    if (!numbers.isEmpty()) {
      int start = environment.start();
      out.insert(start + Environment.numbersIn(out.from(start)), numbers);
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  MathStyle style() {
    return style;
  }

  Mode mode() {
    return awaited > 0 ? awaitedMode : mode;
  }

  Tags tags() {
    return tags;
  }

  /** Notes that what follows is one argument of the command before, if that awaits any. */
  void beforeArgument(Token token) {
    if (awaited > 0) {
      awaited--;
    }
    last = token;
  }

  /** Refuses a command that KaTeX does not take as the argument of another without braces. */
  void requireNotArgument(Token token) throws RefusalException {
    if (awaited > 0) {
      throw RefusalException.at(token, token.text() + " needs braces around it here");
    }
  }

  /** Refuses a command that KaTeX does not take as a script without braces. */
  void requireNoScript(Token token) throws RefusalException {
    if (isScript()) {
      throw RefusalException.at(
          token, token.text() + " needs braces around it after " + last.text());
    }
  }

  private boolean isScript() {
    return last != null
        && (last.kind() == Token.Kind.SUPERSCRIPT
            || last.kind() == Token.Kind.SUBSCRIPT
            || PRIMITIVES.contains(last.text()));
  }

  void requireMath(Token token) throws RefusalException {
    if (mode().isText()) {
      throw RefusalException.at(token, token.text() + " is for formulas, not for text");
    }
  }

  /** Returns the translation of the next argument: a group, or one token. */
  String argument(Token command, Mode argumentMode) throws RefusalException {
    return translatePart(in.argumentTokens(command), argumentMode);
  }

  /** Opens a group, an environment or a pair of delimiters. */
  void open(Frame.Opener opener, Token token, String name, Optional<Environment> environment) {
    frames.push(
        new Frame(
            opener,
            token,
            name,
            environment,
            Math.max(0, awaited - 1),
            awaitedMode,
            mode,
            out.length()));
    if (awaited > 0) {
      mode = awaitedMode;
    }
    awaited = 0;
    awaitedMode = mode;
  }

  /** Closes a group in braces; JLaTeXMath takes rows in it only as an argument of their own. */
  void closeGroup(Token token) throws RefusalException {
    Frame frame = close(Frame.Opener.GROUP, token);
    if (groupsWithRows.remove(frame)) {
      out.insert(frame.start(), "\\formulintrows{");
      put("}");
    }
    put("}");
  }

  /** Notes that the group that was opened last, if a group was, has rows. */
  void markRows() {
    Frame frame = frames.peek();
    if (frame == null) {
      hasRows = true;
    } else if (frame.opener() == Frame.Opener.GROUP) {
      groupsWithRows.add(frame);
    }
  }

  /** Closes what was opened last, which has to be of that kind. */
  Frame close(Frame.Opener opener, Token token) throws RefusalException {
    Frame frame = frames.peek();
    if (frame == null || frame.opener() != opener) {
      throw RefusalException.at(
          token,
          frame == null || frame.opener() == Frame.Opener.GROUP
              ? opener.strayComplaint(token.text())
              : frame.opener().complaint(frame.name()));
    }
    frames.pop();
    awaited = frame.awaited();
    awaitedMode = frame.awaitedMode();
    mode = frame.mode();
    return frame;
  }

  /** Returns the environment in whose cell this is, if it is in one. */
  Optional<Environment> cellEnvironment() {
    Frame frame = frames.peek();
    return frame == null ? Optional.empty() : frame.environment();
  }

  /** Returns whether this is inside an environment, however deep. */
  Optional<Environment> taggingEnvironment() {
    for (Frame frame : frames) {
      Optional<Environment> environment = frame.environment();
      if (environment.isPresent() && environment.get().rows() != Environment.Rows.UNTAGGED) {
        return environment;
      }
    }
    return Optional.empty();
  }

  /** Notes that a cell of the environment starts here. */
  void cellStart() {
    isAtCellStart = true;
  }

  /** Returns whether nothing was written yet in the group or the cell. */
  boolean isAtStart() {
    int start = frames.isEmpty() ? 0 : frames.peek().start();
    String written = out.from(start).strip();
    return written.isEmpty() || written.endsWith("&") || written.endsWith("\\\\");
  }

  private void shiftMode() {
    awaited = 0;
    if (mode.isText()) {
      textMode = mode;
      mode = Mode.MATH;
    } else {
      mode = textMode;
    }
    awaitedMode = mode;
  }
}
