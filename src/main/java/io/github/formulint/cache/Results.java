package io.github.formulint.cache;

import io.github.formulint.source.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The entries that stood in the file when the run began, and those that the run adds. They are
 * written when there are many, and at the end. Thread-safe.
 */
final class Results {

  /** So that a run over many documents does not keep them all in memory. */
  private static final long WORTH_WRITING = 4 << 20;

  private final CacheFile file;
  private final Consumer<String> notices;

  /** The oldest first. */
  private final List<Segment> segments;

  private final Map<Key, byte[]> added = new ConcurrentHashMap<>();
  private final AtomicLong addedBytes = new AtomicLong();
  private final AtomicBoolean isWritable = new AtomicBoolean(true);
  private final AtomicBoolean isDamageTold = new AtomicBoolean();

  private volatile Optional<String> failure = Optional.empty();

  private Results(CacheFile file, Consumer<String> notices, List<Segment> segments) {
    this.file = file;
    this.notices = notices;
    this.segments = new CopyOnWriteArrayList<>(segments);
  }

  /**
   * Reads the file. One that cannot be read or is not ours is left alone, and that is told.
   *
   * @param file the file
   * @param notices takes what people should know, on any thread
   */
  static Results of(CacheFile file, Consumer<String> notices) {
    Optional<String> failure = Optional.empty();
    try {
      CacheFile.Content content = file.read();
      Results results = new Results(file, notices, content.segments());
      if (content.isDamaged()) {
        results.tellOfDamage();
      }
      return results;
    } catch (CacheFile.ForeignException e) {
      notices.accept(
          file.path()
              + " "
              + e.getMessage()
              + ": it is left alone, and nothing is kept for later runs; remove it, or name another"
              + " folder with --cache-dir");
    } catch (IOException e) {
      failure = Optional.of(FileProblem.describe(file.path(), e));
    }
    Results nothing = new Results(file, notices, List.of());
    nothing.forgo();
    nothing.failure = failure;
    return nothing;
  }

  /** Returns whether nothing is known. */
  boolean isEmpty() {
    return segments.isEmpty() && added.isEmpty();
  }

  /** Returns the entry of a key, if there is one. */
  Optional<ByteBuffer> find(Key key) {
    byte[] fresh = added.get(key);
    if (fresh != null) {
      return Optional.of(ByteBuffer.wrap(fresh));
    }
    for (int i = segments.size() - 1; i >= 0; i--) {
      try {
        Optional<ByteBuffer> found = segments.get(i).find(key);
        if (found.isPresent()) {
          return found;
        }
      } catch (Segment.DamagedException e) {
        tellOfDamage();
      }
    }
    return Optional.empty();
  }

  /** Adds an entry. */
  void add(Key key, byte[] value) {
    if (isWritable.get() && added.put(key, value) == null) {
      int bytes = Segment.entryBytes(value.length);
      if (addedBytes.addAndGet(bytes) > WORTH_WRITING) {
        write();
      }
    }
  }

  /** Adds nothing any more, and drops what was not written yet. */
  void forgo() {
    isWritable.set(false);
    added.clear();
  }

  /** Writes what was added. If that fails, it is lost, which costs time alone. */
  synchronized void write() {
    if (added.isEmpty() || !isWritable.get()) {
      return;
    }
    TreeMap<Key, byte[]> written = new TreeMap<>(added);
    Segment segment = Segment.of(written);
    segments.add(segment);
    written.keySet().forEach(added::remove);
    addedBytes.set(0);
    try {
      file.append(segment);
    } catch (IOException e) {
      failure = Optional.of(FileProblem.describeWriting(e));
      forgo();
    }
  }

  /** Returns why what was added cannot be written, if it cannot. */
  Optional<String> failure() {
    return failure;
  }

  private void tellOfDamage() {
    if (isDamageTold.compareAndSet(false, true)) {
      notices.accept(file.path() + " is damaged: what is lost is found anew, and written again");
    }
  }
}
