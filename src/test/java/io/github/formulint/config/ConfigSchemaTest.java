package io.github.formulint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.formulint.project.Clue;
import io.github.formulint.project.StarterConfig;
import io.github.formulint.testing.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema and the reader of configuration files allow the same. */
class ConfigSchemaTest {

  private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```");

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(ConfigSchema.text(), InputFormat.JSON);

  @TempDir private Path folder;

  private List<String> faults(String yaml) {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return schema
        .validate(
            new tools.jackson.databind.ObjectMapper().writeValueAsString(read), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private Settings read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yml"), yaml);
    return new ConfigFile(file, "c.yml").read();
  }

  /** The examples of configuration files in all documents of the project. */
  static Stream<String> examples() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("src/site/markdown"))) {
      return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), pages)
          .sorted()
          .toList()
          .stream()
          .flatMap(ConfigSchemaTest::yamlOf)
          // The others are files of pre-commit, GitHub and GitLab.
          .filter(
              yaml ->
                  yaml.lines()
                      .map(line -> line.replaceFirst(":.*", ""))
                      .anyMatch(key -> ConfigKey.ofFile().contains(key)))
          .filter(yaml -> Stream.of("component:", "repos:", "runs-on:").noneMatch(yaml::contains));
    }
  }

  private static Stream<String> yamlOf(Path page) {
    try {
      return YAML.matcher(Files.readString(page)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void allowsEveryExampleOfThePages(String yaml) {
    assertThat(faults(yaml)).isEmpty();
  }

  @Test
  void thereAreExamples() throws IOException {
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "engine: [katex, mathjax]\nmathjax: standard\n",
        "platform: universal\n",
        "platform: [github, gitlab]\nfail-on: never\njobs: 3\n",
        "include: '*.md'\nexclude: [a, b]\nforce-exclude: true\nroot: false\n",
        "rules: {all: off, cjk: on, lost-formula: warning, rendering: error}\n",
        "macros: {\"\\\\RR\": \"\\\\mathbb{R}\"}\n",
        "overrides:\n- files: docs/**\n  rules: {cjk: off}\n  platform: hugo\n  engine: all\n",
        "baseline: b.jsonl\n",
      })
  void allowsWhatTheReaderAllows(String yaml) throws IOException {
    assertThat(faults(yaml)).isEmpty();
    assertThat(read(yaml)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exclud: x\n",
        "engine: latex\n",
        "engine: []\n",
        "platform: githup\n",
        "jobs: 0\n",
        "fail-on: all\n",
        "rules: {cjk: maybe}\n",
        "rules: {cjkk: off}\n",
        "rules: [cjk]\n",
        "overrides: [{rules: {cjk: off}}]\n",
        "overrides: [{files: a, jobs: 2}]\n",
        "exclude: ['']\n",
        "force-exclude: maybe\n",
        "- a\n",
      })
  void refusesWhatTheReaderRefuses(String yaml) {
    assertThat(faults(yaml)).isNotEmpty();
    assertThatThrownBy(() -> read(yaml)).isInstanceOf(ConfigFileException.class);
  }

  @Test
  void tellsOfEveryKey() {
    for (String key : ConfigKey.ofFile()) {
      assertThat(ConfigSchema.text()).contains("\"" + key + "\"");
    }
  }

  @Test
  void isPrinted() {
    CommandLineRun.Result result = CommandLineRun.in(folder).run("config", "--schema");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(ConfigSchema.text()).startsWith("{\n");
    assertThat(CommandLineRun.in(folder).run("config").exitCode()).isEqualTo(2);
  }

  @Test
  void allowsWhatInitWrites() throws IOException {
    Clue site =
        new Clue("a", "A", Optional.of("docusaurus"), List.of("docs"), Optional.empty(), List.of());
    String text = StarterConfig.text(List.of(site));
    assertThat(faults(text)).isEmpty();
    // What it proposes in remarks is right as well.
    Matcher proposed = Pattern.compile("(?m)^# (\\w+: .*)$").matcher(text);
    while (proposed.find()) {
      assertThat(faults(proposed.group(1))).as(proposed.group(1)).isEmpty();
    }
  }
}
