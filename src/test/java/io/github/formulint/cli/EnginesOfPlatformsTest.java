package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With platforms, their engines decide, each as it is set up there. */
class EnginesOfPlatformsTest {

  @TempDir Path folder;

  private CommandLineRun real() {
    return CommandLineRun.in(folder)
        .engines(
            new StandardWiring()
                .engines(List.of(EngineId.values()), notice -> {})
                .toArray(RenderEngine.Provider[]::new));
  }

  private String rules(String document, String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--no-cache";
    all[arguments.length + 1] = "--format";
    all[arguments.length + 2] = "concise";
    all[arguments.length + 3] = "-";
    String report = real().input(document).run(all).out();
    return String.join(
        " ",
        report
            .lines()
            .filter(line -> line.contains("["))
            .map(line -> line.replaceAll(".*?\\[(.+?)\\].*", "$1"))
            .toList());
  }

  @Test
  void whatMathJaxShowsIsNoErrorThere() {
    String document =
        "so $x_\\max$ is, and $\\mbox{a}$\n\n$$\n\\begin{eqnarray}a&=&b\\end{eqnarray}\n$$\n";
    for (String platform : List.of("github", "mkdocs", "jupyter", "obsidian")) {
      assertThat(rules(document, "--platform", platform)).as(platform).isEmpty();
    }
    assertThat(rules(document, "--platform", "remark"))
        .isEqualTo("unbraced-argument unsupported-command unsupported-environment");
  }

  @Test
  void whatMarkdownWouldHaveEscapedIsToldAsThat() {
    assertThat(rules("so $\\[a, b\\]$ is\n", "--platform", "jupyter"))
        .isEqualTo("markdown-escape markdown-escape");
  }

  @Test
  void theCauseOfWhatMathJaxRefusesIsTold() {
    String nested = "\\begin{equation}\nx \\text{ for $$y \\in C$$}\n\\end{equation}\n";
    assertThat(rules(nested, "--platform", "jupyter"))
        .contains("nested-dollar")
        .doesNotContain("render-failure");
    assertThat(rules("so $\\text{a \\in b}$ is\n", "--platform", "jupyter"))
        .isEqualTo("misplaced-command");
    assertThat(rules("so $\\min \\left\\\\{ 1, 2 \\right\\\\}$ is\n", "--platform", "mkdocs"))
        .isEqualTo("markdown-escape");
  }

  @Test
  void whatGitHubRefusesIsToldAndMended() {
    String document = "The value $\\operatorname{rank} A$ is here.\n";
    assertThat(rules(document, "--platform", "github")).isEqualTo("refused-command");
    assertThat(rules(document, "--platform", "mkdocs,remark")).isEmpty();
    String mended =
        real().input(document).run("--platform", "github", "--no-cache", "--fix", "-").out();
    assertThat(mended).isEqualTo("The value $\\mathop{\\mathrm{rank}} A$ is here.\n");
    assertThat(rules(mended, "--platform", "github,remark")).isEmpty();
  }

  @Test
  void definitionsHoldWhereTheyDo() {
    String document = "First $\\newcommand{\\ww}{\\mathbf{w}} \\ww$, then $\\ww + 1$.\n";
    for (String platform : List.of("mkdocs", "jupyter", "vscode")) {
      assertThat(rules(document, "--platform", platform)).as(platform).isEmpty();
    }
    assertThat(rules(document, "--platform", "remark")).isEqualTo("undefined-command");
    assertThat(
            rules("$$\n\\gdef\\wv{y}\n$$\n\n$$\n\\wv + 1\n$$\n", "--platform", "katex-auto-render"))
        .isEmpty();
    assertThat(rules("\\newcommand{\\vv}{\\beta}\n\nSo $\\vv$ is.\n", "--platform", "pandoc"))
        .isEmpty();
    assertThat(rules("\\newcommand{\\vv}{\\beta}\n\nSo $\\vv$ is.\n", "--platform", "mkdocs"))
        .isEqualTo("undefined-command");
  }

  @Test
  void aFindingNamesThePlatformsForWhichItIsTrue() {
    String report =
        real()
            .input("so $x_\\max$ and $\\operatorname{a} + \\foo$ are\n")
            .run("--platform", "github,remark", "--no-cache", "--format", "jsonl", "-")
            .out();
    List<Map<String, Object>> findings = Json.lines(report);
    assertThat(findings)
        .extracting(finding -> finding.get("rule") + " " + finding.get("platforms"))
        .containsExactly(
            "unbraced-argument [remark]", "refused-command [github]", "undefined-command [remark]");
  }

  @Test
  void enginesAreAListAndMathJaxIsSetUpAsSaid() {
    String report =
        real()
            .input("\\phantom{x} \\foo\n")
            .run("tex", "--engine", "katex,mathjax", "--mathjax", "standard", "--format", "jsonl")
            .out();
    Map<String, Object> verdict = Json.object(report);
    assertThat(verdict.get("ok")).isEqualTo(false);
    assertThat(Json.at(verdict, "engines/mathjax/status")).isEqualTo("rendered");
    assertThat(Json.at(verdict, "engines/mathjax/undefined")).isEqualTo(List.of("\\foo"));
    assertThat(Json.at(verdict, "engines/katex/status")).isEqualTo("rejected");
  }
}
