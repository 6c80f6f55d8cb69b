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
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.Collection;

/**
 * Writes a mended document over the one it was made from, whole or not at all: a new file beside it
 * takes its place in one step. Permissions, owner, line endings and byte order mark stay; a link is
 * followed, not replaced. Stateless and thread-safe.
 */
public final class DocumentWriter {

  private DocumentWriter() {}

  /**
   * Replaces a file.
   *
   * @param path the file, or a link to it
   * @param before the document as it was read from the file
   * @param after the mended document
   * @throws DocumentChangedException if the file is no longer as it was read; it is left alone
   * @throws IOException if the file cannot be replaced; it is left as it was. The message says
   *     which file, and why
   */
  public static void replace(Path path, SourceFile before, SourceFile after) throws IOException {
    try {
      replaceTarget(path, before, after);
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

  private static void replaceTarget(Path path, SourceFile before, SourceFile after)
      throws IOException {
    Path target = path.toRealPath();
    requireUnchanged(target, before);
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
      copyAttributes(target, written.path());
      // Once more, at the last moment: until here somebody may have saved the document.
      requireUnchanged(target, before);
      Files.move(
          written.path(),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Only a file is opened: a pipe that stands in its place now would make the run wait. */
  private static void requireUnchanged(Path target, SourceFile before) throws IOException {
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new DocumentChangedException(before.name());
    }
    byte[] expected = bytes(before);
    try (InputStream in = Files.newInputStream(target, LinkOption.NOFOLLOW_LINKS)) {
      if (!Arrays.equals(in.readNBytes(expected.length + 1), expected)) {
        throw new DocumentChangedException(before.name());
      }
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

  /** Gives the new file the permissions of the old one and, where that is allowed, its owner. */
  private static void copyAttributes(Path target, Path written) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(written, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes attributes = Files.readAttributes(target, PosixFileAttributes.class);
    PosixFileAttributes own = view.readAttributes();
    try {
      if (!own.group().equals(attributes.group())) {
        view.setGroup(attributes.group());
      }
      if (!own.owner().equals(attributes.owner())) {
        view.setOwner(attributes.owner());
      }
    } catch (FileSystemException e) {
      // Only a privileged user may give a file away; then it belongs to who mends it.
    }
    view.setPermissions(attributes.permissions());
  }
}
