package io.github.formulint.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A brief run of each fuzzer, always the same, and the inputs that failed once. */
@Timeout(600)
class FuzzTest {

  private static final Path FAILED_ONCE = Path.of("src/test/resources/fuzz");

  private static final PipelineCheck CHECK = new PipelineCheck();

  private static void runs(Fuzzer fuzzer, long inputs) throws Exception {
    Fuzzer.Result result = fuzzer.run(inputs, 300, 1);
    assertThat(result.hasFailed()).as(() -> failure(result)).isFalse();
    assertThat(result.inputs()).isPositive();
  }

  private static String failure(Fuzzer.Result result) {
    try {
      return result.failure();
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  private static void requireJazzer() {
    boolean isThere = Fuzzer.isAvailable();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as("Jazzer runs on this machine").isTrue();
    }
    assumeTrue(isThere, "Jazzer does not run on this machine, so this test is skipped");
  }

  @Test
  void noDocumentBreaksAPromise(@TempDir Path folder) throws Exception {
    requireJazzer();
    runs(Fuzzer.ofDocuments(folder), 100);
  }

  @Test
  void noFormulaBreaksAPromise(@TempDir Path folder) throws Exception {
    requireJazzer();
    runs(Fuzzer.ofFormulas(folder), 100);
  }

  static List<Path> failedOnce() throws Exception {
    try (Stream<Path> files = Files.list(FAILED_ONCE)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("failedOnce")
  void whatFailedOnceDoesNotFailAgain(Path file) throws Exception {
    CHECK.check(Files.readAllBytes(file));
  }
}
