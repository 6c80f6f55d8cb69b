package io.github.formulint.lint;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.fix.Analysis;
import io.github.formulint.fix.FixApplier;
import io.github.formulint.fix.FixProver;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.markdown.comparison.SmallReadings;
import io.github.formulint.render.Judge;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.DocumentDefinitions;
import io.github.formulint.rule.Echoes;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.ReviewingRule;
import io.github.formulint.rule.Rule;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.UnreadableSourceException;
import io.github.formulint.suppression.Suppressions;
import io.github.formulint.tex.MathSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pipeline of one document: it is read, its formulas are judged, each distinct one once, and
 * every rule looks at both; what the rules find is put in order. Immutable, and thread-safe if the
 * reader, the judge and the rules are.
 */
public final class Linter implements Checker, Analysis.Analyzer {

  private final MarkdownReader reader;
  private final Judge judge;
  private final List<Rule> rules;
  private final List<Rule> rulesOfProofs;
  private final SmallReadings smallReadings;

  /** The rules whose findings may echo each other. */
  private final List<FormulaRule> causes;

  /** The rules that leave nothing to tell beside their findings. */
  private final Set<RuleId> tellingAll;

  private final List<Platform> platforms;

  /** What was defined before the documents, as TeX. */
  private final List<String> earlier;

  private final FixApplier.Wanted wanted;
  private final Optional<ShownElsewhere> elsewhere;

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
    this(
        reader,
        judge,
        rules,
        platforms,
        List.of(),
        FixApplier.Wanted.ALL,
        Optional.empty(),
        new SmallReadings());
  }

  /**
   * Makes a linter that mends only some findings.
   *
   * @param reader finds the formulas, as their author meant them
   * @param judge says whether they render
   * @param rules what to look for
   * @param platforms where the documents are published
   * @param earlier what other documents of the same page defined before, as TeX, in order
   * @param wanted which findings are mended
   * @param elsewhere says where formulas are shown that KaTeX refuses, if that is to be told
   * @param smallReadings what platforms read in small documents; linters that share it ask once
   */
  public Linter(
      MarkdownReader reader,
      Judge judge,
      List<Rule> rules,
      List<Platform> platforms,
      List<String> earlier,
      FixApplier.Wanted wanted,
      Optional<ShownElsewhere> elsewhere,
      SmallReadings smallReadings) {
    this.smallReadings = Objects.requireNonNull(smallReadings);
    this.earlier = List.copyOf(earlier);
    this.elsewhere = Objects.requireNonNull(elsewhere);
    this.wanted = Objects.requireNonNull(wanted);
    this.reader = Objects.requireNonNull(reader);
    this.judge = Objects.requireNonNull(judge);
    this.rules = List.copyOf(rules);
    this.rulesOfProofs = rules.stream().filter(rule -> !rule.isAboutPlatforms()).toList();
    this.causes =
        rules.stream()
            .filter(FormulaRule.class::isInstance)
            .map(FormulaRule.class::cast)
            .filter(rule -> !rule.tellsTheRest())
            .toList();
    this.tellingAll =
        causes.stream()
            .filter(FormulaRule::tellsAll)
            .map(Rule::id)
            .collect(Collectors.toUnmodifiableSet());
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
        told(analysis.context(), new FixProver(this).prove(analysis)),
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
            told(after, result.after().diagnostics()),
            counts(after)),
        result.applied());
  }

  /** Hints cost a reading by each platform that they name, so they come last. */
  private List<Diagnostic> told(DocumentContext context, List<Diagnostic> diagnostics) {
    return elsewhere.isEmpty() ? diagnostics : elsewhere.get().tell(context, diagnostics, reader);
  }

  private static List<PlatformCounts> counts(DocumentContext context) {
    return context.comparisons().stream().map(PlatformCounts::of).toList();
  }

  /** Returns what is wrong in a document; the fixes are not proven. */
  @Override
  public Analysis analyze(SourceFile document) {
    return analyze(document, rules);
  }

  @Override
  public Analysis analyzeForProof(SourceFile mended) {
    // Whether a remark suppresses anything cannot be told without all findings.
    boolean hasRemarks = !Suppressions.of(mended).all().isEmpty();
    return analyze(mended, hasRemarks ? rules : rulesOfProofs);
  }

  /**
   * Returns what is read in a document: as it is meant, and by each platform asked for.
   *
   * @param document the document
   */
  List<Reading> readings(SourceFile document) {
    List<Reading> readings = new ArrayList<>(List.of(reader.read(document)));
    platforms.forEach(each -> readings.add(each.reader().read(document)));
    return readings;
  }

  private Analysis analyze(SourceFile document, List<Rule> asked) {
    Reading reading = reader.read(document);
    List<Comparison> comparisons =
        platforms.stream().map(each -> Comparison.of(each, document, reading, reader)).toList();
    DocumentDefinitions definitions = DocumentDefinitions.of(document, reading, platforms, earlier);
    DocumentContext context =
        new DocumentContext(
            document,
            reading,
            comparisons,
            judge.judge(judged(reading, comparisons, definitions)),
            definitions,
            judge,
            smallReadings);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Rule rule : asked) {
      rule.check(context, diagnostics::add);
    }
    diagnostics.removeIf(diagnostic -> isRefuted(diagnostic, context));
    diagnostics.sort(Diagnostic.BY_PLACE);
    removeBeside(diagnostics);
    removeEchoes(diagnostics, context);
    for (Rule rule : rules) {
      if (rule instanceof ReviewingRule reviewing) {
        List<Diagnostic> found = List.copyOf(diagnostics);
        reviewing.review(context, found, diagnostics::add);
      }
    }
    diagnostics.sort(Diagnostic.BY_PLACE);
    return new Analysis(context, diagnostics);
  }

  /** Removes what is found beside a finding that tells all of its formula. */
  private void removeBeside(List<Diagnostic> diagnostics) {
    Set<Formula> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Diagnostic diagnostic : diagnostics) {
      if (tellingAll.contains(diagnostic.rule())) {
        told.add(diagnostic.formula().orElseThrow());
      }
    }
    if (!told.isEmpty()) {
      diagnostics.removeIf(
          diagnostic ->
              !diagnostic.isAboutReading()
                  && diagnostic.formula().filter(told::contains).isPresent()
                  && !tellingAll.contains(diagnostic.rule()));
    }
  }

  private void removeEchoes(List<Diagnostic> diagnostics, DocumentContext context) {
    Map<Formula, List<Diagnostic>> byFormula = new IdentityHashMap<>();
    Set<RuleId> ids = causes.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
    for (Diagnostic diagnostic : diagnostics) {
      boolean mayEcho =
          !diagnostic.isAboutReading()
              && ids.contains(diagnostic.rule())
              && diagnostic.verdict().filter(verdict -> !verdict.isRendered()).isPresent();
      if (mayEcho) {
        byFormula
            .computeIfAbsent(diagnostic.formula().orElseThrow(), formula -> new ArrayList<>())
            .add(diagnostic);
      }
    }
    Set<Diagnostic> echoes = Collections.newSetFromMap(new IdentityHashMap<>());
    byFormula.forEach(
        (formula, findings) -> {
          if (findings.size() > 1) {
            JudgedFormula judged = new JudgedFormula(formula, context.verdict(formula), context);
            echoes.addAll(findings);
            Echoes.without(judged, findings, causes).forEach(echoes::remove);
          }
        });
    if (!echoes.isEmpty()) {
      diagnostics.removeIf(echoes::contains);
    }
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
        .filter(formula -> formula.fate() == Fate.ALTERED || formula.isInOtherStyle())
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
