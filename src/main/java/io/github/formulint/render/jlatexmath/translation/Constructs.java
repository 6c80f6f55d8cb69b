package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The commands of KaTeX that take more than a line of {@link CommandTable} to tell: what they take
 * is not an argument in braces, or what they mean depends on where they stand.
 */
final class Constructs {

  /** Translates one command, and what belongs to it. */
  interface Construct {
    void translate(Translator out, Token command) throws RefusalException;
  }

  private static final Construct NAMED = Constructs::translate;

  private static final Set<String> NAMES =
      Set.of(
          "\\\\",
          "\\newline",
          "\\kern",
          "\\mkern",
          "\\hskip",
          "\\mskip",
          "\\above",
          "\\hspace",
          "\\operatorname",
          "\\operatornamewithlimits",
          "\\begin",
          "\\end",
          "\\left",
          "\\right",
          "\\begingroup",
          "\\bgroup",
          "\\endgroup",
          "\\egroup",
          "\\tag",
          "\\color",
          "\\textcolor",
          "\\colorbox",
          "\\fcolorbox",
          "\\href",
          "\\url",
          "\\includegraphics",
          "\\htmlData",
          "\\mathchoice",
          "\\cancel",
          "\\bcancel",
          "\\xcancel",
          "\\phase",
          "\\sout",
          "\\angl",
          "\\vcenter",
          "\\char",
          "\\bigm",
          "\\Bigm",
          "\\biggm",
          "\\Biggm",
          "\\set",
          "\\hdashline",
          "\\notag",
          "\\nonumber",
          "\\sixptsize",
          "\\over",
          "\\atop",
          "\\choose",
          "\\brace",
          "\\brack",
          "\\degree",
          "\\TextOrMath",
          "\\\n",
          "\\\t",
          "\\\r");

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

  private Constructs() {}

  /** Returns the construct of a command given with its backslash, or null. */
  static Construct named(String command) {
    return NAMES.contains(command) ? NAMED : null;
  }

  /** Returns all names, with the backslash. */
  static Set<String> names() {
    return NAMES;
  }

  /** Returns how many arguments in braces a command takes, or 0. */
  static int argumentCount(String command) {
    return switch (command) {
      case "\\cancel", "\\bcancel", "\\xcancel", "\\phase", "\\sout" -> 1;
      case "\\angl", "\\vcenter", "\\set", "\\operatorname", "\\operatornamewithlimits" -> 1;
      case "\\href", "\\textcolor", "\\colorbox" -> 2;
      case "\\fcolorbox" -> 3;
      case "\\mathchoice" -> 4;
      default -> 0;
    };
  }

