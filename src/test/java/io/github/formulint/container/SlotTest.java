package io.github.formulint.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.fix.TextChange;
import io.github.formulint.fix.TextEdits;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.source.UnreadableSourceException;
import io.github.formulint.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotTest {

  /** More for a thorough run: {@code -Dformulint.edits=1000000}. */
  private static final int TRIES = Integer.getInteger("formulint.edits", 20_000);

  private static final List<String> PIECES =
      List.of("a", "$x$", "\\frac{1}{2}", "\"", "\\", "\n", "\r\n", "中", "😀", "\t", " ", "é", "/");

  private static String edited(String json, Edit edit) throws UnreadableSourceException {
    Slot slot = new Notebook().split(SourceFile.of("a.ipynb", json)).get(0);
    return new TextEdits(List.of(slot.toFile(edit))).applyTo(SourceFile.of("a", json)).text();
  }

  private static String cell(String source) {
    return "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":" + source + "}]}";
  }

  @Test
  void newLinesInAListBecomeStringsOfTheirOwn() throws UnreadableSourceException {
    String json = cell("[\n    \"a\\n\",\n    \"b\"\n   ]");
    assertThat(edited(json, new Edit(Span.at(1), "\nx\n")))
        .isEqualTo(cell("[\n    \"a\\n\",\n    \"x\\n\",\n    \"\\n\",\n    \"b\"\n   ]"));
    assertThat(edited(json, new Edit(Span.at(2), "x\n")))
        .isEqualTo(cell("[\n    \"a\\n\",\n    \"x\\n\",\n    \"b\"\n   ]"));
    assertThat(edited(json, new Edit(Span.at(3), "\nc")))
        .isEqualTo(cell("[\n    \"a\\n\",\n    \"b\\n\",\n    \"c\"\n   ]"));
  }

  @Test
  void aStringGoesOnWhereALineEndIsTakenAway() throws UnreadableSourceException {
    String json = cell("[\"a\\n\", \"b\\n\", \"c\"]");
    assertThat(edited(json, new Edit(new Span(1, 2), " "))).isEqualTo(cell("[\"a b\\n\", \"c\"]"));
    assertThat(edited(json, new Edit(new Span(0, 2), "x\n")))
        .isEqualTo(cell("[\"x\\n\", \"b\\n\", \"c\"]"));
  }

  @Test
  void theOnlyStringOfAListIsPartedAsTheListIsIndented() throws UnreadableSourceException {
    assertThat(edited(cell("[\n  \"ab\"\n ]"), new Edit(Span.at(1), "\n")))
        .isEqualTo(cell("[\n  \"a\\n\",\n  \"b\"\n ]"));
    assertThat(edited(cell("\"ab\""), new Edit(Span.at(1), "\n"))).isEqualTo(cell("\"a\\nb\""));
    assertThat(edited(cell("[\"a\\nb\"]"), new Edit(Span.at(0), "\n")))
        .isEqualTo(cell("[\"\\na\\nb\"]"));
  }

  @Test
  void lettersAreEscapedAsTheFileHasIt() throws UnreadableSourceException {
    assertThat(edited(cell("\"\\u4e2d\""), new Edit(Span.at(1), "文😀")))
        .isEqualTo(cell("\"\\u4e2d\\u6587\\ud83d\\ude00\""));
    assertThat(edited(cell("\"中\""), new Edit(Span.at(1), "文"))).isEqualTo(cell("\"中文\""));
  }

  @Test
  @SuppressWarnings("unchecked")
  void anyEditChangesItsCellAlone() throws UnreadableSourceException {
    Random random = new Random(18);
    for (int i = 0; i < TRIES; i++) {
      String text = text(random, 12);
      String other = source(text(random, 4), random);
      String json =
          "{\"z\": \"\\u00e9\", \"cells\": [{\"cell_type\": \"markdown\", \"source\": "
              + source(text, random)
              + "}, {\"source\": "
              + other
              + ", \"cell_type\": \"markdown\"}]}";
      String after = text(random, 12);
      List<Slot> slots = new Notebook().split(SourceFile.of("a.ipynb", json));
      Slot slot = slots.get(0);
      assertThat(slot.part().document().text()).isEqualTo(text);
      List<Edit> edits = new ArrayList<>();
      TextChange.between(text, after).forEach(edit -> edits.add(slot.toFile(edit)));
      String written = new TextEdits(edits).applyTo(SourceFile.of("a", json)).text();
      List<Object> cells = (List<Object>) Json.object(written).get("cells");
      assertThat(joined(((Map<String, Object>) cells.get(0)).get("source"))).isEqualTo(after);
      assertThat(written)
          .startsWith("{\"z\": \"\\u00e9\"")
          .endsWith(other + ", \"cell_type\": \"markdown\"}]}");
    }
  }

  private static String joined(Object source) {
    if (source instanceof List<?> lines) {
      StringBuilder text = new StringBuilder();
      lines.forEach(text::append);
      return text.toString();
    }
    return (String) source;
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** Writes a text as some program might: in one string or several, with needless escapes. */
  private static String source(String text, Random random) {
    if (random.nextBoolean()) {
      return string(text, random);
    }
    List<String> strings = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n' && random.nextInt(8) > 0) {
        strings.add(string(text.substring(start, i + 1), random));
        start = i + 1;
      }
    }
    if (start < text.length() || strings.isEmpty()) {
      strings.add(string(text.substring(start), random));
    }
    return "[" + String.join(random.nextBoolean() ? "," : " ,\n ", strings) + "]";
  }

  private static String string(String text, Random random) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '/' -> json.append(random.nextBoolean() ? "\\/" : "/");
        default ->
            json.append(
                random.nextInt(4) == 0 ? String.format("\\u%04X", (int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }
}
