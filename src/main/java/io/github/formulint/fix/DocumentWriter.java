package io.github.formulint.fix;

import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes a mended document over the one it was made from, whole or not at all: a new file beside it
 * takes its place in one step. Permissions, owner, extended attributes, line endings and byte order
 * mark stay, and a file that has an access control list of POSIX is left alone; a link is followed,
 * not replaced. Stateless and thread-safe.
 */
public final class DocumentWriter {

  private DocumentWriter() {}

  /**
   * Replaces a file.
   *
   * @param path the file, or a link to it
   * @param before the document as it was read from the file
   * @param after the mended document
   * @return what people should know of it, in a line, if there is something
   * @throws DocumentChangedException if the file is no longer as it was read; it is left alone
   * @throws IOException if the file cannot be replaced; it is left as it was. The message says
   *     which file, and why
   */
  public static Optional<String> replace(Path path, SourceFile before, SourceFile after)
      throws IOException {
    try {
      return replaceTarget(path, before, after);
    } catch (DocumentChangedException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new DocumentChangedException(before.name());
    } catch (AtomicMoveNotSupportedException e) {
      throw notReplaced(before.name(), "this file system cannot do so in one step", e);
    } catch (AccessDeniedException e) {
      throw notReplaced(before.name(), "permission denied", e);
    } catch (FileSystemException e) {
      throw notReplaced(before.name(), e.getReason() == null ? e.toString() : e.getReason(), e);
    } catch (IOException e) {
      throw notReplaced(before.name(), e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  private static IOException notReplaced(String name, String reason, IOException cause) {
    return new IOException(
        name + ": cannot be replaced: " + reason + "; it is left as it was", cause);
  }

  private static Optional<String> replaceTarget(Path path, SourceFile before, SourceFile after)
      throws IOException {
    Path target = path.toRealPath();
    if (holds(target, after)) {
      // Another run has mended it in the same way.
      return Optional.empty();
    }
    requireUnchanged(target, before);
    int names = FileAttributes.names(target);
    if (!Files.isWritable(target)) {
      throw new FileSystemException(null, null, "it is read-only; make it writable and run again");
    }
    Path folder = target.getParent();
    if (!Files.isWritable(folder)) {
      throw new FileSystemException(
          null, null, "its folder is read-only; make it writable and run again");
    }
    try (TemporaryFile written = TemporaryFile.in(folder)) {
      written.write(bytes(after));
      FileAttributes.copy(target, written.path());
      // Once more, at the last moment: until here somebody may have saved the document.
      requireUnchanged(target, before);
      Files.move(
          written.path(),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    return names == 1
        ? Optional.empty()
        : Optional.of(
            before.name()
                + ": was mended under this name alone; its other names (hard links: "
                + (names - 1)
                + ") keep what stood there");
  }

  private static void requireUnchanged(Path target, SourceFile before) throws IOException {
    if (!holds(target, before)) {
      throw new DocumentChangedException(before.name());
    }
  }

  /** Only a file is opened: a pipe that stands in its place now would make the run wait. */
  private static boolean holds(Path target, SourceFile document) throws IOException {
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] expected = bytes(document);
    try (InputStream in = Files.newInputStream(target, LinkOption.NOFOLLOW_LINKS)) {
      return Arrays.equals(in.readNBytes(expected.length + 1), expected);
    }
  }

  /**
   * Removes the temporary files that killed runs left behind.
   *
   * @param folders where documents are to be written; this process writes none there meanwhile
   */
  public static void removeLeftovers(Collection<Path> folders) {
    folders.forEach(TemporaryFile::removeLeftovers);
  }

  private static byte[] bytes(SourceFile document) {
    return document.text().getBytes(document.charset());
  }
}
