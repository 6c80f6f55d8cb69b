package io.github.formulint.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  private static final int PLENTY = 1 << 20;

  @TempDir private Path folder;

  private final List<String> notices = new ArrayList<>();

  private Results open(int maxBytes) {
    return Results.of(new CacheFile(folder, maxBytes), notices::add);
  }

  private Path file() {
    return folder.resolve(CacheFile.NAME);
  }

  private static Key key(int number) {
    Random random = new Random(number);
    return new Key(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static byte[] value(int number) {
    byte[] value = new byte[number % 50];
    new Random(number).nextBytes(value);
    return value;
  }

  private void add(int maxBytes, int from, int to) {
    Results results = open(maxBytes);
    for (int i = from; i < to; i++) {
      results.add(key(i), value(i));
    }
    results.write();
    assertThat(results.failure()).isEmpty();
  }

  private static boolean knows(Results results, int number) {
    Optional<ByteBuffer> found = results.find(key(number));
    found.ifPresent(value -> assertThat(value).isEqualTo(ByteBuffer.wrap(value(number))));
    return found.isPresent();
  }

  @Test
  void findsWhatManyRunsAdded() {
    for (int run = 0; run < 200; run++) {
      add(PLENTY, run * 10, run * 10 + 10);
    }
    Results results = open(PLENTY);
    for (int i = 0; i < 2000; i++) {
      assertThat(knows(results, i)).isTrue();
    }
    assertThat(knows(results, 2000)).isFalse();
    assertThat(notices).isEmpty();
  }

  @Test
  void forgetsTheOldestWhereItWouldGrowTooLarge() throws IOException {
    int maxBytes = 20_000;
    for (int run = 0; run < 100; run++) {
      add(maxBytes, run * 20, run * 20 + 20);
      assertThat(Files.size(file())).isLessThanOrEqualTo(maxBytes);
    }
    Results results = open(maxBytes);
    for (int i = 1900; i < 2000; i++) {
      assertThat(knows(results, i)).isTrue();
    }
    assertThat(knows(results, 0)).isFalse();
  }

  @Test
  void aRunThatFindsMoreThanFitsKeepsThePartThatFits() throws IOException {
    int maxBytes = 20_000;
    add(maxBytes, 0, 5000);
    assertThat(Files.size(file())).isBetween(1L, (long) maxBytes);
    assertThat(open(maxBytes).isEmpty()).isFalse();
  }

  @Test
  void doesWithoutTheEndThatAKilledProcessDidNotWrite() throws IOException {
    add(PLENTY, 0, 10);
    long first = Files.size(file());
    add(PLENTY, 10, 20);
    byte[] whole = Files.readAllBytes(file());
    for (int length = (int) first; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      Results results = open(PLENTY);
      assertThat(knows(results, 5)).isTrue();
      assertThat(knows(results, 15)).isFalse();
    }
    assertThat(notices).isEmpty();
    add(PLENTY, 20, 30);
    Results results = open(PLENTY);
    assertThat(knows(results, 5)).isTrue();
    assertThat(knows(results, 25)).isTrue();
    assertThat(notices).isEmpty();
  }

  @Test
  void neverReturnsWhatIsDamagedAndMendsIt() throws IOException {
    add(PLENTY, 0, 10);
    add(PLENTY, 10, 20);
    byte[] whole = Files.readAllBytes(file());
    for (int at = 16; at < whole.length; at++) {
      byte[] wrong = whole.clone();
      wrong[at] ^= (byte) 0x80;
      Files.write(file(), wrong);
      Results results = open(PLENTY);
      int known = 0;
      for (int i = 0; i < 20; i++) {
        if (knows(results, i)) {
          known++;
        } else {
          results.add(key(i), value(i));
        }
      }
      results.write();
      Results mended = open(PLENTY);
      for (int i = 0; i < 20; i++) {
        assertThat(knows(mended, i)).as("%d, of %d, wrong at %d", i, known, at).isTrue();
      }
    }
    assertThat(notices).isNotEmpty().allMatch(notice -> notice.contains(" is damaged"));
  }

  @Test
  void saysOnceThatTheFileIsDamaged() throws IOException {
    add(PLENTY, 0, 10);
    byte[] bytes = Files.readAllBytes(file());
    Arrays.fill(bytes, 16 + Segment.HEAD_BYTES + 10 * (Key.BYTES + 12), bytes.length, (byte) 7);
    Files.write(file(), bytes);
    Results results = open(PLENTY);
    for (int i = 0; i < 10; i++) {
      results.find(key(i));
    }
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0)).startsWith(file() + " is damaged");
  }

  @Test
  void leavesAFileOfOthersAlone() throws IOException {
    for (byte[] theirs : List.of("# Notes\n".getBytes(), new byte[100], new byte[] {'f', 'x'})) {
      notices.clear();
      Files.write(file(), theirs);
      Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
      Results results = open(PLENTY);
      results.add(key(1), value(1));
      results.write();
      assertThat(file()).hasBinaryContent(theirs);
      assertThat(notices).hasSize(1);
      assertThat(notices.get(0)).contains("was not written by formulint", "--cache-dir");
    }
  }

  @Test
  void doesWithoutAFolderThatCannotBeMade() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("file"));
    Results results = Results.of(new CacheFile(inTheWay.resolve("a"), PLENTY), notices::add);
    results.add(key(1), value(1));
    results.write();
    assertThat(results.failure()).isPresent();
    assertThat(results.find(key(2))).isEmpty();
  }

  @Test
  void onlyTheUserMayReadIt() throws IOException {
    org.assertj.core.api.Assumptions.assumeThat(
            folder.getFileSystem().supportedFileAttributeViews())
        .contains("posix");
    CacheFile deeper = new CacheFile(folder.resolve("a/b"), PLENTY);
    Results results = Results.of(deeper, notices::add);
    results.add(key(1), value(1));
    results.write();
    assertThat(Files.getPosixFilePermissions(deeper.path())).hasSize(2);
    assertThat(Files.getPosixFilePermissions(deeper.path().getParent())).hasSize(3);
  }
}
