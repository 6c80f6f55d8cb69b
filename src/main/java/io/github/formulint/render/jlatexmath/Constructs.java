package io.github.formulint.render.jlatexmath;

import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The commands of KaTeX that take more than a line of {@link CommandTable} to tell: what they take
 * is not an argument in braces, or what they mean depends on where they stand.
 */
final class Constructs {

  /** Stands for a per cent sign in a link, where it starts no comment. */
  static final char LINK_PERCENT = '\uE025';

  /** Translates one command, and what belongs to it. */
  interface Construct {
    void translate(Translator out, Token command) throws RefusalException;
  }

  private static final Map<String, Construct> ALL = new HashMap<>();
  private static final Map<String, Integer> ARGUMENTS = new HashMap<>();

  /** KaTeX's own list ({@code src/functions/delimsizing.js}). */
  private static final Set<String> DELIMITERS =
      Set.of(
          "(",
          "\\lparen",
          ")",
          "\\rparen",
          "[",
          "\\lbrack",
          "]",
          "\\rbrack",
          "\\{",
          "\\lbrace",
          "\\}",
          "\\rbrace",
          "\\lfloor",
          "\\rfloor",
          "\u230a",
          "\u230b",
          "\\lceil",
          "\\rceil",
          "\u2308",
          "\u2309",
          "<",
          ">",
          "\\langle",
          "\u27e8",
          "\\rangle",
          "\u27e9",
          "\\lt",
          "\\gt",
          "\\lvert",
          "\\rvert",
          "\\lVert",
          "\\rVert",
          "\\lgroup",
          "\\rgroup",
          "\u27ee",
          "\u27ef",
          "\\lmoustache",
          "\\rmoustache",
          "\u23b0",
          "\u23b1",
          "/",
          "\\backslash",
          "|",
          "\\vert",
          "\\|",
          "\\Vert",
          "\\uparrow",
          "\\Uparrow",
          "\\downarrow",
          "\\Downarrow",
          "\\updownarrow",
          "\\Updownarrow",
          ".");

  /** What KaTeX takes for a colour ({@code Parser.parseColorGroup}). */
  private static final Pattern COLOR =
      Pattern.compile("#[a-fA-F0-9]{3,4}|#[a-fA-F0-9]{6}|#[a-fA-F0-9]{8}|[a-fA-F0-9]{6}|[a-zA-Z]+");

  private static final Pattern LENGTH_START =
      Pattern.compile("[-+]? *(?:|\\d+|\\d+\\.\\d*|\\.\\d*) *[a-z]{0,2} *");

  private static final Pattern CONTROL_SPACE = Pattern.compile("\\\\[ \\t\\r\\n]");

  /** About how far a row of letters reaches below its line, in em. */
  private static final double STRUT_DEPTH = 0.2;

