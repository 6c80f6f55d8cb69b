package io.github.formulint.render.jlatexmath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
   */
  record Case(String tex, boolean isAccepted) {}

  private Cases() {}

  static List<Case> read(Path path) {
    List<Case> cases = new ArrayList<>();
    JsonFactory json = new JsonFactory();
    try {
      for (String line : Files.readAllLines(path)) {
        String tex = "";
        boolean isAccepted = false;
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
            }
          }
        }
        cases.add(new Case(tex, isAccepted));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }
}
