package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.Tool;
import io.github.formulint.testing.Tool.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hooks, as the real pre-commit runs them on a commit. It clones them from a repository that
 * holds this project's launcher and hooks as they stand.
 */
@Timeout(300)
class PreCommitIT {

  private static final Path JAR = Path.of("target/formulint.jar").toAbsolutePath();

  /** What pre-commit and the launcher look at in a clone. */
  private static final List<String> PUBLISHED =
      List.of(
          ".pre-commit-hooks.yaml", ".pre-commit-channel/formulint.json", "formulint", "pom.xml");

  @TempDir private static Path shared;
  private static Path hooks;
  private static String revision;

  @TempDir private Path folder;

  private final Map<String, String> variables = new HashMap<>();
  private Path repository;

  @BeforeAll
  static void publishesTheHooks() throws Exception {
    Tool.require("git");
    Tool.require("pre-commit");
    hooks = Files.createDirectories(shared.resolve("hooks of formulint"));
    Files.createDirectories(hooks.resolve(".pre-commit-channel"));
    for (String file : PUBLISHED) {
      Files.copy(Path.of(file), hooks.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Map<String, String> identity = identity();
    git(hooks, identity, "init", "-q");
    git(hooks, identity, "add", "-A");
    git(hooks, identity, "commit", "-q", "-m", "Publish the hooks");
    revision = git(hooks, identity, "rev-parse", "HEAD").out().strip();
  }

  private static Map<String, String> identity() {
    return Map.of(
        "GIT_AUTHOR_NAME", "An Author",
        "GIT_AUTHOR_EMAIL", "author@example.org",
        "GIT_COMMITTER_NAME", "An Author",
        "GIT_COMMITTER_EMAIL", "author@example.org",
        "GIT_CONFIG_GLOBAL", "/dev/null",
        "GIT_CONFIG_NOSYSTEM", "1");
  }

  private static Result git(Path folder, Map<String, String> variables, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Result result = Tool.run(folder, variables, command);
    assertThat(result.exitCode()).as("%s: %s", command, result.out()).isZero();
    return result;
  }

  @BeforeEach
  void makesARepository() throws Exception {
    variables.putAll(identity());
    variables.put("PRE_COMMIT_HOME", shared.resolve("pre-commit").toString());
    variables.put("PRE_COMMIT_COLOR", "never");
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("FORMULINT_JAR", JAR.toString());
    repository = Files.createDirectories(folder.resolve("my notes 笔记"));
    git(repository, variables, "init", "-q");
  }

  private void uses(String hook) throws Exception {
    Files.writeString(
        repository.resolve(".pre-commit-config.yaml"),
        """
        repos:
        - repo: '%s'
          rev: %s
          hooks:
          - id: %s
        """
            .formatted(hooks, revision, hook));
    Result installed = Tool.run(repository, variables, List.of("pre-commit", "install"));
    assertThat(installed.exitCode()).as(installed.out()).isZero();
  }

  private void file(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String content(String name) throws IOException {
    return Files.readString(repository.resolve(name));
  }

  /** Stages everything and commits it. */
  private Result commit() throws Exception {
    git(repository, variables, "add", "-A");
    return Tool.run(repository, variables, List.of("git", "commit", "-m", "Write"));
  }

  private boolean hasCommit() throws Exception {
    List<String> command = List.of("git", "rev-parse", "--verify", "-q", "HEAD");
    return Tool.run(repository, variables, command).exitCode() == 0;
  }

  @Test
  void aBadFormulaBlocksTheCommit() throws Exception {
    uses("formulint");
    file("good.md", "$x^2$\n");
    file("坏 公式/第 1 章.md", "设 $v \\mpasto Av$ 为映射。\n");
    Result result = commit();
    assertThat(result.out())
        .containsPattern("formulint\\.+Failed")
        .contains("error[undefined-command]: `\\mpasto` is not a known command")
        .contains("--> 坏 公式/第 1 章.md:1:6")
        .contains("2 files, 2 formulas: 1 error, 0 warnings");
    assertThat(result.exitCode()).isNotZero();
    assertThat(hasCommit()).isFalse();
  }

  @Test
  void goodFormulasPass() throws Exception {
    uses("formulint");
    file("好 公式/第 1 章.md", "设 $v \\mapsto Av$ 为映射。\n");
    file("b's \"note\".markdown", "$$\n\\frac{1}{2}\n$$\n");
    file("page.mdx", "$x$\n");
    Result result = commit();
    assertThat(result.out()).containsPattern("formulint\\.+Passed");
    assertThat(result.exitCode()).isZero();
    assertThat(hasCommit()).isTrue();
  }

  @Test
  void onlyWhatIsStagedIsChecked() throws Exception {
    uses("formulint");
    file("good.md", "$x$\n");
    git(repository, variables, "add", "-A");
    file("bad.md", "$\\mpasto$\n");
    Result result = Tool.run(repository, variables, List.of("git", "commit", "-m", "Write"));
    assertThat(result.exitCode()).as(result.out()).isZero();
  }

  @Test
  void withoutMarkdownThereIsNothingToCheck() throws Exception {
    uses("formulint");
    file("notes.txt", "$\\mpasto$\n");
    Result result = commit();
    assertThat(result.out()).contains("(no files to check)Skipped");
    assertThat(result.exitCode()).isZero();
    assertThat(hasCommit()).isTrue();
  }

  @Test
  void theFixMendsAndFailsOnce() throws Exception {
    uses("formulint-fix");
    file("谱 半径.md", "谱半径 $\\lambda_\\max$。\n");
    Result first = commit();
    assertThat(first.out())
        .containsPattern("formulint, with safe fixes\\.+Failed")
        .contains("files were modified by this hook");
    assertThat(first.exitCode()).isNotZero();
    assertThat(hasCommit()).isFalse();
    assertThat(content("谱 半径.md")).isEqualTo("谱半径 $\\lambda_{\\max}$。\n");
    Result second = commit();
    assertThat(second.out()).containsPattern("formulint, with safe fixes\\.+Passed");
    assertThat(second.exitCode()).isZero();
  }

  @Test
  void theFixReportsWhatItCannotMend() throws Exception {
    uses("formulint-fix");
    file("a.md", "$v \\mpasto Av$\n");
    Result result = commit();
    assertThat(result.out())
        .contains("exit code: 1", "error[undefined-command]")
        .doesNotContain("files were modified by this hook");
    assertThat(result.exitCode()).isNotZero();
    assertThat(content("a.md")).isEqualTo("$v \\mpasto Av$\n");
  }

  @Test
  void theSystemHookTakesTheProgramOnThePath() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("formulint"), hooks.resolve("formulint"));
    variables.put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    uses("formulint-system");
    file("a.md", "$v \\mpasto Av$\n");
    Result result = commit();
    assertThat(result.out()).contains("error[undefined-command]", "--> a.md:1:4");
    assertThat(result.exitCode()).isNotZero();
  }

  /** Coursier here only notes how it is called and installs a program that calls the jar. */
  @Test
  void coursierIsHandedTheChannel() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path coursier = bin.resolve("cs");
    Files.writeString(
        coursier,
        """
        #!/bin/sh
        echo "$*" >>'%s'
        [ "$1" = install ] || exit 0
        mkdir -p "$3"
        printf '#!/bin/sh\\nexec "$JAVA_HOME/bin/java" -jar "$FORMULINT_JAR" "$@"\\n' >"$3/formulint"
        chmod +x "$3/formulint"
        """
            .formatted(folder.resolve("calls")));
    assertThat(coursier.toFile().setExecutable(true)).isTrue();
    variables.put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    uses("formulint-coursier");
    file("a.md", "$v \\mpasto Av$\n");
    Result result = commit();
    assertThat(result.out()).contains("error[undefined-command]", "--> a.md:1:4");
    assertThat(result.exitCode()).isNotZero();
    assertThat(Files.readString(folder.resolve("calls")))
        .contains("fetch --default-channels=false --channel ")
        .containsPattern("install --dir \\S+ --default-channels=false --channel .+ formulint\n");
  }

  /** Maven here only puts the jar where a build would; the launcher's own test has the rest. */
  @Test
  void theCloneWithoutAJarBuildsItOnce() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path maven = bin.resolve("mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        while [ "$1" != -f ]; do shift; done
        echo built >>'%s'
        cp '%s' "$(dirname "$2")/target/formulint.jar"
        """
            .formatted(folder.resolve("builds"), JAR));
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    variables.put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    variables.put("PRE_COMMIT_HOME", folder.resolve("pre-commit").toString());
    variables.remove("FORMULINT_JAR");
    uses("formulint");
    file("a.md", "$v \\mpasto Av$\n");
    Result first = commit();
    assertThat(first.out())
        .contains("formulint: building ", "formulint.jar once")
        .contains("error[undefined-command]");
    Result second = commit();
    assertThat(second.out()).doesNotContain("building").contains("error[undefined-command]");
    assertThat(folder.resolve("builds")).hasContent("built");
  }
}
