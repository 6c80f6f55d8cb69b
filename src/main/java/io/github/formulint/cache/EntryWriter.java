package io.github.formulint.cache;

import io.github.formulint.source.Span;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Writes the parts of an entry; {@link EntryReader} reads them. For one thread. */
final class EntryWriter {

  /** In place of the start of a span that is not there. */
  static final int NOWHERE = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  byte[] bytes() {
    return bytes.toByteArray();
  }

  void number(int number) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  void number(long number) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  void constant(Enum<?> constant) {
    bytes.write(constant.ordinal());
  }

  /** As it stands in memory: character sets make all lone surrogates one. */
  void text(String text) {
    number(text.length());
    ByteBuffer characters = ByteBuffer.allocate(text.length() * Character.BYTES);
    characters.asCharBuffer().put(text);
    bytes.writeBytes(characters.array());
  }

  void text(Optional<String> text) {
    bytes.write(text.isPresent() ? 1 : 0);
    if (text.isPresent()) {
      text(text.get());
    }
  }

  void span(Span span) {
    number(span.start());
    number(span.end());
  }

  void span(Optional<Span> span) {
    if (span.isPresent()) {
      span(span.get());
    } else {
      number(NOWHERE);
    }
  }
}
