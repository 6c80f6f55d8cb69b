package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The GitHub Action and the GitLab component: their commands are run in a shell, as the services
 * would. In place of formulint stands a program that says how it was called.
 */
class JobTemplatesTest {

  @TempDir private Path folder;
  private Path action;

  @BeforeEach
  void aProgram() throws Exception {
    Tool.require("bash");
    action = Files.createDirectories(folder.resolve("the action"));
    program(action.resolve("formulint"));
  }

  private static void program(Path file) throws Exception {
    Files.writeString(
        file, "#!/bin/sh\nfor each in \"$@\"; do echo \"<$each>\"; done\nexit ${CODE:-0}\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @SuppressWarnings("unchecked")
  private static <T> T at(Object value, Object... path) {
    Object found = value;
    for (Object step : path) {
      found =
          step instanceof Integer index
              ? ((List<Object>) found).get(index)
              : ((Map<Object, Object>) found).get(step);
    }
    return (T) found;
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  /** Runs the command of the action with its inputs, each as given or else its default. */
  private Tool.Result runAction(Map<String, String> given) throws Exception {
    Object read = yaml(Files.readString(Path.of("action.yml")));
    Map<String, Map<String, String>> inputs = at(read, "inputs");
    Map<String, Object> step = at(read, "runs", "steps", 1);
    Map<String, String> variables = new HashMap<>();
    Map<String, String> environment = at(step, "env");
    environment.forEach(
        (name, expression) -> {
          Matcher input = Pattern.compile("\\$\\{\\{ inputs\\.([\\w-]+) }}").matcher(expression);
          String value =
              input.matches()
                  ? given.getOrDefault(
                      input.group(1), String.valueOf(inputs.get(input.group(1)).get("default")))
                  : given.getOrDefault(expression, "");
          variables.put(name, value);
        });
    variables.put("GITHUB_ACTION_PATH", action.toString());
    variables.put("CODE", given.getOrDefault("code", "0"));
    // As the runner calls bash.
    Path script = Files.writeString(folder.resolve("step.sh"), at(step, "run"));
    return Tool.run(
        folder,
        variables,
        List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString()));
  }

  @Test
  void theActionChecksAllByDefault() throws Exception {
    assertThat(runAction(Map.of()).out())
        .isEqualTo("<check>\n<--no-progress>\n<--format>\n<github>\n<-->\n<.>\n");
  }

  @Test
  void theActionTakesPathsAndOptionsAsTheyAreAndRunsNothingInThem() throws Exception {
    Tool.Result result =
        runAction(
            Map.of(
                "paths",
                "my docs\n-odd.md\n$(touch ran)\n*\n",
                "args",
                "--fail-on=warning\n--ignore\ncjk; touch ran\n",
                "code",
                "1"));
    assertThat(result.out())
        .isEqualTo(
            "<check>\n<--no-progress>\n<--format>\n<github>\n<--fail-on=warning>\n<--ignore>\n"
                + "<cjk; touch ran>\n<-->\n<my docs>\n<-odd.md>\n<$(touch ran)>\n<*>\n");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void theActionTellsOnlyWhatAPullRequestChanges() throws Exception {
    assertThat(runAction(Map.of("changed-only", "true", "${{ github.base_ref }}", "main")).out())
        .contains("<--changed-since>\n<origin/main>\n");
    assertThat(runAction(Map.of("changed-only", "true")).out()).doesNotContain("--changed-since");
  }

  @Test
  void theOptionsOfTheTemplatesExist() throws Exception {
    String help =
        io.github.formulint.testing.CommandLineRun.in(folder).run("check", "--help").out();
    for (String template : List.of("action.yml", "templates/formulint.yml")) {
      Matcher option =
          Pattern.compile("(?<= )--[a-z]+-?[a-z-]*(?= [^ ]*)")
              .matcher(
                  Files.readString(Path.of(template))
                      .lines()
                      .filter(
                          line -> line.contains("formulint\" check") || line.contains("options"))
                      .reduce("", (one, other) -> one + "\n" + other));
      while (option.find()) {
        assertThat(help).contains(option.group());
      }
    }
  }

  /** What GitLab makes of a component: the second document, inputs replaced. */
  private Tool.Result runComponent(Map<String, String> given) throws Exception {
    String[] parts = Files.readString(Path.of("templates/formulint.yml")).split("(?m)^---$");
    Map<String, Map<String, String>> inputs = at(yaml(parts[0]), "spec", "inputs");
    String job = parts[1];
    for (Map.Entry<String, Map<String, String>> each : inputs.entrySet()) {
      String value = given.getOrDefault(each.getKey(), each.getValue().get("default"));
      assertThat(value).as(each.getKey()).isNotNull();
      job = job.replace("$[[ inputs." + each.getKey() + " ]]", value.isEmpty() ? "''" : value);
    }
    assertThat(job).doesNotContain("$[[");
    Object read = yaml(job);
    Map<String, String> variables = new HashMap<>(at(read, "formulint", "variables"));
    variables.put("CI_PROJECT_DIR", folder.toString());
    variables.put("CODE", given.getOrDefault("code", "0"));
    List<String> lines = new ArrayList<>(List.of("set -eo pipefail"));
    lines.addAll(at(read, "formulint", "before_script"));
    lines.addAll(at(read, "formulint", "script"));
    Path script = Files.writeString(folder.resolve("job.sh"), String.join("\n", lines) + "\n");
    return Tool.run(folder, variables, List.of("bash", script.toString()));
  }

  @Test
  void theComponentFetchesFormulintAndChecks() throws Exception {
    Tool.require("git");
    Path source = Files.createDirectories(folder.resolve("source"));
    program(source.resolve("formulint"));
    for (String command :
        List.of(
            "init -q -b main",
            "add formulint",
            "-c user.name=a -c user.email=a@example.org commit -q -m one",
            "tag v1")) {
      List<String> words = new ArrayList<>(List.of("git"));
      words.addAll(List.of(command.split(" ")));
      assertThat(Tool.run(source, Map.of(), words).exitCode()).isZero();
    }
    Tool.Result result =
        runComponent(
            Map.of(
                "source",
                source.toUri().toString(),
                "rev",
                "v1",
                "paths",
                "docs README.md",
                "code",
                "1"));
    assertThat(result.out())
        .endsWith(
            "<check>\n<--no-progress>\n<--format>\n<text>\n<--format>\n"
                + "<gitlab=gl-code-quality-report.json>\n<--cache-dir>\n<.formulint-cache>\n<-->\n"
                + "<docs>\n<README.md>\n");
    assertThat(result.exitCode()).isEqualTo(1);
  }
}
