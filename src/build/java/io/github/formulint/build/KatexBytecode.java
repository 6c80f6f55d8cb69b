package io.github.formulint.build;

import app.cash.zipline.QuickJs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compiles the KaTeX of the class path into bytecode of QuickJS. Run by the build. */
final class KatexBytecode {

  private KatexBytecode() {}

  /**
   * Writes the bytecode.
   *
   * @param args the version of KaTeX and the file to write
   */
  public static void main(String[] args) throws IOException {
    String resource = "META-INF/resources/webjars/katex/" + args[0] + "/dist/katex.min.js";
    String source;
    try (InputStream in = QuickJs.class.getClassLoader().getResourceAsStream(resource)) {
      source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path output = Path.of(args[1]);
    Files.createDirectories(output.getParent());
    try (QuickJs quickJs = QuickJs.create()) {
      Files.write(output, quickJs.compile(source, "katex.js"));
    }
  }
}
