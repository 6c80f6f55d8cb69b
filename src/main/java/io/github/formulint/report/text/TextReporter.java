package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;

/**
 * For people: each finding with its source line, carets under the place, what each engine says and
 * a hint; at the end a line that sums up.
 */
public final class TextReporter implements Reporter {

  private final Writer out;
  private final Palette palette;
  private final Ending ending;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   * @param palette colours or none
   * @param ending what comes after the last finding
   */
  public TextReporter(Writer out, Palette palette, Ending ending) {
    this.out = Objects.requireNonNull(out);
    this.palette = Objects.requireNonNull(palette);
    this.ending = Objects.requireNonNull(ending);
  }

  @Override
  public void begin(RunInfo run) {
    // Findings come first: people read from the end of a terminal.
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    for (Diagnostic diagnostic : result.diagnostics()) {
      write(result.document(), diagnostic);
    }
  }

  private void write(SourceFile document, Diagnostic diagnostic) throws IOException {
    Severity severity = diagnostic.severity();
    Excerpt excerpt = new Excerpt(document, severity, palette);
    String margin = " ".repeat(excerpt.numberWidth(diagnostic.span()));
    line(
        palette.severity(severity, severity.label() + "[" + diagnostic.rule() + "]")
            + palette.strong(": " + DisplayLine.sanitize(diagnostic.message())));
    line(
        margin
            + palette.frame("--> ")
            + VisibleText.line(document.name())
            + ":"
            + document.lines().position(diagnostic.span().start())
            + Words.inPart(document, diagnostic));
    for (String each : excerpt.lines(diagnostic.span())) {
      line(each);
    }
    String note = margin + palette.frame(" = ");
    if (diagnostic.verdict().isPresent()) {
      writeVerdict(diagnostic.verdict().get(), note);
    }
    if (diagnostic.hint().isPresent()) {
      line(note + palette.good("hint: ") + DisplayLine.sanitize(diagnostic.hint().get()));
    }
    for (Fix fix : diagnostic.fixes()) {
      line(note + palette.good(Words.name(fix)));
      for (String each : excerpt.preview(fix, margin.length())) {
        line(each);
      }
    }
    line("");
  }

  private void writeVerdict(Verdict verdict, String note) throws IOException {
    for (Map.Entry<EngineId, RenderOutcome> each : verdict.outcomes().entrySet()) {
      line(note + each.getKey().displayName() + ": " + Words.say(each.getValue()));
    }
  }

  @Override
  public void end(Summary summary) throws IOException {
    if (ending.hasSummary()) {
      line(Words.sumUp(summary));
      for (String each : Words.platforms(summary)) {
        line(each);
      }
      for (String each : Words.setUps(summary)) {
        line(each);
      }
      for (String each : Words.fixes(summary)) {
        line(each);
      }
    }
    if (ending.hasStatistics()) {
      for (Map.Entry<RuleId, Integer> each : Words.mostFrequentFirst(summary.rules())) {
        line(String.format("%7d  %s", each.getValue(), each.getKey()));
      }
    }
    out.flush();
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
