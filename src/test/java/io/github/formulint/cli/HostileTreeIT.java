package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.formulint.testing.Tool;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trees that only a real system has: pipes, names of any bytes, files that may not be written, a
 * full disk. Whatever is in the way is told in a line, and the rest goes on.
 */
@EnabledOnOs(OS.LINUX)
class HostileTreeIT {

  private static final Path JAR = Path.of("target/formulint.jar").toAbsolutePath();
  private static final String FIXABLE = "$x，y$\n";
  private static final String FIXED = "$x,y$\n";

  /** What no other user can enter is no use to the tests that run as another user. */
  @TempDir private Path folder;

  @BeforeEach
  void needsAShell() {
    Tool.require("bash");
  }

  private Tool.Result run(String script) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Tool.run(
        folder,
        Map.of(
            "FORMULINT",
            java
                + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir="
                + Files.createDirectories(folder.resolve("tmp"))
                + " -jar "
                + JAR,
            "LC_ALL",
            "C.UTF-8"),
        List.of("bash", "-c", "set -u; " + script));
  }

  @Test
  void pipesSocketsAndDevicesAreToldAndNotOpened() throws Exception {
    Path tree = Files.createDirectory(folder.resolve("t"));
    Tool.Result result;
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(tree.resolve("socket.md")));
      result =
          run(
              "echo '$x$' >t/good.md; mkfifo t/pipe.md; ln -s /dev/zero t/zero.md;"
                  + " ln -s . t/self; ln -s loop2.md t/loop1.md; ln -s loop1.md t/loop2.md;"
                  + " timeout 100 $FORMULINT t t/good.md ./t t/../t 2>&1");
    }
    assertThat(result.exitCode()).as(result.out()).isEqualTo(2);
    assertThat(result.out())
        .contains("t/pipe.md: is a pipe, a device or the like")
        .contains("t/socket.md: is a pipe, a device or the like")
        .contains("t/zero.md: is a pipe, a device or the like")
        .contains("t/self: is a link that leads back")
        .contains("t/loop1.md: ")
        .contains("1 file, 1 formula: nothing wrong");
  }

  @Test
  void namesOfAnyBytesAreReadAndMendedInEveryLocale() throws Exception {
    for (String locale : List.of("C", "C.UTF-8")) {
      Tool.Result result =
          run(
              "rm -rf t; mkdir t; cd t; export LC_ALL="
                  + locale
                  + "; for n in $'\\xff\\xfe.md' $'a\\nb.md' $'\\e[31m.md' ' .md' '-rf.md' '公式.md'"
                  + " \"$(printf 'n%.0s' {1..240}).md\"; do printf '$x\\uff0cy$\\n' >\"./$n\"; done;"
                  + " for n in ./*.md; do printf '$x\\xef\\xbc\\x8cy$\\n' >\"$n\"; done;"
                  + " timeout 100 $FORMULINT --fix . 2>&1; echo \"exit $?\"; find . -name '*.md' -printf x | wc -c;"
                  + " cat ./*.md | sort -u");
      assertThat(result.out())
          .as(locale)
          .contains("7 files, 7 formulas: nothing wrong", "exit 0", "\n7\n" + FIXED)
          .doesNotContain("\u001B");
    }
  }

  @Test
  void aFullDiskLeavesTheDocumentAsItWas() throws Exception {
    assumeTrue(isRoot(), "only root can mount a small disk, so this test is skipped");
    Tool.Result result =
        run(
            "mkdir d; mount -t tmpfs -o size=64k tmpfs d || exit 99; trap 'umount d' EXIT;"
                + " printf '$x，y$\\n' >d/a.md; cat /dev/zero >d/filler 2>/dev/null;"
                + " timeout 100 $FORMULINT --fix d 2>&1; echo \"exit $?\"; ls -A d; cat d/a.md");
    assumeTrue(result.exitCode() != 99, "a disk cannot be mounted here, so this test is skipped");
    assertThat(result.out())
        .contains(
            "formulint: d/a.md: cannot be replaced: No space left on device; it is left as it was")
        .contains("exit 2")
        .endsWith("a.md\nfiller\n" + FIXABLE);
  }

  @Test
  void aReportThatCannotBeWrittenIsTold() throws Exception {
    Tool.Result result =
        run(
            "echo '$\\frac{$' >a.md; timeout 100 $FORMULINT a.md 2>&1 >/dev/full; echo \"exit $?\"");
    assertThat(result.out())
        .contains("the output cannot be written: No space left on device", "exit 2");
  }

  @Test
  void whatMayNotBeReadOrWrittenIsToldAndLeftAsItWas() throws Exception {
    Tool.require("setpriv");
    String user = isRoot() ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
    String owner = isRoot() ? "chown -R 65534:65534 tree;" : "";
    Path open = Files.createDirectory(folder.resolve("open"));
    openTo(open);
    Tool.Result result =
        run(
            "chmod 1777 tmp; cp "
                + JAR
                + " open/f.jar; chmod 644 open/f.jar; cd open; mkdir -p tree/closed tree/unwritable;"
                + " for f in secret fixed free closed/in unwritable/in; do"
                + " printf '$x，y$\\n' >tree/$f.md; done; "
                + owner
                + "chmod 000 tree/secret.md tree/closed; chmod 444 tree/fixed.md;"
                + " chmod 555 tree/unwritable; "
                + user
                + "timeout 100 ${FORMULINT/"
                + "-jar */-jar f.jar} --fix tree 2>&1; echo \"exit $?\"; chmod -R u+rwX tree;"
                + " find tree -name '.formulint*'; cat tree/free.md tree/fixed.md"
                + " tree/unwritable/in.md tree/closed/in.md");
    assertThat(result.out())
        .contains("tree/secret.md: cannot be read: permission denied")
        .contains("tree/closed: cannot be read: permission denied")
        .contains("formulint: tree/fixed.md: cannot be replaced: it is read-only; make it writable")
        .contains("tree/unwritable/in.md: cannot be replaced: its folder is read-only")
        .contains("exit 2")
        .endsWith(FIXED + FIXABLE + FIXABLE + FIXABLE);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Lets another user through the folders above. */
  private static void openTo(Path folder) throws Exception {
    List<String> command = new ArrayList<>(List.of("chmod", "a+rx"));
    for (Path each = folder;
        each != null && !each.equals(Path.of(System.getProperty("java.io.tmpdir")));
        each = each.getParent()) {
      command.add(each.toString());
    }
    Process process = new ProcessBuilder(command).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  /** The first and the last files of a great many are found, and no memory is kept for the rest. */
  @Test
  void twentyThousandFilesFitIntoALittleMemory() throws IOException, Exception {
    for (int i = 0; i < 20_000; i++) {
      Path file = folder.resolve("many/" + i / 500 + "/" + i + ".md");
      if (i % 500 == 0) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, "# " + i + "\n\n$x_{" + i % 100 + "}$\n");
    }
    Tool.Result result =
        run("timeout 230 ${FORMULINT/ -jar/ -Xmx96m -jar} --engine katex many 2>&1");
    assertThat(result.out()).isEqualTo("20000 files, 20000 formulas: nothing wrong\n");
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertThat(left.filter(file -> file.toString().contains("quickjs"))).isEmpty();
    }
  }
}
