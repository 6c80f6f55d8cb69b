package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run without options and configuration loads nothing that it does not need. */
class LoadedClassesTest {

  @TempDir private Path folder;

  private String loaded(String... arguments) throws Exception {
    Path log = folder.resolve("classes.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Tool.Result result =
        Tool.run(folder, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), command);
    assertThat(result.exitCode()).as(result.out()).isZero();
    return Files.readString(log);
  }

  @Test
  void aPlainStartLoadsNoYamlAndNoOptions() throws Exception {
    Files.writeString(folder.resolve("a.md"), "$x$\n");
    assertThat(loaded("a.md"))
        .contains(" io.github.formulint.cli.check.CheckCommand ")
        .doesNotContain(
            " picocli.CommandLine ",
            " picocli.CommandLine$Model",
            " org.snakeyaml.",
            " org.eclipse.jgit.lib.Repository ")
        .doesNotContain(" io.github.formulint.config.SettingsReader ")
        .doesNotContain(" io.github.formulint.files.FolderWatch ")
        .doesNotContain(" io.github.formulint.project.SiteKind ");
    Files.writeString(folder.resolve(".formulint.yml"), "engine: katex\n");
    assertThat(loaded("a.md")).contains(" org.snakeyaml.").doesNotContain(" picocli.CommandLine ");
  }
}
