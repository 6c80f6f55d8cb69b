package io.github.formulint.render.certifier;

import static io.github.formulint.render.certifier.CertifierTable.AS_ARGUMENT;
import static io.github.formulint.render.certifier.CertifierTable.IN_MATH;
import static io.github.formulint.render.certifier.CertifierTable.IN_OPERATOR;
import static io.github.formulint.render.certifier.CertifierTable.IN_STYLED_TEXT;
import static io.github.formulint.render.certifier.CertifierTable.IN_TEXT;
import static io.github.formulint.render.certifier.CertifierTable.IS_DELIMITER;
import static io.github.formulint.render.certifier.CertifierTable.OPEN_ENDED;
import static io.github.formulint.render.certifier.CertifierTable.STARRED;
import static io.github.formulint.render.certifier.CertifierTable.TAKES_LIMITS;
import static io.github.formulint.render.certifier.CertifierTable.has;
import static io.github.formulint.render.certifier.CertifierTable.kind;

/**
 * One pass over one formula, as KaTeX's own parser makes it; {@link MathJaxScan} says where MathJax
 * differs. Each method that reads something returns whether it is surely right; after false the
 * scan is over.
 */
class FormulaScan {

  /** Far longer formulas are not plain. */
  private static final int MAX_LENGTH = 8192;

  /** Deeper ones may be too deep for KaTeX. */
  private static final int MAX_DEPTH = 24;

  /** KaTeX gives up after 1000. */
  private static final int MAX_EXPANSIONS = 700;

  // What ends a formula or text.
  private static final int AT_END = 0;
  private static final int AT_BRACE = 1;
  private static final int AT_MACRO_BRACE = 2;
  private static final int AT_RIGHT = 3;
  private static final int AT_CELL_END = 4;
  private static final int AT_SINGLE_CELL_END = 5;
  private static final int AT_ROW_END = 6;
  private static final int AT_DOLLAR = 7;

  // What stands at the last atom, or must not follow it.
  static final int SUPERSCRIPT = 1;
  static final int SUBSCRIPT = 2;
  static final int LIMITS = 4;
  static final int NO_SCRIPTS = SUPERSCRIPT | SUBSCRIPT;

  final CertifierTable table;
  final String text;
  final boolean display;

  int end;
  int at;
  private int depth;
  private int expansions;
  private boolean tagged;

  /** What the table says of the environment around. */
  private int innermost;

  /** In how many arguments of commands this is. */
  private int arguments;

  /** How many names of operators are open. */
  private int names;

  /** Whether something is printed in the formula or text that was read last. */
  boolean filled;

  /** What stands at the last atom of the formula that was read last. */
  int lastAtom;

  // The command read last.
  private int command;
  private int commandStart;

  FormulaScan(CertifierTable table, String text, boolean display) {
    this.table = table;
    this.text = text;
    this.display = display;
    this.end = text.length();
  }

  boolean isCertain() {
    return end <= maxLength() && math(AT_END, false) && expansions <= MAX_EXPANSIONS;
  }

  // Where engines differ.

  /** Returns the length of the longest formula that may be plain. */
  int maxLength() {
    return MAX_LENGTH;
  }

  /** Returns what stands at the last atom behind a command that sets what follows. */
  int behindSwitch(int atom) {
    return 0;
  }

  /** Returns whether {@code \limits} may follow. */
  boolean mayHaveLimits(int atom) {
    return has(atom, LIMITS);
  }

  /** Returns whether a line may break outside of rows. */
  boolean mayBreakLine() {
    return !display;
  }

  /** Reads the radicand, if it is not behind brackets. */
  boolean radicand() {
    return group();
  }

  /** Returns whether a command that may print nothing has printed nothing. */
  boolean leavesNothing(int flags) {
    return has(flags, OPEN_ENDED) && text.charAt(at - 1) == '}';
  }

  /** Returns whether two characters that stand side by side may be one atom. */
  boolean joins(char before, char character) {
    return false;
  }

  /** Returns which scripts stand at what a command with arguments, read last, has printed. */
  int behindCall(int flags) {
    return 0;
  }

  /** Returns whether a command whose arguments were read last may be a script without braces. */
  boolean mayBeScript(int flags, int shape) {
    return true;
  }

  /** Returns whether what stands in brackets behind a command is no option of it. */
  boolean ignoresBrackets() {
    return true;
  }

