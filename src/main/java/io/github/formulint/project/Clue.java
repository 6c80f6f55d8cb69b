package io.github.formulint.project;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of a project that tells what publishes its documents. Immutable.
 *
 * @param file the file or folder, from the folder of the project, with {@code /} between folders
 * @param publisher what publishes the documents, as it calls itself
 * @param platform the name of its platform in the catalogue; empty if there is none
 * @param content the folders whose documents it publishes, from the folder of the project; none
 *     means all documents
 * @param macros the file in which it keeps macros as plain data, if there is one
 * @param remarks what else people should know, a sentence each
 */
public record Clue(
    String file,
    String publisher,
    Optional<String> platform,
    List<String> content,
    Optional<String> macros,
    List<String> remarks) {

  /** Copies the lists. */
  public Clue {
    Objects.requireNonNull(file);
    Objects.requireNonNull(publisher);
    Objects.requireNonNull(platform);
    content = List.copyOf(content);
    Objects.requireNonNull(macros);
    remarks = List.copyOf(remarks);
  }
}
