package io.github.formulint.fix;

import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;

/**
 * Writes a mended document over the one it was made from, whole or not at all: a new file beside it
 * takes its place in one step. Permissions, owner, line endings and byte order mark stay; a link is
 * followed, not replaced. Stateless and thread-safe.
 */
public final class DocumentWriter {

  private static final String PREFIX = ".formulint-";
  private static final String SUFFIX = ".tmp";

  private DocumentWriter() {}

  /**
   * Replaces a file.
   *
   * @param path the file, or a link to it
   * @param before the document as it was read from the file
   * @param after the mended document
   * @throws DocumentChangedException if the file is no longer as it was read; it is left alone
   * @throws IOException if the file cannot be replaced; it is left as it was
   */
  public static void replace(Path path, SourceFile before, SourceFile after) throws IOException {
    Path target = path.toRealPath();
    if (!Files.isWritable(target)) {
      throw new IOException(path + " is read-only: make it writable and run again");
    }
    if (!Arrays.equals(Files.readAllBytes(target), bytes(before))) {
      throw new DocumentChangedException(path);
    }
    Path folder = target.getParent();
    if (!Files.isWritable(folder)) {
      throw new IOException(
          "the folder of " + path + " is read-only: make it writable and run again");
    }
    Path written = Files.createTempFile(folder, PREFIX, SUFFIX);
    try {
      writeThrough(written, bytes(after));
      copyAttributes(target, written);
      try {
        Files.move(
            written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        throw new IOException(
            path + ": this file system cannot replace a file in one step; nothing was written", e);
      }
    } finally {
      Files.deleteIfExists(written);
    }
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

  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }
}
