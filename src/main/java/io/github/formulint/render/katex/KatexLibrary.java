package io.github.formulint.render.katex;

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
    try (InputStream in = KatexLibrary.class.getResourceAsStream("katex.properties")) {
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
    try (InputStream in = KatexLibrary.class.getResourceAsStream("katex.bytecode")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
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
    try (InputStream in = KatexLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
