package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.formulint.render.RenderEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processes that stand behind an engine. */
@Timeout(300)
class SandboxProcessTest {

  private static final String UNCERTAIN = "\\scalebox{2}{x}";

  @Test
  void isStartedOnlyWhenNeededAndOnlyOnce() {
    try (RenderEngine engine = Engines.open()) {
      List<ProcessHandle> before = children();
      engine.render(Engines.display("\\frac{1}{2}+\\sqrt{\\left(x^2\\right)}"));
      assertThat(children()).isEqualTo(before);
      for (int i = 1; i < 4; i++) {
        assertThat(engine.render(Engines.display("\\scalebox{" + i + "}{x}")).isRendered())
            .isTrue();
        assertThat(children()).hasSize(before.size() + 1);
      }
    }
  }

  @Test
  void endsWithItsEngine() throws InterruptedException {
    List<ProcessHandle> before = children();
    try (RenderEngine engine = Engines.open()) {
      engine.render(Engines.display(UNCERTAIN));
    }
    List<ProcessHandle> after = new ArrayList<>(children());
    after.removeAll(before);
    for (ProcessHandle child : after) {
      awaitEnd(child);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\\sqrt{\\rule{1em}{100000000em}}"})
  void endsWithAProgramThatIsKilled(String formula) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(
            List.of(
                java, "-cp", System.getProperty("java.class.path"), SandboxParent.class.getName()));
    if (!formula.isEmpty()) {
      command.add(formula);
    }
    Process parent =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<ProcessHandle> grandchildren = new ArrayList<>();
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.US_ASCII));
    for (String line = out.readLine(); !"done".equals(line); line = out.readLine()) {
      ProcessHandle.of(Long.parseLong(line)).ifPresent(grandchildren::add);
    }
    if (!formula.isEmpty()) {
      // It is in the midst of it.
      Thread.sleep(300);
    }
    parent.destroyForcibly().waitFor();

    assertThat(grandchildren).hasSize(1);
    awaitEnd(grandchildren.get(0));
  }

  @Test
  void inheritsNeitherFilesNorTheEnvironment() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "/proc tells what a process holds");
    Path secret = Files.createTempFile("held", ".txt");
    List<ProcessHandle> before = children();
    try (var held = Files.newInputStream(secret);
        RenderEngine engine = Engines.open()) {
      assertThat(held.read()).isEqualTo(-1);
      engine.render(Engines.display(UNCERTAIN));
      List<ProcessHandle> started = new ArrayList<>(children());
      started.removeAll(before);
      assertThat(started).hasSize(1);
      Path process = Path.of("/proc", Long.toString(started.get(0).pid()));
      List<String> files = new ArrayList<>();
      try (Stream<Path> links = Files.list(process.resolve("fd"))) {
        for (Path link : links.toList()) {
          files.add(Files.readSymbolicLink(link).toString());
        }
      }
      assertThat(files).isNotEmpty().doesNotContain(secret.toString());
      String environment =
          Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
      for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
        if (!variable.getKey().startsWith("L")) {
          assertThat("\0" + environment).doesNotContain("\0" + variable.getKey() + "=");
        }
      }
    } finally {
      Files.delete(secret);
    }
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  private static void awaitEnd(ProcessHandle process) throws InterruptedException {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(process.isAlive()).isFalse();
  }
}
