package io.github.formulint.fuzz;

import io.github.formulint.config.OutputFormat;
import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintRun;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.lint.Outcome;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.SummaryCounter;
import io.github.formulint.report.text.Palette;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.run.Reporters;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.SourceReader;
import io.github.formulint.source.Span;
import io.github.formulint.source.UnreadableSourceException;
import io.github.formulint.testing.Json;
import io.github.formulint.testing.Xml;
import io.github.formulint.tex.MathSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Puts documents through the whole pipeline, from their bytes to the mended document, with the real
 * engines and all rules, and throws an {@link AssertionError} where formulint does not do what it
 * promises. For one thread.
 */
final class PipelineCheck {

  /** A document may have a fix for each of its letters; the first ones do. */
  private static final int MAX_FIXES = 3;

  private static final int ATTEMPTS = 3;

  private final Judges judges = new Judges();

  /**
   * Checks one document.
   *
   * @param bytes the document
   */
  void check(byte[] bytes) {
    judges.nextDocument();
    Patience patience = Patience.begin();
    try {
      for (int attempt = 1; !isInTime(bytes); attempt++) {
        // A compiler or a collector at work may have used the time; it will not do so again.
        judges.forget();
        require(attempt < ATTEMPTS, "it takes longer than " + Patience.LIMIT.toSeconds() + " s");
      }
    } catch (AssertionError e) {
      if (!patience.hasStoodStill()) {
        throw e;
      }
      // The engines' deadlines went by while the process was stopped.
      judges.forget();
    }
  }

  private boolean isInTime(byte[] bytes) {
    Patience patience = Patience.begin();
    pipeline(bytes);
    return !patience.isExceeded();
  }

  private void pipeline(byte[] bytes) {
    SourceFile document;
    try {
      document = new SourceReader().decode(bytes, "input.md");
    } catch (UnreadableSourceException e) {
      requireLine(e.getMessage());
      return;
    }
    require(
        Arrays.equals(document.text().getBytes(document.charset()), bytes),
        "the bytes of the document do not come back");
    Linter linter = linter(bytes.length);
    LintedDocument result = lint(linter, document);
    verdicts(result);
    places(result);
    reports(result);
    // What mending costs is many times what reading costs, so each document has one share of it.
    switch (document.text().hashCode() & 3) {
      case 0 -> mending(linter, document, Set.of(Applicability.SAFE));
      case 1 -> mending(linter, document, Set.of(Applicability.SAFE, Applicability.UNSAFE));
      default -> fixes(linter, result);
    }
  }

  /** Returns a linter that asks no platform, or one that the length of the document chooses. */
  private Linter linter(int length) {
    List<Platform> all = Platforms.all();
    List<Platform> asked = length % 5 == 0 ? List.of(all.get(length / 5 % all.size())) : List.of();
    return new Linter(new UniversalReader(), judges.first()::judge, BuiltInRules.all(), asked);
  }

  private static LintedDocument lint(Linter linter, SourceFile document) {
    return outcome(document, (run, input) -> consumer -> run.check(input, linter, consumer))
            instanceof Outcome.Linted linted
        ? linted.result()
        : unreachable();
  }

  private static MendedDocument mend(
      Linter linter, SourceFile document, Set<Applicability> allowed) {
    return outcome(document, (run, input) -> consumer -> run.mend(input, linter, allowed, consumer))
            instanceof Outcome.Mended mended
        ? mended.mended()
        : unreachable();
  }

  private static <T> T unreachable() {
    throw new AssertionError("another outcome than was asked for");
  }

  private interface Work {
    void deliver(Consumer<Outcome> outcomes) throws InterruptedException;
  }

  private interface Kind {
    Work of(LintRun run, List<Input> inputs);
  }

