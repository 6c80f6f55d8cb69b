package org.scilab.forge.jlatexmath;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads a table that the build has written. */
final class Table {

  private Table() {}

  /** Makes something of what a table says. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /**
   * Returns what a reader makes of a table.
   *
   * @param name the name of the resource, beside this class
   * @param reader reads it
   */
  static <T> T read(String name, Reader<T> reader) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return reader.read(new DataInputStream(new ByteArrayInputStream(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
