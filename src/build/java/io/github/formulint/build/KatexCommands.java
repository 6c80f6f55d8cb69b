package io.github.formulint.build;

import app.cash.zipline.QuickJs;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
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
 * and writes them as the resources of {@code io.github.formulint.tex.CommandTable} and of {@code
 * io.github.formulint.render.katex.certifier.CertifierTable}.
 *
 * <p>KaTeX keeps the tables to itself, so one statement that hands them out is put into its source.
 * If KaTeX changes so that this no longer fits, the build fails and says so.
 *
 * <p>Arguments: the version of KaTeX, then pairs of the script that writes a table and the file to
 * write. A file whose name ends with {@code .bin} is laid out as the certifier has it in memory.
 */
public final class KatexCommands {

  private static final String EXPORTS = "__webpack_exports__ = __webpack_exports__[\"default\"];";

  private static final String HAND_OUT =
      EXPORTS
          + "__webpack_exports__.tables = {functions: _functions, macros: _macros,"
          + " symbols: symbols, environments: _environments, implicit: implicitCommands,"
          + " delimiters: delimiters, scripts: uSubsAndSups, supportedCodepoint: supportedCodepoint,"
          + " unicodeSymbols: unicodeSymbols, validUnit: validUnit, MacroExpander: MacroExpander};";

  /** The kinds of entries of the certifier, in the order of its constants. */
  private static final String ENTRY_KINDS = "sfMwolribBELqSOThnNe";

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
    for (int i = 1; i < args.length; i += 2) {
      String script = Files.readString(Path.of(args[i]));
      FutureTask<String> table = new FutureTask<>(() -> run(katex, script));
      Thread thread = new Thread(null, table, "katex", 4L * STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      Path output = Path.of(args[i + 1]);
      boolean laidOut = output.toString().endsWith(".bin");
      writeIfChanged(output, laidOut ? laidOut(table.get()) : sorted(table.get()));
    }
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

  /**
   * Lays out the table of the certifier. The script writes a line with the version, the units of
   * length and the letters of foreign scripts (pairs of first and last), then one line for each
   * entry: name, kind, flags, how many macros it expands, arguments; for an environment {@code {}
   * and its name, kind, flags, most columns, preamble.
   */
  private static byte[] laidOut(String table) throws IOException {
    String[] lines = table.split("\n");
    String[] head = lines[0].split("\t");
    int entries = lines.length - 1;
    int[] slots = new int[Integer.highestOneBit(entries) * 4];
    StringBuilder names = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(rest);
    int[] nameEnds = new int[entries];
    for (int i = 0; i < entries; i++) {
      String[] fields = lines[i + 1].split("\t", -1);
      int slot = fields[0].hashCode() & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
      nameEnds[i] = names.append(fields[0]).length();
      int kind = ENTRY_KINDS.indexOf(fields[1]) + 1;
      boolean environment = fields[1].equals("e");
      int flags = kind;
      for (char flag : fields[2].toCharArray()) {
        flags |= 32 << index(environment ? "D1[" : "maltdFO*x", flag);
      }
      int shape = 0;
      if (environment) {
        shape = index("nck1", fields[4].charAt(0)) | Integer.parseInt(fields[3]) << 3;
      } else {
        flags |= Integer.parseInt(fields[3]) << 16;
        String types = fields[4].replaceAll("[\\[\\]]", "");
        for (int j = 0; j < types.length(); j++) {
          shape |= index("optTzuc", types.charAt(j)) + 1 << 1 + 3 * j;
        }
        shape |= fields[4].startsWith("[") ? 1 : 0;
      }
      data.writeInt(flags);
      data.writeInt(shape);
    }
    for (int number :
        new int[] {slots.length, entries, names.length(), head[2].length(), head[3].length()}) {
      out.writeInt(number);
    }
    for (int slot : slots) {
      out.writeInt(slot);
    }
    for (int nameEnd : nameEnds) {
      out.writeInt(nameEnd);
    }
    rest.writeTo(out);
    out.writeChars(names + head[2] + head[3]);
    return bytes.toByteArray();
  }

  private static int index(String letters, char letter) {
    int index = letters.indexOf(letter);
    if (index < 0) {
      throw new IllegalArgumentException(letter + " is none of " + letters);
    }
    return index;
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
