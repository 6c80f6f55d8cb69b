package io.github.formulint.config;

import io.github.formulint.markdown.Platform;
import io.github.formulint.render.EngineId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which engines judge the formulas. Immutable.
 *
 * @param kinds the engines, each once, in the order of {@link Kind}; at least one
 */
public record EngineChoice(List<Kind> kinds) {

  /** The engines, however they are set up. */
  public enum Kind {
    /** KaTeX. */
    KATEX,
    /** MathJax. */
    MATHJAX,
    /** JLaTeXMath. */
    JLATEXMATH
  }

  /** KaTeX and JLaTeXMath. */
  public static final EngineChoice BOTH = new EngineChoice(List.of(Kind.KATEX, Kind.JLATEXMATH));

  /** All engines. */
  public static final EngineChoice ALL = new EngineChoice(List.of(Kind.values()));

  /** KaTeX alone. */
  public static final EngineChoice KATEX = new EngineChoice(List.of(Kind.KATEX));

  /** JLaTeXMath alone. */
  public static final EngineChoice JLATEXMATH = new EngineChoice(List.of(Kind.JLATEXMATH));

  /** The words that people write. */
  public static final List<String> WORDS = List.of("both", "all", "katex", "mathjax", "jlatexmath");

  /** Copies the list. */
  public EngineChoice {
    kinds = List.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("no engine");
    }
  }

  /**
   * Returns the choice that words mean.
   *
   * @param words some of {@link #WORDS}, separated by commas, in upper or lower case
   * @throws IllegalArgumentException if a word is none of them; the message says which
   */
  public static EngineChoice of(String words) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String each : words.split(",", -1)) {
      String word = each.strip().toLowerCase(Locale.ROOT);
      if (word.equals("both")) {
        kinds.addAll(BOTH.kinds());
      } else if (word.equals("all")) {
        kinds.addAll(ALL.kinds());
      } else {
        kinds.add(
            Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "'" + each.strip() + "' is none of " + String.join(", ", WORDS))));
      }
    }
    return new EngineChoice(new ArrayList<>(kinds));
  }

  /** Returns the words that mean this choice, separated by commas. */
  public String words() {
    if (equals(BOTH)) {
      return "both";
    }
    return equals(ALL)
        ? "all"
        : kinds.stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","));
  }

  /**
   * Returns the engines that are asked, in the order of {@link EngineId}; at least one. Where the
   * documents are published on platforms, their engines stand for KaTeX and MathJax.
   *
   * @param mathJax how MathJax is set up where no platform says it
   * @param platforms where the documents are published
   */
  public List<EngineId> engines(MathJaxChoice mathJax, List<Platform> platforms) {
    Set<EngineId> engines = new TreeSet<>();
    for (Kind kind : kinds) {
      switch (kind) {
        case JLATEXMATH -> engines.add(EngineId.JLATEXMATH);
        case KATEX, MATHJAX -> {
          if (platforms.isEmpty()) {
            engines.add(kind == Kind.KATEX ? EngineId.KATEX : mathJax.engine());
          }
          platforms.forEach(platform -> engines.add(platform.profile().engine()));
        }
      }
    }
    return List.copyOf(engines);
  }
}
