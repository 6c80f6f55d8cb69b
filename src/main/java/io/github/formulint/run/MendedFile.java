package io.github.formulint.run;

import io.github.formulint.fix.DocumentWriter;
import io.github.formulint.lint.MendedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Puts a mended document into its file. Stateless and thread-safe. */
public final class MendedFile {

  private MendedFile() {}

  /** A file could not be replaced; the message says which, why, and what to do. */
  public static final class NotWrittenException extends IOException {

    private static final long serialVersionUID = 1;

    NotWrittenException(String message, IOException cause) {
      super(message, cause);
    }
  }

  /**
   * Replaces a file, unless nothing was mended.
   *
   * @param path the file
   * @param mended the document that stands in it, and what became of it
   * @return what people should know of it, in a line, if there is something
   * @throws NotWrittenException if it cannot be replaced; it is left as it was
   */
  public static Optional<String> replace(Path path, MendedDocument mended)
      throws NotWrittenException {
    if (!mended.isChanged()) {
      return Optional.empty();
    }
    try {
      return DocumentWriter.replace(path, mended.before(), mended.result().document());
    } catch (IOException e) {
      throw new NotWrittenException(e.getMessage(), e);
    }
  }
}
