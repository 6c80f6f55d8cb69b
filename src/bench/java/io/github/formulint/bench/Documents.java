package io.github.formulint.bench;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.SourceReader;
import io.github.formulint.source.UnreadableSourceException;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The documents that the stages are measured with: those in the folder {@code -Dfolder=…}. */
final class Documents {

  private Documents() {}

  /** Returns the documents; those that cannot be read are left out. */
  static List<SourceFile> all() throws IOException {
    Path folder = Path.of(System.getProperty("folder", "fixtures"));
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(path -> path.toString().endsWith(".md")).sorted().toList();
    }
    List<SourceFile> documents = new ArrayList<>();
    for (Path file : files) {
      try {
        documents.add(new SourceReader().read(file, file.toString()));
      } catch (UnreadableSourceException e) {
        System.err.println(e.getMessage());
      }
    }
    return documents;
  }

  /** Returns the distinct formulas of documents. */
  static List<MathSource> formulas(List<SourceFile> documents) {
    UniversalReader reader = new UniversalReader();
    Set<MathSource> formulas = new LinkedHashSet<>();
    for (SourceFile document : documents) {
      reader.read(document).formulas().stream()
          .filter(formula -> !formula.isEmpty())
          .map(Formula::source)
          .forEach(formulas::add);
    }
    return List.copyOf(formulas);
  }
}
