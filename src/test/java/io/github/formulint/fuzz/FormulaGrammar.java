package io.github.formulint.fuzz;

import io.github.formulint.tex.ArgumentType;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.Environment;
import java.util.List;

/**
 * Writes documents whose formulas use all that KaTeX knows: commands with the arguments they want
 * and with others, environments, delimiters, scripts, definitions, lengths and numbers of any size,
 * nesting, letters of all scripts. For one document.
 */
final class FormulaGrammar {

  /** Enough for every construct, and little enough for many documents a second. */
  private static final int MAX_LENGTH = 1_200;

  private static final int MAX_DEPTH = 12;

  private static final List<Command> COMMANDS = CommandTable.katex().commands();
  private static final List<Environment> ENVIRONMENTS = CommandTable.katex().environments();
  private static final List<String> DELIMITERS =
      COMMANDS.stream()
          .filter(command -> command.has(Command.Trait.DELIMITER))
          .map(Command::name)
          .toList();

  private static final List<String> ATOMS =
      List.of("x", "1", "a+b", "=", ",", "f(x)", "n!", "|", "'", "''", "[", "]", "(", ")", "/");
  private static final List<String> ODD =
      List.of(
          "中", "，", "é", "е", "𠮷", "😀", "°", "\u200B", "\u0301", "\uFEFF", "№", "½", "，。", "ﬁ",
          "～", "ア", "한", "ب", "\u202E", "\u00A0", "１", "Ａ", "∑", "≤", "−", "\u2028", "\u0085");
  private static final List<String> LOOSE =
      List.of(
          "{",
          "}",
          "\\",
          "%",
          "%x\n",
          "#",
          "#1",
          "&",
          "~",
          "$",
          "^",
          "_",
          "\\\\",
          "\\left",
          "\\right",
          "\\end{matrix}",
          "\\begin{",
          "\\(",
          "\\)",
          "\n",
          "\n\n",
          "*",
          "`",
          "<",
          "@{v}",
          "\\$",
          "\t",
          "\"",
          "\\limits",
          "\\nolimits",
          "\\middle|",
          "\\char",
          "\\verb|",
          "\\undefinedcommand");
  private static final List<String> NUMBERS =
      List.of(
          "1",
          "0",
          "-1",
          "2.5",
          "1000",
          "99999",
          "2000000000",
          "99999999999999999999",
          "1e9",
          ".",
          "",
          "-0",
          "NaN",
          "１",
          "0.0000001",
          "2147483648");
  private static final List<String> UNITS =
      List.of("em", "ex", "pt", "mu", "cm", "px", "in", "sp", "", "foo", "bp", "pc", "dd");
  private static final List<String> TEXTS =
      List.of("text", "a_b", "中文", "$x$", "a\\_b", "", " ", "é", "%", "\\textbf{b}", "😀", "#");
  private static final List<String> COLORS =
      List.of("red", "#f00", "#12345g", "rgb", "", "blue!50", "中");
  private static final List<String> ADDRESSES =
      List.of("https://a.example/%20#x", "file:///etc/passwd", "a_b", "\\", "javascript:x", "中");
  private static final List<String> COLUMNS =
      List.of("c", "lcr", "c|c", "*{3}{c}", "*{200}{c}", "@{}c", "z", "", "p{1cm}", "||", "c:c");
  private static final List<String> DEFINITIONS =
      List.of(
          "\\def\\a{",
          "\\def\\a#1{",
          "\\newcommand{\\a}[1]{",
          "\\newcommand{\\a}{",
          "\\let\\a=",
          "\\renewcommand{\\frac}[2]{",
          "\\gdef\\a{",
          "\\edef\\a{",
          "\\providecommand\\b[9]{");
  private static final List<Integer> REPETITIONS = List.of(2, 3, 8, 30, 100);
  private static final List<String> TEXT =
      List.of(
          "Text ",
          "\n\n",
          "> ",
          "- ",
          "中文",
          "costs $5 ",
          "`$x$` ",
          "\\\\(",
          "\n",
          "**b** ",
          "<b>",
          "| a | b |\n|---|---|\n| ",
          " |\n",
          "```math\n",
          "\n```\n",
          "# ",
          "    ",
          "[a](b) ",
          "* ");
  private static final List<List<String>> MARKS =
      List.of(
          List.of("$", "$"),
          List.of("$$", "$$"),
          List.of("\n\n$$\n", "\n$$\n\n"),
          List.of("\\(", "\\)"),
          List.of("\\[", "\\]"),
          List.of("\\\\(", "\\\\)"),
          List.of("$`", "`$"),
          List.of("\n```math\n", "\n```\n"),
          List.of("$", ""),
          List.of("$$", "$"));

  private final ChoiceBytes choices;
  private final StringBuilder out = new StringBuilder();

  private FormulaGrammar(ChoiceBytes choices) {
    this.choices = choices;
  }

  /** Returns the document that some decisions lead to. */
  static String document(byte[] decisions) {
    FormulaGrammar grammar = new FormulaGrammar(new ChoiceBytes(decisions));
    do {
      grammar.formulaWithMarks();
    } while (!grammar.choices.isEmpty() && grammar.out.length() < MAX_LENGTH);
    return grammar.out.toString();
  }

  private void formulaWithMarks() {
    if (choices.oneIn(4)) {
      out.append(choices.of(TEXT));
    }
    List<String> marks = choices.of(MARKS);
    out.append(marks.get(0));
    formula(0);
    out.append(marks.get(1));
    if (!choices.oneIn(4)) {
      out.append(choices.of(List.of(" and ", "\n\n", "，", "\r\n")));
    }
  }