  static {
    ALL.put("\\\\", Constructs::newRow);
    ALL.put("\\newline", Constructs::newRow);
    for (String name : List.of("\\kern", "\\mkern", "\\hskip", "\\mskip")) {
      ALL.put(name, Constructs::kern);
    }
    ALL.put("\\above", Constructs::above);
    ALL.put("\\hspace", Constructs::hspace);
    ALL.put("\\operatorname", Constructs::operatorName);
    ALL.put("\\operatornamewithlimits", Constructs::operatorName);
    ALL.put("\\begin", Constructs::begin);
    ALL.put("\\end", Constructs::end);
    ALL.put("\\left", Constructs::left);
    ALL.put("\\right", Constructs::right);
    ALL.put("\\begingroup", (out, t) -> group(out, t, Frame.Opener.BEGIN_GROUP));
    ALL.put("\\bgroup", (out, t) -> group(out, t, Frame.Opener.GROUP));
    ALL.put("\\endgroup", (out, t) -> endGroup(out, t, Frame.Opener.BEGIN_GROUP));
    ALL.put("\\egroup", (out, t) -> endGroup(out, t, Frame.Opener.GROUP));
    ALL.put("\\tag", Constructs::tag);
    ALL.put("\\color", Constructs::color);
    ALL.put("\\textcolor", (out, t) -> colored(out, t, 1));
    ALL.put("\\colorbox", (out, t) -> colored(out, t, 1));
    ALL.put("\\fcolorbox", (out, t) -> colored(out, t, 2));
    ALL.put("\\href", Constructs::href);
    ALL.put("\\url", Constructs::url);
    ALL.put("\\includegraphics", Constructs::picture);
    ALL.put("\\htmlData", Constructs::htmlData);
    ALL.put("\\mathchoice", Constructs::choice);
    ALL.put("\\cancel", (out, t) -> strike(out, t, "RISING", Mode.MATH));
    ALL.put("\\bcancel", (out, t) -> strike(out, t, "FALLING", Mode.MATH));
    ALL.put("\\xcancel", (out, t) -> strike(out, t, "CROSS", Mode.MATH));
    ALL.put("\\phase", (out, t) -> strike(out, t, "ANGLE", Mode.MATH));
    ALL.put("\\sout", (out, t) -> strike(out, t, "LEVEL", Mode.TEXT));
    ALL.put("\\angl", Constructs::angle);
    ALL.put("\\vcenter", Constructs::center);
    ALL.put("\\char", Constructs::character);
    for (String size : List.of("big", "Big", "bigg", "Bigg")) {
      ALL.put("\\" + size + "m", (out, t) -> middleDelimiter(out, t, "\\" + size));
    }
    ALL.put("\\set", Constructs::set);
    ALL.put("\\hdashline", (out, t) -> out.put("\\hline"));
    ALL.put("\\sixptsize", Constructs::tiny);
    for (String name : List.of("\\over", "\\atop", "\\choose", "\\brace", "\\brack")) {
      ALL.put(name, Constructs::infix);
    }
    ALL.put("\\degree", Constructs::degree);
    ALL.put("\\TextOrMath", Constructs::textOrMath);
    for (String name :
        List.of("cancel", "bcancel", "xcancel", "phase", "sout", "angl", "vcenter", "set")) {
      ARGUMENTS.put("\\" + name, 1);
    }
    ARGUMENTS.put("\\mathchoice", 4);
    ARGUMENTS.put("\\href", 2);
    ARGUMENTS.put("\\textcolor", 2);
    ARGUMENTS.put("\\colorbox", 2);
    ARGUMENTS.put("\\fcolorbox", 3);
  }

  private Constructs() {}

  /** Returns the construct of a command given with its backslash, or null. */
  static Construct named(String command) {
    Construct construct = ALL.get(command);
    if (construct == null && CONTROL_SPACE.matcher(command).matches()) {
      return command.equals("\\ ") ? null : Constructs::controlSpace;
    }
    return construct;
  }

  /** Returns all names, with the backslash. */
  static Set<String> names() {
    Set<String> names = new HashSet<>(ALL.keySet());
    names.addAll(Set.of("\\\n", "\\\t", "\\\r"));
    return names;
  }

  /** Returns how many arguments in braces a command takes, or 0. */
  static int argumentCount(String command) {
    return ARGUMENTS.getOrDefault(command, 0);
  }

  /** Returns whether {@code \\limits} may follow the command, given with its backslash. */
  static boolean takesLimits(String command) {
    return command.startsWith("\\operatorname");
  }

  /** Returns whether KaTeX takes it as a delimiter. */
  static boolean isDelimiter(String token) {
    CommandTable.Entry entry = CommandTable.INSTANCE.entries().get(token);
    return DELIMITERS.contains(token) || entry != null && DELIMITERS.contains(entry.meaning());
  }

  // --- rows

  private static void newRow(Translator out, Token command) throws RefusalException {
    if (command.text().equals("\\newline")) {
      out.requireNoScript(command);
    }
    Optional<Length> gap = Optional.empty();
    boolean hasGap =
        command.text().equals("\\\\")
            && out.peek().isPresent()
            && out.peek().get().text().equals("[");
    if (hasGap) {
      String text = Translator.text(out.optionalArgument().orElseThrow());
      gap = Length.parse(text);
      if (gap.isEmpty()) {
        throw RefusalException.at(
            command,
            command.text() + "[" + text + "] holds no length; for a bracket, write \\\\{}[");
      }
    }
    if (gap.isPresent() && gap.get().number() > 0) {
      String depth = Length.format(gap.get().em() + STRUT_DEPTH, "em");
      out.put("\\rule[-" + depth + "]{0pt}{" + depth + "}");
    }
    Optional<Environment> environment = out.cellEnvironment();
    if (environment.isPresent() && environment.get().rows() == Environment.Rows.TAGGED) {
      out.tags().endRow();
    }
    out.markRows();
    out.put("\\\\");
    out.cellStart();
  }

