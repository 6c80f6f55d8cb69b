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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.FutureTask;

/**
 * Runs while formulint is built, never in the product: reads the tables of commands out of KaTeX
 * and writes them as the resources of {@code io.github.formulint.tex.CommandTable} and of {@code
 * io.github.formulint.render.certifier.CertifierTable}; and asks MathJax, as each platform sets it
 * up, which of them it has.
 *
 * <p>KaTeX keeps the tables to itself, so one statement that hands them out is put into its source.
 * If KaTeX changes so that this no longer fits, the build fails and says so.
 *
 * <p>Arguments: the versions of KaTeX and MathJax; the script that writes the table of commands,
 * and its file; the script that writes the certifier's table for KaTeX, and its file; the one for
 * MathJax, the folder of MathJax's {@code judge.js}, the folder of its tables, and a folder for
 * notes of what they were made of.
 */
public final class EngineTables {

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

  private EngineTables() {}

  /**
   * Writes the tables.
   *
   * @throws Exception if an engine is not as expected, or a file cannot be written
   */
  public static void main(String[] args) throws Exception {
    String katex = handOutTables(read("katex", args[0], "dist/katex.js"));
    writeIfChanged(Path.of(args[3]), sorted(runKatex(katex, args[2])));
    String certifier = runKatex(katex, args[4]);
    writeIfChanged(Path.of(args[5]), laidOut(certifier));
    String mathjax =
        Files.readString(Path.of(args[7], "prelude.js"))
            + read("mathjax", args[1], "es5/loader.js")
            + ";\n"
            + read("mathjax", args[1], "es5/core.js")
            + ";\n"
            + read("mathjax", args[1], "es5/input/tex-full.js")
            + ";\n"
            + Files.readString(Path.of(args[7], "judge.js"));
    String script = Files.readString(Path.of(args[6]));
    List<FutureTask<Void>> tables = new ArrayList<>();
    for (String setup : new String[] {"github", "full", "standard"}) {
      Path file = Path.of(args[8], "mathjax-" + setup + "-certifier.bin");
      Path origin = Path.of(args[9], "mathjax-" + setup + "-certifier.origin");
      String asked =
          "globalThis.setup = '"
              + setup
              + "'; globalThis.candidates = "
              + quoted(certifier)
              + ";\n"
              + script;
      FutureTask<Void> table =
          new FutureTask<>(
              () -> {
                writeTable(mathjax, asked, file, origin);
                return null;
              });
      new Thread(table, setup).start();
      tables.add(table);
    }
    for (FutureTask<Void> table : tables) {
      table.get();
    }
  }

  /** Asks MathJax, which takes it some seconds, unless the table is of that very origin. */
  private static void writeTable(String mathjax, String script, Path file, Path origin)
      throws Exception {
    String made = digest(mathjax + script);
    if (Files.exists(file) && Files.exists(origin) && Files.readString(origin).equals(made)) {
      return;
    }
    writeIfChanged(file, laidOut(run(mathjax, script)));
    Files.createDirectories(origin.getParent());
    Files.writeString(origin, made);
  }

  private static String digest(String text) throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  /** Returns a text as JavaScript has it, in ASCII. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = c >= ' ' && c < 127 && c != '"' && c != '\\';
      quoted.append(isPlain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return quoted.append('"').toString();
  }

  private static String runKatex(String katex, String script) throws Exception {
    return run(
        "var self = globalThis; var console = {log() {}, warn() {}, error() {}};\n" + katex,
        Files.readString(Path.of(script)));
  }

  /** Runs a script behind an engine, on a thread with a deep stack; returns its value. */
  private static String run(String engine, String script) throws Exception {
    FutureTask<String> table =
        new FutureTask<>(
            () -> {
              try (QuickJs quickJs = QuickJs.Companion.create()) {
                quickJs.setMaxStackSize(STACK_BYTES);
                quickJs.evaluate(engine, "engine.js");
                return (String) quickJs.evaluate(script, "table.js");
              }
            });
    Thread thread = new Thread(null, table, "engine", 4L * STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return table.get();
  }

  private static String read(String engine, String version, String file) {
    String path = "/META-INF/resources/webjars/" + engine + "/" + version + "/" + file;
    try (InputStream in = EngineTables.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            engine + " " + version + " is not on the class path: " + path);
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
          "katex.js has changed: its end no longer reads " + EXPORTS + "; see EngineTables");
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
   * length, the letters of foreign scripts in text and, if there are any, in formulas (pairs of first
   * and last), then one line for each
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
        flags |= 32 << index(environment ? "D1[QT" : "maltdFO*x", flag);
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
    String symbols = head.length > 4 ? head[4] : "";
    int[] lengths = {
      slots.length, entries, names.length(), head[2].length(), head[3].length(), symbols.length()
    };
    for (int length : lengths) {
      out.writeInt(length);
    }
    for (int slot : slots) {
      out.writeInt(slot);
    }
    for (int nameEnd : nameEnds) {
      out.writeInt(nameEnd);
    }
    rest.writeTo(out);
    out.writeChars(names + head[2] + head[3] + symbols);
    return bytes.toByteArray();
  }

  private static int index(String letters, char letter) {
    int index = letters.indexOf(letter);
    if (index < 0) {
      throw new IllegalArgumentException(letter + " is none of " + letters);
    }
    return index;
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
