package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.Tool;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * No formula reads a file, looks for one, opens a connection, starts a program, or loads a font or
 * a class: the kernel is asked, by {@code strace}, so that QuickJS is watched as Java is.
 */
@Timeout(400)
class ReachTest {

  @TempDir private Path folder;

  @Test
  void noFormulaReachesOutOfItsEngine() throws Exception {
    Tool.require("strace");
    Path secret = Files.writeString(folder.resolve("secret.png"), "secret");
    Path classes = folder.resolve("classes.txt");
    Path calls = folder.resolve("calls.txt");
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";
      List<String> baits =
          List.of(
              secret.toString(),
              folder.resolve("missing.png").toString(),
              address,
              "jar:" + address + "!/x.png",
              "file:" + secret,
              ReachBait.class.getName(),
              "Serif");
      List<String> command = new ArrayList<>();
      // Of the system calls, all that name a file, the start of programs too, or use the network.
      command.addAll(List.of("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=%file,%network"));
      command.addAll(List.of("-s", "300", "-o", calls.toString()));
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // Java itself looks at the limits of its container and at the counters of other processes.
      command.addAll(List.of("-XX:-UseContainerSupport", "-XX:-UsePerfData", "-XX:+UseSerialGC"));
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + classes));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(ReachProbe.class.getName());
      command.addAll(baits);
      Tool.Result result = Tool.run(Path.of("").toAbsolutePath(), Map.of(), command);

      assertThat(result.out()).matches("(?s).*\\d{4,} formulas, rendered \\d{4,}\\s*");
      assertThat(result.exitCode()).isZero();
      List<String> all = Files.readAllLines(calls);
      assertThat(watched(all)).isEmpty();
      assertThat(all)
          .as("strace sees what the process does")
          .anyMatch(call -> call.contains("openat"));
      assertThat(Files.readString(classes))
          .contains(ReachProbe.class.getName())
          .doesNotContain(ReachBait.class.getName());
      assertThat(isCalled(server)).isFalse();
    }
  }

  /** Returns the system calls between the two looks of the probe. */
  private static List<String> watched(List<String> calls) {
    int begin = indexOf(calls, ReachProbe.BEGIN);
    int end = indexOf(calls, ReachProbe.END);
    assertThat(begin).isNotNegative().isLessThan(end);
    return calls.subList(begin + 1, end).stream().filter(call -> call.contains("(")).toList();
  }

  private static int indexOf(List<String> calls, String marker) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).contains(marker) && !calls.get(i).contains("execve")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isCalled(ServerSocket server) throws Exception {
    server.setSoTimeout(200);
    try {
      server.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }
}
