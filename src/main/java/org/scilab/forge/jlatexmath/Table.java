package org.scilab.forge.jlatexmath;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A table that the build has written, read from its beginning to its end. */
final class Table {

  private static final String FOLDER = "/org/scilab/forge/jlatexmath/";

  // A buffer would take ten calls for each number, which counts before anything is compiled.
  private final byte[] bytes;
  private int position;

  private Table(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns a table at its beginning.
   *
   * @param name the name of the resource, beside this class
   */
  static Table open(String name) {
    try (InputStream in = Resources.open(Resources.class, FOLDER.concat(name))) {
      return new Table(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean nextBoolean() {
    return bytes[position++] != 0;
  }

  byte nextByte() {
    return bytes[position++];
  }

  short nextShort() {
    int at = position;
    position = at + Short.BYTES;
    return (short) (bytes[at] << 8 | bytes[at + 1] & 0xFF);
  }

  char nextChar() {
    return (char) nextShort();
  }

  int nextInt() {
    int at = position;
    position = at + Integer.BYTES;
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | bytes[at + 3] & 0xFF;
  }

  float nextFloat() {
    return Float.intBitsToFloat(nextInt());
  }

  String nextText() {
    int length = nextShort();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }
}