  /** Returns whether a backslash before the end of a line is one before a space. */
  boolean mayBreakControlSpace() {
    return true;
  }

  /** Returns whether a comment may stand in text. */
  boolean mayCommentText() {
    return true;
  }

  /** Returns whether an environment may stand here, given what the table says of it. */
  boolean mayBegin(int flags) {
    return !has(flags, CertifierTable.DISPLAY_ONLY) || display;
  }

  /** Returns whether a tag may stand in a row of the innermost environment. */
  boolean mayTagRow(int environment) {
    return true;
  }

  /** Returns whether a tag may stand in the formula itself. */
  boolean mayTag() {
    return display;
  }

  /**
   * Reads a formula and what ends it; the ends of a cell and of a row are not read.
   *
   * @param operator whether it is the name of an operator, which is set in a font that lacks many
   *     symbols
   */
  private boolean math(int stop, boolean operator) {
    if (depth == MAX_DEPTH) {
      return false;
    }
    depth++;
    boolean certain = atoms(stop, operator);
    depth--;
    return certain;
  }

  private boolean atoms(int stop, boolean operator) {
    int atom = 0;
    boolean hasInfix = false;
    boolean isFilled = false;
    while (at < end) {
      char c = text.charAt(at);
      filled = isFilled;
      lastAtom = atom;
      boolean fills = true;
      switch (c) {
        case ' ', '\n', '\t', '\r' -> {
          at++;
          fills = false;
        }
        case '%' -> {
          if (!comment()) {
            return false;
          }
          fills = false;
        }
        case '}' -> {
          if (stop == AT_BRACE || stop == AT_MACRO_BRACE) {
            at++;
            return true;
          }
          return stop == AT_ROW_END;
        }
        case '&' -> {
          return stop == AT_CELL_END;
        }
        case '$' -> {
          at++;
          return stop == AT_DOLLAR;
        }
        case '{' -> {
          at++;
          if (!math(AT_BRACE, false)) {
            return false;
          }
          atom = 0;
        }
        case '^' -> {
          at++;
          if (has(atom, SUPERSCRIPT) || !script()) {
            return false;
          }
          atom |= SUPERSCRIPT;
        }
        case '_' -> {
          at++;
          if (has(atom, SUBSCRIPT) || !script()) {
            return false;
          }
          atom |= SUBSCRIPT;
        }
        case '\'' -> {
          if (has(atom, SUPERSCRIPT) || !primes()) {
            return false;
          }
          atom |= SUPERSCRIPT;
        }
        case '\\' -> {
          if (!command()) {
            return false;
          }
          int flags = table.flags(command);
          switch (kind(flags)) {
            case CertifierTable.SYMBOL -> {
              if (!has(flags, operator ? IN_OPERATOR : IN_MATH)) {
                return false;
              }
              atom = has(flags, TAKES_LIMITS) ? LIMITS : 0;
            }
            case CertifierTable.SWITCH -> {
              if (stop == AT_MACRO_BRACE || !arguments(table.shape(command), false)) {
                return false;
              }
              atom = behindSwitch(atom);
              fills = false;
            }
            case CertifierTable.INFIX -> {
              if (hasInfix || stop == AT_MACRO_BRACE) {
                return false;
              }
              hasInfix = true;
              atom = NO_SCRIPTS;
            }
            case CertifierTable.LEFT -> {
              if (!delimiter() || !math(AT_RIGHT, false)) {
                return false;
              }
              atom = 0;
            }
            case CertifierTable.RIGHT -> {
              return stop == AT_RIGHT && delimiter();
            }
            case CertifierTable.MIDDLE -> {
              if (stop != AT_RIGHT || !delimiter()) {
                return false;
              }
              atom = 0;
            }
            case CertifierTable.BEGIN -> {
              if (!environment()) {
                return false;
              }
              atom = 0;
            }
            case CertifierTable.END -> {
              at = commandStart;
              return stop == AT_CELL_END || stop == AT_SINGLE_CELL_END;
            }
            case CertifierTable.LIMITS -> {
              if (!mayHaveLimits(atom)) {
                return false;
              }
              fills = false;
            }
            case CertifierTable.NEWLINE -> {
              if (stop == AT_CELL_END || stop == AT_ROW_END) {
                at = commandStart;
                return true;
              }
              if (!mayBreakLine() || stop == AT_MACRO_BRACE || !has(flags, STARRED) || !rowGap()) {
                return false;
              }
              atom = NO_SCRIPTS;
            }
            case CertifierTable.TAG -> {
              boolean atTop = stop == AT_END && depth == 1;
              boolean inRow = stop == AT_CELL_END || stop == AT_SINGLE_CELL_END;
              boolean mayStand = atTop && mayTag() || inRow && display && mayTagRow(innermost);
              if (tagged || !mayStand || !tag()) {
                return false;
              }
              atom = behindSwitch(atom);
              fills = false;
            }
            default -> {
              boolean spliced = kind(flags) == CertifierTable.MACRO;
              if (operator && spliced || !call(flags)) {
                return false;
              }
              boolean open = leavesNothing(flags);
              int limits = has(flags, TAKES_LIMITS) ? LIMITS : 0;
              atom = open ? NO_SCRIPTS : behindCall(flags) | limits;
              fills = !open;
            }
          }
        }
        default -> {
          int flags = table.character(c);
          if (!has(flags, operator ? IN_OPERATOR : IN_MATH)) {
            return false;
          }
          expansions += CertifierTable.cost(flags);
          boolean isJoined = at > 0 && joins(text.charAt(at - 1), c);
          atom = isJoined ? atom : has(flags, TAKES_LIMITS) ? LIMITS : 0;
          at++;
        }
      }
      isFilled |= fills;
    }
    filled = isFilled;
    lastAtom = atom;
    return stop == AT_END;
  }

