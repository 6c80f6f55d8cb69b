package io.github.formulint.lint;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.fix.Analysis;
import io.github.formulint.fix.FixApplier;
import io.github.formulint.fix.FixProver;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.render.Judge;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pipeline of one document: it is read, its formulas are judged, each distinct one once, and
 * every rule looks at both; what the rules find is put in order. Immutable, and thread-safe if the
 * reader, the judge and the rules are.
 */
public final class Linter implements Analysis.Analyzer {

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Diagnostic::span)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::rule)
          .thenComparing(Diagnostic::message);

  private final MarkdownReader reader;
  private final Judge judge;
  private final List<Rule> rules;

  /**
   * Makes a linter.
   *
   * @param reader finds the formulas
   * @param judge says whether they render
   * @param rules what to look for
   */
  public Linter(MarkdownReader reader, Judge judge, List<Rule> rules) {
    this.reader = Objects.requireNonNull(reader);
    this.judge = Objects.requireNonNull(judge);
    this.rules = List.copyOf(rules);
  }

  /**
   * Returns what is wrong in a document, with the fixes that are proven.
   *
   * @param document the document
   */
  public LintedDocument lint(SourceFile document) {
    Analysis analysis = analyze(document);
    return new LintedDocument(
        document, analysis.context().reading(), new FixProver(this).prove(analysis));
  }

  /**
   * Returns a document with its proven fixes applied, in memory, and what is wrong in it then.
   *
   * @param document the document
   * @param allowed which fixes may be applied
   */
  public MendedDocument mend(SourceFile document, Set<Applicability> allowed) {
    FixApplier.Result result = new FixApplier(this).apply(document, allowed);
    DocumentContext after = result.after().context();
    return new MendedDocument(
        document,
        new LintedDocument(after.document(), after.reading(), result.after().diagnostics()),
        result.applied());
  }

  /** Returns what is wrong in a document; the fixes are not proven. */
  @Override
  public Analysis analyze(SourceFile document) {
    Reading reading = reader.read(document);
    Set<MathSource> formulas =
        reading.formulas().stream()
            .filter(formula -> !formula.isEmpty())
            .map(Formula::source)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    DocumentContext context = new DocumentContext(document, reading, judge.judge(formulas), judge);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Rule rule : rules) {
      rule.check(context, diagnostics::add);
    }
    diagnostics.sort(BY_PLACE);
    return new Analysis(context, diagnostics);
  }
}
