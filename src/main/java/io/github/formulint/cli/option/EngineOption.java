package io.github.formulint.cli.option;

import io.github.formulint.config.Config;
import io.github.formulint.config.EngineChoice;
import io.github.formulint.config.MathJaxChoice;
import io.github.formulint.render.EngineId;
import io.github.formulint.run.DocumentRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which engines are asked, and how they are set up. */
public final class EngineOption {

  /** The names that the option takes. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return EngineChoice.WORDS.iterator();
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      split = ",",
      splitSynopsisLabel = ",",
      completionCandidates = Names.class,
      description =
          "Which engines judge the formulas: katex, mathjax, jlatexmath, or some of them, such as"
              + " katex,mathjax; both is KaTeX and JLaTeXMath; all is the three. With --platform"
              + " the platforms' engines stand for katex and mathjax. Default: both. Alone,"
              + " JLaTeXMath is asked as the library stands; else as a second opinion, through"
              + " formulint's translation of what it lacks.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--allow-missing-engine",
      description =
          "Go on where an engine cannot run on this machine, and let the others decide alone."
              + " Without it, that ends with exit code 2.")
  private boolean allowsMissing;

  @Option(
      names = "--max-time",
      paramLabel = "SECONDS",
      description =
          "How long the engines may be asked about one document; the rest of its formulas is not"
              + " tried, which is told and ends with exit code 2. Default: 600.")
  private Integer maxTime;

  @Option(
      names = "--mathjax",
      paramLabel = "SETUP",
      description =
          "How MathJax is set up where no platform says it: github; full, with all of its packages"
              + " but physics; or standard, as on its usual pages. Default: full.")
  private MathJaxChoice mathJax;

  /**
   * Returns how long the engines may be asked about one document, by the clock.
   *
   * @throws ParameterException if it is less than a second
   */
  public Duration maxTime() {
    if (maxTime != null && maxTime < 1) {
      throw new ParameterException(
          command.commandLine(), "--max-time must be 1 or more, not " + maxTime);
    }
    return maxTime == null ? DocumentRun.MAX_TIME : Duration.ofSeconds(maxTime);
  }

  /** Returns whether a run passes though an engine is missing. */
  public boolean allowsMissing() {
    return allowsMissing;
  }

  /**
   * Returns what the command line says of the engines.
   *
   * @throws ParameterException if a word is no engine
   */
  public Optional<EngineChoice> given() {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(EngineChoice.of(String.join(",", words)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--engine: " + e.getMessage());
    }
  }

  /** Returns what the command line says of MathJax. */
  public Optional<MathJaxChoice> givenMathJax() {
    return Optional.ofNullable(mathJax);
  }

  /** Returns the engines that are asked where no documents are checked. */
  public List<EngineId> engines() {
    return given()
        .orElse(Config.DEFAULT.engines())
        .engines(givenMathJax().orElse(Config.DEFAULT.mathJax()), List.of());
  }
}
