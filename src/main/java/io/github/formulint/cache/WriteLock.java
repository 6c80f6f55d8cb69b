package io.github.formulint.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps other processes, and other runs of this one, from writing. The system lets it go when the
 * process ends, however it ends.
 */
final class WriteLock implements AutoCloseable {

  private static final int ATTEMPTS = 100;
  private static final int PAUSE_MILLISECONDS = 20;

  private final FileChannel channel;
  private final Optional<FileLock> lock;

  private WriteLock(FileChannel channel, Optional<FileLock> lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Waits for the lock, two seconds at most.
   *
   * @param file the file that is locked; it stays empty
   * @throws IOException if the system has no locks there
   */
  static WriteLock of(Path file) throws IOException {
    FileChannel channel = OwnerOnly.open(file);
    try {
      return new WriteLock(channel, lock(channel));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return Optional.of(lock);
        }
      } catch (OverlappingFileLockException e) {
        // Another run of this process has it.
      }
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean isHeld() {
    return lock.isPresent();
  }

  /** Closing the channel lets the lock go. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
