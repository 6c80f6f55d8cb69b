package io.github.formulint.cache;

import io.github.formulint.markdown.Platform;
import io.github.formulint.render.EngineId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * On what findings depend besides the document. Immutable.
 *
 * @param program the version of formulint, and by what to tell this build of it from others
 * @param engines the version of each engine asked
 * @param platforms the platforms that publish the documents, in the order asked for
 * @param macros what the pages define before their formulas
 * @param earlier what other documents of the same page defined before, as TeX, in order
 */
public record Circumstances(
    String program,
    Map<EngineId, String> engines,
    List<Platform> platforms,
    Map<String, String> macros,
    List<String> earlier) {

  /** Copies the lists. */
  public Circumstances {
    Objects.requireNonNull(program);
    Objects.requireNonNull(engines);
    platforms = List.copyOf(platforms);
    macros = Collections.unmodifiableMap(new TreeMap<>(macros));
    earlier = List.copyOf(earlier);
  }

  /**
   * Makes circumstances in which pages define nothing.
   *
   * @param program the version of formulint, and by what to tell this build of it from others
   * @param engines the version of each engine asked
   * @param platforms the platforms that publish the documents, in the order asked for
   */
  public Circumstances(String program, Map<EngineId, String> engines, List<Platform> platforms) {
    this(program, engines, platforms, Map.of(), List.of());
  }

  KeyMaker verdictKeys() {
    return new KeyMaker("verdict\n".concat(common()));
  }

  KeyMaker findingsKeys() {
    StringBuilder text = new StringBuilder("findings\n").append(common());
    for (Platform platform : platforms) {
      text.append("platform ").append(platform.id()).append('\n');
    }
    for (Map.Entry<String, String> macro : macros.entrySet()) {
      text.append("macro ").append(macro.getKey()).append('\t').append(macro.getValue());
      text.append('\n');
    }
    for (String definition : earlier) {
      text.append("earlier ").append(definition.length()).append('\t').append(definition);
      text.append('\n');
    }
    return new KeyMaker(text.toString());
  }

  private String common() {
    StringBuilder text = new StringBuilder(program).append('\n');
    for (Map.Entry<EngineId, String> engine : engines.entrySet()) {
      text.append(engine.getKey().name()).append(' ').append(engine.getValue()).append('\n');
    }
    for (String name : List.of("java.version", "java.vendor", "os.name", "os.arch")) {
      text.append(System.getProperty(name)).append('\n');
    }
    return text.toString();
  }
}
