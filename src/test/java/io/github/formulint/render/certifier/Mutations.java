package io.github.formulint.render.certifier;

import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Formulas that are nearly other formulas: the same for the same seed. */
final class Mutations {

  /** What KaTeX's grammar turns on, so that it comes often. */
  private static final List<String> SYNTAX =
      List.of(
          "{",
          "}",
          "^",
          "_",
          "'",
          "&",
          "\\\\",
          "[",
          "]",
          "%",
          "%\n",
          " ",
          "\n",
          "$",
          "~",
          "#",
          "*",
          "^2",
          "_{x}",
          "''",
          "{}",
          "{x}",
          "\\left",
          "\\right",
          "\\left(",
          "\\right)",
          "\\middle|",
          "\\begin{matrix}",
          "\\end{matrix}",
          "\\begin{cases}",
          "\\end{cases}",
          "\\begin{aligned}",
          "\\end{aligned}",
          "\\begin{array}{cc}",
          "\\end{array}",
          "{c}",
          "\\limits",
          "\\nolimits",
          "\\over",
          "\\choose",
          "\\text{",
          "\\text",
          "\\textbf{",
          "\\tag{1}",
          "\\hline",
          "\\displaystyle",
          "\\rm",
          "\\color{red}",
          "\\kern",
          "1em",
          "1mu",
          "[1em]",
          "\\sqrt",
          "\\sqrt[",
          "\\frac",
          "\\frac12",
          "\\big",
          "\\mathrm",
          "\\operatorname",
          "\\operatorname*",
          "\\substack{",
          "\\hspace{1em}",
          "\\not",
          "\\dots",
          "\\mod",
          "\\pmod",
          "\\overset",
          "\\textcolor{red}",
          "\\cr",
          "\\newline",
          "\\ ",
          "\\,",
          "\\quad",
          "\\{",
          "--",
          "``",
          "(",
          ")",
          "|",
          ".",
          ",",
          "=",
          "中",
          "，",
          "é",
          "ж",
          "²",
          "₁",
          "≠",
          "→",
          "∑",
          "𝐀",
          "😀",
          "x\u0301",
          "\u00a0",
          "\u200b",
          "\ud800",
          "\\verb|x|",
          "\\def\\x{y}\\x",
          "\\relax",
          "\\phantom",
          "\\char",
          "\\href{a}{b}",
          "\\sout{x}",
          "\\'e",
          "\\@",
          "\\");

  private final List<MathSource> originals;
  private final List<List<String>> tokens = new ArrayList<>();
  private final List<String> commands;
  private final Random random;

  /**
   * Makes a source of mutations.
   *
   * @param originals what is mutated, at least one
   * @param seed fixes what comes
   */
  Mutations(List<MathSource> originals, long seed) {
    this.originals = List.copyOf(originals);
    this.originals.forEach(formula -> tokens.add(tokens(formula.tex())));
    this.commands = CommandTable.katex().commands().stream().map(Command::name).toList();
    this.random = new Random(seed);
  }

  /** Returns the next mutant. */
  MathSource next() {
    int origin = random.nextInt(originals.size());
    List<String> mutant = new ArrayList<>(tokens.get(origin));
    for (int changes = 1 + random.nextInt(3) / 2; changes > 0; changes--) {
      mutant = changed(mutant);
    }
    MathStyle style = originals.get(origin).style();
    if (random.nextInt(8) == 0) {
      style = style == MathStyle.INLINE ? MathStyle.DISPLAY : MathStyle.INLINE;
    }
    return new MathSource(String.join("", mutant), style);
  }

  private List<String> changed(List<String> mutant) {
    if (mutant.isEmpty()) {
      return List.of(token());
    }
    int at = random.nextInt(mutant.size());
    int other = random.nextInt(mutant.size());
    switch (random.nextInt(9)) {
      case 0 -> mutant.remove(at);
      case 1 -> mutant.add(at, mutant.get(at));
      case 2 -> mutant.set(at, mutant.set(other, mutant.get(at)));
      case 3 -> mutant.add(other, mutant.get(at));
      case 4 -> mutant.set(at, token());
      case 5, 6 -> mutant.add(at, token());
      case 7 -> mutant.subList(Math.min(at, other), Math.max(at, other)).clear();
      default -> {
        List<String> rest = tokens.get(random.nextInt(tokens.size()));
        mutant.subList(at, mutant.size()).clear();
        mutant.addAll(rest.subList(random.nextInt(rest.size() + 1), rest.size()));
      }
    }
    return mutant;
  }

  /** Returns syntax, any command or character of KaTeX, or a token of some formula. */
  private String token() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> SYNTAX.get(random.nextInt(SYNTAX.size()));
      case 2 -> {
        String name = commands.get(random.nextInt(commands.size()));
        yield random.nextBoolean() && name.length() > 1 ? name + " " : name;
      }
      default -> {
        List<String> some = tokens.get(random.nextInt(tokens.size()));
        yield some.isEmpty() ? "x" : some.get(random.nextInt(some.size()));
      }
    };
  }

  /** Cuts TeX into commands and characters. */
  private static List<String> tokens(String tex) {
    List<String> tokens = new ArrayList<>();
    for (int at = 0; at < tex.length(); ) {
      int end = at + 1;
      if (tex.charAt(at) == '\\' && end < tex.length()) {
        end++;
        if (Character.isLetter(tex.charAt(at + 1))) {
          while (end < tex.length() && Character.isLetter(tex.charAt(end))) {
            end++;
          }
        }
      }
      tokens.add(tex.substring(at, end));
      at = end;
    }
    return tokens;
  }
}
