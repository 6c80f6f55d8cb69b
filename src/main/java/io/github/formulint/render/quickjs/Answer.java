package io.github.formulint.render.quickjs;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderReport;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads what the {@code judge.js} of an engine answers. */
final class Answer {

  /** Apart, since a run without a finding then starts without Jackson. */
  private static final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
  }

  private String failure = "";
  private String message = "";
  private Optional<Span> place = Optional.empty();
  private final List<RenderReport> reports = new ArrayList<>();
  private final List<RenderOutcome.UndefinedCommand> undefined = new ArrayList<>();

  private Answer() {}

  /**
   * Returns the outcome that an answer stands for.
   *
   * @param json an answer of {@code judge.js}, empty for a formula that is fine
   */
  static RenderOutcome toOutcome(String json) {
    if (json.isEmpty()) {
      return RenderOutcome.Rendered.CLEAN;
    }
    Answer answer = new Answer();
    try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      answer.read(parser);
    }
    return answer.outcome();
  }

  private RenderOutcome outcome() {
    return switch (failure) {
      case "" ->
          undefined.isEmpty()
              ? new RenderOutcome.Rendered(reports)
              : new RenderOutcome.Incomplete(undefined);
      case "rejected" -> new RenderOutcome.Rejected(message, place);
      case "exhausted" -> RenderOutcome.OutOfMemory.TOO_MUCH;
      case "crashed" -> new RenderOutcome.Crashed(message);
      default -> throw new IllegalStateException("unknown answer: " + failure);
    };
  }

  private void read(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "failure" -> failure = parser.getString();
        case "message" -> message = parser.getString();
        case "place" -> place = readPlace(parser);
        case "reports" -> readReports(parser);
        case "undefined" -> readUndefined(parser);
        default -> throw new IllegalStateException("unknown property: " + name);
      }
    }
  }

  private void readReports(JsonParser parser) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      Answer report = new Answer();
      String code = "";
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "code" -> code = parser.getString();
          case "message" -> report.message = parser.getString();
          case "place" -> report.place = readPlace(parser);
          default -> throw new IllegalStateException("unknown property: " + name);
        }
      }
      reports.add(new RenderReport(code, report.message, report.place));
    }
  }

  private void readUndefined(JsonParser parser) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String command = "";
      Optional<Span> at = Optional.empty();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "name" -> command = parser.getString();
          case "place" -> at = readPlace(parser);
          default -> throw new IllegalStateException("unknown property: " + name);
        }
      }
      undefined.add(new RenderOutcome.UndefinedCommand(command, at));
    }
  }

  private static Optional<Span> readPlace(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    int start = parser.nextIntValue(0);
    int end = parser.nextIntValue(0);
    parser.nextToken();
    return Optional.of(new Span(start, end));
  }
}
