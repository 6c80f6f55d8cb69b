package io.github.formulint.run;

import io.github.formulint.cache.Cache;
import io.github.formulint.cache.Circumstances;
import io.github.formulint.config.Config;
import io.github.formulint.config.FixMode;
import io.github.formulint.container.Container;
import io.github.formulint.container.ContainerChecker;
import io.github.formulint.fix.FixApplier;
import io.github.formulint.lint.Checker;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintRun;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.lint.Outcome;
import io.github.formulint.lint.ShownElsewhere;
import io.github.formulint.lint.SuppressingChecker;
import io.github.formulint.lint.UnmendingChecker;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.SmallReadings;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.render.DrawnSign;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.Judge;
import io.github.formulint.render.MacroJudge;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.SummaryCounter;
import io.github.formulint.rule.DocumentDefinitions;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.select.Selection;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One run over documents: checks or mends each as the configuration says, and counts what is found.
 * It writes nothing: whoever runs it does so with the outcomes. For one thread and one run.
 */
public final class DocumentRun {

  /** How long the engines may be asked about one document where nothing is said. */
  public static final Duration MAX_TIME = Duration.ofMinutes(10);

  private final Config config;
  private final MarkdownReader reader;
  private final Plan plan;
  private final Function<List<EngineId>, FormulaJudge> judges;
  private final Optional<Cache> cache;
  private final SummaryCounter counter = new SummaryCounter();

  /** For all documents of the run, each of which has a linter of its own. */
  private final SmallReadings smallReadings = new SmallReadings();

  private final Map<String, Shortfall.Collector> shortfalls = new ConcurrentHashMap<>();
  private final Shortfall.Collector shortfall = new Shortfall.Collector();
  private final Duration maxTime;

