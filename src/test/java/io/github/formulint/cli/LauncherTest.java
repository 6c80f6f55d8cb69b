package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.formulint.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, with programs in place of Java and Maven that only say how they were called. */
@Timeout(60)
class LauncherTest {

  @TempDir private Path folder;

  private Path home;
  private Path bin;

  private record Result(int exitCode, String out, String err) {}

  @BeforeAll
  static void needsAShell() {
    boolean isUnix = Files.isExecutable(Path.of("/bin/sh"));
    assumeTrue(isUnix, "the launcher needs /bin/sh");
  }

  @BeforeEach
  void installs() throws IOException {
    home = Files.createDirectories(folder.resolve("公式 検査"));
    bin = Files.createDirectories(folder.resolve("bin"));
    script(home.resolve("formulint"), Files.readString(Path.of("formulint")));
    for (String tool :
        List.of(
            "dirname",
            "sed",
            "head",
            "readlink",
            "cat",
            "mkdir",
            "rm",
            "sleep",
            "ls",
            "cksum",
            "find",
            "mv",
            "cp",
            "chmod",
            "cmp")) {
      script(bin.resolve(tool), "#!/bin/sh\nexec " + which(tool) + " \"$@\"\n");
    }
  }

  /** What a launcher does in the background would write into the folder while it is deleted. */
  @AfterEach
  void waitsForTheBackground() throws Exception {
    for (int i = 0; i < 200 && isSomethingRunning(); i++) {
      Thread.sleep(50);
    }
  }

  private boolean isSomethingRunning() {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .anyMatch(command -> command.contains(folder.toString()));
  }

