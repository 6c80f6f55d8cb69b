package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.source.LineIndex;
import io.github.formulint.source.Position;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Annotations in GitHub Actions: a workflow command for each finding, which the runner takes from
 * standard output and shows beside the line ("Workflow commands for GitHub Actions", setting an
 * error or warning message). GitHub shows at most ten errors and ten warnings of a step as
 * annotations ("Usage limits" of the same page), so those are ten that tell most: one of each rule,
 * then others. The rest are plain lines of the log, and the last line says how many they are; the
 * message of an annotation names its place again, for the log.
 */
public final class GitHubReporter implements Reporter {

  /** How many errors, and how many warnings, GitHub shows. */
  private static final int MOST_SHOWN = 10;

  private final Writer out;
  private final Ending ending;
  private final Map<RuleId, Integer> repeats = new HashMap<>();
  private final Map<Severity, PriorityQueue<Held>> held = new EnumMap<>(Severity.class);
  private final Map<Severity, Integer> left = new EnumMap<>(Severity.class);
  private int index;

  /** A finding that may become an annotation; those that tell least come first. */
  private record Held(int repeat, int index, String annotation, String plain)
      implements Comparable<Held> {

    private static final Comparator<Held> LEAST_FIRST =
        Comparator.comparingInt(Held::repeat).thenComparingInt(Held::index).reversed();

    @Override
    public int compareTo(Held other) {
      return LEAST_FIRST.compare(this, other);
    }
  }

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   * @param ending what comes after the last finding, for the log
   */
  public GitHubReporter(Writer out, Ending ending) {
    this.out = Objects.requireNonNull(out);
    this.ending = Objects.requireNonNull(ending);
  }

  @Override
  public void begin(RunInfo run) {
    // Findings come first: people read from the end of a log.
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    for (Diagnostic diagnostic : result.diagnostics()) {
      hold(diagnostic.severity(), held(result.document(), diagnostic));
    }
  }

  private Held held(SourceFile document, Diagnostic diagnostic) {
    String annotation =
        "::"
            + diagnostic.severity().label()
            + " file="
            + escapeProperty(document.name())
            + place(document.lines(), diagnostic)
            + ",title="
            + escapeProperty("formulint (" + diagnostic.rule() + ")")
            + "::"
            + escape(message(document, diagnostic));
    // A line must not begin with a name: one with two colons would be a command.
    String plain =
        diagnostic.severity().label()
            + " "
            + VisibleText.line(message(document, diagnostic).lines().findFirst().orElse(""))
            + " ["
            + diagnostic.rule()
            + "]";
    int repeat = repeats.merge(diagnostic.rule(), 1, Integer::sum);
    return new Held(repeat, index++, annotation, plain);
  }

  /** Keeps those that tell most; memory does not grow with their number. */
  private void hold(Severity severity, Held finding) throws IOException {
    PriorityQueue<Held> kept = held.computeIfAbsent(severity, key -> new PriorityQueue<>());
    kept.add(finding);
    if (kept.size() > MOST_SHOWN) {
      line(kept.remove().plain());
      left.merge(severity, 1, Integer::sum);
    }
  }

  /**
   * Returns the properties that say where. The runner drops the columns of a place on many lines
   * (actions/runner, {@code ValidateLinesAndColumns}), so they are left out there.
   */
  private static String place(LineIndex lines, Diagnostic diagnostic) {
    Position start = lines.position(diagnostic.span().start());
    Position end = lines.position(diagnostic.span().end());
    boolean endsBeforeText = end.line() > start.line() && end.column() == 1;
    int lastLine = endsBeforeText ? end.line() - 1 : end.line();
    String columns =
        end.line() == start.line() ? ",col=" + start.column() + ",endColumn=" + end.column() : "";
    return ",line=" + start.line() + ",endLine=" + lastLine + columns;
  }

  private static String message(SourceFile document, Diagnostic diagnostic) {
    String message =
        VisibleText.line(document.name())
            + ":"
            + document.lines().position(diagnostic.span().start())
            + ": "
            + DisplayLine.sanitize(diagnostic.message())
            + Words.inPart(document, diagnostic);
    return diagnostic
        .hint()
        .map(hint -> message + "\nhint: " + DisplayLine.sanitize(hint))
        .orElse(message);
  }

  /** The runner also shows the line in its log, so nothing in it may be for a terminal. */
  private static String escape(String text) {
    return VisibleText.line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  /** Properties end at a comma, and all of them at two colons. */
  private static String escapeProperty(String text) {
    return escape(text).replace(":", "%3A").replace(",", "%2C");
  }

  @Override
  public void end(Summary summary) throws IOException {
    List<Held> shown = new ArrayList<>();
    held.values().forEach(shown::addAll);
    shown.sort(Comparator.comparingInt(Held::index));
    for (Held each : shown) {
      line(each.annotation());
    }
    if (!left.isEmpty()) {
      line(
          "GitHub shows at most "
              + MOST_SHOWN
              + " errors and "
              + MOST_SHOWN
              + " warnings of a step: "
              + Words.count(left.getOrDefault(Severity.ERROR, 0), "error")
              + " and "
              + Words.count(left.getOrDefault(Severity.WARNING, 0), "warning")
              + " more stand above in the log");
    }
    if (ending.hasSummary()) {
      line(Words.sumUp(summary));
    }
    if (ending.hasStatistics()) {
      for (Map.Entry<RuleId, Integer> each : Words.mostFrequentFirst(summary.rules())) {
        line(each.getValue() + " " + each.getKey());
      }
    }
    out.flush();
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