  /**
   * Makes a run.
   *
   * @param config what is asked for
   * @param reader finds the formulas
   * @param plan what holds for each document
   * @param judges returns the engines of these names, the same ones each time; on any thread
   * @param cache what earlier runs found with the usual platforms and engines, if that counts
   * @param maxTime how long the engines may be asked about one document, by the clock; the rest of
   *     its formulas is not tried
   */
  public DocumentRun(
      Config config,
      MarkdownReader reader,
      Plan plan,
      Function<List<EngineId>, FormulaJudge> judges,
      Optional<Cache> cache,
      Duration maxTime) {
    this.maxTime = Objects.requireNonNull(maxTime);
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
   * @param outcomes takes what became of each and what the engines owed it, in their order, on the
   *     calling thread
   * @return what was found
   * @throws InterruptedException if the calling thread is interrupted
   */
  public RunResult over(List<Input> inputs, BiConsumer<Outcome, Shortfall> outcomes)
      throws InterruptedException {
    LintRun run = new LintRun(config.jobs());
    Iterator<Input> turns = inputs.iterator();
    Consumer<Outcome> counted =
        outcome -> {
          Outcome chosen = chosen(outcome);
          count(chosen);
          outcomes.accept(chosen, shortfallOf(turns.next()));
        };
    if (config.fixMode() == FixMode.SHOW) {
      run.check(inputs, this::checker, counted);
    } else if (config.fixMode() == FixMode.SUPPRESS) {
      run.mend(inputs, this::suppressor, config.appliedFixes(), counted);
    } else {
      run.mend(inputs, this::checker, config.appliedFixes(), counted);
    }
    return new RunResult(counter.summary(), shortfall.shortfall());
  }

  /** Returns what the engines owed a document that is done, and counts it. */
  private Shortfall shortfallOf(Input input) {
    Shortfall.Collector collector = shortfalls.remove(input.name());
    Shortfall own = collector == null ? Shortfall.NONE : collector.shortfall();
    shortfall.add(own);
    return own;
  }

  /**
   * Returns what suppresses the findings of one file. What earlier runs found is of no use: remarks
   * are proven by what is found with them. Files that hold documents get none.
   */
  private Checker suppressor(Input input) {
    if (Container.of(input.name()).isPresent()) {
      return new UnmendingChecker(checker(input));
    }
    DocumentProfile profile = plan.profile(input.name());
    Parts parts = parts(input, profile);
    FixApplier.Wanted wanted = plan.selection()::wanted;
    Judge judge = parts.bounded(judges.apply(profile.askedEngines()));
    return new SuppressingChecker(
        linter(profile, List.of(), wanted, judge), BuiltInRules.names(), wanted);
  }

  private Parts parts(Input input, DocumentProfile profile) {
    return new Parts(
        profile, shortfalls.computeIfAbsent(input.name(), name -> new Shortfall.Collector()));
  }

  /** Returns what checks one file: what is lacking, and the time that is left, are its own. */
  private Checker checker(Input input) {
    DocumentProfile profile = plan.profile(input.name());
    Parts parts = parts(input, profile);
    return Container.of(input.name())
        .<Checker>map(container -> new ContainerChecker(container, parts, plan.selection()::wanted))
        .orElseGet(() -> parts.checker(List.of(), plan.selection()::wanted));
  }

  /** Checks the documents that stand in a file, and takes their definitions along. */
  private final class Parts implements ContainerChecker.Documents {

    private final DocumentProfile profile;
    private final Shortfall.Collector collector;

    Parts(DocumentProfile profile, Shortfall.Collector collector) {
      this.profile = profile;
      this.collector = collector;
    }

    @Override
    public Checker checker(List<String> earlier, FixApplier.Wanted wanted) {
      FormulaJudge engines = judges.apply(profile.askedEngines());
      if (cache.isEmpty()) {
        return linter(profile, earlier, wanted, bounded(engines));
      }
      Circumstances own =
          new Circumstances(
              cache.get().circumstances().program(),
              engines.versions(),
              profile.platforms(),
              profile.macros(),
              earlier);
      return cache
          .get()
          .in(own)
          .checker(engines, this::bounded, asked -> linter(profile, earlier, wanted, asked));
    }

    private Judge bounded(Judge asked) {
      return new WatchedJudge(asked, new TimedJudge(asked, maxTime), collector);
    }

    @Override
    public List<String> definitions(SourceFile document) {
      return DocumentDefinitions.mayDefine(document)
          ? DocumentDefinitions.of(document, reader.read(document), profile.platforms(), List.of())
              .all()
          : List.of();
    }
  }

  /** Sees what the engines owe a document, whose formulas take their time. */
  private record WatchedJudge(Judge asked, Judge timed, Shortfall.Collector collector)
      implements Judge {

    @Override
    public Map<MathSource, Verdict> judge(Collection<MathSource> formulas) {
      Map<MathSource, Verdict> verdicts = timed.judge(formulas);
      verdicts.values().forEach(collector::add);
      return verdicts;
    }

    @Override
    public Map<MathSource, List<DrawnSign>> signs(Collection<MathSource> formulas) {
      return asked.signs(formulas);
    }
  }

  private Linter linter(
      DocumentProfile profile, List<String> earlier, FixApplier.Wanted wanted, Judge judge) {
    Judge asked = profile.macros().isEmpty() ? judge : new MacroJudge(judge, profile.macros());
    return new Linter(
        reader,
        asked,
        BuiltInRules.all(),
        profile.platforms(),
        earlier,
        wanted,
        elsewhere(profile),
        smallReadings);
  }

  /**
   * Where many documents are published: one platform for each way in which MathJax is set up. Made
   * when a hint asks for them: few runs do.
   */
  private static final class NamedInHints {
    private static final List<Platform> ALL =
        Stream.of("github", "jupyter", "mkdocs")
            .map(Platforms::find)
            .flatMap(Optional::stream)
            .toList();
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
            () -> NamedInHints.ALL,
            new TimedJudge(
                formulas -> judges.apply(ShownElsewhere.engines(NamedInHints.ALL)).judge(formulas),
                maxTime)));
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
          new MendedDocument(
              before.before(), chosen(before.result()), before.applied(), before.suppressed()));
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

  private void count(Outcome outcome) {
    if (outcome instanceof Outcome.Linted linted) {
      counter.add(linted.result());
    } else if (outcome instanceof Outcome.Mended mended) {
      counter.add(mended.mended());
    }
  }
}
