package io.github.formulint.render.jlatexmath;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Colours as KaTeX takes them: a number, or any name at all, since browsers ignore those they do
 * not know.
 */
final class Colors {

  /** The colours of HTML 4 that JLaTeXMath lacks or has another of. */
  private static final Map<String, String> HTML =
      Map.of(
          "aqua", "#00ffff",
          "lime", "#00ff00",
          "navy", "#000080",
          "olive", "#808000",
          "silver", "#c0c0c0",
          "teal", "#008080",
          "grey", "#808080");

  private static final Set<String> SHARED =
      Set.of(
          "black",
          "white",
          "red",
          "green",
          "blue",
          "cyan",
          "magenta",
          "yellow",
          "orange",
          "purple",
          "brown",
          "gray",
          "violet",
          "maroon",
          "fuchsia",
          "salmon",
          "orchid",
          "plum",
          "tan",
          "turquoise",
          "lavender",
          "thistle",
          "goldenrod",
          "orangered",
          "royalblue",
          "skyblue",
          "seagreen",
          "forestgreen",
          "limegreen",
          "springgreen",
          "yellowgreen",
          "midnightblue",
          "cadetblue",
          "cornflowerblue",
          "blueviolet",
          "darkorchid",
          "greenyellow",
          "aquamarine");

  private Colors() {}

  /**
   * Returns a colour in JLaTeXMath's terms.
   *
   * @param color a colour as KaTeX takes it
   */
  static String tex(String color) {
    String name = color.toLowerCase(Locale.ROOT);
    if (name.matches("#?[0-9a-f]{6}([0-9a-f]{2})?")) {
      String digits = name.startsWith("#") ? name.substring(1) : name;
      return "#" + digits.substring(0, 6);
    }
    if (name.startsWith("#")) {
      StringBuilder doubled = new StringBuilder("#");
      for (int i = 1; i < 4; i++) {
        doubled.append(name.charAt(i)).append(name.charAt(i));
      }
      return doubled.toString();
    }
    return SHARED.contains(name) ? name : HTML.getOrDefault(name, "black");
  }
}
