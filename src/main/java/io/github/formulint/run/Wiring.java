package io.github.formulint.run;

import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import java.util.List;
import java.util.function.Consumer;

/** The parts that a run is put together from. */
public interface Wiring {

  /** Returns what finds the formulas. */
  MarkdownReader reader();

  /**
   * Returns the engines, in the order of {@link io.github.formulint.render.EngineId}. None is
   * started.
   *
   * @param engines which are asked, in that order
   * @param notices takes what people should know, such as that fonts are missing; on any thread
   */
  List<RenderEngine.Provider> engines(List<EngineId> engines, Consumer<String> notices);
}
