package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What KaTeX refuses may be shown where the real MathJax renders it: the hint says so. */
class ShownElsewhereTest {

  private static final String EVERYWHERE =
      "GitHub, JupyterLab and MkDocs with arithmatex show it as it stands";

  @TempDir Path folder;

  /** Returns rule and hint of each finding. */
  private List<String> hints(String document, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--no-cache", "--format", "jsonl"));
    all.addAll(List.of(arguments));
    all.add("-");
    String report =
        CommandLineRun.in(folder)
            .engines(
                new StandardWiring()
                    .engines(List.of(EngineId.values()), notice -> {})
                    .toArray(RenderEngine.Provider[]::new))
            .input(document)
            .run(all.toArray(String[]::new))
            .out();
    List<String> hints = new ArrayList<>();
    for (Map<String, Object> finding : Json.lines(report)) {
      hints.add(finding.get("rule") + ": " + finding.get("hint"));
    }
    return hints;
  }

  @Test
  void namesAllPlatformsThatShowTheFormula() {
    assertThat(hints("so $x_\\max$ is\n"))
        .containsExactly("unbraced-argument: write `_{\\max}`; " + EVERYWHERE);
    assertThat(hints("so $\\mbox{a}$ is\n")).singleElement().asString().endsWith(EVERYWHERE);
    assertThat(hints("$$\n\\begin{eqnarray}a&=&b\\end{eqnarray}\n$$\n"))
        .singleElement()
        .asString()
        .endsWith(EVERYWHERE);
  }

  @Test
  void eachPlatformHasToReadTheFormulaAsItStands() {
    assertThat(hints("中$x_\\max$文\n"))
        .containsExactly(
            "unbraced-argument: write `_{\\max}`; JupyterLab and MkDocs with arithmatex show it as"
                + " it stands");
  }

  @Test
  void eachSetUpOfMathJaxIsAskedForItself() {
    assertThat(hints("so $\\text{find_kth}$ is\n"))
        .singleElement()
        .asString()
        .endsWith("; MkDocs with arithmatex shows it as it stands");
    assertThat(hints("so $\\phantom{x}_\\max$ is\n"))
        .singleElement()
        .asString()
        .endsWith("; JupyterLab and MkDocs with arithmatex show it as it stands");
  }

  @Test
  void saysNothingWhereAnotherFaultIsLeft() {
    assertThat(hints("so $x_\\max \\mpasto y$ is\n")).noneMatch(hint -> hint.contains("show"));
    assertThat(hints("so $\\frac{x_\\max$ is\n")).noneMatch(hint -> hint.contains("show"));
    assertThat(hints("see $\\mbox{a} \\eqref{b}$ is\n")).noneMatch(hint -> hint.contains("show"));
  }

  @Test
  void aDefinitionOfAnotherFormulaHoldsWhereItDoes() {
    String document = "First $\\newcommand{\\ww}{\\mathbf{w}} \\ww$, then $\\ww + 1$.\n";
    assertThat(hints(document))
        .singleElement()
        .asString()
        .startsWith("undefined-command")
        .endsWith("; JupyterLab and MkDocs with arithmatex show it as it stands");
  }

  @Test
  void saysNothingWherePlatformsAreAskedForOrAnotherEngineDecides() {
    assertThat(hints("so $x_\\max$ is\n", "--platform", "remark"))
        .containsExactly("unbraced-argument: write `_{\\max}`");
    assertThat(hints("so $x_\\max$ is\n", "--engine", "katex,mathjax"))
        .noneMatch(hint -> hint.contains("show it"));
  }
}
