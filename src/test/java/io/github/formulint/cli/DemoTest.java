package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a newcomer sees first: the real program over the demo. */
class DemoTest {

  @Test
  void theDemoShowsWhatTheProgramDoes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream(new byte[0]), out, err, false, false, Map.of(), Path.of(""));
    int exitCode = new Main(environment, new StandardWiring()).run("fixtures/demo");
    String report = out.toString(StandardCharsets.UTF_8);
    assertThat(report)
        .isEqualTo(Fixtures.expected(Fixtures.FOLDER.resolve("demo/expected.txt"), report));
    assertThat(exitCode).isEqualTo(1);
  }
}
