package io.github.formulint.render.katex;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The JavaScript that makes up the engine, as it stands on the class path. Thread-safe. */
final class KatexLibrary {

  private final String version;

  KatexLibrary() {
    Properties properties = new Properties();
    try (InputStream in = Resources.open(KatexLibrary.class, "katex.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    version = properties.getProperty("version");
  }

  /** Returns the version of KaTeX, such as {@code 0.18.11}. */
  String version() {
    return version;
  }

  /**
   * Returns KaTeX compiled for QuickJS, which loads four times as fast as the source. The build
   * makes it; without it only the start is slower.
   */
  Optional<byte[]> katexBytecode() {
    try {
      Optional<InputStream> found = Resources.find(KatexLibrary.class, "katex.bytecode");
      if (found.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = found.get()) {
        return Optional.of(in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the source of KaTeX. It defines the global {@code katex}. */
  String katexSource() {
    return read("/META-INF/resources/webjars/katex/" + version + "/dist/katex.min.js");
  }

  /** Returns the source of the part that runs next to KaTeX. */
  String judgeSource() {
    return read("judge.js");
  }

  private static String read(String resource) {
    try (InputStream in = Resources.open(KatexLibrary.class, resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
