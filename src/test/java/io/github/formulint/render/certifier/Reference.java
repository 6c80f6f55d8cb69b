package io.github.formulint.render.certifier;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.SharedData;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a certifier is held against: the real engine, and the formulas of real documents. */
final class Reference {

  private final Certifier certifier;
  private final Supplier<RenderEngine.Provider> engine;

  /**
   * Makes a reference.
   *
   * @param certifier the certifier
   * @param engine makes the provider of the engine that it vouches for
   */
  Reference(Certifier certifier, Supplier<RenderEngine.Provider> engine) {
    this.certifier = certifier;
    this.engine = engine;
  }

  Certifier certifier() {
    return certifier;
  }

  /** Returns the formulas that the certifier vouches for. */
  List<MathSource> certified(Collection<MathSource> formulas) {
    return formulas.stream().filter(certifier::certifies).toList();
  }

  /** Returns which of the formulas the engine rejects or reports on, and what it says. */
  List<String> notClean(Collection<MathSource> formulas) {
    List<MathSource> asked = List.copyOf(formulas);
    List<String> notClean = new ArrayList<>();
    try (EngineWorker worker = new EngineWorker(engine.get(), EngineWorker.DEFAULT_LIMIT)) {
      List<RenderOutcome> outcomes = worker.render(asked).join();
      for (int i = 0; i < asked.size(); i++) {
        if (!outcomes.get(i).equals(RenderOutcome.Rendered.CLEAN)) {
          notClean.add(asked.get(i) + " is " + outcomes.get(i));
        }
      }
    }
    return notClean;
  }

  /** Returns the distinct formulas of a folder of the corpus, all of it if the name is empty. */
  static Set<MathSource> corpus(String folder) throws IOException {
    UniversalReader reader = new UniversalReader();
    Set<MathSource> formulas = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(SharedData.require("corpus").resolve(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
        reader.read(source).formulas().stream().map(Formula::source).forEach(formulas::add);
      }
    }
    return formulas;
  }
}
