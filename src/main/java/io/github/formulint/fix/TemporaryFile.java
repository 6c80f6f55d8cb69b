package io.github.formulint.fix;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A new file beside a document, which is to take its place. It is locked as long as its writer
 * lives, by a lock that the system takes away when the writer is killed: so a later run can tell
 * what was left behind from what is being written. For one thread.
 */
final class TemporaryFile implements Closeable {

  private static final String PREFIX = ".formulint-";
  private static final String SUFFIX = ".tmp";

  /** The names that {@link Files#createTempFile} makes: nobody's own file is called so. */
  private static final Pattern NAME = Pattern.compile("\\.formulint-[0-9]+\\.tmp");

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes a file.
   *
   * @param folder the folder, without links
   * @throws IOException if it cannot be made there
   */
  static TemporaryFile in(Path folder) throws IOException {
    while (true) {
      Path path = Files.createTempFile(folder, PREFIX, SUFFIX);
      FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
      if (isLocked(channel) && Files.exists(path)) {
        return new TemporaryFile(path, channel);
      }
      // Another run took it for a leftover before it was locked.
      channel.close();
      Files.deleteIfExists(path);
    }
  }

  /** Also where the system knows no locks: there nobody can lock it to take it away either. */
  private static boolean isLocked(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (IOException e) {
      return true;
    }
  }

  Path path() {
    return path;
  }

  /** Writes all that stands in the file, through to the disk. */
  void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  /** Removes the file, unless it has taken the place of another. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(path);
    }
  }

  /**
   * Removes what killed runs left behind in a folder. What somebody is writing stays, and so does
   * what cannot be locked or removed.
   *
   * @param folder the folder; no file is written in it by this process at the time, since closing a
   *     file takes away all locks that the process has on it
   */
  static void removeLeftovers(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        if (NAME.matcher(file.getFileName().toString()).matches()
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          removeLeftover(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Whoever cannot look there cannot have written there.
    }
  }

  private static void removeLeftover(Path file) {
    // Also to read, since a pipe that is opened only to write waits for a reader.
    try (FileChannel channel =
            FileChannel.open(
                file,
                Set.of(
                    StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // It is being written, or not ours to remove.
    }
  }
}
