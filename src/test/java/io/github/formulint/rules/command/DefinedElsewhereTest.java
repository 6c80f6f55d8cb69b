package io.github.formulint.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.CommandLineRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that the document defines in another formula, with the real KaTeX. */
class DefinedElsewhereTest {

  private static final String DOCUMENT = "$\\def\\norm#1{\\|#1\\|_2}$, so $\\norm{x}$.\n";

  @TempDir private Path folder;

  private CommandLineRun formulint() {
    return CommandLineRun.in(folder)
        .engines(
            new StandardWiring()
                .engines(List.of(EngineId.values()), notice -> {})
                .toArray(RenderEngine.Provider[]::new));
  }

  @Test
  void aKnownNameIsNotMendedAgainstItsDefinition() {
    assertThat(formulint().file("a.md", DOCUMENT).run("--format", "concise").out())
        .contains("`\\norm` is not known here: the formula in line 1 that defines it");
    formulint().run("--fix", "--unsafe-fixes", "-q");
    assertThat(folder.resolve("a.md")).hasContent(DOCUMENT);
  }

  @Test
  void withoutADefinitionItIsMended() {
    formulint().file("a.md", "So $\\norm{x}$.\n").run("--fix", "-q");
    assertThat(folder.resolve("a.md")).hasContent("So $\\lVert x \\rVert$.\n");
  }
}
