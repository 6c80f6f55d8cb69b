package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.run.StandardWiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JLaTeXMath as it stands and through the translation: what is kept of one is not told of both. */
class MannerOfCachedVerdictsTest {

  @TempDir Path folder;

  private String check(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--format", "concise", "--cache-dir", folder.toString()));
    all.addAll(List.of(arguments));
    all.add("-");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream("so $\\pmb{x}$ is\n".getBytes(StandardCharsets.UTF_8)),
            out,
            new ByteArrayOutputStream(),
            false,
            false,
            Map.of(),
            folder);
    new Main(environment, new StandardWiring()).run(all.toArray(String[]::new));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachIsAskedForItself() {
    for (int round = 0; round < 2; round++) {
      assertThat(check("--engine", "both")).doesNotContain("missing-in-engine");
      assertThat(check("--engine", "jlatexmath")).contains("missing-in-engine");
      assertThat(check("--engine", "all")).doesNotContain("missing-in-engine");
      assertThat(check("--engine", "jlatexmath", "--platform", "github"))
          .contains("missing-in-engine");
      assertThat(check("--engine", "both", "--platform", "github"))
          .doesNotContain("missing-in-engine");
    }
  }
}
