package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * For people: each finding with its source line, carets under the place and a hint; many findings
 * by rule or file, with one of each in full; at the end lines that sum up and say what to do next.
 */
public final class TextReporter implements Reporter {

  /** Up to this many findings are told each by itself, where nothing else is asked for. */
  static final int MOST_BY_THEMSELVES = 50;

  /** How many further places of the same finding are named. */
  private static final int MOST_PLACES = 20;

  private final Writer out;
  private final Palette palette;
  private final Ending ending;
  private final TextLayout layout;
  private final FindingText text;
  private final RuleTable table = new RuleTable();
  private final List<ToldFinding> waiting = new ArrayList<>();
  private final FindingGroups groups;
  private int told;
  private int untold;

  /**
   * Makes a reporter.
   *
   * @param out takes the report
   * @param palette colours or none
   * @param ending what comes after the last finding
   * @param layout how it is laid out
   */
  public TextReporter(Writer out, Palette palette, Ending ending, TextLayout layout) {
    this.out = Objects.requireNonNull(out);
    this.palette = Objects.requireNonNull(palette);
    this.ending = Objects.requireNonNull(ending);
    this.layout = Objects.requireNonNull(layout);
    this.text = new FindingText(palette, layout);
    this.groups = new FindingGroups(layout.grouping() != TextLayout.Grouping.FILE, palette, layout);
  }

  @Override
  public void begin(RunInfo run) {
    // Findings come first: people read from the end of a terminal.
  }

  @Override
  public void document(LintedDocument result) throws IOException {
    for (Diagnostic diagnostic : result.diagnostics()) {
      table.add(diagnostic);
      if (layout.mostFindings().isPresent() && told == layout.mostFindings().getAsInt()) {
        untold++;
      } else {
        told++;
        tell(result.document(), diagnostic);
      }
    }
  }

  private void tell(SourceFile document, Diagnostic diagnostic) throws IOException {
    switch (layout.grouping()) {
      case NONE -> write(text.lines(document, diagnostic));
      case RULE, FILE -> groups.add(told(document, diagnostic));
      case AUTO -> {
        if (told <= MOST_BY_THEMSELVES) {
          waiting.add(told(document, diagnostic));
        } else {
          waiting.forEach(groups::add);
          waiting.clear();
          groups.add(told(document, diagnostic));
        }
      }
    }
  }

  private ToldFinding told(SourceFile document, Diagnostic diagnostic) {
    String sameness =
        diagnostic
            .formula()
            .map(formula -> diagnostic.rule() + "\n" + diagnostic.message() + "\n" + formula.tex())
            .orElse("");
    return new ToldFinding(
        diagnostic.rule(),
        diagnostic.severity(),
        VisibleText.line(document.name()),
        document.lines().position(diagnostic.span().start()).toString(),
        sameness,
        text.lines(document, diagnostic));
  }

  @Override
  public void end(Summary summary) throws IOException {
    writeWaiting();
    for (String each : groups.lines()) {
      line(each);
    }
    if (untold > 0) {
      line(Words.count(untold, "more finding") + " not shown, as --max-findings asks");
    }
    if (ending.hasStatistics()) {
      for (String each : table.lines()) {
        line(each);
      }
    }
    if (ending.hasSummary()) {
      fold(Words.sumUp(summary));
      for (String each : Words.platforms(summary)) {
        fold(each);
      }
      for (String each : Words.setUps(summary)) {
        fold(each);
      }
      for (String each : Words.fixes(summary)) {
        fold(each);
      }
      if (Words.next(summary).isPresent()) {
        fold(Words.next(summary).get());
      }
    }
    out.flush();
  }

  /** Tells the same of the same formula once, with all places. */
  private void writeWaiting() throws IOException {
    Map<Object, List<ToldFinding>> same = new LinkedHashMap<>();
    for (ToldFinding each : waiting) {
      Object key = each.sameness().isEmpty() ? each : each.sameness();
      same.computeIfAbsent(key, first -> new ArrayList<>()).add(each);
    }
    for (List<ToldFinding> each : same.values()) {
      List<String> lines = new ArrayList<>(each.get(0).lines());
      if (each.size() > 1) {
        List<ToldFinding> others = each.subList(1, each.size());
        StringBuilder places = new StringBuilder();
        for (ToldFinding other : others.subList(0, Math.min(MOST_PLACES, others.size()))) {
          places.append(places.isEmpty() ? "" : ", ").append(other.place());
        }
        if (others.size() > MOST_PLACES) {
          places.append(" and ").append(others.size() - MOST_PLACES).append(" more places");
        }
        List<String> wrapped = LineWrap.lines("also at " + places, room(3), room(5));
        lines.add(" = " + wrapped.get(0));
        wrapped.subList(1, wrapped.size()).forEach(line -> lines.add("     " + line));
      }
      write(lines);
    }
    waiting.clear();
  }

  private int room(int used) {
    return layout.width() - used;
  }

  private void fold(String text) throws IOException {
    List<String> lines =
        layout.isLaidOut()
            ? LineWrap.lines(text, layout.width(), room("  ".length()))
            : List.of(text);
    for (int i = 0; i < lines.size(); i++) {
      line((i == 0 ? "" : "  ") + lines.get(i));
    }
  }

  private void write(List<String> lines) throws IOException {
    for (String each : lines) {
      line(each);
    }
    line("");
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