  private static void translate(Translator out, Token command) throws RefusalException {
    switch (command.text()) {
      case "\\\\", "\\newline" -> Spaces.newRow(out, command);
      case "\\kern", "\\mkern", "\\hskip", "\\mskip" -> Spaces.kern(out, command);
      case "\\above" -> Spaces.above(out, command);
      case "\\hspace" -> Spaces.hspace(out, command);
      case "\\begin" -> Groups.begin(out, command);
      case "\\end" -> Groups.end(out, command);
      case "\\left" -> Groups.left(out, command);
      case "\\right" -> Groups.right(out, command);
      case "\\begingroup" -> Groups.group(out, command, Frame.Opener.BEGIN_GROUP);
      case "\\bgroup" -> Groups.group(out, command, Frame.Opener.GROUP);
      case "\\endgroup" -> Groups.endGroup(out, command, Frame.Opener.BEGIN_GROUP);
      case "\\egroup" -> Groups.endGroup(out, command, Frame.Opener.GROUP);
      case "\\tag" -> tag(out, command);
      case "\\color" -> Colors.color(out, command);
      case "\\textcolor", "\\colorbox" -> Colors.colored(out, command, 1);
      case "\\fcolorbox" -> Colors.colored(out, command, 2);
      case "\\href" -> Links.href(out, command);
      case "\\url" -> Links.url(out, command);
      case "\\includegraphics" -> Links.picture(out, command);
      case "\\htmlData" -> Links.htmlData(out, command);
      case "\\operatorname", "\\operatornamewithlimits" -> operatorName(out, command);
      case "\\over", "\\atop", "\\choose", "\\brace", "\\brack" ->
          infix(out, command, command.text());
      case "\\mathchoice" -> choice(out, command);
      case "\\cancel" -> strike(out, command, "RISING", Mode.MATH);
      case "\\bcancel" -> strike(out, command, "FALLING", Mode.MATH);
      case "\\xcancel" -> strike(out, command, "CROSS", Mode.MATH);
      case "\\phase" -> strike(out, command, "ANGLE", Mode.MATH);
      case "\\sout" -> strike(out, command, "LEVEL", Mode.TEXT);
      case "\\angl" -> angle(out, command);
      case "\\vcenter" -> center(out, command);
      case "\\bigm" -> middleDelimiter(out, command, "\\big");
      case "\\Bigm" -> middleDelimiter(out, command, "\\Big");
      case "\\biggm" -> middleDelimiter(out, command, "\\bigg");
      case "\\Biggm" -> middleDelimiter(out, command, "\\Bigg");
      case "\\set" -> set(out, command);
      case "\\hdashline" -> out.put("\\formulintdashes");
      case "\\notag", "\\nonumber" -> silence(out, command);
      case "\\sixptsize" -> tiny(out, command);
      case "\\degree" -> Characters.degree(out, command);
      case "\\char" -> Characters.character(out, command);
      case "\\TextOrMath" -> textOrMath(out, command);
      default -> controlSpace(out, command);
    }
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

  /** JLaTeXMath wants something on both sides. */
  static void infix(Translator out, Token command, String tex) throws RefusalException {
    out.requireMath(command);
    Optional<Token> next = out.in().peek();
    boolean hasScript =
        next.isPresent()
            && (next.get().kind() == Token.Kind.SUPERSCRIPT
                || next.get().kind() == Token.Kind.SUBSCRIPT
                || next.get().text().equals("'"));
    if (hasScript) {
      throw RefusalException.at(command, "there is nothing that the script stands at");
    }
    out.put(out.isAtStart() ? "{}" + tex : tex);
    if (out.in().isAtEnd()) {
      out.put("{}");
    }
  }

  private static void operatorName(Translator out, Token command) throws RefusalException {
    out.requireMath(command);
    boolean hasLimits = command.text().equals("\\operatornamewithlimits");
    out.in().skipBlanks();
    if (!hasLimits && out.in().peek().isPresent() && out.in().peek().get().text().equals("*")) {
      out.in().take();
      hasLimits = true;
    }
    String name = out.translatePart(named(out.in().argumentTokens(command)), Mode.MATH);
    out.beforeArgument(command);
    out.put("\\mathop{\\mathrm{" + name + "}}" + (hasLimits ? "" : "\\nolimits "));
  }

  /** In the name of an operator, a hyphen and a star stand as they do in text. */
  private static List<Token> named(List<Token> name) {
    List<Token> named = new ArrayList<>();
    int depth = 0;
    for (Token token : name) {
      depth += token.kind() == Token.Kind.BEGIN_GROUP ? 1 : 0;
      depth -= token.kind() == Token.Kind.END_GROUP ? 1 : 0;
      boolean isText = depth == 0 && (token.text().equals("-") || token.text().equals("*"));
      if (isText) {
        Span span = token.span();
        named.add(new Token(Token.Kind.CONTROL_WORD, "\\text", span));
        named.add(new Token(Token.Kind.BEGIN_GROUP, "{", span));
        named.add(token);
        named.add(new Token(Token.Kind.END_GROUP, "}", span));
      } else {
        named.add(token);
      }
    }
    return named;
  }

  private static void silence(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.tags().silence();
    out.putNothing(command);
  }

  private static void tag(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    if (out.style() != MathStyle.DISPLAY) {
      throw RefusalException.at(command, "\\tag works only in a display formula");
    }
    boolean isBare = out.in().peek().isPresent() && out.in().peek().get().text().equals("*");
    if (isBare) {
      out.in().take();
    }
    String text = out.argument(command, Mode.PURE_TEXT);
    String label = "\\text{" + (isBare ? text : "(" + text + ")") + "}";
    if (!out.tags().add(out.taggingEnvironment(), label)) {
      throw RefusalException.at(command, "there is more than one \\tag");
    }
  }

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
    String delimiter = out.in().argumentText(command).strip();
    if (!DELIMITERS.contains(delimiter)) {
      throw RefusalException.at(command, command.text() + " is not followed by a delimiter");
    }
    out.put("\\mathrel{" + size + delimiter + "}");
  }

  private static void set(Translator out, Token command) throws RefusalException {
    out.requireNotArgument(command);
    Mode mode = out.mode();
    List<Token> content = new ArrayList<>(out.in().argumentTokens(command));
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i).text().equals("|")) {
        content.set(i, new Token(Token.Kind.CONTROL_WORD, "\\mid", content.get(i).span()));
        break;
      }
    }
    out.beforeArgument(command);
    out.put("\\{\\," + out.translatePart(content, mode) + "\\,\\}");
  }

  private static void controlSpace(Translator out, Token command) {
    out.beforeArgument(command);
    out.put("\\ ");
  }

  private static void tiny(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    out.put("\\tiny");
  }

  private static void textOrMath(Translator out, Token command) throws RefusalException {
    Mode mode = out.mode();
    List<Token> text = out.in().argumentTokens(command);
    List<Token> math = out.in().argumentTokens(command);
    out.put(out.translatePart(mode.isText() ? text : math, mode));
  }
}
