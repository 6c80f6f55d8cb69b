package io.github.formulint.render.jlatexmath;

import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns away formulas that would keep JLaTeXMath busy for ever or fill the memory. Each bound is
 * far beyond what a document holds, and far below what does harm. It looks at the formula after
 * macros are expanded. Stateless.
 */
final class Screening {

  /** The parser's work grows with the square of the length: this much takes a second or so. */
  private static final int MAX_CHARACTERS = 100_000;

  /** A delimiter is built of pieces of about 1 em: the number of pieces is the work. */
  private static final double MAX_EM = 2_000;

  /** A column that is spanned or repeated is an object, and each row has them all. */
  private static final int MAX_COLUMNS = 200;

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{0,9}");
  private static final Pattern REPETITION = Pattern.compile("\\*\\s*\\{?\\s*(\\d+)");
  private static final Pattern JLATEXMATH_LENGTH =
      Pattern.compile("\\s*[-+]?([\\d.]*)\\s*(\\w*)\\s*");

  /** How many lengths stand first among the arguments of a command. */
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("\\rule", 2),
          Map.entry("\\hspace", 1),
          Map.entry("\\vspace", 1),
          Map.entry("\\kern", 1),
          Map.entry("\\mkern", 1),
          Map.entry("\\hskip", 1),
          Map.entry("\\mskip", 1),
          Map.entry("\\raisebox", 1),
          Map.entry("\\above", 1),
          Map.entry("\\abovewithdelims", 1),
          Map.entry("\\genfrac", 3),
          Map.entry("\\\\", 0));

  private final List<Token> tokens;
  private final NestingBounds nesting;
  private double lengths;
  private double scale = 1;

  private Screening(List<Token> tokens, ToIntFunction<String> argumentCount) {
    this.tokens = tokens;
    nesting = new NestingBounds(argumentCount);
  }

  /**
   * Checks that a formula is within bounds.
   *
   * @param tokens its tokens, macros expanded
   * @param argumentCount how many arguments in braces a command takes
   * @throws RefusalException if it is not
   */
  static void check(List<Token> tokens, ToIntFunction<String> argumentCount)
      throws RefusalException {
    new Screening(tokens, argumentCount).run();
  }

  private void run() throws RefusalException {
    int characters = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      characters += token.text().length();
      nesting.add(token);
      if (token.isCommand()) {
        command(token, i);
      }
    }
    if (characters > MAX_CHARACTERS) {
      throw RefusalException.tooLong("it has more than " + MAX_CHARACTERS + " characters");
    }
    if (lengths * scale > MAX_EM) {
      throw RefusalException.tooLong("its lengths add up to more than " + (int) MAX_EM + " em");
    }
  }

  private void command(Token token, int index) throws RefusalException {
    Integer count = LENGTHS.get(token.text());
    if (count != null) {
      readLengths(index + 1, count);
      return;
    }
    switch (token.text()) {
      case "\\scalebox" -> scale(token, index + 1);
      case "\\rotatebox" -> angle(token, index + 1);
      case "\\multicolumn", "\\hdotsfor" -> columns(token, index + 1);
      case "\\begin" -> repetitions(token, index + 1);
      // What it holds may be as small as can be, so no bound on the length helps.
      case "\\resizebox" -> throw RefusalException.tooLong("\\resizebox may scale without bound");
      default -> {}
    }
  }

  /** Adds up the lengths in brackets and in the first arguments, or one without braces. */
  private void readLengths(int from, int count) {
    int i = from;
    int left = count;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      if (token.isBlank()) {
        i++;
      } else if (token.text().equals("[")) {
        int end = closing(i, "]");
        add(text(i + 1, end));
        i = end + 1;
      } else if (left > 0 && token.kind() == Token.Kind.BEGIN_GROUP) {
        int end = closing(i, "}");
        add(text(i + 1, end));
        i = end + 1;
        left--;
      } else {
        if (left > 0) {
          add(text(i, Math.min(i + 20, tokens.size())));
        }
        return;
      }
    }
  }

  private void add(String text) {
    Matcher matcher = JLATEXMATH_LENGTH.matcher(text);
    if (!matcher.lookingAt() || matcher.group(1).isEmpty()) {
      return;
    }
    String unit =
        matcher.group(2).length() > 2 ? matcher.group(2).substring(0, 2) : matcher.group(2);
    double number = number(matcher.group(1));
    lengths += Length.parse("1" + unit).map(one -> one.em() * number).orElse(number / 10);
    if (matcher.group(2).startsWith("pi")) {
      lengths += number * 1.2;
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void scale(Token token, int from) throws RefusalException {
    int end = from < tokens.size() ? closing(from, "}") : from;
    for (String part : text(from, Math.min(end + 12, tokens.size())).split("[\\[\\]{}]")) {
      double factor = factor(part);
      if (Double.isNaN(factor) || Math.abs(factor) > MAX_EM) {
        throw RefusalException.tooLong(token.text() + " scales too much");
      }
      scale *= Math.max(1, Math.abs(factor));
      lengths += Math.max(0, Math.abs(factor) - 1);
    }
  }

  private static void angleInBounds(Token token, double angle) throws RefusalException {
    if (Double.isNaN(angle) || Math.abs(angle) > 1_000_000) {
      throw RefusalException.tooLong(token.text() + " turns too far");
    }
  }

  private void angle(Token token, int from) throws RefusalException {
    int end = from < tokens.size() ? closing(from, "}") : from;
    for (String part : text(from, end).split("[\\[\\]{}]")) {
      angleInBounds(token, factor(part));
    }
  }

  /** Returns the number that a text says, NaN if that is none for us, or 0 if it says none. */
  private static double factor(String text) {
    String number = text.strip();
    if (number.isEmpty() || !number.matches("[-+\\w.]+")) {
      return 0;
    }
    try {
      double factor = Double.parseDouble(number);
      return Double.isInfinite(factor) ? Double.NaN : factor;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void columns(Token token, int from) throws RefusalException {
    int i = from;
    while (i < tokens.size() && tokens.get(i).isBlank()) {
      i++;
    }
    if (i < tokens.size() && tokens.get(i).text().equals("[")) {
      i = closing(i, "]") + 1;
    }
    if (i >= tokens.size()) {
      return;
    }
    int end = closing(i, "}");
    boolean isGroup = tokens.get(i).kind() == Token.Kind.BEGIN_GROUP;
    String text = isGroup ? text(i + 1, end) : tokens.get(i).text();
    String number = text.strip();
    boolean isSmall =
        NUMBER.matcher(number).matches()
            && !number.isEmpty()
            && number(number) <= MAX_COLUMNS
            && number(number) >= 1;
    if (!isSmall && number.matches("[-+]?\\d+")) {
      throw RefusalException.tooLong(token.text() + " spans too many columns");
    }
    repetitions(token, i);
  }

  /** Looks at *{n}{…} in the columns of an array, which may hold another. */
  private void repetitions(Token token, int from) throws RefusalException {
    int end = from;
    for (int groups = 0; groups < 3 && end < tokens.size(); groups++) {
      end = closing(end, "}") + 1;
    }
    Matcher matcher = REPETITION.matcher(text(from, Math.min(end, tokens.size())));
    double columns = 1;
    while (matcher.find()) {
      columns *= Math.max(1, number(matcher.group(1)));
      if (columns > MAX_COLUMNS) {
        throw RefusalException.tooLong(token.text() + " has too many columns");
      }
    }
  }

  /** Returns the index of what closes the group or the brackets, or that of the last token. */
  private int closing(int from, String close) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.BEGIN_GROUP) {
        depth++;
      } else if (token.kind() == Token.Kind.END_GROUP) {
        depth--;
      }
      if (depth <= 0 && token.text().equals(close)) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  private String text(int from, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < end; i++) {
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }
}