  /** Returns whether what is read is part of an argument. */
  final boolean isInArgument() {
    return arguments > 0;
  }

  /** Returns whether what is read is part of the name of an operator. */
  final boolean isInName() {
    return names > 0;
  }

  final boolean isAt(char c) {
    return at < end && text.charAt(at) == c;
  }

  final void spaces() {
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  private static boolean isWordLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= '@' && c <= 'Z';
  }

  /** Reads over a comment; KaTeX reports one that no line break ends. */
  boolean comment() {
    int lineEnd = text.indexOf('\n', at);
    if (lineEnd < 0 || lineEnd >= end) {
      return false;
    }
    at = lineEnd + 1;
    return true;
  }

  /** Reads the name of a command and the spaces that belong to it. */
  private boolean command() {
    commandStart = at;
    int i = at + 1;
    if (i >= end) {
      return false;
    }
    char c = text.charAt(i);
    int hash = CertifierTable.hash('\\', c);
    if (isWordLetter(c)) {
      i++;
      while (i < end && isWordLetter(text.charAt(i))) {
        hash = CertifierTable.hash(hash, text.charAt(i));
        i++;
      }
      command = table.find(text, at, i, hash);
      at = i;
      spaces();
    } else if (isSpace(c)) {
      command = table.controlSpace();
      at = afterControlSpace(i);
      if (c != ' ' && !mayBreakControlSpace()) {
        return false;
      }
    } else {
      command = table.find(text, at, i + 1, hash);
      at = i + 1;
    }
    if (command < 0) {
      return false;
    }
    expansions += CertifierTable.cost(table.flags(command));
    return true;
  }

  private int afterControlSpace(int from) {
    int i = from;
    while (i < end && isSpace(text.charAt(i)) && text.charAt(i) != '\n') {
      i++;
    }
    if (i < end && text.charAt(i) == '\n') {
      i++;
    }
    while (i < end && isSpace(text.charAt(i)) && text.charAt(i) != '\n') {
      i++;
    }
    return i;
  }

  private boolean script() {
    spaces();
    return group();
  }

  /** Reads primes and the superscript right behind them; any other is one too many. */
  private boolean primes() {
    while (isAt('\'')) {
      at++;
    }
    if (isAt('^')) {
      at++;
      return script();
    }
    return true;
  }

  /** Reads what may stand behind ^ without braces: a group, a symbol, some functions. */
  final boolean group() {
    if (at >= end) {
      return false;
    }
    char c = text.charAt(at);
    if (c == '{') {
      at++;
      return math(AT_BRACE, false);
    }
    if (c != '\\') {
      int flags = table.character(c);
      expansions += CertifierTable.cost(flags);
      at++;
      return has(flags, AS_ARGUMENT);
    }
    if (!command()) {
      return false;
    }
    int flags = table.flags(command);
    int shape = table.shape(command);
    return has(flags, AS_ARGUMENT)
        && (kind(flags) == CertifierTable.SYMBOL || call(flags) && mayBeScript(flags, shape));
  }

