package io.github.formulint.cli;

import io.github.formulint.cli.check.CheckCommand;
import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.config.Config;
import io.github.formulint.config.EngineChoice;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.run.Version;
import io.github.formulint.run.Wiring;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** {@code formulint} without a command: checks documents. */
@Command(
    name = "formulint",
    description = {
      "Tells the authors of Markdown which of their formulas will not show, where, why, and how to"
          + " mend them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  formulint docs                     check all Markdown under docs",
      "  formulint --engine katex a.md      for pages that use KaTeX",
      "  formulint --format json . > r.json for programs",
      "  formulint - < a.md                 check standard input",
      "  formulint formulas a.md            what is read as a formula",
      "  formulint tex < formulas.txt       judge bare formulas, one a line",
      "  formulint --fix docs               mend what is safe to mend",
      "  formulint explain double-script    what a rule finds, and why"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing found",
      "1:findings at or above the severity of --fail-on",
      "2:wrong options, or something could not be read or written",
      "3:internal error"
    })
final class RootCommand extends CheckCommand {

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of formulint and its engines.")
  private boolean asksForVersion;

  RootCommand(Environment environment, Messages messages, Wiring wiring) {
    super(environment, messages, wiring);
  }

  /** Returns what {@code --version} shows. */
  static IVersionProvider versions(Wiring wiring) {
    return () -> {
      StringBuilder text = new StringBuilder("formulint " + Version.current());
      List<EngineId> each =
          EngineChoice.ALL.engines(Config.DEFAULT.mathJax(), Config.DEFAULT.platforms());
      for (RenderEngine.Provider engine : wiring.engines(each, notice -> {})) {
        text.append('\n').append(engine.id().engineName()).append(' ').append(engine.version());
      }
      text.append("\nJava ").append(System.getProperty("java.version"));
      text.append("\nJLaTeXMath is asked through formulint's translation of what it lacks;")
          .append(" with --engine jlatexmath, as the library stands.");
      return text.toString().split("\n");
    };
  }
}
