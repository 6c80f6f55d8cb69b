package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.run.Version;
import io.github.formulint.testing.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What coursier is told to install is this program, in this version. */
class CoursierChannelTest {

  @Test
  void namesTheReleaseOfThisVersion() throws Exception {
    Map<String, Object> application =
        Json.object(Files.readString(Path.of(".pre-commit-channel/formulint.json")));
    String version = Version.current().replace("-SNAPSHOT", "");
    assertThat(application)
        .containsEntry(
            "dependencies", List.of("io.github.formulint:formulint-maven-plugin:" + version))
        .containsEntry("mainClass", Main.class.getName());
  }
}
