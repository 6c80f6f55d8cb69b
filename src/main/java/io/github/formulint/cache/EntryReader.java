package io.github.formulint.cache;

import io.github.formulint.source.Span;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads the parts of an entry. What was written by someone else makes it throw some {@link
 * RuntimeException}, and never take more memory than the entry has bytes. For one thread.
 */
final class EntryReader {

  private final ByteBuffer bytes;

  EntryReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  int number() {
    return bytes.getInt();
  }

  long longNumber() {
    return bytes.getLong();
  }

  /**
   * Returns how many parts follow.
   *
   * @param bytesEach how many bytes each takes at least
   */
  int count(int bytesEach) {
    int count = number();
    if (count < 0 || count > bytes.remaining() / bytesEach) {
      throw new IllegalArgumentException("count: " + count);
    }
    return count;
  }

  <E> E constant(E[] constants) {
    return constants[bytes.get()];
  }

  String text() {
    char[] characters = new char[count(Character.BYTES)];
    bytes.asCharBuffer().get(characters);
    bytes.position(bytes.position() + characters.length * Character.BYTES);
    return new String(characters);
  }

  Optional<String> optionalText() {
    return bytes.get() == 0 ? Optional.empty() : Optional.of(text());
  }

  Span span() {
    return new Span(number(), number());
  }

  Optional<Span> optionalSpan() {
    int start = number();
    return start == EntryWriter.NOWHERE ? Optional.empty() : Optional.of(new Span(start, number()));
  }

  /** Checks that all was read. */
  void end() {
    if (bytes.hasRemaining()) {
      throw new IllegalArgumentException("bytes left: " + bytes.remaining());
    }
  }
}
