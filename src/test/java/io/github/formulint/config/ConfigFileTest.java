package io.github.formulint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.markdown.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

  @TempDir private Path folder;

  private Settings read(String text) throws IOException {
    Path file = folder.resolve("c.yml");
    Files.writeString(file, text);
    return new ConfigFile(file, "c.yml").read();
  }

  @Test
  void saysWhatTheLongOptionsSay() throws IOException {
    Settings settings =
        read(
            """
            # 中文
            engine: katex
            jobs: 3
            fail-on: warning
            include: docs/**
            exclude:
              - docs/old.md
              - '*.mdx'
            platform: [github, vscode]
            """);
    assertThat(settings.engines()).contains(EngineChoice.KATEX);
    assertThat(settings.jobs()).contains(3);
    assertThat(settings.failOn()).contains(FailOn.WARNING);
    assertThat(settings.includes()).contains(List.of("docs/**"));
    assertThat(settings.excludes()).contains(List.of("docs/old.md", "*.mdx"));
    assertThat(settings.platforms().orElseThrow())
        .extracting(Platform::id)
        .containsExactly("github", "vscode");
  }

  @ParameterizedTest
  @CsvSource(value = {"''", "'# nothing yet\n'", "'---\n'", "'{}'"})
  void mayBeEmpty(String text) throws IOException {
    assertThat(read(text)).isEqualTo(Settings.NONE);
  }

  @Test
  void countsLessThanWhatIsGiven() throws IOException {
    Settings given =
        new Settings(
            Optional.empty(),
            Optional.of(EngineChoice.JLATEXMATH),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Config config =
        given
            .over(read("engine: katex\njobs: 3\n"))
            .config(FixMode.SHOW, Set.of(Applicability.SAFE));
    assertThat(config.engines()).isEqualTo(EngineChoice.JLATEXMATH);
    assertThat(config.jobs()).isEqualTo(3);
    assertThat(config.failOn()).isEqualTo(Config.DEFAULT.failOn());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"engine: katex\nexclud: x\"|c.yml:2:1: there is no option 'exclud'; did you mean 'exclude'?",
        "\"jobs: 1\njobs: 2\"|c.yml:2:1: 'jobs' stands here twice",
        "engine: latex|c.yml:1:9: engine: 'latex' is none of both, all, katex, mathjax, jlatexmath",
        "\"fail-on:\n  error: yes\"|c.yml:2:3: fail-on: here one of error, warning, never is expected",
        "jobs: 0|c.yml:1:7: jobs must be a number, 1 or more, not '0'",
        "\"exclude:\n- a\n- ''\"|c.yml:3:3: exclude: not a pattern of paths: ''",
        "\"platform:\n- githup\"|c.yml:2:3: platform: there is no platform 'githup'",
        "- a|c.yml:1:1: options are written as 'key: value', a line each",
        "\"engine: [katex\"|c.yml:1:15: is no YAML: ",
      })
  void saysWhereItIsWrong(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ConfigFileException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void saysThatItCannotBeRead() {
    assertThatThrownBy(() -> new ConfigFile(folder.resolve("no.yml"), "no.yml").read())
        .isInstanceOf(ConfigFileException.class)
        .hasMessage("no.yml: no such file");
  }

  @Test
  void isTheNearestOneUpToTheTop() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("top/a/b"));
    Path top = folder.resolve("top");
    Files.writeString(folder.resolve(ConfigFile.NAME), "");
    assertThat(ConfigFile.nearest(inner, top)).isEmpty();
    Path own = Files.writeString(top.resolve(ConfigFile.NAME), "");
    assertThat(ConfigFile.nearest(inner, top)).contains(own);
    Path nearer = Files.writeString(top.resolve("a").resolve(ConfigFile.NAME), "");
    assertThat(ConfigFile.nearest(inner, top)).contains(nearer);
    assertThat(ConfigFile.nearest(top, inner)).contains(own);
  }

  @Test
  void survivesWhatIsNestedTooDeeply() {
    assertThatThrownBy(() -> read("platform: " + "[".repeat(50_000)))
        .isInstanceOf(ConfigFileException.class)
        .hasMessageStartingWith("c.yml");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(() -> read("# " + "x".repeat(2 << 20)))
        .hasMessageContaining("it is larger than");
    assertThatThrownBy(() -> new ConfigFile(folder, "c.yml").read())
        .hasMessageContaining("it is not a file");
  }
}
