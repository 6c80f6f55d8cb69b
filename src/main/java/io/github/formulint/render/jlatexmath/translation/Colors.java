package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.resource.Resources;
import io.github.formulint.tex.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Commands with colours, and colours as KaTeX takes them: a number, or any name at all, since
 * browsers ignore those they do not know.
 */
final class Colors {

  /** What KaTeX takes for a colour ({@code Parser.parseColorGroup}). */
  private static final Pattern COLOR =
      Pattern.compile("#[a-fA-F0-9]{3,4}|#[a-fA-F0-9]{6}|#[a-fA-F0-9]{8}|[a-fA-F0-9]{6}|[a-zA-Z]+");

  private Colors() {}

  /**
   * Returns a colour in JLaTeXMath's terms.
   *
   * @param color a colour as KaTeX takes it
   */
  private static String tex(String color) {
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
    return Named.ALL.getOrDefault(name, "black");
  }

  static void color(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    out.put("\\formulintcolor{" + colorName(out, command) + "}");
  }

  static void colored(Translator out, Token command, int colors) throws RefusalException {
    StringBuilder tex = new StringBuilder(command.text());
    for (int i = 0; i < colors; i++) {
      tex.append('{').append(colorName(out, command)).append('}');
    }
    Mode mode = command.text().equals("\\textcolor") ? out.mode() : Mode.TEXT;
    out.requireNotArgument(command);
    tex.append('{').append(out.argument(command, mode)).append('}');
    out.beforeArgument(command);
    out.put(tex.toString());
  }

  private static String colorName(Translator out, Token command) throws RefusalException {
    String color = out.in().argumentText(command).strip();
    return COLOR.matcher(color).matches() ? tex(color) : passedOnColor(color, command);
  }

  /** JLaTeXMath takes numbers, too, where {@code \textcolor} was its own command all along. */
  private static String passedOnColor(String color, Token command) throws RefusalException {
    if (command.text().equals("\\color") || !color.matches("[0-9.,; ]+")) {
      throw RefusalException.at(command, "there is no colour " + color);
    }
    return color;
  }

  /** The colours of browsers; read when a formula first names one. */
  private static final class Named {

    private static final String RESOURCE = "colors.txt";

    private static final Map<String, String> ALL = read();

    private static Map<String, String> read() {
      Map<String, String> colors = new HashMap<>();
      try (InputStream in = Resources.open(Colors.class, RESOURCE)) {
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
          int space = line.indexOf(' ');
          if (space > 1) {
            colors.put(line.substring(0, space), "#" + line.substring(space + 1));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return colors;
    }
  }
}
