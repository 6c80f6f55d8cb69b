package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.report.RuleWriter;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RulePage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** Rules for programs: an array of objects, or the object of one with its page. */
public final class JsonRuleWriter implements RuleWriter {

  private final Writer out;
  private final Json json;

  /**
   * Makes a writer.
   *
   * @param out takes the JSON
   */
  public JsonRuleWriter(Writer out) {
    this.out = Objects.requireNonNull(out);
    this.json = new Json(out);
  }

  @Override
  public void list(List<Rule> rules) throws IOException {
    JsonGenerator generator = json.generator();
    json.write(
        () -> {
          generator.writeStartArray();
          for (Rule rule : rules) {
            generator.writeStartObject();
            facts(rule);
            generator.writeEndObject();
          }
          generator.writeEndArray();
          generator.flush();
        });
    end();
  }

  @Override
  public void explain(Rule rule) throws IOException {
    JsonGenerator generator = json.generator();
    json.write(
        () -> {
          generator.writeStartObject();
          facts(rule);
          generator.writeStringProperty("page", RulePage.of(rule.id()).markdown());
          generator.writeEndObject();
          generator.flush();
        });
    end();
  }

  private void facts(Rule rule) {
    JsonGenerator generator = json.generator();
    generator.writeStringProperty("rule", rule.id().name());
    generator.writeStringProperty("family", rule.family().label());
    generator.writeStringProperty("severity", rule.severity().label());
    generator.writeArrayPropertyStart("fixes");
    rule.fixes().stream().sorted().map(Applicability::label).forEach(generator::writeString);
    generator.writeEndArray();
    generator.writeStringProperty("summary", RulePage.of(rule.id()).summary());
  }

  private void end() throws IOException {
    out.write('\n');
    out.flush();
  }
}
