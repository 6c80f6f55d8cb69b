package io.github.formulint.lint;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.fix.Analysis;
import io.github.formulint.fix.FixApplier;
import io.github.formulint.fix.FixProver;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.render.Judge;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.DocumentDefinitions;
import io.github.formulint.rule.ReviewingRule;
import io.github.formulint.rule.Rule;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.UnreadableSourceException;
import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The pipeline of one document: it is read, its formulas are judged, each distinct one once, and
 * every rule looks at both; what the rules find is put in order. Immutable, and thread-safe if the
 * reader, the judge and the rules are.
 */
public final class Linter implements Checker, Analysis.Analyzer {

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Diagnostic::span)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::rule)
          .thenComparing(Diagnostic::message);

  private final MarkdownReader reader;
  private final Judge judge;
  private final List<Rule> rules;
  private final List<Platform> platforms;
  private final FixApplier.Wanted wanted;

  /**
   * Makes a linter that asks no platform.
   *
   * @param reader finds the formulas
   * @param judge says whether they render
   * @param rules what to look for
   */
  public Linter(MarkdownReader reader, Judge judge, List<Rule> rules) {
    this(reader, judge, rules, List.of());
  }

  /**
   * Makes a linter.
   *
   * @param reader finds the formulas, as their author meant them
   * @param judge says whether they render
   * @param rules what to look for
   * @param platforms where the documents are published
   */
  public Linter(MarkdownReader reader, Judge judge, List<Rule> rules, List<Platform> platforms) {
    this(reader, judge, rules, platforms, FixApplier.Wanted.ALL);
  }

  /**
   * Makes a linter that mends only some findings.
   *
   * @param reader finds the formulas, as their author meant them
   * @param judge says whether they render
   * @param rules what to look for
   * @param platforms where the documents are published
   * @param wanted which findings are mended
   */
  public Linter(
      MarkdownReader reader,
      Judge judge,
      List<Rule> rules,
      List<Platform> platforms,
      FixApplier.Wanted wanted) {
    this.wanted = Objects.requireNonNull(wanted);
    this.reader = Objects.requireNonNull(reader);
    this.judge = Objects.requireNonNull(judge);
    this.rules = List.copyOf(rules);
    this.platforms = List.copyOf(platforms);
  }

  @Override
  public LintedDocument check(SourceBytes document) throws UnreadableSourceException {
    return lint(document.decode());
  }

  @Override
  public MendedDocument mend(SourceBytes document, Set<Applicability> allowed)
      throws UnreadableSourceException {
    return mend(document.decode(), allowed);
  }

  /**
   * Returns what is wrong in a document, with the fixes that are proven.
   *
   * @param document the document
   */
  public LintedDocument lint(SourceFile document) {
    Analysis analysis = analyze(document);
    return new LintedDocument(
        document,
        FormulaTally.of(analysis.context().reading()),
        new FixProver(this).prove(analysis),
        counts(analysis.context()));
  }

  /**
   * Returns a document with its proven fixes applied, in memory, and what is wrong in it then.
   *
   * @param document the document
   * @param allowed which fixes may be applied
   */
  public MendedDocument mend(SourceFile document, Set<Applicability> allowed) {
    FixApplier.Result result = new FixApplier(this, wanted).apply(document, allowed);
    DocumentContext after = result.after().context();
    return new MendedDocument(
        document,
        new LintedDocument(
            after.document(),
            FormulaTally.of(after.reading()),
            result.after().diagnostics(),
            counts(after)),
        result.applied());
  }

  private static List<PlatformCounts> counts(DocumentContext context) {
    return context.comparisons().stream().map(PlatformCounts::of).toList();
  }

  /** Returns what is wrong in a document; the fixes are not proven. */
  @Override
  public Analysis analyze(SourceFile document) {
    Reading reading = reader.read(document);
    List<Comparison> comparisons =
        platforms.stream().map(each -> Comparison.of(each, document, reading, reader)).toList();
    DocumentDefinitions definitions = DocumentDefinitions.of(document, reading, platforms);
    DocumentContext context =
        new DocumentContext(
            document,
            reading,
            comparisons,
            judge.judge(judged(reading, comparisons, definitions)),
            definitions,
            judge);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Rule rule : rules) {
      rule.check(context, diagnostics::add);
    }
    diagnostics.removeIf(diagnostic -> isRefuted(diagnostic, context));
    for (Rule rule : rules) {
      if (rule instanceof ReviewingRule reviewing) {
        List<Diagnostic> found = List.copyOf(diagnostics);
        reviewing.review(context, found, diagnostics::add);
      }
    }
    diagnostics.sort(BY_PLACE);
    return new Analysis(context, diagnostics);
  }

  /** Returns what the engines are asked: the formulas as they were meant, and as they are shown. */
  private static Set<MathSource> judged(
      Reading reading, List<Comparison> comparisons, DocumentDefinitions definitions) {
    Set<MathSource> formulas = new LinkedHashSet<>();
    reading.formulas().stream()
        .filter(formula -> !formula.isEmpty())
        .map(definitions::source)
        .forEach(formulas::add);
    comparisons.stream()
        .flatMap(comparison -> comparison.formulas().stream())
        .filter(formula -> formula.fate() == Fate.ALTERED)
        .map(formula -> definitions.source(formula.shown()))
        .forEach(formulas::add);
    return formulas;
  }

  /** Returns whether a finding in a formula is about TeX that no platform asked for gets. */
  private static boolean isRefuted(Diagnostic diagnostic, DocumentContext context) {
    return diagnostic.platforms().isEmpty()
        && diagnostic.formula().filter(context::isWrittenForPlatforms).isPresent();
  }
}
