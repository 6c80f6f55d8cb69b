package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import io.github.formulint.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformsCommandTest {

  @TempDir private Path folder;

  static List<String> ids() {
    return Platforms.all().stream().map(Platform::id).toList();
  }

  private Result run(String... args) {
    return CommandLineRun.in(folder).run(args);
  }

  @Test
  void eachPlatformHasALineBelowTheHeadings() {
    Result result = run("platforms");
    assertThat(result.exitCode()).isZero();
    List<String> lines = result.out().lines().toList();
    assertThat(lines.get(0)).startsWith("NAME ").endsWith(" READS");
    assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(' '))))
        .isEqualTo(ids());
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches("github +GitHub +MathJax .* model +after Markdown +\\$ .*"))
        .anySatisfy(line -> assertThat(line).matches("obsidian .* unverified +raw +\\$ \\$\\$"))
        .anySatisfy(line -> assertThat(line).matches("kramdown .* verified by running .* \\$\\$"));
  }

  @Test
  void programsGetAnArray() {
    List<?> platforms = (List<?>) Json.parse(run("platforms", "--format", "json").out());
    assertThat(platforms).map(each -> Json.at(each, "platform").toString()).isEqualTo(ids());
    assertThat(platforms)
        .filteredOn(each -> Json.at(each, "platform").equals("gitlab"))
        .first()
        .satisfies(
            each -> {
              assertThat(Json.at(each, "name")).isEqualTo("GitLab");
              assertThat(Json.at(each, "engine")).isEqualTo("KaTeX");
              assertThat(Json.at(each, "tex")).isEqualTo("raw");
              assertThat(Json.at(each, "delimiters"))
                  .isEqualTo(List.of("$", "$`", "$$", "```math"));
              assertThat(Json.at(each, "limits").toString()).contains("50 formulas");
              assertThat(Json.at(each, "source").toString()).contains("comrak");
            });
  }

  @ParameterizedTest
  @MethodSource("ids")
  void eachPlatformIsTold(String id) {
    Result result = run("platforms", id);
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("  name         " + id + "\n")
        .contains("  rules from   ")
        .containsPattern(
            id.equals("flexmark-gitlab")
                ? "\n  ```math +display\n"
                : "\n  \\$\\$ on lines of its own +display\n");
  }

  @ParameterizedTest
  @CsvSource({
    "github, '$x$', inline",
    "github, '中$x$文', text",
    "github, '$a\\,b$', 'inline, TeX: a,b'",
    "remark, '$5 and $6', 'inline, TeX: 5 and'",
    "remark-no-single-dollar, '$5 and $6', text",
    "remark, '\\(x\\)', text",
    "cherry-studio, '\\(x\\)', inline",
    "remark, '$$x$$ alone', inline",
    "gitlab, '$$x$$ alone', display",
    "kramdown, '$$x$$ in a sentence', inline",
    "r-markdown, '\\(x\\)', inline",
    "quarto, '\\(x\\)', text",
    "vscode, '$x$ in front matter', text"
  })
  void theSpellingsAreAskedOfTheReader(String id, String spelling, String outcome) {
    assertThat(run("platforms", id).out().lines())
        .anySatisfy(
            line -> {
              assertThat(line).startsWith("  " + spelling + " ");
              assertThat(line).endsWith(" " + outcome);
            });
  }

  @Test
  void whatIsUnverifiedIsSaidToBe() {
    assertThat(run("platforms", "typora").out()).contains("Only the delimiters are sure");
    assertThat(run("platforms", "remark").out()).doesNotContain("Only the delimiters are sure");
  }

  @Test
  void programsGetTheSpellings() {
    Map<String, Object> platform =
        Json.object(run("platforms", "--format", "json", "remark").out());
    assertThat(platform).containsEntry("platform", "remark");
    assertThat((List<?>) platform.get("spellings"))
        .first()
        .isEqualTo(
            Map.of(
                "spelling",
                "$x$",
                "document",
                "so $x$ is\n",
                "formulas",
                List.of(Map.of("display", false, "tex", "x"))));
  }

  @Test
  void aWrongNameIsMetWithTheNearest() {
    Result result = run("platforms", "git-hub");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("there is no platform git-hub; did you mean github");
  }

  @Test
  void universalIsSaidToBeNoPlatform() {
    Result result = run("platforms", "universal");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("universal is no platform");
  }

  @Test
  void whoLosesMostIsToldOfOtherSetUps() throws IOException {
    Files.writeString(folder.resolve("a.md"), "so $x_1$ and \\\\(y\\\\) is\n\n".repeat(10));
    String line =
        "Jekyll loses most formulas; if yours is set up otherwise, name the platform"
            + " jekyll-mathjax (which takes $";
    assertThat(unfolded("--platform", "jekyll", "a.md")).containsOnlyOnce(line);
    assertThat(unfolded("--platform", "jekyll-mathjax", "a.md"))
        .contains("Jekyll with MathJax: 20 of 20 formulas read")
        .doesNotContain("set up otherwise");
    Files.writeString(folder.resolve("a.md"), "so $x_1$ is\n");
    assertThat(unfolded("--platform", "jekyll", "a.md")).doesNotContain("set up otherwise");
  }

  private String unfolded(String... args) {
    return run(args).out().replaceAll("\\s+", " ");
  }
}
