package io.github.formulint.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file: a mark of its format, and one {@link Segment} behind the other. It only grows at its
 * end, while a lock is held, until it is too large or in too many pieces; then it is replaced, in
 * one step, by one that holds the newest entries in one piece. So whoever reads needs no lock, and
 * a process that is killed leaves at most the beginning of a segment, which the next one cuts off.
 */
final class CacheFile {

  /** With the number of the format. Another format would have another name, too. */
  static final String NAME = "results-1.cache";

  private static final byte[] MARK = "formulint-cache1".getBytes(StandardCharsets.US_ASCII);

  /** More pieces than this cost time to look through. */
  private static final int MAX_SEGMENTS = 64;

  private final Path path;
  private final int maxBytes;

  /**
   * Makes a file, which need not exist.
   *
   * @param folder where it stands
   * @param maxBytes how large it may become
   */
  CacheFile(Path folder, int maxBytes) {
    this.path = folder.toAbsolutePath().resolve(NAME);
    this.maxBytes = maxBytes;
  }

  Path path() {
    return path;
  }

  /**
   * What stands in the file.
   *
   * @param segments the oldest first
   * @param end where the last one ends, in bytes
   * @param isDamaged whether something behind it is no segment, and not just the beginning of one
   */
  record Content(List<Segment> segments, long end, boolean isDamaged) {

    private static final Content NOTHING = new Content(List.of(), 0, false);
  }

  /** Something else stands where the file should. */
  static final class ForeignException extends IOException {

    private static final long serialVersionUID = 1;

    ForeignException(String message) {
      super(message);
    }
  }

  /**
   * Reads the file.
   *
   * @return what stands in it; nothing if there is none
   * @throws ForeignException if it is the file of another program
   * @throws IOException if it cannot be read
   */
  Content read() throws IOException {
    if (Files.isSymbolicLink(path.getParent())) {
      throw new ForeignException("is in a folder that is a link");
    }
    OwnerOnly.requireOwn(path);
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return read(channel);
    } catch (NoSuchFileException e) {
      return Content.NOTHING;
    }
  }

  private Content read(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size == 0) {
      return Content.NOTHING;
    }
    // No run writes more, so what is there is not ours, and might not fit in memory.
    ByteBuffer bytes = ByteBuffer.allocateDirect((int) Math.min(size, 2L * maxBytes));
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes);
    }
    bytes.flip();
    requireMark(bytes);
    List<Segment> segments = new ArrayList<>();
    boolean isDamaged = false;
    bytes.position(Math.min(MARK.length, bytes.limit()));
    while (bytes.remaining() >= Segment.HEAD_BYTES && !isDamaged) {
      int length = Segment.length(bytes);
      isDamaged = length == 0;
      if (isDamaged || length > bytes.remaining()) {
        break;
      }
      segments.add(Segment.read(bytes.slice(bytes.position(), length)));
      bytes.position(bytes.position() + length);
    }
    return new Content(segments, bytes.position(), isDamaged);
  }

  private static void requireMark(ByteBuffer bytes) throws ForeignException {
    for (int i = 0; i < Math.min(MARK.length, bytes.limit()); i++) {
      if (bytes.get(i) != MARK[i]) {
        throw new ForeignException("was not written by formulint");
      }
    }
  }

  /**
   * Adds entries, unless another process keeps the file locked: then they are lost, which costs
   * time alone.
   *
   * @throws IOException if the file cannot be written, or is that of another program
   */
  void append(Segment added) throws IOException {
    OwnerOnly.createFolders(path.getParent());
    try (WriteLock lock = WriteLock.of(path.resolveSibling(NAME + ".lock"))) {
      if (!lock.isHeld()) {
        return;
      }
      Content content = read();
      long size = Math.max(content.end(), MARK.length) + added.bytes().remaining();
      if (size > maxBytes || content.segments().size() >= MAX_SEGMENTS) {
        replace(content.segments(), added);
      } else {
        write(path, Math.max(content.end(), MARK.length), added);
      }
    }
  }

  /** Writes the newest entries into a new file, up to half of what is allowed. */
  private void replace(List<Segment> old, Segment added) throws IOException {
    SortedMap<Key, byte[]> kept = new TreeMap<>();
    int left = added.addTo(kept, maxBytes / 2);
    for (int i = old.size() - 1; i >= 0; i--) {
      left = old.get(i).addTo(kept, left);
    }
    // Only one process at a time gets here, so one that was killed leaves no more than this file.
    Path fresh = path.resolveSibling(NAME + ".new");
    Files.deleteIfExists(fresh);
    write(fresh, MARK.length, Segment.of(kept));
    try {
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void write(Path file, long position, Segment segment) throws IOException {
    try (FileChannel channel = OwnerOnly.open(file)) {
      channel.truncate(position);
      long at = position;
      if (position == MARK.length) {
        write(channel, ByteBuffer.wrap(MARK), 0);
      }
      write(channel, segment.bytes(), at);
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long position)
      throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }
}
