package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code --fix} is killed at random moments: every document is whole afterwards, either as it was
 * or mended, and the next run leaves no temporary file behind. {@code -Dformulint.kills=200} kills
 * as many runs; {@code -Dformulint.seed=7} chooses other moments.
 */
class KilledFixIT {

  private static final Path JAR = Path.of("target/formulint.jar").toAbsolutePath();
  private static final int KILLS = Integer.getInteger("formulint.kills", 15);
  private static final int FOLDERS = 4;
  private static final int FILES_IN_FOLDER = 12;

  @TempDir private Path folder;

  private final Random random = new Random(Long.getLong("formulint.seed", 1));

  @Test
  void everyDocumentIsWholeAfterAKill() throws Exception {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Path mendedTree = Files.createDirectories(folder.resolve("mended"));
    Path scratch = Files.createDirectories(folder.resolve("tmp"));
    write(tree);
    write(mendedTree);
    Path archive = folder.resolve("classes.jsa");
    String archived = "-XX:SharedArchiveFile=" + archive;
    Map<Path, byte[]> old = read(tree);
    long start = System.nanoTime();
    // The first run makes an archive of its classes, so that the others start at once.
    Process first = start(mendedTree, scratch, "-XX:ArchiveClassesAtExit=" + archive);
    assertThat(first.waitFor(200, TimeUnit.SECONDS)).isTrue();
    long whole = System.nanoTime() - start;
    Map<Path, byte[]> mended = read(mendedTree);
    assertThat(mended.keySet()).isEqualTo(old.keySet());
    old.forEach((name, bytes) -> assertThat(mended.get(name)).isNotEqualTo(bytes));

    int within = 0;
    Set<Path> seen = new HashSet<>();
    Set<Path> left = Set.of();
    for (int kill = 1; kill <= KILLS; kill++) {
      for (Map.Entry<Path, byte[]> each : old.entrySet()) {
        Files.write(tree.resolve(each.getKey()), each.getValue());
      }
      Process process = start(tree, scratch, archived);
      boolean ended = awaitMoment(process, tree, old, whole);
      process.destroyForcibly().waitFor();
      int changed = 0;
      Map<Path, byte[]> found = read(tree);
      Set<Path> temporary = new HashSet<>();
      assertThat(found.keySet()).as("kill %d", kill).containsAll(old.keySet());
      for (Map.Entry<Path, byte[]> each : found.entrySet()) {
        if (isTemporary(each.getKey())) {
          temporary.add(each.getKey());
          continue;
        }
        boolean isOld = Arrays.equals(each.getValue(), old.get(each.getKey()));
        boolean isNew = Arrays.equals(each.getValue(), mended.get(each.getKey()));
        assertThat(isOld || isNew).as("kill %d: %s is whole", kill, each.getKey()).isTrue();
        changed += isNew ? 1 : 0;
      }
      within += !ended && changed > 0 && changed < old.size() ? 1 : 0;
      if (changed > 0 && !left.isEmpty()) {
        // This run got as far as to write, so it had removed what the one before left behind.
        assertThat(temporary).as("kill %d", kill).doesNotContainAnyElementsOf(left);
      }
      seen.addAll(temporary);
      left = temporary;
    }
    assertThat(start(tree, scratch, archived).waitFor(200, TimeUnit.SECONDS)).isTrue();
    Map<Path, byte[]> last = read(tree);
    assertThat(last.keySet()).isEqualTo(old.keySet());
    last.forEach((name, bytes) -> assertThat(bytes).as("%s", name).isEqualTo(mended.get(name)));
    System.out.printf(
        "%d kills, %d of them between the first and the last document, %d temporary files found"
            + " and removed%n",
        KILLS, within, seen.size());
    assertThat(within).as("kills that met the run while it wrote").isPositive();
  }

  /**
   * Waits for a random moment: of three kills, one is anywhere in the run, and two are while it
   * writes.
   *
   * @return whether the run had ended by then
   */
  private boolean awaitMoment(Process process, Path tree, Map<Path, byte[]> old, long whole)
      throws Exception {
    if (random.nextInt(3) == 0) {
      return process.waitFor((long) (whole * random.nextDouble()), TimeUnit.NANOSECONDS);
    }
    Path watched =
        old.keySet().stream().sorted().skip(random.nextInt(old.size())).findFirst().orElseThrow();
    while (process.isAlive()
        && Files.size(tree.resolve(watched)) == old.get(watched).length
        && Arrays.equals(Files.readAllBytes(tree.resolve(watched)), old.get(watched))) {
      Thread.sleep(1);
    }
    return process.waitFor(random.nextInt(3_000_000), TimeUnit.NANOSECONDS);
  }

  private static boolean isTemporary(Path name) {
    return name.getFileName().toString().startsWith(".formulint-");
  }

  private static Process start(Path tree, Path scratch, String option) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + scratch,
            "-jar",
            JAR.toString(),
            "--fix-only",
            tree.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Writes documents that can be mended, in all encodings and with all line ends. */
  private static void write(Path tree) throws IOException {
    List<Charset> charsets =
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    int number = 0;
    for (int i = 0; i < FOLDERS; i++) {
      Path folder = Files.createDirectories(tree.resolve("folder " + i + "/文档"));
      for (int j = 0; j < FILES_IN_FOLDER; j++) {
        Charset charset = charsets.get(number % 3);
        boolean hasMark = number % 2 == 0 || charset != StandardCharsets.UTF_8;
        String lineEnd = number % 4 < 2 ? "\n" : "\r\n";
        List<String> lines = new ArrayList<>(List.of((hasMark ? "\uFEFF" : "") + "# " + number));
        for (int line = 0; line < 10 + 20 * (number % 5); line++) {
          lines.add("text $x_{" + line % 7 + "}，y$ and $a＋b$ 𝔸");
          lines.add("");
        }
        Files.write(folder.resolve("d" + j + ".md"), String.join(lineEnd, lines).getBytes(charset));
        number++;
      }
    }
  }

  private static Map<Path, byte[]> read(Path tree) throws IOException {
    Map<Path, byte[]> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(tree.relativize(file), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
