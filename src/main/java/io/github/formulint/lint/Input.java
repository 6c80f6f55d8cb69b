package io.github.formulint.lint;

import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.SourceReader;
import io.github.formulint.source.UnreadableSourceException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A document to check, not yet read. Immutable.
 *
 * @param name the name shown to people
 * @param path where its file is, if it stands in one
 * @param content reads it
 * @param size how many bytes it seemed to have, 0 or more, if that is known
 */
public record Input(String name, Optional<Path> path, Content content, OptionalLong size) {

  /** Checks that nothing is missing. */
  public Input {
    Objects.requireNonNull(name);
    Objects.requireNonNull(path);
    Objects.requireNonNull(content);
    Objects.requireNonNull(size);
  }

  /**
   * Makes an input of unknown size.
   *
   * @param name the name shown to people
   * @param path where its file is, if it stands in one
   * @param content reads it
   */
  public Input(String name, Optional<Path> path, Content content) {
    this(name, path, content, OptionalLong.empty());
  }

  /**
   * Returns the document in a file, which is read when it is checked.
   *
   * @param path the file
   * @param name the name shown to people
   * @param size how many bytes it seems to have
   */
  public static Input ofFile(Path path, String name, long size) {
    return new Input(
        name, Optional.of(path), () -> new SourceReader().bytes(path, name), OptionalLong.of(size));
  }

  /** Reads a document. */
  @FunctionalInterface
  public interface Content {

    /**
     * Returns the bytes of the document.
     *
     * @throws UnreadableSourceException if it cannot be read
     */
    SourceBytes read() throws UnreadableSourceException;
  }
}