  // --- lengths

  private static void kern(Translator out, Token command) throws RefusalException {
    out.requireNotArgument(command);
    out.requireNoScript(command);
    out.put("\\kern{" + length(out, command).tex() + "}");
  }

  private static void above(Translator out, Token command) throws RefusalException {
    String length = length(out, command).tex();
    infix(out, command, "\\above " + length + " ");
  }

  private static void infix(Translator out, Token command) throws RefusalException {
    infix(out, command, command.text());
  }

  /** JLaTeXMath wants something on both sides. */
  private static void infix(Translator out, Token command, String tex) throws RefusalException {
    out.requireMath(command);
    Optional<Token> next = out.peek();
    boolean hasScript =
        next.isPresent()
            && (next.get().kind() == Token.Kind.SUPERSCRIPT
                || next.get().kind() == Token.Kind.SUBSCRIPT
                || next.get().text().equals("'"));
    if (hasScript) {
      throw RefusalException.at(command, "there is nothing that the script stands at");
    }
    out.put(out.isAtStart() ? "{}" + tex : tex);
    if (out.isAtEnd()) {
      out.put("{}");
    }
  }

  private static void hspace(Translator out, Token command) throws RefusalException {
    out.skipBlanks();
    if (out.peek().isPresent() && out.peek().get().text().equals("*")) {
      out.take();
    }
    out.put("\\kern{" + length(out, command).tex() + "}");
  }

  /** Reads a length with or without braces, as KaTeX does. */
  private static Length length(Translator out, Token command) throws RefusalException {
    out.skipBlanks();
    String text;
    if (out.peek().isPresent() && out.peek().get().kind() == Token.Kind.BEGIN_GROUP) {
      text = out.argumentText(command);
      if (text.isBlank()) {
        text = "0pt";
      }
    } else {
      text = bareLength(out);
    }
    String found = text;
    return Length.parse(text)
        .orElseThrow(
            () ->
                RefusalException.at(
                    command,
                    found.isBlank()
                        ? command.text() + " lacks a length such as 1em"
                        : command.text() + " has no valid length: " + found.strip()));
  }

  private static String bareLength(Translator out) {
    StringBuilder text = new StringBuilder();
    while (out.peek().isPresent()) {
      Token token = out.peek().get();
      String next = token.kind() == Token.Kind.SPACE ? " " : token.text();
      if (!LENGTH_START.matcher(text + next).matches()) {
        break;
      }
      text.append(next);
      out.take();
    }
    return text.toString();
  }

  // --- operators

  private static void operatorName(Translator out, Token command) throws RefusalException {
    out.requireMath(command);
    boolean hasLimits = command.text().equals("\\operatornamewithlimits");
    out.skipBlanks();
    if (!hasLimits && out.peek().isPresent() && out.peek().get().text().equals("*")) {
      out.take();
      hasLimits = true;
    }
    String name = out.argument(command, Mode.MATH);
    out.beforeArgument(command);
    out.put("\\mathop{\\mathrm{" + name + "}}" + (hasLimits ? "" : "\\nolimits "));
  }

  // --- groups

  private static void begin(Translator out, Token command) throws RefusalException {
    out.requireNotArgument(command);
    String name = out.argumentText(command);
    Optional<Environment> known = Environment.named(name);
    if (known.isEmpty() && !out.vocabulary().hasEnvironment(name)) {
      throw RefusalException.at(command, "unknown environment " + name);
    }
    out.requireMath(command);
    Environment environment = known.orElseGet(() -> Environment.passedOn(name));
    if (environment.place() == Environment.Place.DISPLAY_ONLY && out.style() != MathStyle.DISPLAY) {
      throw RefusalException.at(command, name + " can be used only in a display formula");
    }
    if (environment.argument() == Environment.Argument.DIAGRAM) {
      out.requireNoScript(command);
      out.put(CommutativeDiagram.translate(out, command, out.environmentBody(command, name)));
      return;
    }
    String argument = environmentArgument(out, command, name, environment.argument());
    out.open(Frame.Opener.ENVIRONMENT, command, name, Optional.of(environment));
    out.put(environment.open().replace("#", argument));
    if (environment.rows() != Environment.Rows.UNTAGGED) {
      out.tags().endRow();
    }
    out.cellStart();
  }

