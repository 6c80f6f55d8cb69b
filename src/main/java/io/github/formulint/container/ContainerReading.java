package io.github.formulint.container;

import io.github.formulint.lint.LintRun.DocumentReader;
import io.github.formulint.lint.Outcome;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.UnreadableSourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the formulas of files, also of those in which documents stand. Thread-safe if the reader
 * is.
 *
 * @param reader finds the formulas of a document
 */
public record ContainerReading(MarkdownReader reader) implements DocumentReader {

  @Override
  public Outcome.Read read(SourceFile file) throws UnreadableSourceException {
    Optional<Container> container = Container.of(file.name());
    if (container.isEmpty()) {
      return new Outcome.Read(file, reader.read(file));
    }
    List<Slot> slots = container.get().split(file);
    List<Formula> formulas = new ArrayList<>();
    for (Slot slot : slots) {
      Lifting lifting = new Lifting(slot);
      reader
          .read(slot.part().document())
          .formulas()
          .forEach(formula -> formulas.add(lifting.lift(formula)));
    }
    // Marks without a formula are no part of a list of formulas.
    return new Outcome.Read(
        file.withParts(slots.stream().map(Slot::part).toList()), new Reading(formulas, List.of()));
  }
}
