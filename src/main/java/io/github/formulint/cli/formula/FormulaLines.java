package io.github.formulint.cli.formula;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
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
     */
    record Good(MathSource formula) implements Line {}

    /**
     * A line that is no formula.
     *
     * @param number number of the line, from 1
     * @param problem what is wrong with it
     */
    record Bad(long number, String problem) implements Line {}
  }

  private final InputStream in;
  private Syntax syntax = Syntax.UNDECIDED;
  private long number;

  FormulaLines(InputStream in) {
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
    return syntax == Syntax.JSON
        ? json(text)
        : new Line.Good(new MathSource(text, MathStyle.DISPLAY));
  }

  private Line json(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return bad("is not a JSON object with \"tex\" and \"display\"");
      }
      String tex = null;
      MathStyle style = MathStyle.DISPLAY;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (name) {
          case "tex" -> {
            if (value != JsonToken.VALUE_STRING) {
              return bad("\"tex\" is not a string");
            }
            tex = parser.getString();
          }
          case "display" -> {
            if (!value.isBoolean()) {
              return bad("\"display\" is neither true nor false");
            }
            style = value == JsonToken.VALUE_TRUE ? MathStyle.DISPLAY : MathStyle.INLINE;
          }
          default -> parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        return bad("holds more than one JSON object");
      }
      return tex == null
          ? bad("has no \"tex\"")
          : new Line.Good(new MathSource(tex.replace("\r\n", "\n").replace('\r', '\n'), style));
    } catch (JacksonException e) {
      return bad(
          "is not valid JSON: "
              + e.getOriginalMessage()
              + " (column "
              + e.getLocation().getColumnNr()
              + ")");
    }
  }

  private Line bad(String problem) {
    return new Line.Bad(number, problem);
  }
}
