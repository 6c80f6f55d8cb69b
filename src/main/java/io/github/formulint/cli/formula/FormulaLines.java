package io.github.formulint.cli.formula;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Formulas from a stream, one a line: bare TeX, in display style, or a JSON object with {@code tex}
 * and {@code display}. The first line that is not blank says which, for all lines. For one thread.
 */
final class FormulaLines {

  /** Longer lines are no formulas; without a limit a stream without line ends fills the memory. */
  static final int MAX_BYTES = 1 << 20;

  private static final Pattern JSON_OBJECT =
      Pattern.compile("\\s*\\{\\s*(\".*|\\})", Pattern.DOTALL);

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private static final String[][] DELIMITERS = {
    {"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}
  };

  /** A sign that would end the formula before, or begin another one. */
  private static final Pattern DELIMITER = Pattern.compile("(?<!\\\\)\\$|\\\\[()\\[\\]]");

  private enum Syntax {
    UNDECIDED,
    BARE,
    JSON
  }

  /** A line of the input. */
  sealed interface Line {

    /**
     * A line that holds a formula.
     *
     * @param formula the formula
     * @param members the other members of its object, by name, each value as JSON
     */
    record Good(MathSource formula, Map<String, String> members) implements Line {}

    /**
     * A line that is no formula.
     *
     * @param number number of the line, from 1
     * @param problem what is wrong with it
     */
    record Bad(long number, String problem) implements Line {}
  }

  /** What the answer says itself. */
  private static final Set<String> ANSWERED = Set.of("tex", "display", "ok", "engines");

  private final InputStream in;
  private final String key;
  private Syntax syntax = Syntax.UNDECIDED;
  private long number;

  /**
   * Reads formulas.
   *
   * @param in where they come from
   * @param key the member of an object that holds the TeX
   */
  FormulaLines(InputStream in, String key) {
    this.key = key;
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** Returns whether more can be read at once. */
  boolean isReady() throws IOException {
    return in.available() > 0;
  }

  /** Returns the next line, or nothing at the end; waits for it. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    boolean isTooLong = false;
    while (b >= 0 && b != '\n') {
      isTooLong |= bytes.size() >= MAX_BYTES;
      if (!isTooLong) {
        bytes.write(b);
      }
      b = in.read();
    }
    number++;
    return Optional.of(
        isTooLong ? bad("is longer than 1 MB, too long for a formula") : line(bytes.toByteArray()));
  }

  private Line line(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return bad("is not valid UTF-8");
    }
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    if (syntax == Syntax.UNDECIDED && !text.isBlank()) {
      syntax = JSON_OBJECT.matcher(text).matches() ? Syntax.JSON : Syntax.BARE;
    }
    return syntax == Syntax.JSON ? json(text) : new Line.Good(bare(text), Map.of());
  }

  /** A formula between delimiters is what stands between them, in the style that they ask for. */
  private static MathSource bare(String text) {
    String line = text.strip();
    for (String[] pair : DELIMITERS) {
      int length = pair[0].length();
      if (line.length() > 2 * length && line.startsWith(pair[0]) && line.endsWith(pair[1])) {
        String tex = line.substring(length, line.length() - length);
        if (!DELIMITER.matcher(tex).find()) {
          return new MathSource(
              tex, length == 1 || pair[0].equals("\\(") ? MathStyle.INLINE : MathStyle.DISPLAY);
        }
      }
    }
    return new MathSource(text, MathStyle.DISPLAY);
  }

  private Line json(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return bad("is not a JSON object with \"tex\" and \"display\"");
      }
      String tex = null;
      Map<String, String> members = new LinkedHashMap<>();
      MathStyle style = MathStyle.DISPLAY;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals(key)) {
          if (value != JsonToken.VALUE_STRING) {
            return bad("\"" + key + "\" is not a string");
          }
          tex = parser.getString();
          continue;
        }
        switch (name) {
          case "display" -> {
            if (!value.isBoolean()) {
              return bad("\"display\" is neither true nor false");
            }
            style = value == JsonToken.VALUE_TRUE ? MathStyle.DISPLAY : MathStyle.INLINE;
          }
          default -> {
            String copied = copy(parser);
            if (!ANSWERED.contains(name)) {
              members.put(name, copied);
            }
          }
        }
      }
      if (parser.nextToken() != null) {
        return bad("holds more than one JSON object");
      }
      return tex == null
          ? bad("has no \"" + key + "\"")
          : new Line.Good(
              new MathSource(tex.replace("\r\n", "\n").replace('\r', '\n'), style), members);
    } catch (JacksonException e) {
      return bad(
          "is not valid JSON: "
              + e.getOriginalMessage()
              + " (column "
              + e.getLocation().getColumnNr()
              + ")");
    }
  }

  private static String copy(JsonParser parser) {
    StringWriter copied = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), copied)) {
      generator.copyCurrentStructure(parser);
    }
    return copied.toString();
  }

  private Line bad(String problem) {
    return new Line.Bad(number, problem);
  }
}
