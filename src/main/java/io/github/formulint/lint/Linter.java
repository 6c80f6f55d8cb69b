package io.github.formulint.lint;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
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
public final class Linter {

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
   * Returns what is wrong in a document.
   *
   * @param document the document
   */
  public LintedDocument lint(SourceFile document) {
    Reading reading = reader.read(document);
    Set<MathSource> formulas =
        reading.formulas().stream()
            .filter(formula -> !formula.isEmpty())
            .map(Formula::source)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    DocumentContext context = new DocumentContext(document, reading, judge.judge(formulas));
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Rule rule : rules) {
      rule.check(context, diagnostics::add);
    }
    diagnostics.sort(BY_PLACE);
    return new LintedDocument(document, reading, diagnostics);
  }
}
