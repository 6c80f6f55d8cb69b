package io.github.formulint.run;

import io.github.formulint.cache.Cache;
import io.github.formulint.cache.Circumstances;
import io.github.formulint.config.Config;
import io.github.formulint.config.FixMode;
import io.github.formulint.lint.Checker;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintRun;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.lint.Outcome;
import io.github.formulint.lint.ShownElsewhere;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.Judge;
import io.github.formulint.render.MacroJudge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.SummaryCounter;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.select.Selection;
import io.github.formulint.tex.MathSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One run over documents: checks or mends each as the configuration says, and counts what is found.
 * It writes nothing: whoever runs it does so with the outcomes. For one thread and one run.
 */
public final class DocumentRun {

  /** Where many documents are published: one platform for each way in which MathJax is set up. */
  private static final List<Platform> NAMED_IN_HINTS =
      Stream.of("github", "jupyter", "mkdocs")
          .map(Platforms::find)
          .flatMap(Optional::stream)
          .toList();

  private final Config config;
  private final MarkdownReader reader;
  private final Plan plan;
  private final Function<List<EngineId>, FormulaJudge> judges;
  private final Optional<Cache> cache;
  private final Map<DocumentProfile, Checker> checkers = new ConcurrentHashMap<>();
  private final SummaryCounter counter = new SummaryCounter();
  private final AtomicBoolean lacksEngines = new AtomicBoolean();

  /**
   * Makes a run.
   *
   * @param config what is asked for
   * @param reader finds the formulas
   * @param plan what holds for each document
   * @param judges returns the engines of these names, the same ones each time; on any thread
   * @param cache what earlier runs found with the usual platforms and engines, if that counts
   */
  public DocumentRun(
      Config config,
      MarkdownReader reader,
      Plan plan,
      Function<List<EngineId>, FormulaJudge> judges,
      Optional<Cache> cache) {
    this.config = Objects.requireNonNull(config);
    this.reader = Objects.requireNonNull(reader);
    this.plan = Objects.requireNonNull(plan);
    this.judges = Objects.requireNonNull(judges);
    this.cache = Objects.requireNonNull(cache);
  }

  /**
   * Checks documents, and mends them in memory if the configuration says so.
   *
   * @param inputs the documents
   * @param outcomes takes what became of each, in their order, on the calling thread
   * @return what was found
   * @throws InterruptedException if the calling thread is interrupted
   */
  public RunResult over(List<Input> inputs, Consumer<Outcome> outcomes)
      throws InterruptedException {
    LintRun run = new LintRun(config.jobs());
    Consumer<Outcome> counted =
        outcome -> {
          Outcome chosen = chosen(outcome);
          count(chosen);
          outcomes.accept(chosen);
        };
    if (config.fixMode() == FixMode.SHOW) {
      run.check(inputs, this::checker, counted);
    } else {
      run.mend(inputs, this::checker, config.appliedFixes(), counted);
    }
    return new RunResult(counter.summary(), lacksEngines.get());
  }

  private Checker checker(Input input) {
    return checkers.computeIfAbsent(plan.profile(input.name()), this::checker);
  }

  private Checker checker(DocumentProfile profile) {
    FormulaJudge engines = judges.apply(profile.askedEngines());
    Judge judge = formulas -> judge(engines::judge, formulas);
    if (cache.isEmpty()) {
      return linter(profile, judge);
    }
    Circumstances usual = cache.get().circumstances();
    Circumstances own =
        new Circumstances(
            usual.program(), engines.versions(), profile.platforms(), profile.macros());
    return cache.get().in(own).checker(judge, asked -> linter(profile, asked));
  }

  private Checker linter(DocumentProfile profile, Judge judge) {
    Judge asked = profile.macros().isEmpty() ? judge : new MacroJudge(judge, profile.macros());
    return new Linter(
        reader,
        asked,
        BuiltInRules.all(),
        profile.platforms(),
        plan.selection()::wanted,
        elsewhere(profile));
  }

  /** The engines of other platforms are opened when there is a formula to ask about. */
  private Optional<ShownElsewhere> elsewhere(DocumentProfile profile) {
    if (!profile.platforms().isEmpty()
        || !profile.askedEngines().contains(EngineId.KATEX)
        || !profile.macros().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ShownElsewhere(
            NAMED_IN_HINTS,
            formulas -> judges.apply(ShownElsewhere.engines(NAMED_IN_HINTS)).judge(formulas)));
  }

  /** Only here findings are dropped. */
  private Outcome chosen(Outcome outcome) {
    if (outcome instanceof Outcome.Linted linted) {
      return new Outcome.Linted(chosen(linted.result()));
    }
    if (outcome instanceof Outcome.Mended mended) {
      MendedDocument before = mended.mended();
      return new Outcome.Mended(
          mended.input(),
          new MendedDocument(before.before(), chosen(before.result()), before.applied()));
    }
    return outcome;
  }

  private LintedDocument chosen(LintedDocument result) {
    if (result.diagnostics().isEmpty()) {
      plan.selection().baseline().ifPresent(each -> each.nothingIn(result.document().name()));
      return result;
    }
    Selection.Choice choice = plan.selection().choose(result.document(), result.diagnostics());
    return result.choosing(choice.wanted(), choice.dropped());
  }

  private Map<MathSource, Verdict> judge(Judge judge, Collection<MathSource> formulas) {
    Map<MathSource, Verdict> verdicts = judge.judge(formulas);
    if (verdicts.values().stream().anyMatch(DocumentRun::isUnjudged)) {
      lacksEngines.set(true);
    }
    return verdicts;
  }

  private static boolean isUnjudged(Verdict verdict) {
    return !verdict.isRendered()
        && verdict.outcomes().values().stream()
            .allMatch(outcome -> outcome instanceof RenderOutcome.Unavailable);
  }

  private void count(Outcome outcome) {
    if (outcome instanceof Outcome.Linted linted) {
      counter.add(linted.result());
    } else if (outcome instanceof Outcome.Mended mended) {
      counter.add(mended.mended());
    }
  }
}
