package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.markdown.platform.Spelling;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.report.Summary;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phrases that reports for people share. */
final class Words {

  /** Fewer formulas than this say nothing about how a platform is set up. */
  private static final int FEW = 10;

  private Words() {}

  /**
   * Returns the place of a finding in the document that stands in the file, such as {@code " (cell
   * 12, line 3)"}; nothing if the file is the document.
   */
  static String inPart(SourceFile file, Diagnostic finding) {
    int offset = finding.span().start();
    return file.partAt(offset).map(part -> " (" + part.place(offset) + ")").orElse("");
  }

  /** Returns a number and its noun, such as {@code 1 file} or {@code 2 files}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns what an engine says, on one line. */
  static String say(RenderOutcome outcome) {
    String message = DisplayLine.sanitize(outcome.message().orElse(""));
    if (outcome instanceof RenderOutcome.Rendered) {
      return "renders it";
    }
    if (outcome instanceof RenderOutcome.Incomplete incomplete) {
      return "does not know "
          + DisplayLine.sanitize(String.join(", ", incomplete.names()))
          + ", and shows the rest";
    }
    return outcome instanceof RenderOutcome.Unavailable ? "not available: " + message : message;
  }

  /** Returns who may apply a fix, as the label before what it does. */
  static String kind(Fix fix) {
    return switch (fix.applicability()) {
      case SAFE -> "fix: ";
      case UNSAFE -> "unsafe fix: ";
      case DISPLAY_ONLY -> "suggestion: ";
    };
  }

  /** Returns what a fix does, on one line. */
  static String whatItDoes(Fix fix) {
    return DisplayLine.sanitize(fix.description());
  }

  /** Returns a line that sums up a run. */
  static String sumUp(Summary summary) {
    if (summary.files() == 0) {
      return "no file was read";
    }
    String found =
        summary.errors() + summary.warnings() == 0
            ? "nothing wrong"
            : count(summary.errors(), "error") + ", " + count(summary.warnings(), "warning");
    return count(summary.files(), "file")
        + ", "
        + count(summary.formulas(), "formula")
        + ": "
        + found;
  }

  /** Returns a line for each platform that says what becomes of the formulas there. */
  static List<String> platforms(Summary summary) {
    return summary.platforms().stream()
        .map(
            counts ->
                counts.platform().displayName()
                    + ": "
                    + counts.read()
                    + " of "
                    + count(counts.meant(), "formula")
                    + " read, "
                    + counts.lost()
                    + " lost, "
                    + counts.altered()
                    + " altered, "
                    + counts.accidental()
                    + " accidental")
        .toList();
  }

  /**
   * Returns a line for each platform that loses most of the formulas, if it may be set up so that
   * it takes delimiters which it does not take as asked for.
   */
  static List<String> setUps(Summary summary) {
    List<String> lines = new ArrayList<>();
    for (PlatformCounts counts : summary.platforms()) {
      if (counts.meant() >= FEW && counts.lost() * 2 > counts.meant()) {
        List<String> ways = new ArrayList<>();
        for (Platform other : Platforms.otherSetUps(counts.platform())) {
          List<Delimiter> more = new ArrayList<>(Spelling.delimiters(other.reader()));
          more.removeAll(Spelling.delimiters(counts.platform().reader()));
          if (!more.isEmpty()) {
            ways.add(
                other.id()
                    + " (which takes "
                    + String.join(" ", more.stream().map(Delimiter::opener).toList())
                    + " besides)");
          }
        }
        if (!ways.isEmpty()) {
          lines.add(
              counts.platform().displayName()
                  + " loses most formulas; if yours is set up otherwise, name the platform "
                  + String.join(" or ", ways));
        }
      }
    }
    return lines;
  }

  /** Returns the lines that say what was mended and what can be. */
  static List<String> fixes(Summary summary) {
    List<String> lines = new ArrayList<>();
    if (summary.fixed() > 0) {
      lines.add(count(summary.fixed(), "finding") + " mended");
    }
    int findings = summary.errors() + summary.warnings();
    if (summary.fixable() > 0) {
      lines.add(
          summary.fixable() + " of " + count(findings, "finding") + " can be fixed with --fix");
    }
    if (summary.unsafelyFixable() > 0) {
      lines.add(
          summary.unsafelyFixable()
              + (summary.fixable() > 0 ? " more" : " of " + count(findings, "finding"))
              + " can be fixed with --unsafe-fixes: look at what changes");
    }
    return lines;
  }

  /** Returns a line that says what to do next; empty if there is nothing to do. */
  static Optional<String> next(Summary summary) {
    if (summary.rules().isEmpty()) {
      return Optional.empty();
    }
    String rule = mostFrequentFirst(summary.rules()).get(0).getKey().name();
    String further = "";
    if (summary.fixable() > 0) {
      further = "; --diff shows what --fix does";
    } else if (summary.unsafelyFixable() > 0) {
      further = "; or --diff --unsafe-fixes";
    }
    return Optional.of("next: formulint explain " + rule + further);
  }

  /** Returns the rules with their counts, the most frequent first, then by name. */
  static List<Map.Entry<RuleId, Integer>> mostFrequentFirst(Map<RuleId, Integer> rules) {
    return rules.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<RuleId, Integer> each) -> -each.getValue())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }
}
