package io.github.formulint.render.quickjs;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The JavaScript that makes up an engine, as it stands on the class path: beside a class, {@code
 * NAME.properties} with its version and its sources, {@code judge.js}, and {@code NAME.bytecode},
 * which the build makes of the sources. Thread-safe.
 */
public final class ScriptLibrary {

  private final Class<?> owner;
  private final String name;
  private final String version;
  private final String[] sources;

  /**
   * Makes a library.
   *
   * @param owner the class beside which it stands
   * @param name its name, such as {@code katex}
   */
  public ScriptLibrary(Class<?> owner, String name) {
    this.owner = Objects.requireNonNull(owner);
    this.name = Objects.requireNonNull(name);
    Properties properties = new Properties();
    try (InputStream in = Resources.open(owner, name + ".properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    version = properties.getProperty("version");
    sources = properties.getProperty("sources").split(" ");
  }

  /** Returns its name, such as {@code katex}. */
  String name() {
    return name;
  }

  /** Returns the version of the engine, such as {@code 0.18.11}. */
  public String version() {
    return version;
  }

  /**
   * Returns the engine compiled for QuickJS, which loads four times as fast as the source. The
   * build makes it; without it only the start is slower.
   */
  public Optional<byte[]> bytecode() {
    try {
      Optional<InputStream> found = Resources.find(owner, name + ".bytecode");
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

  /** Returns the source of the engine. */
  public String source() {
    StringBuilder source = new StringBuilder();
    for (String each : sources) {
      source.append(read(each)).append(";\n");
    }
    return source.toString();
  }

  /** Returns the source of the part that runs next to the engine. */
  public String judgeSource() {
    return read("judge.js");
  }

  private String read(String resource) {
    try (InputStream in = Resources.open(owner, resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
