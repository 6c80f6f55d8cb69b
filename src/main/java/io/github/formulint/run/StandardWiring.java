package io.github.formulint.run;

import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.jlatexmath.JLatexMathProvider;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.render.mathjax.MathJaxProvider;
import io.github.formulint.render.mathjax.MathJaxSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The universal reading and the real engines. */
public final class StandardWiring implements Wiring {

  @Override
  public MarkdownReader reader() {
    return new UniversalReader();
  }

  @Override
  public List<RenderEngine.Provider> engines(List<EngineId> engines, Consumer<String> notices) {
    List<RenderEngine.Provider> providers = new ArrayList<>();
    for (EngineId engine : engines) {
      providers.add(
          switch (engine) {
            case KATEX -> new KatexProvider();
            case KATEX_SHARED -> KatexProvider.withSharedMacros();
            case MATHJAX_GITHUB -> new MathJaxProvider(MathJaxSetup.GITHUB);
            case MATHJAX_FULL -> new MathJaxProvider(MathJaxSetup.FULL);
            case MATHJAX_STANDARD -> new MathJaxProvider(MathJaxSetup.STANDARD);
            case JLATEXMATH -> new JLatexMathProvider(manner(engines), notices);
          });
    }
    return providers;
  }

  /** Alone, JLaTeXMath is asked for those who publish with it; else it is a second opinion. */
  private static Manner manner(List<EngineId> engines) {
    return engines.size() == 1 ? Manner.PLAIN : Manner.TRANSLATED;
  }
}