  private static String environmentArgument(
      Translator out, Token command, String name, Environment.Argument kind)
      throws RefusalException {
    switch (kind) {
      case POSITION -> takeOption(out, "tcb");
      case ALIGNMENT -> {
        return alignment(out, command, name);
      }
      case COUNT -> {
        takeOption(out, "tcb");
        String count = out.argumentText(command).strip();
        if (!count.matches("[0-9]{1,3}")) {
          throw RefusalException.at(
              command, "\\begin{" + name + "} lacks the number of equations, such as {2}");
        }
        return count;
      }
      case COLUMNS -> {
        takeOption(out, "tcb");
        return columns(out.argumentText(command));
      }
      case PLAIN_COLUMNS -> {
        return plainColumns(out, command, "[lcr|: ]*");
      }
      case ONE_COLUMN -> {
        return plainColumns(out, command, " *[lc] *");
      }
      default -> {}
    }
    return "";
  }

  /** Takes away the position of an environment, which is set in the middle all the same. */
  private static Optional<String> takeOption(Translator out, String choices)
      throws RefusalException {
    Optional<Token> next = out.peek();
    boolean isOption = next.isPresent() && next.get().text().equals("[") && out.isOption(choices);
    return isOption
        ? out.optionalArgument().map(Translator::text).map(String::strip)
        : Optional.empty();
  }

  private static String alignment(Translator out, Token command, String name)
      throws RefusalException {
    Optional<List<Token>> option = out.optionalArgument();
    String alignment = option.map(Translator::text).map(String::strip).orElse("c");
    if (!alignment.matches("[lcr]")) {
      throw RefusalException.at(command, "\\begin{" + name + "} is followed by [l], [c] or [r]");
    }
    return alignment;
  }

  private static String plainColumns(Translator out, Token command, String allowed)
      throws RefusalException {
    String columns = out.argumentText(command);
    if (!columns.matches(allowed)) {
      throw RefusalException.at(command, "the environment has no columns such as {c}");
    }
    return columns(columns);
  }

