package io.github.formulint.markdown.universal.mark;

import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.Tokenizer;

/**
 * Whether a dollar that pairs with no other is one of a formula whose other mark was forgotten,
 * also where no braces or fractions stand beside it. It looks at the signs next to the dollar up to
 * the first word. Prices and the names of variables are no formulas, so letters with signs between
 * them count only where the text around speaks of mathematics.
 */
public final class StrayDollar {

  /** How much text beside the dollar is looked at. */
  private static final int REACH = 120;

  private static final CommandTable COMMANDS = CommandTable.katex();

  private StrayDollar() {}

  /** What a stretch of signs holds. */
  record Signs(int commands, int scripts, int operators, int length) {}

  /**
   * Returns whether a formula begins behind a dollar.
   *
   * @param text the text of a block
   * @param from offset behind the dollar
   * @param limit up to where the formula may go
   * @param speaksOfMath whether the text around is about formulas
   */
  public static boolean opens(String text, int from, int limit, boolean speaksOfMath) {
    int end = Math.min(Math.min(limit, text.length()), from + REACH);
    if (from >= end || !maySet(text.charAt(from)) || isName(text, from, end)) {
      return false;
    }
    Signs signs = signs(text, from, end);
    if (text.charAt(from) == '\\' && signs.commands() == 0) {
      return false;
    }
    if (signs.commands() > 0) {
      return true;
    }
    boolean isAmount = Character.isDigit(text.charAt(from));
    return speaksOfMath
        && !isAmount
        && (signs.scripts() > 0 || signs.operators() > 0)
        && !looksLikeCode(text, from, end);
  }

  /**
   * Returns whether a formula ends before a dollar: a command stands there, outside other formulas.
   *
   * @param text the text of a document
   * @param start where the text begins that belongs to no formula
   * @param dollar offset of the dollar
   */
  public static boolean closes(String text, int start, int dollar) {
    int from = Math.max(start, dollar - REACH);
    if (dollar <= from || Character.isWhitespace(text.charAt(dollar - 1))) {
      return false;
    }
    for (int i = dollar - 1; i >= from; i--) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '$' || c == '`' || c == '|') {
        return false;
      }
      if (c == '\\') {
        Signs signs = signs(text, i, dollar);
        boolean isPath = i > 0 && isPathSign(text.charAt(i - 1));
        if (isPath || signs.commands() == 0 || signs.length() < dollar - i) {
          return false;
        }
        return true;
      }
    }
    return false;
  }

  private static boolean isPathSign(char c) {
    return Character.isLetter(c) || c == '\\' || c == '/' || c == ':';
  }

  private static boolean maySet(char c) {
    return Character.isLetterOrDigit(c) && !MathLook.isIdeograph(c) || "\\([{|-".indexOf(c) >= 0;
  }

  /** The name of a variable has two or more letters, or an underscore and more than one sign. */
  private static boolean isName(String text, int from, int end) {
    int name = from;
    while (name < end && isNameSign(text.charAt(name))) {
      name++;
    }
    int letters = from;
    while (letters < name && Character.isLetter(text.charAt(letters))) {
      letters++;
    }
    boolean script = letters == from + 1 && name == from + 3 && text.charAt(from + 1) == '_';
    boolean braced = letters == from + 1 && name == from + 2 && text.charAt(from + 1) == '_';
    return name - from > 1 && letters > from && !script && !braced;
  }

  private static boolean isNameSign(char c) {
    return c < 128 && Character.isLetterOrDigit(c) || c == '_';
  }

  /** Reads signs of formulas from an offset on, up to the first word. */
  private static Signs signs(String text, int from, int end) {
    int commands = 0;
    int scripts = 0;
    int operators = 0;
    int depth = 0;
    int at = from;
    int last = from;
    boolean operand = false;
    boolean operator = false;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\\') {
        int stop = at + 1;
        while (stop < end && Tokenizer.isNameCharacter(text.charAt(stop))) {
          stop++;
        }
        String name = text.substring(at + 1, stop);
        if (name.isEmpty()) {
          stop = Math.min(end, at + 2);
        } else if (COMMANDS.find("\\" + name).isEmpty() && COMMANDS.find(name).isEmpty()) {
          break;
        } else {
          commands++;
        }
        at = stop;
        if (MathLook.takesText(name)) {
          at = behindGroup(text, at, end);
        }
        last = at;
        operand = true;
        continue;
      }
      if (isAsciiLetter(c)) {
        int stop = at;
        while (stop < end && isAsciiLetter(text.charAt(stop))) {
          stop++;
        }
        if (stop - at > 1 && depth == 0) {
          break;
        }
        operators += operator ? 1 : 0;
        operator = false;
        operand = true;
        at = stop;
        last = at;
        continue;
      }
      if (c == '{' || c == '(' || c == '[') {
        depth++;
      } else if (c == '}' || c == ')' || c == ']') {
        depth--;
        operand = true;
      } else if (c == '^' || c == '_') {
        scripts += operand && at + 1 < end && !Character.isWhitespace(text.charAt(at + 1)) ? 1 : 0;
      } else if (Character.isDigit(c)) {
        operators += operator ? 1 : 0;
        operator = false;
        operand = true;
      } else if ("=+-<>*/≤≥×∈".indexOf(c) >= 0) {
        operator = operand;
      } else if (" \t,.|:;'!&~".indexOf(c) < 0) {
        break;
      }
      at++;
      last = c == ' ' ? last : at;
    }
    return new Signs(commands, scripts, operators, Math.max(last, at) - from);
  }

  private static int behindGroup(String text, int from, int end) {
    if (from >= end || text.charAt(from) != '{') {
      return from;
    }
    int close = text.indexOf('}', from);
    return close < 0 || close >= end ? from : close + 1;
  }

  private static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean looksLikeCode(String text, int from, int end) {
    for (int i = from; i < end && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      char next = i + 1 < end ? text.charAt(i + 1) : ' ';
      if (c == ';' || c == '"' || c == '`' || c == '-' && next == '>' || c == '=' && next == '=') {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether words before a dollar speak of mathematics: {@code Let}, {@code where}, 设.
   *
   * @param text the text of a document
   * @param dollar offset of the dollar
   */
  public static boolean isIntroduced(String text, int dollar) {
    int end = dollar;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (end == 0) {
      return false;
    }
    char last = text.charAt(end - 1);
    if ("设設令若则則对對当當即为為取由".indexOf(last) >= 0) {
      return true;
    }
    int start = end;
    while (start > 0 && end - start < 12 && isAsciiLetter(text.charAt(start - 1))) {
      start--;
    }
    return switch (text.substring(start, end)) {
      case "Let",
          "let",
          "where",
          "Where",
          "Suppose",
          "suppose",
          "Assume",
          "assume",
          "denote",
          "Denote",
          "Consider",
          "satisfies",
          "satisfy",
          "whenever" ->
          end < dollar;
      default -> false;
    };
  }
}
