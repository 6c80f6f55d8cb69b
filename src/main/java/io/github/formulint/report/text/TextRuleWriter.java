package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.report.RuleWriter;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RulePage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Rules for people: a line for each, or the page of one. */
public final class TextRuleWriter implements RuleWriter {

  private final Writer out;

  /**
   * Makes a writer.
   *
   * @param out takes the text
   */
  public TextRuleWriter(Writer out) {
    this.out = Objects.requireNonNull(out);
  }

  @Override
  public void list(List<Rule> rules) throws IOException {
    int width = rules.stream().mapToInt(rule -> rule.id().name().length()).max().orElse(0);
    for (Rule rule : rules) {
      String line =
          String.format(
              "%-" + width + "s  %-9s  %-7s  %s",
              rule.id(),
              rule.family().label(),
              rule.severity().label(),
              fixes(rule));
      out.write(line.stripTrailing() + "\n");
    }
    out.flush();
  }

  private static String fixes(Rule rule) {
    if (rule.fixes().isEmpty()) {
      return "no fix";
    }
    return rule.fixes().stream()
        .sorted()
        .map(Applicability::label)
        .collect(Collectors.joining(", ", "", " fix"));
  }

  @Override
  public void explain(Rule rule) throws IOException {
    out.write(RulePage.of(rule.id()).markdown());
    out.flush();
  }
}