  private void formula(int depth) {
    int parts = 1 + choices.below(4);
    for (int i = 0; i < parts && out.length() < MAX_LENGTH; i++) {
      part(depth);
    }
  }

  private void part(int depth) {
    if (depth > MAX_DEPTH) {
      out.append('x');
      return;
    }
    switch (choices.below(14)) {
      case 0 -> out.append(choices.of(ATOMS));
      case 1, 2, 3, 4 -> command(choices.of(COMMANDS), depth);
      case 5, 6 -> environment(choices.of(ENVIRONMENTS), depth);
      case 7 -> fences(depth);
      case 8 -> scripts(depth);
      case 9 -> out.append(choices.of(ODD));
      case 10 -> out.append(choices.of(LOOSE));
      case 11 -> group(depth);
      case 12 -> nest(depth);
      default -> define(depth);
    }
  }

  private void command(Command command, int depth) {
    out.append(command.name());
    if (command.has(Command.Trait.STARRED) && choices.oneIn(3)) {
      out.append('*');
    }
    for (ArgumentType type : command.optionalArguments()) {
      if (choices.oneIn(2)) {
        out.append('[');
        argument(type, depth + 1);
        out.append(']');
      }
    }
    for (ArgumentType type : command.arguments()) {
      switch (choices.below(12)) {
        case 8 -> out.append(' ').append(choices.of(ATOMS));
        case 9 -> {}
        case 10 -> braced(choices.of(List.of(ArgumentType.values())), depth + 1);
        case 11 -> out.append(choices.of(LOOSE));
        default -> braced(type, depth + 1);
      }
    }
    out.append(choices.of(List.of(" ", "{}", "")));
  }

  private void braced(ArgumentType type, int depth) {
    out.append('{');
    argument(type, depth);
    out.append('}');
  }

  private void argument(ArgumentType type, int depth) {
    switch (type) {
      case ORIGINAL, MATH, PRIMITIVE -> formula(depth);
      case TEXT, HBOX -> out.append(choices.of(TEXTS));
      case URL -> out.append(choices.of(ADDRESSES));
      case COLOR -> out.append(choices.of(COLORS));
      case SIZE -> length();
      case RAW -> out.append(choices.of(NUMBERS));
    }
  }

  private void length() {
    out.append(choices.of(NUMBERS)).append(choices.of(UNITS));
  }

  private void environment(Environment environment, int depth) {
    out.append("\\begin{").append(environment.name()).append('}');
    for (int i = 0; i < environment.arguments().size(); i++) {
      out.append('{').append(choices.of(choices.oneIn(4) ? NUMBERS : COLUMNS)).append('}');
    }
    if (environment.alignmentOption() && choices.oneIn(3)) {
      out.append('[').append(choices.of(List.of("c", "l", "r", "z", ""))).append(']');
    }
    int cells = 1 + choices.below(6);
    for (int i = 0; i < cells && out.length() < MAX_LENGTH; i++) {
      formula(depth + 1);
      cellEnd();
    }
    if (!choices.oneIn(12)) {
      String name = choices.oneIn(12) ? "matrix" : environment.name();
      out.append("\\end{").append(name).append('}');
    }
  }

  private void cellEnd() {
    switch (choices.below(6)) {
      case 0, 1 -> out.append(" & ");
      case 2, 3 -> out.append(" \\\\ ");
      case 4 -> {
        out.append(" \\\\[");
        length();
        out.append("] ");
      }
      default -> out.append(choices.of(List.of("\\hline ", "\\tag{1}", "\\notag ", "\\cr ", "")));
    }
  }

  private void fences(int depth) {
    out.append(choices.of(List.of("\\left", "\\bigl", "\\Bigg", "\\big ")));
    out.append(choices.of(DELIMITERS));
    formula(depth + 1);
    if (choices.oneIn(4)) {
      out.append("\\middle").append(choices.of(DELIMITERS));
    }
    if (!choices.oneIn(10)) {
      out.append("\\right").append(choices.of(DELIMITERS));
    }
  }

  private void scripts(int depth) {
    part(depth + 1);
    int scripts = 1 + choices.below(3);
    for (int i = 0; i < scripts; i++) {
      out.append(choices.of(List.of("^", "_", "\\limits_", "'^")));
      if (choices.oneIn(3)) {
        part(depth + 1);
      } else {
        group(depth);
      }
    }
  }

  private void group(int depth) {
    out.append('{');
    formula(depth + 1);
    out.append('}');
  }

  /** Puts something into itself, so often that a stack or a square of the depth would show. */
  private void nest(int depth) {
    int start = out.length();
    switch (choices.below(3)) {
      case 0 -> out.append('{');
      case 1 -> out.append(choices.of(COMMANDS).name()).append('{');
      default -> out.append("\\left(");
    }
    String open = out.substring(start);
    String close = open.endsWith("{") ? "}" : "\\right)";
    int times = Math.min(choices.of(REPETITIONS), (MAX_LENGTH - out.length()) / 20);
    for (int i = 1; i < times; i++) {
      out.append(open);
    }
    part(depth + 1);
    for (int i = 0; i < Math.max(1, times); i++) {
      out.append(close);
    }
  }

  private void define(int depth) {
    String definition = choices.of(DEFINITIONS);
    out.append(definition);
    formula(depth + 1);
    if (definition.endsWith("{")) {
      out.append('}');
    }
    out.append(choices.of(List.of("\\a", "\\a{x}", "\\a\\a", "\\frac12", "\\b", "")));
  }
}
