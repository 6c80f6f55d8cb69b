package io.github.formulint.lsp;

import io.github.formulint.config.Config;
import io.github.formulint.config.ConfigFileException;
import io.github.formulint.config.ConfigTree;
import io.github.formulint.config.FixMode;
import io.github.formulint.config.Layer;
import io.github.formulint.config.Settings;
import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Outcome;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.Verdict;
import io.github.formulint.run.DocumentRun;
import io.github.formulint.run.OtherJudges;
import io.github.formulint.run.Plan;
import io.github.formulint.run.Shortfall;
import io.github.formulint.run.Wiring;
import io.github.formulint.select.Baseline;
import io.github.formulint.select.BaselineException;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Checks and mends what an editor has open, as the command line does with files, and keeps the
 * engines warm. The configuration is read anew each time, so that changes count at once.
 * Thread-safe.
 */
final class DocumentChecks implements AutoCloseable {

  private final Wiring wiring;
  private final Consumer<String> notices;
  private final OtherJudges judges;

  DocumentChecks(Wiring wiring, Consumer<String> notices) {
    this.wiring = wiring;
    this.notices = notices;
    this.judges =
        new OtherJudges(asked -> new FormulaJudge(wiring.engines(asked, notices), 1, notices));
  }

  /** What could not be done, in words for people. */
  static final class NotCheckedException extends Exception {

    private static final long serialVersionUID = 1;

    NotCheckedException(String message) {
      super(message);
    }
  }

  /** Returns what is wrong in a document; nothing in one that is left out. */
  LintedDocument check(OpenDocument document, Path root)
      throws NotCheckedException, InterruptedException {
    return run(document, root, FixMode.SHOW, Set.of());
  }

  /** Returns a document with its safe fixes made. */
  SourceFile mended(OpenDocument document, Path root)
      throws NotCheckedException, InterruptedException {
    return run(document, root, FixMode.APPLY, Set.of(Applicability.SAFE)).document();
  }

  /** Returns the formulas of a document, as their author meant them. */
  Reading reading(OpenDocument document) {
    return wiring.reader().read(document.source());
  }

  /** Returns what the engines that are asked for a document say of a formula of it. */
  Verdict verdict(OpenDocument document, Path root, Formula formula) throws NotCheckedException {
    MathSource source = formula.source();
    Setup setup = setup(document, root, FixMode.SHOW, Set.of());
    List<EngineId> asked = setup.plan.profile(document.source().name()).askedEngines();
    return judges.of(asked).judge(Set.of(source)).get(source);
  }

  private static Setup setup(
      OpenDocument document, Path root, FixMode mode, Set<Applicability> fixes)
      throws NotCheckedException {
    try {
      return new Setup(document, root, mode, fixes);
    } catch (ConfigFileException | BaselineException e) {
      throw new NotCheckedException(e.getMessage());
    }
  }

  /** What holds for a document. */
  private static final class Setup {

    private final Input input;
    private final boolean isLeftOut;
    private final Config config;
    private final Plan plan;

    Setup(OpenDocument document, Path root, FixMode mode, Set<Applicability> fixes)
        throws ConfigFileException, BaselineException {
      String name = document.source().name();
      SourceFile source = document.source();
      Path path = document.path().orElse(root.resolve(name.replace(':', '_')));
      ConfigTree tree = ConfigTree.searching(root);
      this.input = new Input(name, Optional.of(path), () -> SourceBytes.of(name, source.text()));
      this.isLeftOut = document.path().isPresent() && tree.exclusion(path).isPresent();
      Settings said = Settings.NONE;
      for (Layer layer : tree.layers(path)) {
        said = layer.settings().over(said);
      }
      this.config = said.config(mode, fixes);
      Optional<Baseline> baseline = Optional.empty();
      if (said.baseline().isPresent()) {
        Path file = said.baseline().get();
        baseline = Optional.of(Baseline.read(file, file.toString(), each -> path));
      }
      List<Layer> editor = List.of(new Layer("the editor", Settings.NONE));
      this.plan = Plan.of(config, List.of(input), root, tree, editor, baseline, Optional.empty());
    }
  }

  private LintedDocument run(
      OpenDocument document, Path root, FixMode mode, Set<Applicability> fixes)
      throws NotCheckedException, InterruptedException {
    Setup setup = setup(document, root, mode, fixes);
    if (setup.isLeftOut) {
      return LintedDocument.unchecked(document.source());
    }
    AtomicReference<Outcome> found = new AtomicReference<>();
    AtomicReference<Shortfall> shortfall = new AtomicReference<>(Shortfall.NONE);
    new DocumentRun(
            setup.config,
            wiring.reader(),
            setup.plan,
            judges::of,
            Optional.empty(),
            DocumentRun.MAX_TIME)
        .over(
            List.of(setup.input),
            (outcome, lacking) -> {
              found.set(outcome);
              shortfall.set(lacking);
            });
    Outcome outcome = found.get();
    if (!shortfall.get().missing().isEmpty()) {
      String lacking =
          shortfall.get().missing().stream()
                  .map(EngineId::displayName)
                  .distinct()
                  .collect(Collectors.joining(" and "))
              + " cannot run here, so not all formulas are checked";
      notices.accept(lacking);
      if (mode.isWriting()) {
        throw new NotCheckedException(lacking + ", and nothing is mended");
      }
    }
    if (outcome instanceof Outcome.Linted linted) {
      return linted.result();
    }
    if (outcome instanceof Outcome.Mended mended) {
      return mended.mended().result();
    }
    if (outcome instanceof Outcome.Unreadable unreadable) {
      throw new NotCheckedException(unreadable.message());
    }
    Outcome.Broken broken = (Outcome.Broken) outcome;
    throw new NotCheckedException(
        "formulint broke down over " + broken.name() + ": " + broken.cause());
  }

  @Override
  public void close() {
    judges.close();
  }
}
