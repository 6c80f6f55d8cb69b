package io.github.formulint.container;

import io.github.formulint.source.Part;
import io.github.formulint.source.PartMap;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.source.UnreadableSourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A Jupyter notebook (nbformat 4, and 3 with its worksheets): each of its Markdown cells is a
 * document, whose text is a string or a list of strings that are put together as they are
 * (nbformat's format description, "Cell Types", 5.10). So is Markdown among the outputs of a code
 * cell ({@code text/markdown}), which is never mended: the program would write it anew.
 */
final class Notebook implements Container {

  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public List<Slot> split(SourceFile file) throws UnreadableSourceException {
    String json = file.text();
    int base = file.hasByteOrderMark() ? 1 : 0;
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), json.substring(base))) {
      Split split = new Split(file, parser, base);
      split.read();
      return split.slots;
    } catch (JacksonException e) {
      throw new UnreadableSourceException(
          file.name(),
          "is not valid JSON, so no notebook"
              + place(e)
              + ": "
              + reason(e)
              + "; open it in Jupyter, or take it from Git again");
    }
  }

  private static String place(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    return place == null
        ? ""
        : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
  }

  /** Returns what Jackson says, without what it knows of its input. */
  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    int end = message.indexOf(" (for ");
    return end < 0 ? message : message.substring(0, end);
  }

  /** The documents of one notebook. */
  private static final class Split {

    private final SourceFile file;
    private final String json;
    private final JsonParser parser;
    private final int base;
    private final boolean isAscii;
    private final List<Slot> slots = new ArrayList<>();
    private int cells;
    private boolean hasCells;

    Split(SourceFile file, JsonParser parser, int base) {
      this.file = file;
      this.json = file.text();
      this.parser = parser;
      this.base = base;
      this.isAscii = JsonWriting.isAscii(json);
    }

    /** What a notebook has where a text is expected. */
    private record Text(List<Span> strings, int listStart) {

      static final Text NONE = new Text(List.of(), -1);
    }

    void read() throws UnreadableSourceException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw noNotebook();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("cells") && value == JsonToken.START_ARRAY) {
          readCells();
        } else if (name.equals("worksheets") && value == JsonToken.START_ARRAY) {
          readWorksheets();
        } else {
          parser.skipChildren();
        }
      }
      // What follows would be no notebook to any reader.
      parser.nextToken();
      if (!hasCells) {
        throw noNotebook();
      }
    }

    private UnreadableSourceException noNotebook() {
      return new UnreadableSourceException(
          file.name(), "has no cells, so it is no Jupyter notebook; it was left alone");
    }

    private void readWorksheets() {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean isCells = parser.currentName().equals("cells");
          if (parser.nextToken() == JsonToken.START_ARRAY && isCells) {
            readCells();
          } else {
            parser.skipChildren();
          }
        }
      }
    }

    private void readCells() {
      hasCells = true;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        cells++;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          readCell();
        } else {
          parser.skipChildren();
        }
      }
    }

    private void readCell() {
      String type = "";
      Text source = Text.NONE;
      List<Text> outputs = List.of();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("cell_type") && value == JsonToken.VALUE_STRING) {
          type = parser.getString();
        } else if (name.equals("source")) {
          source = readText();
        } else if (name.equals("outputs") && value == JsonToken.START_ARRAY) {
          outputs = readOutputs();
        } else {
          parser.skipChildren();
        }
      }
      if (type.equals("markdown") || type.equals("heading")) {
        add(source, "cell " + cells, true);
      } else if (type.equals("code")) {
        outputs.forEach(output -> add(output, "output of cell " + cells, false));
      }
    }

    private List<Text> readOutputs() {
      List<Text> found = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean isData = parser.currentName().equals("data");
          if (parser.nextToken() == JsonToken.START_OBJECT && isData) {
            readBundle(found);
          } else {
            parser.skipChildren();
          }
        }
      }
      return found;
    }

    private void readBundle(List<Text> found) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isMarkdown = parser.currentName().equals("text/markdown");
        parser.nextToken();
        if (isMarkdown) {
          found.add(readText());
        } else {
          parser.skipChildren();
        }
      }
    }

    /** Reads a string or a list of strings; all else is no text. */
    private Text readText() {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return new Text(List.of(string()), -1);
      }
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        parser.skipChildren();
        return Text.NONE;
      }
      int listStart = offset();
      List<Span> strings = new ArrayList<>();
      boolean hasOther = false;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          strings.add(string());
        } else {
          hasOther = true;
          parser.skipChildren();
        }
      }
      return hasOther ? Text.NONE : new Text(strings, listStart);
    }

    /** Returns where the string stands that is read now. It is read to its end, so it is valid. */
    private Span string() {
      parser.finishToken();
      return JsonString.at(json, offset());
    }

    private int offset() {
      return base + (int) parser.currentTokenLocation().getCharOffset();
    }

    private void add(Text source, String label, boolean isMendable) {
      if (source.strings().isEmpty()) {
        return;
      }
      StringBuilder text = new StringBuilder();
      PartMap.Builder map = new PartMap.Builder();
      source.strings().forEach(each -> JsonString.read(json, each, text, map));
      JsonString.mendPairs(text);
      Part part =
          new Part(
              label,
              new SourceFile(file.name(), text.toString(), StandardCharsets.UTF_8),
              map.build());
      slots.add(new Slot(part, new JsonWriting(isAscii, parting(source)), isMendable));
    }

    /** Where a list has no line of its own for each line, new ones get none either. */
    private String parting(Text source) {
      List<Span> strings = source.strings();
      for (int i = 0; i < strings.size(); i++) {
        String line = strings.get(i).of(json);
        int end = line.indexOf("\\n");
        boolean isLine = end < 0 ? i == strings.size() - 1 : end == line.length() - 2;
        if (!isLine) {
          return "";
        }
      }
      Span first = strings.get(0);
      if (strings.size() > 1) {
        return json.substring(first.end(), strings.get(1).start());
      }
      return source.listStart() < 0
          ? ""
          : "\"," + json.substring(source.listStart() + 1, first.start());
    }
  }
}
