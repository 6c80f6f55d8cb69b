package io.github.formulint.render.jlatexmath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** Formulas with what KaTeX says of them, as the shared data hold them. */
final class Cases {

  /**
   * One formula.
   *
   * @param tex the formula, in display style
   * @param isAccepted whether KaTeX renders it
   * @param jlatexmath what JLaTeXMath says of it without help, if that is told
   */
  record Case(String tex, boolean isAccepted, Optional<String> jlatexmath) {}

  private Cases() {}

  static List<Case> read(Path path) {
    List<Case> cases = new ArrayList<>();
    JsonFactory json = new JsonFactory();
    try {
      for (String line : Files.readAllLines(path)) {
        String tex = "";
        boolean isAccepted = false;
        Optional<String> jlatexmath = Optional.empty();
        try (JsonParser parser =
            json.createParser(tools.jackson.core.ObjectReadContext.empty(), line)) {
          while (parser.nextToken() != null) {
            if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
              continue;
            }
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("tex")) {
              tex = parser.getString();
            } else if (name.equals("katex")) {
              isAccepted = value == JsonToken.VALUE_NULL || parser.getString().equals("ok");
            } else if (name.equals("jlatexmath")) {
              jlatexmath = Optional.of(parser.getString());
            }
          }
        }
        cases.add(new Case(tex, isAccepted, jlatexmath));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }
}
