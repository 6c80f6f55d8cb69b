package io.github.formulint.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.SourceReader;
import io.github.formulint.source.UnreadableSourceException;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Distinct formulas of all kinds: those of the fixtures, those that cover KaTeX where the shared
 * data are there, and, with {@code -Dformulint.formulas=all}, those of the corpus.
 */
public final class ManyFormulas {

  private static final boolean IS_ALL = "all".equals(System.getProperty("formulint.formulas"));
  private static final Path SHARED = Path.of(System.getProperty("formulint.shared", "../shared"));

  private ManyFormulas() {}

  /**
   * Returns the formulas, or a part of them.
   *
   * @param step takes one of so many, unless all are asked for
   */
  public static List<MathSource> oneIn(int step) throws IOException {
    Set<MathSource> formulas = new LinkedHashSet<>(ofDocuments(Fixtures.FOLDER));
    Path coverage = SHARED.resolve("conformance/engines/katex-coverage.jsonl");
    if (Files.exists(coverage)) {
      for (String line : Files.readAllLines(coverage, UTF_8)) {
        formulas.add(new MathSource((String) Json.at(Json.parse(line), "tex"), MathStyle.DISPLAY));
      }
    }
    if (IS_ALL) {
      formulas.addAll(ofDocuments(SHARED.resolve("corpus")));
    }
    List<MathSource> all = new ArrayList<>(formulas);
    List<MathSource> part = new ArrayList<>();
    for (int i = 0; i < all.size(); i += IS_ALL ? 1 : step) {
      part.add(all.get(i));
    }
    return part;
  }

  private static Set<MathSource> ofDocuments(Path folder) throws IOException {
    Set<MathSource> formulas = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        try {
          SourceFile document = new SourceReader().read(file, file.toString());
          new UniversalReader()
              .read(document).formulas().stream().map(Formula::source).forEach(formulas::add);
        } catch (UnreadableSourceException e) {
          // No document, then.
        }
      }
    }
    formulas.removeIf(formula -> formula.tex().isBlank());
    return formulas;
  }
}
