package io.github.formulint.rule;

import io.github.formulint.diagnostic.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The page that tells people about a rule: {@code rules/<id>.md} on the class path. Immutable.
 *
 * @param markdown the page as it stands
 */
public record RulePage(String markdown) {

  private static final String SUMMARY = "\n## What it does\n\n";

  /** Checks that nothing is missing. */
  public RulePage {
    Objects.requireNonNull(markdown);
  }

  /**
   * Returns the page of a rule.
   *
   * @param rule the name of the rule
   * @throws IllegalArgumentException if there is none
   */
  public static RulePage of(RuleId rule) {
    try (InputStream in = RulePage.class.getResourceAsStream("/rules/" + rule + ".md")) {
      if (in == null) {
        throw new IllegalArgumentException("no page: " + rule);
      }
      return new RulePage(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the rule does: the first paragraph of that section, in one line. */
  public String summary() {
    int start = markdown.indexOf(SUMMARY) + SUMMARY.length();
    int end = markdown.indexOf("\n\n", start);
    return markdown.substring(start, end).replace('\n', ' ');
  }
}