  private static Path which(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static void script(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }

  /** Makes a Java that prints its options, one a line, and archives classes if it is told to. */
  private Path java(Path javaHome, String version) throws IOException {
    script(
        javaHome.resolve("bin/java"),
        "#!/bin/sh\n"
            + "if [ \"$1\" = -version ]; then echo 'openjdk version \""
            + version
            + "\" 2026' >&2; exit; fi\n"
            + "for each in \"$@\"; do case $each in -XX:ArchiveClassesAtExit=*)\n"
            + "sleep 1; echo \"${JDK_JAVA_OPTIONS-}\" >> \"${each#*=}\"; echo once >> '"
            + folder
            + "/archivings';;\nesac; done\n"
            + "echo \"java of $0\"\nfor each in \"$@\"; do echo \"<$each>\"; done\n"
            + "echo \"LC_ALL=$LC_ALL\"\n");
    return javaHome;
  }

  private Path jar() throws IOException {
    Path jar = home.resolve("target/formulint.jar");
    Files.createDirectories(jar.getParent());
    return Files.writeString(jar, "jar");
  }

  private Result run(Map<String, String> variables, String... args) throws Exception {
    return run(home.resolve("formulint"), variables, args);
  }

  private Result run(Path launcher, Map<String, String> variables, String... args)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", bin.toString());
    environment.putAll(variables);
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static void assertFails(Result result, String message) {
    assertThat(result.err()).startsWith("formulint: ").contains(message);
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @Test
  void startsTheBuiltJarWithTheArgumentsAsTheyAre() throws Exception {
    jar();
    Path javaHome = java(folder.resolve("jdk 17"), "17.0.15");
    Result result =
        run(Map.of("JAVA_HOME", javaHome.toString()), "check", "a b.md", "*", "", "数.md");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("java of " + javaHome.resolve("bin/java"))
        .contains("<-jar>\n<" + home.toRealPath().resolve("target/formulint.jar") + ">\n")
        .contains("<check>\n<a b.md>\n<*>\n<>\n<数.md>\n")
        .contains("<-Djava.awt.headless=true>", "<-Dformulint.terminal.out=false>")
        .doesNotContain("native-access");
  }

  @Test
  void findsJavaOnThePath() throws Exception {
    jar();
    java(folder, "21.0.1");
    assertThat(run(Map.of()).out()).startsWith("java of " + bin.resolve("java"));
  }

  @Test
  void javaHomeComesBeforeThePath() throws Exception {
    jar();
    java(folder, "21");
    Path other = java(folder.resolve("other"), "22-ea");
    assertThat(run(Map.of("JAVA_HOME", other.toString())).out())
        .startsWith("java of " + other.resolve("bin/java"));
  }

  @Test
  void readsTheVersionFromTheReleaseFile() throws Exception {
    jar();
    java(folder, "unknown");
    Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"25.0.3\"\n");
    assertThat(run(Map.of()).exitCode()).isZero();
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertFails(run(Map.of()), "is Java 11; formulint needs Java 17 or newer");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_392, 8", "11.0.2, 11", "16, 16"})
  void refusesAnOldJava(String version, String feature) throws Exception {
    jar();
    java(folder, version);
    assertFails(run(Map.of()), "is Java " + feature + "; formulint needs Java 17 or newer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "21-ea", "25.0.3", "100.1"})
  void takesANewJava(String version) throws Exception {
    jar();
    java(folder, version);
    assertThat(run(Map.of()).exitCode()).isZero();
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    jar();
    assertFails(run(Map.of()), "Java is not found; install a JDK 17 or newer");
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    jar();
    assertFails(run(Map.of("JAVA_HOME", "/no/such jdk")), "JAVA_HOME is /no/such jdk, but");
  }

  @Test
  void usesTheJarThatIsNamed() throws Exception {
    java(folder, "17");
    Path other = Files.writeString(folder.resolve("other one.jar"), "jar");
    assertThat(run(Map.of("FORMULINT_JAR", other.toString())).out())
        .contains("<-jar>\n<" + other + ">\n");
    assertFails(run(Map.of("FORMULINT_JAR", "/gone.jar")), "FORMULINT_JAR is /gone.jar, but");
  }

  @Test
  void saysThatJavaTakesNoColonInThePathOfTheJar() throws Exception {
    java(folder, "17");
    Path other = Files.createDirectories(folder.resolve("a:b")).resolve("formulint.jar");
    Files.writeString(other, "jar");
    assertFails(run(Map.of("FORMULINT_JAR", other.toString())), "has a colon in its path");
  }

  @Test
  void handsOnOptionsForJava() throws Exception {
    jar();
    java(folder, "17");
    assertThat(run(Map.of("FORMULINT_JAVA_OPTIONS", "-Xmx4g -Da=b")).out())
        .contains("<-Xmx4g>\n<-Da=b>\n<-jar>");
  }

  @Test
  void worksThroughLinks() throws Exception {
    jar();
    java(folder, "17");
    Path first = Files.createSymbolicLink(home.resolve("first"), Path.of("formulint"));
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Path second = Files.createSymbolicLink(elsewhere.resolve("fl"), elsewhere.relativize(first));
    assertThat(run(second, Map.of()).out())
        .contains("<" + home.toRealPath().resolve("target/formulint.jar") + ">");
  }

  @Test
  void setsAUtf8LocaleOnlyWhereThereIsNone() throws Exception {
    jar();
    java(folder, "17");
    assertThat(run(Map.of()).out()).contains("LC_ALL=C.UTF-8\n");
    assertThat(run(Map.of("LANG", "POSIX")).out()).contains("LC_ALL=C.UTF-8\n");
    assertThat(run(Map.of("LANG", "ja_JP.UTF-8")).out()).contains("LC_ALL=\n");
    assertThat(run(Map.of("LC_ALL", "zh_CN.GB18030")).out()).contains("LC_ALL=zh_CN.GB18030\n");
  }

  private void maven(String body) throws IOException {
    script(bin.resolve("mvn"), "#!/bin/sh\necho \"building: $*\"\n" + body + "\n");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
  }

  @Test
  void buildsTheJarOnceAndSaysSo() throws Exception {
    java(folder, "17");
    maven("echo jar > '" + home + "/target/formulint.jar'");
    Result first = run(Map.of(), "a.md");
    assertThat(first.err())
        .contains("formulint: building ", "formulint.jar once")
        .contains("-f " + home.toRealPath().resolve("pom.xml"))
        .contains("building: -B -q ", "-DskipTests", "-Dstyle.color=never");
    assertThat(first.out()).startsWith("java of").contains("<a.md>");
    assertThat(first.exitCode()).isZero();
    assertThat(home.resolve("target/.formulint-build")).doesNotExist();
    Result second = run(Map.of(), "a.md");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void tellsTheTerminalAlsoWhereStandardErrorIsKept() throws Exception {
    Tool.require("script");
    java(folder, "17");
    maven("echo jar > '" + home + "/target/formulint.jar'");
    String launch = "PATH='" + bin + "' /bin/sh '" + home + "/formulint' a.md >/dev/null 2>kept";
    Tool.Result shown = Tool.run(folder, Map.of(), List.of("script", "-qec", launch, "/dev/null"));
    assertThat(shown.out()).contains("formulint: building ");
    assertThat(folder.resolve("kept")).content().contains("formulint: building ");
  }

  @Test
  void twoLaunchesAtOnceBuildOnce() throws Exception {
    java(folder, "17");
    maven(
        "sleep 2; echo once >> '"
            + folder
            + "/builds'; echo jar > '"
            + home
            + "/target/formulint.jar'");
    List<Thread> launches = new ArrayList<>();
    List<Result> results = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 3; i++) {
      Thread launch =
          new Thread(
              () -> {
                try {
                  results.add(run(Map.of()));
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      launch.start();
      launches.add(launch);
    }
    for (Thread launch : launches) {
      launch.join();
    }
    assertThat(results).hasSize(3).allMatch(result -> result.exitCode() == 0);
    assertThat(folder.resolve("builds")).hasContent("once");
    assertThat(results).filteredOn(result -> result.err().contains("waiting")).hasSize(2);
  }

  @Test
  void takesOverFromABuildThatWasKilled() throws Exception {
    java(folder, "17");
    jar();
    Process gone = new ProcessBuilder("/bin/sh", "-c", "exit").start();
    gone.waitFor();
    Path lock = Files.createDirectories(home.resolve("target/.formulint-build"));
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    maven("echo whole > '" + home + "/target/formulint.jar'");
    Result result = run(Map.of());
    assertThat(result.exitCode()).isZero();
    assertThat(home.resolve("target/formulint.jar")).hasContent("whole");
    assertThat(lock).doesNotExist();
  }

  @Test
  void saysThatTheBuildFailed() throws Exception {
    java(folder, "17");
    maven("echo 'no network' >&2; exit 1");
    Result result = run(Map.of());
    assertThat(result.err()).contains("no network").contains("formulint: the build failed");
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(home.resolve("target/.formulint-build")).doesNotExist();
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    java(folder, "17");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    assertFails(run(Map.of()), "Maven (mvn) is not found");
  }

  @Test
  void saysThatThereIsNothingToBuild() throws Exception {
    java(folder, "17");
    assertFails(run(Map.of()), "no sources to build it from");
  }

  private Map<String, String> user() throws IOException {
    return Map.of("HOME", Files.createDirectories(folder.resolve("ホーム x")).toString());
  }

  private List<Path> archives() throws IOException {
    Path cache = folder.resolve("ホーム x/.cache/formulint");
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).sorted().toList();
    }
  }

  private Path archiveOnceMade() throws Exception {
    for (int i = 0; i < 300 && archives().isEmpty(); i++) {
      Thread.sleep(100);
    }
    waitsForTheBackground();
    assertThat(archives()).hasSize(1);
    return archives().get(0);
  }

  @Test
  void laterRunsUseTheArchiveThatTheFirstOneLetsJavaMake() throws Exception {
    jar();
    java(folder, "17.0.15");
    Result first = run(user(), "a.md");
    assertThat(first.out()).contains("<a.md>").doesNotContain("Archive");
    assertThat(first.err()).isEmpty();
    Path archive = archiveOnceMade();
    Result second = run(user(), "a.md");
    assertThat(second.out()).contains("<-XX:SharedArchiveFile=" + archive + ">", "<a.md>");
    assertThat(second.err()).isEmpty();
    assertThat(folder.resolve("archivings")).hasContent("once");
  }

  @Test
  void launchesAtTheSameTimeMakeOneArchive() throws Exception {
    jar();
    java(folder, "17.0.15");
    for (int i = 0; i < 4; i++) {
      assertThat(run(user()).exitCode()).isZero();
    }
    archiveOnceMade();
    assertThat(folder.resolve("archivings")).hasContent("once");
  }

  @Test
  void anArchiveBelongsToAJarAndAJava() throws Exception {
    Path jar = jar();
    java(folder, "17.0.15");
    run(user());
    archiveOnceMade();
    Files.writeString(jar, "another jar");
    assertThat(run(user()).out()).doesNotContain("SharedArchiveFile");
    Files.writeString(jar, "jar");
    java(folder, "25.0.3");
    assertThat(run(user()).out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void anArchiveThatIsNotWholeIsMadeAnew() throws Exception {
    jar();
    java(folder, "17.0.15");
    run(user());
    Path archive = archiveOnceMade();
    Files.writeString(archive, "");
    assertThat(run(user()).out()).doesNotContain("SharedArchiveFile");
    waitsForTheBackground();
    assertThat(run(user()).out()).contains("<-XX:SharedArchiveFile=" + archive + ">");
    Files.writeString(archive, "cut off");
    assertThat(run(user()).out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void anArchivingThatWasKilledIsForgotten() throws Exception {
    jar();
    java(folder, "17.0.15");
    run(user());
    Path archive = archiveOnceMade();
    Files.delete(archive);
    Path left = Files.createDirectory(Path.of(archive + ".making"));
    assertThat(run(user()).exitCode()).isZero();
    Thread.sleep(2000);
    assertThat(archives()).isEmpty();
    Files.setLastModifiedTime(
        left, FileTime.fromMillis(System.currentTimeMillis() - 2 * 60 * 60 * 1000));
    run(user());
    assertThat(archiveOnceMade()).isEqualTo(archive);
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "no", "0"})
  void doesWithoutAnArchiveWhenTold(String off) throws Exception {
    jar();
    java(folder, "17.0.15");
    Map<String, String> variables = new HashMap<>(user());
    variables.put("FORMULINT_CDS", off);
    assertThat(run(variables).out()).doesNotContain("Archive");
    Thread.sleep(500);
    assertThat(folder.resolve("ホーム x/.cache")).doesNotExist();
  }

  @Test
  void runsWhereNothingCanBeKept() throws Exception {
    jar();
    java(folder, "17.0.15");
    Files.writeString(Path.of(user().get("HOME")).resolve(".cache"), "not a folder");
    for (int i = 0; i < 2; i++) {
      Result result = run(user(), "a.md");
      assertThat(result.out()).contains("<a.md>").doesNotContain("Archive");
      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void javaSaysNothingOfTheArchive() throws Exception {
    jar();
    java(folder, "17");
    assertThat(run(user()).out()).contains("<-Xshare:auto>\n<-Xlog:disable>");
  }

  @Test
  void installsForTheUser() throws Exception {
    jar();
    java(folder, "17");
    Result result = run(user(), "self-install");
    Path local = Path.of(user().get("HOME")).toRealPath().resolve(".local");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("installed " + local.resolve("bin/formulint"))
        .contains("is not on the PATH", "export PATH=\"" + local.resolve("bin") + ":$PATH\"");
    assertThat(local.resolve("share/formulint/formulint.jar")).hasContent("jar");
    // The archive is there when the installation ends.
    assertThat(run(local.resolve("bin/formulint"), user(), "a.md").out())
        .contains("<-jar>\n<" + local.resolve("share/formulint/formulint.jar") + ">\n<a.md>")
        .contains("<-XX:SharedArchiveFile=" + archiveOnceMade() + ">");
  }

  @Test
  void installsIntoAFolderOfAnyName() throws Exception {
    jar();
    java(folder, "17");
    Result result = run(Map.of(), "self-install", "my tools/公式");
    Path there = folder.resolve("my tools/公式").toRealPath();
    assertThat(result.exitCode()).isZero();
    assertThat(there.resolve("formulint.jar")).hasContent("jar");
    assertThat(run(there.resolve("formulint"), Map.of(), "a.md").out())
        .contains("<-jar>\n<" + there.resolve("formulint.jar") + ">\n<a.md>");
  }

  @Test
  void installingAgainReplacesWhatIsThere() throws Exception {
    Path jar = jar();
    java(folder, "17");
    Path target = folder.resolve("x/bin");
    run(Map.of(), "self-install", target.toString());
    Files.writeString(jar, "newer");
    for (int i = 0; i < 2; i++) {
      assertThat(run(Map.of(), "self-install", target.toString()).exitCode()).isZero();
    }
    // Also from the installed one onto itself.
    assertThat(run(target.resolve("formulint"), Map.of(), "self-install", target.toString()))
        .satisfies(result -> assertThat(result.exitCode()).isZero());
    assertThat(folder.resolve("x/share/formulint/formulint.jar")).hasContent("newer");
    try (Stream<Path> files = Files.walk(folder.resolve("x"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("formulint", "formulint.jar");
    }
  }

  @Test
  void saysNothingOfThePathWhereItIsRight() throws Exception {
    jar();
    java(folder, "17");
    Path there = Files.createDirectories(folder.toRealPath().resolve("there"));
    Map<String, String> variables = Map.of("PATH", bin + ":" + there);
    assertThat(run(variables, "self-install", there.toString()).out())
        .contains("installed ")
        .doesNotContain("PATH");
  }

  @Test
  void buildsBeforeItInstalls() throws Exception {
    java(folder, "17");
    maven("echo built > '" + home + "/target/formulint.jar'");
    run(Map.of(), "self-install", folder.resolve("x").toString());
    assertThat(folder.resolve("x/formulint.jar")).hasContent("built\n");
  }

  @Test
  void saysWhyItCannotInstall() throws Exception {
    jar();
    java(folder, "17");
    assertFails(run(Map.of(), "self-install"), "HOME is not set");
    assertFails(run(Map.of(), "self-install", "a", "b"), "takes one folder");
    assertFails(run(Map.of(), "self-install", "--force"), "has no option --force");
    Path file = Files.writeString(folder.resolve("file"), "");
    Result result = run(Map.of(), "self-install", file.resolve("bin").toString());
    assertThat(result.err()).contains("formulint: " + file + "/bin cannot be made");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(run(Map.of(), "self-install", "--help").out()).startsWith("Usage: formulint");
  }

  @Test
  void runsTheJarBesideIt() throws Exception {
    java(folder, "17");
    Path jar = Files.writeString(home.resolve("formulint.jar"), "jar");
    assertThat(run(Map.of()).out()).contains("<-jar>\n<" + jar.toRealPath() + ">\n");
  }
}
