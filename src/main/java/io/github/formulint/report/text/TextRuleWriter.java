package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.report.RuleWriter;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RulePage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules for people: a line for each, or the page of one. */
public final class TextRuleWriter implements RuleWriter {

  private final Writer out;
  private final int width;

  /**
   * Makes a writer.
   *
   * @param out takes the text
   * @param width how many columns its lines may take; examples may take more
   */
  public TextRuleWriter(Writer out, int width) {
    this.out = Objects.requireNonNull(out);
    this.width = width;
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
    RulePage page = RulePage.of(rule.id());
    out.write(
        rule.id()
            + " ("
            + rule.family().label()
            + ", "
            + rule.severity().label()
            + ", "
            + fixes(rule)
            + ")\n\n");
    for (String line : LineWrap.lines(VisibleText.line(page.summary()), width, width)) {
      out.write(line + "\n");
    }
    example("before", page.code("Example"));
    example("after", page.code("Use instead"));
    out.write("\nformulint explain " + rule.id() + " --format markdown says all.\n");
    out.flush();
  }

  private void example(String name, Optional<String> code) throws IOException {
    if (code.isPresent()) {
      out.write("\n" + name + ":\n\n");
      for (String line : code.get().split("\n", -1)) {
        out.write(("    " + DisplayLine.of(line).text()).stripTrailing() + "\n");
      }
    }
  }
}