  /** Runs as the program does: on a thread of its own, with breakdowns caught. */
  private static Outcome outcome(SourceFile document, Kind kind) {
    List<Outcome> outcomes = new ArrayList<>();
    Input input =
        new Input(
            document.name(),
            Optional.empty(),
            () -> new SourceReader().bytes(bytes(document), document.name()));
    try {
      kind.of(new LintRun(1), List.of(input)).deliver(outcomes::add);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (outcomes.get(0) instanceof Outcome.Broken broken) {
      throw new AssertionError("internal error", broken.cause());
    }
    if (outcomes.get(0) instanceof Outcome.Unreadable unreadable) {
      throw new AssertionError(unreadable.message());
    }
    return outcomes.get(0);
  }

  private static InputStream bytes(SourceFile document) {
    return new ByteArrayInputStream(document.text().getBytes(document.charset()));
  }

  private static Reading reading(SourceFile document) {
    return new UniversalReader().read(document);
  }

  private void verdicts(LintedDocument result) {
    for (Formula formula : reading(result.document()).formulas()) {
      require(
          new Span(0, result.document().text().length()).contains(formula.span()),
          "a formula outside the document: " + formula.span());
      if (!formula.isEmpty()) {
        MathSource source = formula.source();
        judges.judge(source).outcomes().forEach((engine, each) -> outcome(source, each));
      }
    }
    judges.requireSameAlone(
        reading(result.document()).formulas().stream()
            .filter(formula -> !formula.isEmpty())
            .map(Formula::source)
            .toList());
  }

  private static void outcome(MathSource formula, RenderOutcome outcome) {
    Span all = new Span(0, formula.tex().length());
    outcome
        .place()
        .ifPresent(place -> require(all.contains(place), "place outside the TeX: " + outcome));
    outcome.message().ifPresent(message -> require(!message.isBlank(), "no message: " + outcome));
    require(!(outcome instanceof RenderOutcome.Crashed), "an engine broke down: " + outcome);
    require(!(outcome instanceof RenderOutcome.Unavailable), "no engine: " + outcome);
  }

  private static void places(LintedDocument result) {
    Span all = new Span(0, result.document().text().length());
    for (Diagnostic diagnostic : result.diagnostics()) {
      require(all.contains(diagnostic.span()), "a finding outside the document: " + diagnostic);
      requireLine(diagnostic.message());
      diagnostic.hint().ifPresent(PipelineCheck::requireLine);
      for (Fix fix : diagnostic.fixes()) {
        requireLine(fix.description());
        require(all.contains(fix.span()), "a fix outside the document: " + fix);
      }
    }
  }

  private void reports(LintedDocument result) {
    SummaryCounter counter = new SummaryCounter();
    counter.add(result);
    for (OutputFormat format : OutputFormat.values()) {
      StringWriter out = new StringWriter();
      Reporter reporter = Reporters.of(format, out, Palette.PLAIN, new Ending(true, true));
      try {
        reporter.begin(new RunInfo("0", judges.first().versions()));
        reporter.document(result);
        reporter.end(counter.summary());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      report(format, out.toString());
    }
  }

  private static void report(OutputFormat format, String report) {
    switch (format) {
      case JSON, GITLAB, SARIF -> Json.parse(report);
      case JSONL, RDJSONL -> Json.lines(report);
      case JUNIT, CHECKSTYLE -> Xml.parse(report);
      case TEXT, CONCISE, GITHUB ->
          require(
              report.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'),
              "a control character goes to the terminal, format " + format);
    }
  }

  private static void fixes(Linter linter, LintedDocument before) {
    int tried = 0;
    for (Diagnostic diagnostic : before.diagnostics()) {
      for (Fix fix : diagnostic.fixes()) {
        if (++tried > MAX_FIXES) {
          return;
        }
        fix(linter, before, diagnostic, fix);
      }
    }
  }

  private static void fix(Linter linter, LintedDocument before, Diagnostic diagnostic, Fix fix) {
    LintedDocument after = lint(linter, apply(fix, before.document()));
    int growth = after.document().text().length() - before.document().text().length();
    Span region = region(diagnostic, fix);
    Span grown = new Span(region.start(), region.end() + growth);
    UnaryOperator<Span> shift =
        span ->
            span.start() < region.end()
                ? span
                : new Span(span.start() + growth, span.end() + growth);
    require(
        outside(before, region, shift).equals(outside(after, grown, UnaryOperator.identity())),
        "a fix changes another formula: " + fix);
    require(
        count(after, diagnostic, grown) < count(before, diagnostic, region),
        "a fix does not mend its finding: " + diagnostic.message() + ": " + fix);
  }

  private static SourceFile apply(Fix fix, SourceFile document) {
    StringBuilder text = new StringBuilder(document.text());
    for (int i = fix.edits().size() - 1; i >= 0; i--) {
      Edit edit = fix.edits().get(i);
      text.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    return new SourceFile(document.name(), text.toString(), document.charset());
  }

  private static Span region(Diagnostic diagnostic, Fix fix) {
    Span formula = diagnostic.formula().map(Formula::span).orElse(diagnostic.span());
    return hull(hull(diagnostic.span(), fix.span()), formula);
  }

  private static Span hull(Span one, Span other) {
    return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
  }

  private record Read(Span span, MathSource source) {}

  private static List<Read> outside(
      LintedDocument document, Span region, UnaryOperator<Span> shift) {
    return reading(document.document()).formulas().stream()
        .filter(formula -> !formula.span().overlaps(region))
        .map(formula -> new Read(shift.apply(formula.span()), formula.source()))
        .toList();
  }

  private static long count(LintedDocument document, Diagnostic like, Span region) {
    return document.diagnostics().stream()
        .filter(each -> each.rule().equals(like.rule()) && region.contains(each.span()))
        .count();
  }

  private static void mending(Linter linter, SourceFile document, Set<Applicability> allowed) {
    MendedDocument first = mend(linter, document, allowed);
    LintedDocument result = first.result();
    SourceFile mended = result.document();
    require(
        mended.hasByteOrderMark() == document.hasByteOrderMark(), "the byte order mark is lost");
    require(mended.charset().equals(document.charset()), "the character set is lost");
    require(
        first.isChanged() || mended.text().equals(document.text()), "changed, and does not say so");
    lineEndings(document.text(), mended.text());
    require(
        result.diagnostics().stream().noneMatch(each -> allowed.stream().anyMatch(each::hasFix)),
        "a second run would mend more");
    try {
      byte[] written = mended.text().getBytes(mended.charset());
      SourceFile read = new SourceReader().decode(written, mended.name());
      require(read.text().equals(mended.text()), "the mended document does not come back");
    } catch (UnreadableSourceException e) {
      throw new AssertionError("the mended document cannot be read", e);
    }
    MendedDocument second = mend(linter, mended, allowed);
    require(second.result().document().text().equals(mended.text()), "a second run mends more");
  }

  private static void lineEndings(String before, String after) {
    boolean hasOnlyPairs = before.contains("\r\n") && !hasLoneFeed(before);
    require(
        !hasOnlyPairs || !hasLoneFeed(after), "a line ends otherwise than those of the document");
    require(
        before.indexOf('\r') >= 0 || after.indexOf('\r') < 0,
        "a line ends otherwise than those of the document");
  }

  private static boolean hasLoneFeed(String text) {
    return text.replace("\r\n", "").indexOf('\n') >= 0;
  }

  private static void requireLine(String text) {
    require(!text.isBlank(), "a message is empty");
    require(
        text.chars().noneMatch(c -> c == '\n' || c == '\r'), "a message has two lines: " + text);
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
