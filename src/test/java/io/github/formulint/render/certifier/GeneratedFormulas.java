package io.github.formulint.render.certifier;

import io.github.formulint.tex.ArgumentType;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.Command.Trait;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.Environment;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Mode;
import java.util.List;
import java.util.Random;

/**
 * Formulas made of all commands and environments of KaTeX's tables, each with its arguments, with
 * and without braces, well-formed or nearly so: the same for the same seed.
 */
final class GeneratedFormulas {

  private static final List<Command> COMMANDS = CommandTable.katex().commands();
  private static final List<Environment> ENVIRONMENTS = CommandTable.katex().environments();
  private static final List<Command> DELIMITERS =
      COMMANDS.stream().filter(command -> command.has(Trait.DELIMITER)).toList();

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  GeneratedFormulas(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the next formula. */
  MathSource next() {
    out.setLength(0);
    formula(4, Mode.MATH);
    return new MathSource(
        out.toString(), random.nextBoolean() ? MathStyle.DISPLAY : MathStyle.INLINE);
  }

  private void formula(int depth, Mode mode) {
    for (int atoms = random.nextInt(4); atoms >= 0; atoms--) {
      atom(depth, mode);
    }
  }

  private void atom(int depth, Mode mode) {
    int choice = random.nextInt(depth <= 0 ? 6 : 20);
    switch (choice) {
      case 0, 1, 2 -> out.append("xy1+=,'中|-".charAt(random.nextInt(10)));
      case 3, 4 -> symbol();
      case 5 -> out.append(random.nextBoolean() ? " " : "\\,");
      case 6, 7 -> script(depth);
      case 8 -> group(depth - 1, mode);
      case 9, 10 -> delimited(depth - 1);
      case 11, 12 -> environment(depth - 1);
      case 13 -> {
        out.append("\\text{");
        formula(depth - 1, Mode.TEXT);
        out.append('}');
      }
      case 14 -> {
        out.append(mode == Mode.TEXT ? "$" : "");
        formula(depth - 1, Mode.MATH);
        out.append(mode == Mode.TEXT ? "$" : "");
      }
      default -> call(COMMANDS.get(random.nextInt(COMMANDS.size())), depth - 1, mode);
    }
  }

  private void symbol() {
    Command command = COMMANDS.get(random.nextInt(COMMANDS.size()));
    out.append(command.name()).append(random.nextInt(4) == 0 ? "" : " ");
  }

  private void script(int depth) {
    out.append("^_".charAt(random.nextInt(2)));
    atom(depth - 1, Mode.MATH);
  }

  private void group(int depth, Mode mode) {
    out.append('{');
    formula(depth, mode);
    out.append('}');
  }

  private void delimited(int depth) {
    out.append("\\left").append(delimiter());
    formula(depth, Mode.MATH);
    if (random.nextInt(4) == 0) {
      out.append("\\middle").append(delimiter());
    }
    formula(depth, Mode.MATH);
    out.append("\\right").append(delimiter());
  }

  private String delimiter() {
    return random.nextBoolean()
        ? "|"
        : DELIMITERS.get(random.nextInt(DELIMITERS.size())).name() + " ";
  }

  private void environment(int depth) {
    Environment environment = ENVIRONMENTS.get(random.nextInt(ENVIRONMENTS.size()));
    out.append("\\begin{").append(environment.name()).append('}');
    if (!environment.arguments().isEmpty()) {
      out.append(environment.name().contains("at") ? "{1}" : random.nextBoolean() ? "{c}" : "{cc}");
    }
    for (int cells = random.nextInt(5); cells >= 0; cells--) {
      formula(depth, Mode.MATH);
      out.append(List.of("", "&", "\\\\", "\\\\\\hline ", "\\\\[1em]").get(random.nextInt(5)));
    }
    out.append("\\end{").append(environment.name()).append('}');
  }

  private void call(Command command, int depth, Mode mode) {
    out.append(command.name());
    if (Character.isLetter(command.name().charAt(command.name().length() - 1))) {
      out.append(' ');
    }
    if (!command.optionalArguments().isEmpty() && random.nextInt(3) == 0) {
      out.append('[');
      argument(command.optionalArguments().get(0), depth, mode);
      out.append(']');
    }
    for (ArgumentType type : command.arguments()) {
      boolean braces = random.nextInt(5) != 0;
      out.append(braces ? "{" : "");
      argument(type, braces ? depth : 0, mode);
      out.append(braces ? "}" : "");
    }
    if (command.has(Trait.TAKES_LIMITS) && random.nextInt(3) == 0) {
      out.append("\\limits");
    }
  }

  private void argument(ArgumentType type, int depth, Mode mode) {
    switch (type) {
      case SIZE -> out.append(random.nextInt(5) == 0 ? "1mu" : "1em");
      case COLOR -> out.append(random.nextInt(5) == 0 ? "#f00" : "red");
      default -> {
        if (random.nextInt(3) == 0) {
          out.append(type.mode(mode) == Mode.TEXT ? "中" : "x");
        } else if (depth <= 0) {
          atom(0, type.mode(mode));
        } else {
          formula(depth, type.mode(mode));
        }
      }
    }
  }
}
