package io.github.formulint.config;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.select.RuleLevel;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * The JSON Schema of {@code .formulint.yml}, for editors and other tools: it is made from the same
 * keys, names and choices that {@link SettingsReader} knows. For one thread.
 */
public final class ConfigSchema {

  /** The version of JSON Schema that editors for YAML know best. */
  private static final String DIALECT = "http://json-schema.org/draft-07/schema#";

  private final JsonGenerator json;

  private ConfigSchema(JsonGenerator json) {
    this.json = json;
  }

  /** Returns the schema, as JSON that ends with a line ending. */
  public static String text() {
    StringWriter out = new StringWriter();
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        };
    try (JsonGenerator generator = factory.createGenerator(context, out)) {
      new ConfigSchema(generator).file();
    }
    return out.toString().replace("\r\n", "\n") + "\n";
  }

  private void file() {
    json.writeStartObject();
    json.writeStringProperty("$schema", DIALECT);
    json.writeStringProperty("title", ConfigFile.NAME);
    // An empty file says nothing, which is allowed.
    json.writeArrayPropertyStart("type");
    json.writeString("object");
    json.writeString("null");
    json.writeEndArray();
    keys(ConfigKey.ofFile());
    json.writeEndObject();
  }

  private void keys(List<String> words) {
    json.writeBooleanProperty("additionalProperties", false);
    json.writeObjectPropertyStart("properties");
    for (ConfigKey key : ConfigKey.values()) {
      if (words.contains(key.word())) {
        json.writeObjectPropertyStart(key.word());
        json.writeStringProperty("description", key.description());
        value(key);
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private void value(ConfigKey key) {
    switch (key) {
      case ENGINE -> oneOrMore(() -> oneOf(EngineChoice.WORDS), true);
      case PLATFORM ->
          oneOrMore(
              () ->
                  oneOf(
                      Stream.concat(
                              Stream.of(Platforms.UNIVERSAL),
                              Platforms.all().stream().map(Platform::id))
                          .toList()),
              false);
      case EXCLUDE, INCLUDE, FILES, EXTENDS, MACROS_FROM -> oneOrMore(this::filledText, false);
      case FAIL_ON -> oneOf(words(FailOn.values()));
      case MATHJAX -> oneOf(words(MathJaxChoice.values()));
      case FORCE_EXCLUDE, ROOT -> json.writeStringProperty("type", "boolean");
      case JOBS -> {
        json.writeStringProperty("type", "integer");
        json.writeNumberProperty("minimum", 1);
      }
      case BASELINE -> filledText();
      case RULES -> rules();
      case MACROS -> {
        json.writeStringProperty("type", "object");
        json.writeObjectPropertyStart("additionalProperties");
        json.writeStringProperty("type", "string");
        json.writeEndObject();
      }
      case OVERRIDES -> {
        json.writeStringProperty("type", "array");
        json.writeObjectPropertyStart("items");
        json.writeStringProperty("type", "object");
        json.writeArrayPropertyStart("required");
        json.writeString(ConfigKey.FILES.word());
        json.writeEndArray();
        keys(ConfigKey.ofOverride());
        json.writeEndObject();
      }
    }
  }

  private void rules() {
    json.writeStringProperty("type", "object");
    json.writeBooleanProperty("additionalProperties", false);
    json.writeObjectPropertyStart("properties");
    for (String name : BuiltInRules.names().all()) {
      json.writeObjectPropertyStart(name);
      oneOf(words(RuleLevel.values()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** YAML 1.1, which many editors read, takes {@code on} and {@code off} for true and false. */
  private void oneOf(List<String> words) {
    json.writeArrayPropertyStart("enum");
    words.forEach(json::writeString);
    if (words.contains("off")) {
      json.writeBoolean(false);
      json.writeBoolean(true);
    }
    json.writeEndArray();
  }

  private void filledText() {
    json.writeStringProperty("type", "string");
    json.writeNumberProperty("minLength", 1);
  }

  private void oneOrMore(Runnable one, boolean isFilled) {
    json.writeArrayPropertyStart("anyOf");
    json.writeStartObject();
    one.run();
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringProperty("type", "array");
    if (isFilled) {
      json.writeNumberProperty("minItems", 1);
    }
    json.writeObjectPropertyStart("items");
    one.run();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
