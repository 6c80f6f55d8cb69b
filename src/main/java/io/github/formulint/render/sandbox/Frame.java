package io.github.formulint.render.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * What goes between a sandbox and its child: a mark, the number of the formula, the length, the
 * content and a checksum of all that. Whatever is cut off, damaged or out of turn is noticed.
 *
 * @param number which formula it is about, counted from 1; 0 says that the child is ready
 * @param content the content
 */
record Frame(int number, byte[] content) {

  private static final int MARK = 0x466c_696e;

  /** Far more than an answer or a formula needs; a damaged length must not fill the memory. */
  private static final int MAX_LENGTH = 64 << 20;

  /**
   * Writes the frame, all at once.
   *
   * @throws IOException if the other side is gone
   */
  void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MARK);
    data.writeInt(number);
    data.writeInt(content.length);
    data.write(content);
    data.writeInt(checksum(number, content));
    data.flush();
  }

  /**
   * Reads a frame, and waits for it.
   *
   * @throws IOException if the other side is gone or sends anything else
   */
  static Frame read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MARK) {
      throw new IOException("no frame");
    }
    int number = data.readInt();
    int length = data.readInt();
    if (length < 0 || length > MAX_LENGTH) {
      throw new IOException("no length of a frame: " + length);
    }
    // Grows with what comes, so a damaged length costs nothing.
    byte[] content = data.readNBytes(length);
    if (content.length < length || data.readInt() != checksum(number, content)) {
      throw new IOException("a damaged frame");
    }
    return new Frame(number, content);
  }

  private static int checksum(int number, byte[] content) {
    CRC32 sum = new CRC32();
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      sum.update(number >> shift);
    }
    sum.update(content);
    return (int) sum.getValue();
  }
}
