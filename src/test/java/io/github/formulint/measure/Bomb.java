package io.github.formulint.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Markdown that is made to cost much time or memory.
 *
 * @param name what it consists of
 * @param text makes a document of about a length in characters
 */
record Bomb(String name, IntFunction<String> text) {

  /** Returns all bombs. */
  static List<Bomb> all() {
    List<Bomb> bombs = new ArrayList<>();
    marks(bombs);
    blocks(bombs);
    tables(bombs);
    formulas(bombs);
    return bombs;
  }

  private static void marks(List<Bomb> bombs) {
    for (String unit :
        List.of(
            "$",
            "$ ",
            "$$ ",
            "$$\n",
            "$$ a\n",
            "$$\na\n\n",
            "\\(",
            "\\(a ",
            "\\[",
            "\\[ x\n",
            "\\begin{",
            "\\begin{align}\n",
            "\\begin{a}{ ",
            "\\end{align}\n",
            "$\\text{$",
            "$`` ` ",
            "$1 ",
            "$`a ",
            "`",
            "` ``` ``",
            "*",
            "_",
            "~",
            "*a ",
            "*a_ ",
            "**a* ",
            "a**b",
            "_a ",
            "~~a ",
            "[",
            "![",
            "](",
            "[a](",
            "![a](",
            "[a][",
            "[a]",
            "<",
            "<a ",
            "<a \"$",
            "<!--",
            "<![CDATA[",
            "<?",
            "</",
            "&amp",
            "&",
            "{{",
            "{%",
            "{:",
            "\\",
            "a ",
            "http://a.b ",
            "www.a.b ",
            "a@b.c ",
            "=",
            "-",
            "#",
            "|",
            "|$",
            "\\$",
            "^",
            "^[",
            "[^a] ",
            "==a ")) {
      bombs.add(repeated("long line of ", unit));
    }
    bombs.add(
        new Bomb(
            "backticks, one more each time", length -> rising(length, n -> "`".repeat(n) + " a ")));
    bombs.add(
        new Bomb(
            "dollars, one more each time", length -> rising(length, n -> "$".repeat(n) + " a ")));
    bombs.add(new Bomb("one line of text", length -> "a".repeat(length)));
    bombs.add(new Bomb("one line of 中", length -> "中".repeat(length)));
    bombs.add(new Bomb("spaces", length -> " ".repeat(length) + "$x$"));
    bombs.add(new Bomb("tabs", length -> "\t".repeat(length) + "$x$"));
  }

  private static void blocks(List<Bomb> bombs) {
    for (String unit : List.of("> ", ">", "- ", "1. ", "* a\n  ", "> - ", "!!! note\n    ")) {
      bombs.add(
          new Bomb(
              "nested " + visible(unit), length -> unit.repeat(length / unit.length()) + "$x$"));
    }
    bombs.add(
        new Bomb("list of deeper levels", length -> rising(length, n -> "  ".repeat(n) + "- a\n")));
    bombs.add(
        new Bomb("quotes of deeper levels", length -> rising(length, n -> "> ".repeat(n) + "a\n")));
    for (String unit :
        List.of(
            "> a\n",
            "- a\n",
            "- $$\n",
            "1. a\n",
            "- a\n\n",
            "a\n",
            "a\n\n",
            "\n",
            "\r",
            "\r\n",
            "a\r",
            "a\r\n",
            "***\n",
            "# a\n",
            "a\n=\n",
            "~~~x1\n",
            "```\n",
            "    a\n",
            "<div>\n",
            "<div>",
            "<a>",
            "<b>$x$",
            "<script>\n",
            "<!-- a\n",
            "[a]: b\n",
            "[a]: <\n",
            "[^1]: a\n",
            "[^1]: a\n\n    b\n",
            "*[a]: b\n",
            ": a\n",
            "a\n: b\n",
            "---\n",
            "---\na: b\n",
            "+++\n",
            "$$\n- b\n",
            "a $$ b\n$$ c\n",
            "\\[ \\frac{a}\n\n",
            "$\n- ",
            "::: a\n",
            ":::\n",
            "=== \"a\"\n",
            "<!-- formulint-disable -->\n",
            "<!-- formulint-disable-next-line broken-formula -->\n$\\frac{$\n\n",
            "- [ ] a\n",
            "> [!NOTE]\n",
            "| a\n",
            "{% a %}\n",
            "{::a}\n")) {
      bombs.add(repeated("lines of ", unit));
    }
    bombs.add(
        new Bomb(
            "front matter never closed", length -> "---\n" + "a: b\n".repeat(length / 5) + "$x$"));
    bombs.add(
        new Bomb("definitions, each another", length -> counted(length, n -> "[a" + n + "]: b\n")));
    bombs.add(
        new Bomb(
            "definitions and links",
            length -> counted(length, n -> "[a" + n + "]: b\n\n[a" + n + "] $x$\n\n")));
    bombs.add(
        new Bomb(
            "footnotes", length -> counted(length, n -> "a[^" + n + "]\n\n[^" + n + "]: $x$\n\n")));
  }