  /** Reads what belongs to a command that takes arguments. */
  private boolean call(int flags) {
    int shape = table.shape(command);
    return switch (kind(flags)) {
      case CertifierTable.FUNCTION ->
          has(flags, IN_MATH) && hasNoOddOption(shape) && arguments(shape, false);
      case CertifierTable.MACRO ->
          has(flags, IN_MATH) && hasNoOddOption(shape) && macroArguments(flags, shape);
      case CertifierTable.NO_OPTION -> {
        spaces();
        yield !isAt('[') && arguments(shape, false);
      }
      case CertifierTable.ROOT -> root();
      case CertifierTable.SIZED_DELIMITER -> sizedDelimiter();
      case CertifierTable.OPERATOR_NAME -> operatorName(flags);
      case CertifierTable.SUBSTACK -> substack();
      default -> false;
    };
  }

  /** Returns whether no brackets stand here that only some engine takes for an option. */
  private boolean hasNoOddOption(int shape) {
    if ((shape & 1) != 0 || ignoresBrackets()) {
      return true;
    }
    spaces();
    return !isAt('[');
  }

  /** Reads arguments; their types stand in a number, three bits each behind two flags. */
  private boolean arguments(int shape, boolean braced) {
    int types = shape >>> 1;
    if ((shape & 1) != 0) {
      spaces();
      if (isAt('[') && !option(types & 7)) {
        return false;
      }
      types >>>= 3;
    }
    for (; types != 0; types >>>= 3) {
      // KaTeX stumbles over an argument behind a length without braces.
      if (!argument(types & 7, braced || types > 7 && isSize(types & 7))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSize(int type) {
    return type == CertifierTable.SIZE || type == CertifierTable.MATH_SIZE;
  }

  private boolean macroArguments(int flags, int shape) {
    if (has(flags, STARRED)) {
      spaces();
      if (isAt('*')) {
        at++;
      }
    }
    return arguments(shape, true);
  }

  final boolean argument(int type, boolean braced) {
    if (type == CertifierTable.PRIMITIVE) {
      return group();
    }
    spaces();
    if (!isAt('{')) {
      filled = true;
      lastAtom = 0;
      return (!braced || type == CertifierTable.FORMULA) && single(type);
    }
    at++;
    return switch (type) {
      case CertifierTable.FORMULA -> {
        arguments++;
        boolean certain = math(braced ? AT_MACRO_BRACE : AT_BRACE, false);
        arguments--;
        yield certain;
      }
      case CertifierTable.TEXT -> text(false);
      case CertifierTable.STYLED_TEXT -> text(true);
      case CertifierTable.SIZE, CertifierTable.MATH_SIZE -> {
        spaces();
        boolean certain = size(type);
        spaces();
        at++;
        yield certain && at <= end && text.charAt(at - 1) == '}';
      }
      default -> color();
    };
  }

  /** Reads an argument of one token. */
  private boolean single(int type) {
    if (at >= end) {
      return false;
    }
    char c = text.charAt(at);
    switch (type) {
      case CertifierTable.SIZE, CertifierTable.MATH_SIZE -> {
        return size(type);
      }
      case CertifierTable.TEXT, CertifierTable.STYLED_TEXT -> {
        at++;
        return has(table.character(c), IN_STYLED_TEXT);
      }
      case CertifierTable.FORMULA -> {
        if (c == '\\') {
          return command()
              && kind(table.flags(command)) == CertifierTable.SYMBOL
              && has(table.flags(command), IN_MATH);
        }
        at++;
        expansions += CertifierTable.cost(table.character(c));
        return has(table.character(c), IN_MATH);
      }
      default -> {
        return false;
      }
    }
  }

  /** Reads an optional argument, which ends at the first bracket outside of braces. */
  final boolean option(int type) {
    int close = closingBracket();
    if (close < 0) {
      return false;
    }
    int outerEnd = end;
    end = close;
    at++;
    boolean certain = type == CertifierTable.SIZE ? size(type) : math(AT_END, false);
    certain &= at == end;
    end = outerEnd;
    at = close + 1;
    return certain;
  }

  private int closingBracket() {
    int braces = 0;
    for (int i = at + 1; i < end; i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '{' -> braces++;
        case '}' -> {
          if (--braces < 0) {
            return -1;
          }
        }
        case '[' -> {
          if (!ignoresBrackets()) {
            return -1;
          }
        }
        case '%' -> {
          return -1;
        }
        case ']' -> {
          if (braces == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  /** Reads a length such as {@code -1.5em}. */
  private boolean size(int type) {
    if (isAt('-') || isAt('+')) {
      at++;
    }
    int digits = digits();
    if (isAt('.')) {
      at++;
      digits += digits();
    }
    if (digits == 0 || digits > 6 || at + 2 > end) {
      return false;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    at += 2;
    return type == CertifierTable.MATH_SIZE
        ? first == 'm' && second == 'u'
        : table.isUnit(first, second);
  }

  private int digits() {
    int from = at;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  /** Reads the name of a color, or its three or six digits, and a closing brace. */
  private boolean color() {
    boolean hex = isAt('#');
    if (hex) {
      at++;
    }
    int from = at;
    while (at < end && (hex ? isHexDigit(text.charAt(at)) : isLetter(text.charAt(at)))) {
      at++;
    }
    int length = at - from;
    at++;
    return (hex ? length == 3 || length == 6 : length > 0)
        && at <= end
        && text.charAt(at - 1) == '}';
  }

  private static boolean isHexDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private boolean root() {
    spaces();
    if (!isAt('[')) {
      return radicand();
    }
    return option(CertifierTable.FORMULA) && argument(CertifierTable.FORMULA, false);
  }

  private boolean delimiter() {
    if (at >= end) {
      return false;
    }
    char c = text.charAt(at);
    if (c == '\\') {
      return command() && has(table.flags(command), IS_DELIMITER);
    }
    at++;
    return has(table.character(c), IS_DELIMITER);
  }

  private boolean sizedDelimiter() {
    if (!isAt('{')) {
      return delimiter();
    }
    at++;
    spaces();
    if (!delimiter()) {
      return false;
    }
    spaces();
    at++;
    return at <= end && text.charAt(at - 1) == '}';
  }

  private boolean operatorName(int flags) {
    spaces();
    if (has(flags, STARRED) && isAt('*')) {
      at++;
      spaces();
    }
    if (!isAt('{')) {
      return false;
    }
    at++;
    arguments++;
    names++;
    boolean certain = math(AT_BRACE, true);
    names--;
    arguments--;
    return certain;
  }

  private boolean substack() {
    spaces();
    if (!isAt('{')) {
      return false;
    }
    at++;
    while (math(AT_ROW_END, false)) {
      if (isAt('}')) {
        at++;
        return true;
      }
      if (!rowBreak()) {
        return false;
      }
    }
    return false;
  }

  /** Reads a line break between rows and the length that it may name. */
  private boolean rowBreak() {
    return command()
        && kind(table.flags(command)) == CertifierTable.NEWLINE
        && (!has(table.flags(command), STARRED) || rowGap());
  }

  /** Reads the length that may stand right behind a line break. */
  private boolean rowGap() {
    if (!isAt('[')) {
      return true;
    }
    at++;
    spaces();
    boolean certain = size(CertifierTable.SIZE);
    spaces();
    at++;
    return certain && at <= end && text.charAt(at - 1) == ']';
  }

  private boolean tag() {
    tagged = true;
    spaces();
    if (isAt('*')) {
      at++;
      spaces();
    }
    if (!isAt('{')) {
      return false;
    }
    at++;
    return text(false);
  }

  private boolean environment() {
    if (!isAt('{')) {
      return false;
    }
    int nameStart = at;
    int hash = '{';
    for (at++; at < end && text.charAt(at) != '}'; at++) {
      hash = CertifierTable.hash(hash, text.charAt(at));
    }
    int nameEnd = at;
    int found = table.find(text, nameStart, nameEnd, hash);
    if (found < 0 || at >= end) {
      return false;
    }
    at++;
    int flags = table.flags(found);
    if (!mayBegin(flags)) {
      return false;
    }
    int columns = columns(table.shape(found));
    if (has(flags, CertifierTable.OPTION)) {
      spaces();
    }
    int outer = innermost;
    innermost = flags;
    if (columns == 0 || has(flags, CertifierTable.OPTION) && isAt('[')) {
      return false;
    }
    boolean certain = rows(columns, has(flags, CertifierTable.SINGLE_ROW));
    innermost = outer;
    return certain
        && command()
        && kind(table.flags(command)) == CertifierTable.END
        && text.regionMatches(at, text, nameStart, nameEnd + 1 - nameStart)
        && (at += nameEnd + 1 - nameStart) <= end;
  }

  /** Reads what stands before the body; returns how many columns there may be, or 0. */
  private int columns(int shape) {
    int preamble = shape & 7;
    int most = shape >>> 3;
    if (preamble == CertifierTable.NO_PREAMBLE) {
      return most;
    }
    spaces();
    if (!isAt('{')) {
      return 0;
    }
    at++;
    int from = at;
    int counted = 0;
    int number = 0;
    for (; at < end && text.charAt(at) != '}'; at++) {
      char c = text.charAt(at);
      if (preamble == CertifierTable.NUMBER) {
        if (c < '0' || c > '9') {
          return 0;
        }
        number = Math.min(10 * number + c - '0', CertifierTable.ANY_COLUMNS / 2);
      } else if (c == 'c'
          || c == 'l'
          || (c == 'r' || c == '|') && preamble == CertifierTable.COLUMNS) {
        counted++;
      } else if (c != ' ') {
        return 0;
      }
    }
    at++;
    return switch (preamble) {
      case CertifierTable.NUMBER -> at - from > 4 ? 0 : 2 * number;
      case CertifierTable.ONE_COLUMN -> counted == 1 ? 1 : 0;
      default -> counted;
    };
  }

  /** Reads rows up to the end of their environment. */
  private boolean rows(int columns, boolean single) {
    lines();
    int column = 1;
    while (math(single ? AT_SINGLE_CELL_END : AT_CELL_END, false)) {
      if (isAt('&')) {
        at++;
        column++;
        if (column > columns && columns < CertifierTable.ANY_COLUMNS) {
          return false;
        }
      } else if (text.startsWith("\\end{", at) || text.startsWith("\\end {", at)) {
        return true;
      } else if (rowBreak()) {
        column = 1;
        lines();
      } else {
        return false;
      }
    }
    return false;
  }

  /** Reads the lines that may stand between rows. */
  private void lines() {
    spaces();
    while (isAt('\\')) {
      int start = at;
      int expanded = expansions;
      if (!command() || kind(table.flags(command)) != CertifierTable.LINE) {
        at = start;
        expansions = expanded;
        return;
      }
    }
  }

  /**
   * Reads text and the brace that ends it.
   *
   * @param styled whether it is set in a font that lacks many symbols
   */
  private boolean text(boolean styled) {
    if (depth == MAX_DEPTH) {
      return false;
    }
    depth++;
    boolean certain = letters(styled);
    depth--;
    return certain;
  }

  private boolean letters(boolean styled) {
    int needed = styled ? IN_STYLED_TEXT : IN_TEXT;
    char before = 0;
    boolean isFilled = false;
    while (at < end) {
      char c = text.charAt(at);
      switch (c) {
        case ' ', '\n', '\t', '\r' -> at++;
        case '}' -> {
          at++;
          filled = isFilled;
          lastAtom = 0;
          return true;
        }
        case '{' -> {
          at++;
          if (!text(styled)) {
            return false;
          }
        }
        case '%' -> {
          if (styled || !mayCommentText() || !comment()) {
            return false;
          }
        }
        case '$' -> {
          at++;
          if (styled || !math(AT_DOLLAR, false)) {
            return false;
          }
        }
        case '\\' -> {
          if (!command() || !textCommand(styled, needed)) {
            return false;
          }
        }
        default -> {
          int flags = table.character(c);
          boolean ligature = styled && c == before && (c == '-' || c == '\'' || c == '`');
          if (ligature || !has(flags, needed) && !table.isForeignLetter(c)) {
            return false;
          }
          expansions += CertifierTable.cost(flags);
          at++;
        }
      }
      before = c;
      isFilled |= !isSpace(c) && c != '%' && c != '{';
    }
    return false;
  }

  private boolean textCommand(boolean styled, int needed) {
    int flags = table.flags(command);
    return switch (kind(flags)) {
      case CertifierTable.SYMBOL -> has(flags, needed);
      case CertifierTable.FUNCTION ->
          !styled && has(flags, IN_TEXT) && arguments(table.shape(command), false);
      case CertifierTable.MACRO ->
          !styled && has(flags, IN_TEXT) && macroArguments(flags, table.shape(command));
      default -> false;
    };
  }
}
