package io.github.formulint.rule;

import io.github.formulint.diagnostic.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

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

  /**
   * Returns the code of the first block of a section.
   *
   * @param heading the heading of the section, such as {@code Example}
   * @return the lines of the block, joined; empty if there is none
   */
  public Optional<String> code(String heading) {
    int section = markdown.indexOf("\n## " + heading + "\n");
    int open = section < 0 ? -1 : markdown.indexOf("\n```", section);
    int next = section < 0 ? -1 : markdown.indexOf("\n## ", section + 1);
    if (open < 0 || next >= 0 && open > next) {
      return Optional.empty();
    }
    int fenceEnd = open + 1;
    while (fenceEnd < markdown.length() && markdown.charAt(fenceEnd) == '`') {
      fenceEnd++;
    }
    String fence = markdown.substring(open + 1, fenceEnd);
    int start = markdown.indexOf('\n', fenceEnd) + 1;
    int end = markdown.indexOf("\n" + fence + "\n", start - 1);
    return end < start ? Optional.empty() : Optional.of(markdown.substring(start, end));
  }

  /** Returns what the rule does: the first paragraph of that section, in one line. */
  public String summary() {
    int start = markdown.indexOf(SUMMARY) + SUMMARY.length();
    int end = markdown.indexOf("\n\n", start);
    return markdown.substring(start, end).replace('\n', ' ');
  }
}
