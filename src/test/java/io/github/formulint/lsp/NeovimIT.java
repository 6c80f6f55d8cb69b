package io.github.formulint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.Tool;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real editor with the packaged program: it shows findings, applies the fixes, and saves. */
class NeovimIT {

  @TempDir private Path folder;

  @Test
  void showsFindingsAndMendsTheDocument() throws Exception {
    Tool.require("nvim");
    Path script = folder.resolve("neovim.lua");
    try (InputStream in = getClass().getResourceAsStream("/editor/neovim.lua")) {
      Files.copy(in, script);
    }
    Files.writeString(folder.resolve("a.md"), "# 温度 😀\n\n😀 $y_{温度}$ 与 $\\foo$，$z_{湿度}$。\n");
    Tool.Result result =
        Tool.run(
            folder,
            Map.of(
                "FORMULINT", Path.of("formulint").toAbsolutePath().toString(),
                "FORMULINT_JAR", Path.of("target/formulint.jar").toAbsolutePath().toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "HOME", folder.toString()),
            List.of("nvim", "--headless", "-u", "NONE", "-n", "-S", script.toString()));
    assertThat(result.out())
        .contains("3:10 text in Chinese", "[cjk-text-in-math]")
        .contains("[undefined-command]")
        .contains("formulint: apply all safe fixes");
    assertThat(folder.resolve("a.md"))
        .hasContent("# 温度 😀\n\n😀 $y_{\\text{温度}}$ 与 $\\foo$，$z_{\\text{湿度}}$。\n");
  }
}
