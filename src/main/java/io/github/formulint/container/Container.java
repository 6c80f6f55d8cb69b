package io.github.formulint.container;

import io.github.formulint.source.SourceFile;
import io.github.formulint.source.UnreadableSourceException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of file in which Markdown documents stand. Implementations are stateless. */
public interface Container {

  /**
   * Returns the documents that stand in a file, in order of their place.
   *
   * @param file the file
   * @throws UnreadableSourceException if it is no file of this kind; the message says where, and
   *     what to do
   */
  List<Slot> split(SourceFile file) throws UnreadableSourceException;

  /**
   * Returns the kind of container that the name of a file tells, or nothing if the file is the
   * document itself.
   *
   * @param name the name of a file, with or without folders before it
   */
  static Optional<Container> of(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".ipynb")
        ? Optional.of(new Notebook())
        : Optional.empty();
  }
}
