package io.github.formulint.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs Jazzer with one target in a process of its own.
 *
 * @param target the class of the target
 * @param maxLength the length of the longest inputs, in bytes
 * @param folder where its seeds, the inputs it keeps, those that fail and its output stand
 */
record Fuzzer(Class<?> target, int maxLength, Path folder) {

  private static final String DRIVER =
      "/com/code_intelligence/jazzer/driver/jazzer_driver_%s_%s/%s";

  /** To watch each comparison of strings, map and pattern costs many times all the rest. */
  private static final List<String> SLOW_HOOKS =
      List.of(
          "com.code_intelligence.jazzer.runtime.TraceCmpHooks",
          "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
          "com.code_intelligence.jazzer.sanitizers.RegexInjection");

  /** What every document has enough with, and what the fuzzer needs for itself. */
  private static final int HEAP_MEGABYTES = 512;

  /** The fuzzer for documents. */
  static Fuzzer ofDocuments(Path folder) throws IOException {
    return of(DocumentTarget.class, 500, folder, Seeds.documents());
  }

  /** The fuzzer for formulas. */
  static Fuzzer ofFormulas(Path folder) throws IOException {
    return of(FormulaTarget.class, 60, folder, Seeds.decisions());
  }

  private static Fuzzer of(Class<?> target, int maxLength, Path folder, List<byte[]> seeds)
      throws IOException {
    Fuzzer fuzzer = new Fuzzer(target, maxLength, folder.resolve(target.getSimpleName()));
    for (Path each : List.of(fuzzer.seeds(), fuzzer.kept(), fuzzer.failures())) {
      Files.createDirectories(each);
    }
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(fuzzer.seeds().resolve("seed-" + i), seeds.get(i));
    }
    return fuzzer;
  }

  /**
   * What became of one run of Jazzer.
   *
   * @param inputs how many inputs were tried
   * @param megabytes the most memory that its process had, the fuzzer's own included
   * @param log what it wrote
   */
  record Result(int exitCode, long inputs, long megabytes, Path log) {

    boolean hasFailed() {
      return exitCode != 0;
    }

    /** Returns what was found, in a few lines. */
    String failure() throws IOException {
      String text = Files.readString(log, ISO_8859_1);
      int found = text.indexOf("== Java Exception");
      int from = found < 0 ? Math.max(0, text.length() - 2_000) : found;
      return text.substring(from, Math.min(text.length(), from + 2_000));
    }
  }

  private Path seeds() {
    return folder.resolve("seeds");
  }

  private Path kept() {
    return folder.resolve("kept");
  }

  /** Returns the folder of the inputs that failed. */
  Path failures() {
    return folder.resolve("failures");
  }

  /** Returns whether Jazzer runs on this machine. */
  static boolean isAvailable() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
    String driver =
        system.contains("linux")
            ? DRIVER.formatted("linux", arch, "libjazzer_driver.so")
            : system.contains("mac")
                ? DRIVER.formatted("macos", arch, "libjazzer_driver.dylib")
                : DRIVER.formatted("windows", arch, "jazzer_driver.dll");
    return Fuzzer.class.getResource(driver) != null;
  }

  /**
   * Runs it until it has tried so many inputs, the time is over, or an input fails.
   *
   * @param inputs how many inputs, the seeds included
   * @param seconds how long, at most
   * @param seed the same seed tries the same inputs
   */
  Result run(long inputs, long seconds, int seed) throws IOException, InterruptedException {
    Path log = folder.resolve("log-" + seed + ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + HEAP_MEGABYTES + "m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.getName());
    command.add("--instrumentation_includes=io.github.formulint.**:org.commonmark.**");
    command.add("--instrumentation_excludes=" + Fuzzer.class.getPackageName() + ".**");
    command.add("--custom_hook_includes=io.github.formulint.**:org.scilab.forge.jlatexmath.**");
    command.add("--disabled_hooks=" + String.join(":", SLOW_HOOKS));
    command.addAll(List.of("--trace=cov", "--reproducer_path=" + failures()));
    command.addAll(List.of("-runs=" + inputs, "-max_total_time=" + seconds, "-seed=" + seed));
    command.addAll(List.of("-max_len=" + maxLength, "-len_control=0", "-print_final_stats=1"));
    // The target measures time by itself, and the heap is bounded.
    command.addAll(List.of("-timeout=1000000", "-rss_limit_mb=0"));
    command.add("-artifact_prefix=" + failures() + "/");
    command.addAll(List.of(kept().toString(), seeds().toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      int exitCode = process.waitFor();
      return new Result(
          exitCode, statistic(log, "number_of_executed_units"), statistic(log, "peak_rss_mb"), log);
    } finally {
      process.destroyForcibly();
    }
  }

  private static long statistic(Path log, String name) throws IOException {
    String text = Files.readString(log, ISO_8859_1);
    Matcher matcher = Pattern.compile("stat::" + name + ":\\s*(\\d+)").matcher(text);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
