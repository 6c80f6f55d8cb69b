package io.github.formulint.render.jlatexmath;

import io.github.formulint.tex.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The part of {@link Screening} that looks at what stands in what. It is handed the tokens of one
 * formula one by one.
 */
final class NestingBounds {

  /** JLaTeXMath recurses for each level; a stack of 16 MB holds many more. */
  private static final int MAX_DEPTH = 500;

  /** Commands that take each other for arguments are read anew at each level. */
  private static final int MAX_BARE_DEPTH = 30;

  /**
   * What is read or laid out twice by what it stands in: n levels take 2 to the n. So are the
   * arguments of some commands, and the content of delimiters with a middle one.
   */
  private static final int MAX_DOUBLINGS = 8;

  /**
   * Delimiters reach as far below the axis as above it, so those around a fraction with delimiters
   * in its numerator are twice as large as these: n levels take 2 to the n pieces.
   */
  private static final int MAX_FENCES = 14;

  /** Each degree sign is a script of all before it, which is laid out anew. */
  private static final int MAX_DEGREES = 100;

  /** Commands that read or lay out their arguments twice. */
  private static final Set<String> DOUBLING =
      Set.of("\\sideset", "\\prescript", "\\undertilde", "\\utilde");

  /** Commands that move what they hold off the axis. */
  private static final Set<String> SHIFTS =
      Set.of(
          "\\frac",
          "\\dfrac",
          "\\tfrac",
          "\\cfrac",
          "\\sfrac",
          "\\over",
          "\\atop",
          "\\above",
          "\\overset",
          "\\underset",
          "\\stackrel",
          "\\raisebox",
          "\\rule",
          "\\overbrace",
          "\\underbrace",
          "\\xrightarrow",
          "\\xleftarrow",
          "\\limits",
          "\\substack",
          "\\sqrt");

  private final ToIntFunction<String> argumentCount;
  private final Deque<Level> levels = new ArrayDeque<>();

  /** How many of the next groups stand between delimiters. */
  private int fencedGroups;

  /** How many of the next groups are laid out twice. */
  private int doubledGroups;

  /** Whether the command before reads its argument twice, and so far none but braces bound it. */
  private boolean isAfterDoubling;

  private int bareDoublings;
  private int bareDepth;
  private int degrees;

  /**
   * Makes the bounds of one formula.
   *
   * @param argumentCount how many arguments in braces a command takes
   */
  NestingBounds(ToIntFunction<String> argumentCount) {
    this.argumentCount = argumentCount;
  }

  /**
   * Takes the next token.
   *
   * @throws RefusalException if the formula goes beyond a bound with it
   */
  void add(Token token) throws RefusalException {
    switch (token.kind()) {
      case BEGIN_GROUP -> openGroup();
      case END_GROUP -> close();
      case SUPERSCRIPT, SUBSCRIPT -> shift();
      case CONTROL_WORD -> command(token.text());
      default -> {}
    }
    if (!token.isBlank()) {
      if (isAfterDoubling && token.kind() != Token.Kind.BEGIN_GROUP) {
        bareDoublings++;
      }
      isAfterDoubling = DOUBLING.contains(token.text());
    }
    if (bareDoublings > MAX_DOUBLINGS) {
      throw RefusalException.tooLong("it would be laid out again and again");
    }
    boolean takesArguments =
        token.kind() == Token.Kind.CONTROL_WORD && argumentCount.applyAsInt(token.text()) > 0;
    if (takesArguments) {
      bareDepth++;
    } else if (!token.isBlank()) {
      bareDepth = 0;
    }
    if (levels.size() > MAX_DEPTH || bareDepth > MAX_BARE_DEPTH) {
      throw RefusalException.at(token, "is nested too deeply");
    }
    degrees = token.text().equals("\u00B0") ? degrees + 1 : 0;
    if (degrees > MAX_DEGREES) {
      throw RefusalException.tooLong("it repeats \u00B0 too often");
    }
  }

  private void openGroup() {
    Level level = new Level();
    if (fencedGroups > 0) {
      fencedGroups--;
      level.isFence = true;
      level.isShifted = true;
    }
    if (doubledGroups > 0) {
      doubledGroups--;
      level.isDoubled = true;
    }
    levels.push(level);
  }

  private void command(String name) throws RefusalException {
    switch (name) {
      case "\\left" -> {
        Level level = new Level();
        level.isFence = true;
        levels.push(level);
      }
      case "\\right" -> close();
      case "\\middle" -> {
        if (!levels.isEmpty()) {
          levels.peek().isDoubled = true;
        }
      }
      case "\\choose", "\\brace", "\\brack", "\\bangle" -> {
        shift();
        if (!levels.isEmpty()) {
          levels.peek().isFence = true;
        }
      }
      case "\\binom", "\\dbinom", "\\tbinom" -> fencedGroups = 2;
      case "\\genfrac" -> fencedGroups = 6;
      default -> {
        if (DOUBLING.contains(name)) {
          doubledGroups = argumentCount.applyAsInt(name);
        }
        if (SHIFTS.contains(name)) {
          shift();
        }
      }
    }
  }

  private void shift() {
    if (!levels.isEmpty()) {
      levels.peek().isShifted = true;
    }
  }

  private void close() throws RefusalException {
    if (levels.isEmpty()) {
      return;
    }
    Level closed = levels.pop();
    int fences = closed.fences + (closed.isFence && closed.isShifted ? 1 : 0);
    int doublings = closed.doublings + (closed.isDoubled ? 1 : 0);
    if (fences > MAX_FENCES) {
      throw RefusalException.tooLong("its delimiters grow too large");
    }
    if (doublings > MAX_DOUBLINGS) {
      throw RefusalException.tooLong("it would be laid out again and again");
    }
    if (!levels.isEmpty()) {
      Level outer = levels.peek();
      outer.fences = Math.max(outer.fences, fences);
      outer.doublings = Math.max(outer.doublings, doublings);
      outer.isShifted |= closed.isShifted;
    }
  }

  /** A group or a pair of delimiters that is open, and what was found in it so far. */
  private static final class Level {
    private boolean isFence;
    private boolean isShifted;
    private boolean isDoubled;

    /** How many fences that grow stand in each other, at most. */
    private int fences;

    /** How many levels that are laid out twice stand in each other, at most. */
    private int doublings;
  }
}