  private static void tables(List<Bomb> bombs) {
    bombs.add(new Bomb("table of many rows", length -> table(4, length / 9)));
    bombs.add(new Bomb("table of many columns", length -> table(length / 8, 2)));
    bombs.add(
        new Bomb(
            "table as wide as long",
            length -> table((int) Math.sqrt(length / 2.0), (int) Math.sqrt(length / 2.0))));
    bombs.add(
        new Bomb(
            "table of ragged rows",
            length -> {
              int side = (int) Math.sqrt(length);
              return table(side, 0) + rising(length, n -> "|a".repeat(n % side) + "\n");
            }));
    bombs.add(
        new Bomb(
            "wide table of short rows",
            length -> table((int) Math.sqrt(length), 0) + "|a\n".repeat(length / 3)));
    bombs.add(
        new Bomb(
            "table of formulas",
            length -> "|a|b|\n|-|-|\n" + counted(length, n -> "|$x_{" + n + "}$|$y|z$|\n")));
    bombs.add(repeated("lines of ", "a | b\n"));
    bombs.add(repeated("lines of ", "a | b\n--|--\n"));
    bombs.add(repeated("lines of ", "|a|\n|-|\n"));
  }

  private static void formulas(List<Bomb> bombs) {
    bombs.add(new Bomb("tiny formulas", length -> "$x$ ".repeat(length / 4)));
    bombs.add(
        new Bomb("different formulas", length -> counted(length, n -> "$x_{" + n + "}$\n\n")));
    bombs.add(
        new Bomb(
            "different formulas on a line", length -> counted(length, n -> "$x_{" + n + "}$ ")));
    bombs.add(
        new Bomb("broken formulas", length -> counted(length, n -> "$\\frac{" + n + "$\n\n")));
    bombs.add(
        new Bomb(
            "broken formulas on a line", length -> counted(length, n -> "$\\frac{" + n + "$ a ")));
    bombs.add(
        new Bomb("unknown commands", length -> counted(length, n -> "$\\alhpa_{" + n + "}$\n\n")));
    bombs.add(new Bomb("lost formulas", length -> counted(length, n -> "$ x_{" + n + "} $\n\n")));
    bombs.add(
        new Bomb("lost formulas on a line", length -> counted(length, n -> "$ x_{" + n + "} $ ")));
    bombs.add(
        new Bomb(
            "lost display formulas",
            length -> counted(length, n -> "a\n$$x_{" + n + "}$$\nb\n\n")));
    bombs.add(
        new Bomb("Chinese faults", length -> counted(length, n -> "$x，y_{" + n + "}。若z$\n\n")));
    bombs.add(
        new Bomb(
            "Chinese faults on a line", length -> counted(length, n -> "$x，y_{" + n + "}。若z$ ")));
    bombs.add(
        new Bomb(
            "Chinese faults in one formula", length -> "$$\n" + repeat("x，若", length) + "\n$$"));
    bombs.add(
        new Bomb(
            "full-width digits in one formula", length -> "$$\n" + repeat("１+", length) + "\n$$"));
    bombs.add(new Bomb("one formula, long line", length -> "$" + repeat("x+", length) + "x$"));
    bombs.add(
        new Bomb("one formula, many lines", length -> "$$\n" + repeat("x+\n", length) + "x\n$$"));
    bombs.add(
        new Bomb("one formula in a quote", length -> "> $$\n" + repeat("> x+\n", length) + "> $$"));
    for (String unit :
        List.of(
            "{",
            "}",
            "\\frac{",
            "^",
            "_",
            "\\left(",
            "\\right)",
            "&",
            "\\\\",
            "\\begin{matrix}",
            "\\end{matrix}",
            "\\text{",
            "%\n",
            "#",
            "\\def\\a{",
            "\\alhpa ",
            "'",
            "\\begin{align}",
            "\\hline ",
            "\\tag{1}",
            "x^",
            "\\color{",
            "\\mathrm{若}")) {
      bombs.add(
          new Bomb(
              "one formula of " + visible(unit), length -> "$$\n" + repeat(unit, length) + "\n$$"));
    }
    bombs.add(repeated("lines of ", "$$a\n- b\n"));
    bombs.add(repeated("lines of ", "```math\n"));
    bombs.add(repeated("lines of ", "$$\\frac{$$\n"));
    bombs.add(repeated("lines of ", "\\begin{align}\nx\n\\end{align}\n\n"));
  }

  private static Bomb repeated(String kind, String unit) {
    return new Bomb(kind + visible(unit), length -> repeat(unit, length));
  }

  private static String repeat(String unit, int length) {
    return unit.repeat(Math.max(1, length / unit.length()));
  }

  private static String counted(int length, IntFunction<String> part) {
    StringBuilder text = new StringBuilder(length + 64);
    for (int n = 100_000; text.length() < length; n++) {
      text.append(part.apply(n));
    }
    return text.toString();
  }

  private static String rising(int length, IntFunction<String> part) {
    StringBuilder text = new StringBuilder(length + 64);
    for (int n = 1; text.length() < length; n++) {
      text.append(part.apply(n));
    }
    return text.toString();
  }

  private static String table(int columns, int rows) {
    return "|a".repeat(columns)
        + "|\n"
        + "|-".repeat(columns)
        + "|\n"
        + ("|a".repeat(columns) + "|\n").repeat(rows);
  }

  private static String visible(String text) {
    return text.replace("\n", "↵").replace("\r", "←").replace("\t", "→").replace(" ", "␣");
  }
}
