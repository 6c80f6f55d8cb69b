import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.cli.MavenCli;

/**
 * Runs several builds in one JVM, as IDEs and daemons do, and tells what each leaves behind: the
 * exit code, the lines of formulint, and the threads that go on. No part of the build:
 *
 * <pre>
 * java -Dmaven.multiModuleProjectDirectory=FOLDER -cp "MAVEN/lib/*:MAVEN/boot/*" \
 *   src/bench/Builds.java FOLDER COUNT ARGUMENT...
 * </pre>
 */
final class Builds {

  public static void main(String[] arguments) throws Exception {
    String folder = arguments[0];
    String[] goals = java.util.Arrays.copyOfRange(arguments, 2, arguments.length);
    Set<String> reports = new TreeSet<>();
    int threads = 0;
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
      // Maven's log goes where standard output goes.
      PrintStream before = System.out;
      System.setOut(out);
      int code = new MavenCli().doMain(goals, folder, out, out);
      System.setOut(before);
      String report =
          log.toString(StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.contains("md:") || line.contains("files, "))
              .collect(Collectors.joining("\n"));
      reports.add(code + "\n" + report);
      Thread.sleep(500);
      Set<String> left =
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::getName)
              .filter(name -> name.startsWith("formulint"))
              .collect(Collectors.toCollection(TreeSet::new));
      threads = left.size();
      System.out.printf(
          "build %d: exit code %d, %d lines, threads left: %s%n", i, code, report.lines().count(), left);
    }
    System.out.println(reports.size() + " different reports\n" + reports.iterator().next());
    System.exit(reports.size() == 1 && threads == 0 ? 0 : 1);
  }
}