  /** Draws dashed lines as lines; JLaTeXMath would take them for columns. */
  private static String columns(String columns) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < columns.length(); i++) {
      char c = columns.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      text.append(c == ':' && depth == 0 ? '|' : c);
    }
    return text.toString();
  }

  private static void end(Translator out, Token command) throws RefusalException {
    String name = out.argumentText(command);
    Frame frame = out.close(Frame.Opener.ENVIRONMENT, command);
    if (!frame.name().equals(name)) {
      throw RefusalException.at(
          command, "\\begin{" + frame.name() + "} ends with \\end{" + name + "}");
    }
    Environment environment = frame.environment().orElseThrow();
    out.put(environment.close());
    if (environment.rows() != Environment.Rows.UNTAGGED) {
      out.tags().endRow();
    }
  }

  private static void left(Translator out, Token command) throws RefusalException {
    out.open(Frame.Opener.LEFT, command, "", Optional.empty());
    out.requireDelimiter(command);
    out.put("\\left");
  }

  private static void right(Translator out, Token command) throws RefusalException {
    out.close(Frame.Opener.LEFT, command);
    out.requireDelimiter(command);
    out.put("\\right");
  }

  private static void group(Translator out, Token command, Frame.Opener opener)
      throws RefusalException {
    out.requireNotArgument(command);
    out.put("{");
    out.open(opener, command, "", Optional.empty());
  }

  private static void endGroup(Translator out, Token command, Frame.Opener opener)
      throws RefusalException {
    if (opener == Frame.Opener.GROUP) {
      out.closeGroup(command);
    } else {
      out.close(opener, command);
      out.put("}");
    }
  }

  // --- tags

  private static void tag(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    if (out.style() != MathStyle.DISPLAY) {
      throw RefusalException.at(command, "\\tag works only in a display formula");
    }
    boolean isBare = out.peek().isPresent() && out.peek().get().text().equals("*");
    if (isBare) {
      out.take();
    }
    String text = out.argument(command, Mode.PURE_TEXT);
    if (!out.tags().add(out.taggingEnvironment())) {
      throw RefusalException.at(command, "there is more than one \\tag");
    }
    out.put("\\qquad\\text{" + (isBare ? text : "(" + text + ")") + "}");
  }

  // --- colours

  private static void color(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    out.put("\\formulintcolor{" + colorName(out, command) + "}");
  }

  private static void colored(Translator out, Token command, int colors) throws RefusalException {
    StringBuilder tex = new StringBuilder(command.text());
    for (int i = 0; i < colors; i++) {
      tex.append('{').append(colorName(out, command)).append('}');
    }
    Mode mode = command.text().equals("\\textcolor") ? out.mode() : Mode.TEXT;
    out.requireNotArgument(command);
    tex.append('{').append(out.argument(command, mode)).append('}');
    out.beforeArgument(command);
    out.put(tex.toString());
  }

  private static String colorName(Translator out, Token command) throws RefusalException {
    String color = out.argumentText(command).strip();
    return COLOR.matcher(color).matches() ? Colors.tex(color) : passedOnColor(color, command);
  }

  /** JLaTeXMath takes numbers, too, where {@code \textcolor} was its own command all along. */
  private static String passedOnColor(String color, Token command) throws RefusalException {
    if (command.text().equals("\\color") || !color.matches("[0-9.,; ]+")) {
      throw RefusalException.at(command, "there is no colour " + color);
    }
    return color;
  }

  // --- links, pictures and marks

  private static void href(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    Mode mode = out.mode();
    out.argumentText(command);
    out.put("{" + out.argument(command, mode) + "}");
  }

  private static void url(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    String address = out.argumentText(command).replace(LINK_PERCENT, '%');
    out.put(typewriter(address.replaceAll("\\\\([#$%&~_^{}])", "$1")));
  }

  /** A picture is not fetched: a frame stands for it. */
  private static void picture(Translator out, Token command) throws RefusalException {
    out.requireMath(command);
    out.requireNoScript(command);
    out.requireNotArgument(command);
    Optional<List<Token>> option = out.optionalArgument();
    if (option.isPresent()) {
      for (String setting : Translator.text(option.get()).split(",")) {
        String[] parts = setting.split("=", -1);
        boolean isSize = Set.of("width", "height", "totalheight").contains(parts[0].strip());
        if (isSize && (parts.length != 2 || Length.parse(parts[1]).isEmpty())) {
          throw RefusalException.at(command, "\\includegraphics has no valid length: " + setting);
        }
        if (!isSize && !parts[0].strip().equals("alt") && parts.length == 2) {
          throw RefusalException.at(
              command, "\\includegraphics has no setting " + parts[0].strip());
        }
      }
    }
    out.argumentText(command);
    out.put("\\fbox{\\phantom{M}}");
  }

  private static void htmlData(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    Mode mode = out.mode();
    for (String datum : out.argumentText(command).split(",")) {
      if (datum.indexOf('=') < 0) {
        throw RefusalException.at(command, "\\htmlData has no = in " + datum.strip());
      }
    }
    out.put("{" + out.argument(command, mode) + "}");
  }

  // --- choices and lines

  private static void choice(Translator out, Token command) throws RefusalException {
    out.requireMath(command);
    out.requireNoScript(command);
    out.requireNotArgument(command);
    StringBuilder tex = new StringBuilder("\\formulintchoice");
    for (int i = 0; i < 4; i++) {
      tex.append('{').append(out.argument(command, Mode.MATH)).append('}');
    }
    out.put(tex.toString());
  }

  private static void strike(Translator out, Token command, String kind, Mode least)
      throws RefusalException {
    if (least == Mode.MATH) {
      out.requireMath(command);
    }
    out.requireNoScript(command);
    out.requireNotArgument(command);
    out.put("\\formulintstrike{" + kind + "}{" + out.argument(command, out.mode()) + "}");
  }

  private static void angle(Translator out, Token command) throws RefusalException {
    out.requireMath(command);
    out.requireNoScript(command);
    out.requireNotArgument(command);
    out.put("{\\overline{" + out.argument(command, Mode.MATH) + "}\\vert}");
  }

  private static void center(Translator out, Token command) throws RefusalException {
    out.requireMath(command);
    out.requireNoScript(command);
    out.requireNotArgument(command);
    out.put("\\formulintcenter{" + out.argument(command, Mode.MATH) + "}");
  }

  private static void middleDelimiter(Translator out, Token command, String size)
      throws RefusalException {
    out.requireMath(command);
    out.requireNoScript(command);
    out.requireNotArgument(command);
    String delimiter = out.argumentText(command).strip();
    if (!DELIMITERS.contains(delimiter)) {
      throw RefusalException.at(command, command.text() + " is not followed by a delimiter");
    }
    out.put("\\mathrel{" + size + delimiter + "}");
  }

  private static void set(Translator out, Token command) throws RefusalException {
    out.requireNotArgument(command);
    Mode mode = out.mode();
    List<Token> content = new ArrayList<>(out.argumentTokens(command));
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i).text().equals("|")) {
        content.set(i, new Token(Token.Kind.CONTROL_WORD, "\\mid", content.get(i).span()));
        break;
      }
    }
    out.beforeArgument(command);
    out.put("\\{\\," + out.translatePart(content, mode) + "\\,\\}");
  }

  // --- characters

  private static void controlSpace(Translator out, Token command) {
    out.beforeArgument(command);
    out.put("\\ ");
  }

  private static void degree(Translator out, Token command) {
    out.beforeArgument(command);
    out.put("{{}^\\circ}");
  }

  private static void tiny(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    out.put("\\tiny");
  }

  private static void textOrMath(Translator out, Token command) throws RefusalException {
    Mode mode = out.mode();
    List<Token> text = out.argumentTokens(command);
    List<Token> math = out.argumentTokens(command);
    out.put(out.translatePart(mode.isText() ? text : math, mode));
  }

  private static void character(Translator out, Token command) throws RefusalException {
    out.skipBlanks();
    Optional<Token> first = out.peek();
    if (first.isEmpty()) {
      throw RefusalException.at(command, "\\char lacks a number");
    }
    if (first.get().kind() == Token.Kind.BEGIN_GROUP) {
      // KaTeX refuses braces, JLaTeXMath asks for them.
      out.put("\\char{" + out.argumentText(command) + "}");
      return;
    }
    int code =
        switch (first.get().text()) {
          case "'" -> number(out, command, 8);
          case "\"" -> number(out, command, 16);
          case "`" -> quoted(out, command);
          default -> number(out, command, 10);
        };
    out.beforeArgument(command);
    out.put(characterTex(code));
  }

  private static int quoted(Translator out, Token command) throws RefusalException {
    out.take();
    if (out.peek().isEmpty()) {
      throw RefusalException.at(command, "\\char` lacks a character");
    }
    String text = out.take().text();
    return text.codePointAt(text.length() > 1 && text.charAt(0) == '\\' ? 1 : 0);
  }

  private static int number(Translator out, Token command, int base) throws RefusalException {
    if (base != 10) {
      out.take();
    }
    long number = 0;
    int digits = 0;
    while (out.peek().isPresent()) {
      String text = out.peek().get().text();
      int digit = text.length() == 1 ? Character.digit(text.charAt(0), base) : -1;
      if (digit < 0 || text.charAt(0) > 'f') {
        break;
      }
      number = Math.min(number * base + digit, Integer.MAX_VALUE);
      digits++;
      out.take();
    }
    if (digits == 0 || number > Character.MAX_CODE_POINT) {
      throw RefusalException.at(command, "\\char is followed by no valid number");
    }
    return (int) number;
  }

  private static String characterTex(int code) {
    if (code > Character.MAX_VALUE) {
      return MathAlphabet.tex(code);
    }
    if (code < ' ' || code == 0x7F || Character.isSurrogate((char) code)) {
      return "{}";
    }
    return escaped((char) code);
  }

  /** Returns what stands for {@code \verb|…|}. */
  static String verbatim(String token) {
    int open = token.startsWith("\\verb*") ? 6 : 5;
    return typewriter(token.substring(open + 1, token.length() - 1));
  }

  private static String typewriter(String text) {
    StringBuilder tex = new StringBuilder("\\mathtt{\\text{");
    text.codePoints()
        .forEach(
            code ->
                tex.append(
                    code > Character.MAX_VALUE ? MathAlphabet.tex(code) : escaped((char) code)));
    return tex.append("}}").toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "{\\backslash}";
      case '{' -> "{\\lbrace}";
      case '}' -> "{\\rbrace}";
      case '^' -> "{\\wedge}";
      case '~' -> "{\\sim}";
      case '_' -> "{\\underscore}";
      case '$' -> "{\\textdollar}";
      case '%' -> "{\\textpercent}";
      case '&' -> "{\\textampersand}";
      case ' ' -> "{\\nbsp}";
      default -> String.valueOf(c);
    };
  }
}
