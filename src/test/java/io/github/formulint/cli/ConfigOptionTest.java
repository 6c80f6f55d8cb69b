package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigOptionTest {

  @TempDir private Path folder;
  private CommandLineRun documents;

  @BeforeEach
  void twoDocuments() {
    documents =
        CommandLineRun.in(folder)
            .file("a.md", "$\\bad$\n")
            .file("docs/b.md", "$\\bad$ and $\\jlmbad$\n");
  }

  @Test
  void takesTheFileInTheCurrentFolder() {
    documents.file(".formulint.yml", "exclude: docs\n");
    CommandLineRun.Result result = documents.run("--format", "concise");
    assertThat(result.out()).startsWith("a.md:1:").doesNotContain("docs/b.md");
    assertThat(documents.run("formulas").out()).contains("a.md:1:").doesNotContain("docs/b.md");
  }

  @Test
  void takesTheFileThatIsNamed() {
    documents.file(".formulint.yml", "exclude: docs\n").file("ci.yml", "fail-on: never\n");
    CommandLineRun.Result result = documents.run("--config", "ci.yml", "--format", "concise");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("a.md:1:").contains("docs/b.md:1:");
  }

  @Test
  void countsLessThanOptions() {
    documents.file(".formulint.yml", "fail-on: never\nengine: katex\n");
    CommandLineRun.Result result =
        documents.run("--fail-on", "error", "--engine", "jlatexmath", "--format", "jsonl");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("jlmbad");
  }

  @Test
  void saysWhereItIsWrong() {
    documents.file("ci.yml", "engine: latex\n");
    CommandLineRun.Result result = documents.run("--config", "ci.yml");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "formulint: ci.yml:1:9: engine: 'latex' is none of both, all, katex, mathjax, jlatexmath\n");
    assertThat(documents.run("--config", "no.yml").err())
        .isEqualTo("formulint: no.yml: no such file\n");
  }
}
