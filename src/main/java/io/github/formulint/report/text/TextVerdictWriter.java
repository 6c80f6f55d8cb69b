package io.github.formulint.report.text;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.VerdictWriter;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;

/** For people: {@code ok} or {@code error}, the formula, and what the engines say against it. */
public final class TextVerdictWriter implements VerdictWriter {

  private final Writer out;

  /**
   * Makes a writer.
   *
   * @param out takes the lines
   */
  public TextVerdictWriter(Writer out) {
    this.out = Objects.requireNonNull(out);
  }

  @Override
  public void verdict(MathSource formula, Verdict verdict, Map<String, String> members)
      throws IOException {
    StringBuilder line = new StringBuilder(verdict.isRendered() ? "ok     " : "error  ");
    line.append(DisplayLine.sanitize(formula.tex()));
    String separator = "  -- ";
    for (Map.Entry<EngineId, RenderOutcome> each : verdict.outcomes().entrySet()) {
      RenderOutcome outcome = each.getValue();
      if (!outcome.isRendered()) {
        line.append(separator).append(each.getKey().displayName()).append(": ");
        line.append(Words.say(outcome));
        outcome
            .place()
            .map(Span::start)
            .ifPresent(at -> line.append(" (at ").append(at).append(')'));
        separator = "; ";
      }
    }
    out.write(line.append('\n').toString());
  }

  @Override
  public void unreadable(long line, String problem) throws IOException {
    out.write("error  line " + line + ": " + DisplayLine.sanitize(problem) + "\n");
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
