package org.scilab.forge.jlatexmath;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A table that the build has written, read from its beginning to its end. */
final class Table {

  private final ByteBuffer bytes;

  private Table(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns a table at its beginning.
   *
   * @param name the name of the resource, beside this class
   */
  static Table open(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new Table(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean nextBoolean() {
    return bytes.get() != 0;
  }

  byte nextByte() {
    return bytes.get();
  }

  short nextShort() {
    return bytes.getShort();
  }

  char nextChar() {
    return bytes.getChar();
  }

  int nextInt() {
    return bytes.getInt();
  }

  float nextFloat() {
    return bytes.getFloat();
  }

  String nextText() {
    int length = bytes.getShort();
    String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }
}
