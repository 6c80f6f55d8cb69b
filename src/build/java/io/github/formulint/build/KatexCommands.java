package io.github.formulint.build;

import app.cash.zipline.QuickJs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * Runs while formulint is built, never in the product: reads the tables of commands out of KaTeX
 * and writes them as the resource of {@code io.github.formulint.tex.CommandTable}.
 *
 * <p>KaTeX keeps the tables to itself, so one statement that hands them out is put into its source.
 * If KaTeX changes so that this no longer fits, the build fails and says so.
 *
 * <p>Arguments: the version of KaTeX, the script that writes the table, the file to write.
 */
public final class KatexCommands {

  private static final String EXPORTS = "__webpack_exports__ = __webpack_exports__[\"default\"];";

  private static final String HAND_OUT =
      EXPORTS
          + "__webpack_exports__.tables = {functions: _functions, macros: _macros,"
          + " symbols: symbols, environments: _environments, implicit: implicitCommands,"
          + " delimiters: delimiters, scripts: uSubsAndSups};";

  /** KaTeX's parser calls itself; QuickJS needs a deeper stack than its default for it. */
  private static final int STACK_BYTES = 8 << 20;

  private KatexCommands() {}

  /**
   * Writes the table.
   *
   * @throws Exception if KaTeX is not as expected, or the file cannot be written
   */
  public static void main(String[] args) throws Exception {
    String katex = handOutTables(readKatex(args[0]));
    String script = Files.readString(Path.of(args[1]));
    FutureTask<String> table = new FutureTask<>(() -> run(katex, script));
    Thread thread = new Thread(null, table, "katex", 2L * STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    writeIfChanged(Path.of(args[2]), sorted(table.get()));
  }

  private static String readKatex(String version) {
    String path = "/META-INF/resources/webjars/katex/" + version + "/dist/katex.js";
    try (InputStream in = KatexCommands.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("KaTeX " + version + " is not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String handOutTables(String katex) {
    int at = katex.indexOf(EXPORTS);
    if (at < 0 || katex.indexOf(EXPORTS, at + 1) >= 0) {
      throw new IllegalStateException(
          "katex.js has changed: its end no longer reads " + EXPORTS + "; see KatexCommands");
    }
    return katex.replace(EXPORTS, HAND_OUT);
  }

  /** CommandTable searches the lines by their bytes in UTF-8, so that is how they are sorted. */
  private static byte[] sorted(String table) throws IOException {
    List<byte[]> lines =
        new ArrayList<>(
            table.lines().map(line -> (line + '\n').getBytes(StandardCharsets.UTF_8)).toList());
    lines.subList(1, lines.size()).sort(Arrays::compareUnsigned);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      out.write(line);
    }
    return out.toByteArray();
  }

  private static String run(String katex, String script) {
    try (QuickJs engine = QuickJs.Companion.create()) {
      engine.setMaxStackSize(STACK_BYTES);
      engine.evaluate(
          "var self = globalThis; var console = {log() {}, warn() {}, error() {}};", "setup.js");
      engine.evaluate(katex, "katex.js");
      return (String) engine.evaluate(script, "katex-commands.js");
    }
  }

  /** An unchanged file keeps its time stamp, so that nothing is built again because of it. */
  private static void writeIfChanged(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
