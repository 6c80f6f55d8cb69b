package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitCommandTest {

  @TempDir private Path folder;

  private CommandLineRun project() {
    return CommandLineRun.in(folder);
  }

  private String written() throws IOException {
    return Files.readString(folder.resolve(".formulint.yml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docusaurus.config.ts|export default {}|docusaurus",
        "mkdocs.yml|markdown_extensions: [pymdownx.arithmatex]|mkdocs",
        "_config.yml|title: x|jekyll",
        ".vuepress/config.js|x|vuepress",
        "hugo.toml|title = 'x'|hugo",
        "_quarto.yml|project:|quarto",
        "conf.py|extensions = ['myst_parser']|myst",
        ".obsidian/app.json|{}|obsidian",
        ".git/config|[remote \"origin\"]%n  url = git@github.com:a/b.git|github",
        ".git/config|[remote \"o\"]%n  url = https://gitlab.example.org/a/b.git|gitlab",
      })
  void tellsThePlatform(String file, String text, String platform) throws IOException {
    project().file(file, text.replace("%n", "\n")).file("a.md", "$x$\n");
    assertThat(project().run(".").err()).contains("formulint init");
    Result result = project().run("init");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("found ").contains("(platform " + platform + ")");
    assertThat(written()).contains("\nplatform: [" + platform + "]\n");
    assertThat(project().run("config", "a.md").out())
        .contains("platform: " + platform + "  (.formulint.yml)");
  }

  @Test
  void whatASiteDoesNotPublishIsReadWhereItIsHosted() throws IOException {
    project()
        .file("website/docusaurus.config.js", "katex({macros: {'\\\\RR': '\\\\mathbb{R}'}})")
        .file("website/docs/a.md", "$x$\n")
        .file("README.md", "$x$\n")
        .file(".git/config", "[remote \"o\"]\n\turl = ssh://git@github.com/a/b\n");
    Result result = project().run("init");
    assertThat(result.out())
        .contains("found website/docusaurus.config.js: Docusaurus (platform docusaurus)")
        .contains("remark-math is not set up")
        .contains("macros are read from website/docusaurus.config.js");
    assertThat(project().run("config", "website/docs/a.md").out())
        .contains("platform: docusaurus")
        .contains("macro \\RR: \\mathbb{R}");
    assertThat(project().run("config", "README.md").out()).contains("platform: github");
  }

  @Test
  void aSiteThatFormulintDoesNotKnowIsToldAndNamesNoPlatform() throws IOException {
    Result result = project().file("book.toml", "[book]\n").run("init");
    assertThat(result.out()).contains("mdBook\n  formulint does not know yet how it reads");
    assertThat(written()).contains("# platform: [github]");
    assertThat(project().run("config", "a.md").exitCode()).isZero();
  }

  @Test
  void macrosMadeByCodeAreToldWithTheLine() {
    assertThat(
            project()
                .file("docusaurus.config.js", "const x = {\n macros: {'\\\\R': make()}\n}")
                .run("init")
                .out())
        .contains("docusaurus.config.js:2: a macro here is no plain text")
        .contains("copy the macros into 'macros'");
  }

  @Test
  void aSiteOfJekyllWhoseScriptReadsDollarsIsToldApart() {
    project()
        .file("_config.yml", "title: x\n")
        .file(
            "_includes/head.html", "<script>MathJax = {tex: {inlineMath: [['$', '$']]}}</script>");
    String platform = Platforms.find("jekyll-mathjax").isPresent() ? "jekyll-mathjax" : "jekyll";
    assertThat(project().run("init").out()).contains("(platform " + platform + ")");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    project()
        .file(".formulint.yml", "engine: katex\n")
        .file(".pre-commit-config.yaml", "repos: []\n");
    Result result = project().run("init", "--pre-commit");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out())
        .contains("left .formulint.yml as it is")
        .contains("left .pre-commit-config.yaml as it is");
    assertThat(written()).isEqualTo("engine: katex\n");
  }

  @Test
  void theHookAndTheJobAreOfferedAndWrittenWhereThatIsAskedFor() {
    assertThat(project().run("init").out()).contains("- id: formulint").contains("steps:");
    assertThat(folder.resolve(".pre-commit-config.yaml")).doesNotExist();
    project().run("init", "--pre-commit", "--ci");
    assertThat(folder.resolve(".pre-commit-config.yaml")).exists();
    assertThat(folder.resolve(".github/workflows/formulas.yml")).exists();
  }

  @Test
  void aDryRunWritesNothing() {
    Result result = project().file("mkdocs.yml", "x").run("init", "--dry-run");
    assertThat(result.out()).contains("platform: [mkdocs]");
    assertThat(result.err()).contains("found mkdocs.yml");
    assertThat(folder.resolve(".formulint.yml")).doesNotExist();
  }

  @Test
  void aPlainRunHintsAtIt() {
    project().file("hugo.toml", "x").file("a.md", "$x$\n");
    String hint =
        "formulint: Hugo may show formulas otherwise (hugo.toml): 'formulint init' sets up what is"
            + " checked for it\n";
    assertThat(project().run(".").err()).isEqualTo(hint);
    assertThat(project().run("--quiet").err()).isEmpty();
    assertThat(project().run("--format", "json").err()).isEmpty();
    assertThat(project().run("--platform", "github").err()).isEmpty();
    project().file(".formulint.yml", "engine: katex\n");
    assertThat(project().run(".").err()).isEmpty();
  }
}
