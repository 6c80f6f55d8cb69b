package io.github.formulint.render.jlatexmath.translation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length as KaTeX reads it (KaTeX 0.18, {@code Parser.parseSizeGroup}). Immutable.
 *
 * @param number how many units; may be negative
 * @param unit one of KaTeX's units, such as {@code em}
 */
public record Length(double number, String unit) {

  private static final Pattern LENGTH =
      Pattern.compile("([-+]?) *(\\d+(?:\\.\\d*)?|\\.\\d+) *([a-z]{2})");

  /** KaTeX's units in em, at 10 pt to the em. */
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("em", 1.0),
          Map.entry("ex", 0.431),
          Map.entry("mu", 1.0 / 18),
          Map.entry("pt", 0.1),
          Map.entry("bp", 0.100375),
          Map.entry("px", 0.100375),
          Map.entry("mm", 0.28453),
          Map.entry("cm", 2.8453),
          Map.entry("in", 7.227),
          Map.entry("pc", 1.2),
          Map.entry("dd", 0.107),
          Map.entry("cc", 1.284),
          Map.entry("nd", 0.1067),
          Map.entry("nc", 1.2804),
          Map.entry("sp", 0.1 / 65536));

  /**
   * Returns the length that a text says, or nothing if it says none.
   *
   * @param text such as {@code 1.5 em}
   */
  public static Optional<Length> parse(String text) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.find() || !UNITS.containsKey(matcher.group(3))) {
      return Optional.empty();
    }
    double number = Double.parseDouble(matcher.group(2));
    return Optional.of(
        new Length(matcher.group(1).equals("-") ? -number : number, matcher.group(3)));
  }

  /** Returns the length in em. */
  public double em() {
    return number * UNITS.get(unit);
  }

  /** Returns the length in JLaTeXMath's TeX. It lacks some units, and mistakes {@code sp}. */
  String tex() {
    return switch (unit) {
      case "nd", "nc", "sp" -> format(em() * 10, "pt");
      default -> format(number, unit);
    };
  }

  /** Returns a length in JLaTeXMath's TeX. */
  static String format(double number, String unit) {
    return String.format(Locale.ROOT, "%.4f", number) + unit;
  }
}
