package io.github.formulint.cache;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/**
 * What one run added to the file: a head, the keys in order, a table that says where the value of
 * each key stands, and the values. Each value has a checksum of its own that covers its key too, so
 * only what is used has to be looked at, and an entry that is damaged is just not there. Immutable
 * and thread-safe.
 */
final class Segment {

  /** A mark, the length of the whole, the number of entries, and the checksum of these three. */
  static final int HEAD_BYTES = 16;

  private static final int MARK = 0x53454731;

  /** Where a value begins, counted from the head, its length, and its checksum. */
  private static final int ROW_BYTES = 12;

  private final ByteBuffer bytes;
  private final int count;

  private Segment(ByteBuffer bytes, int count) {
    this.bytes = bytes;
    this.count = count;
  }

  /** Returns how many bytes an entry takes. */
  static int entryBytes(int valueBytes) {
    return Key.BYTES + ROW_BYTES + valueBytes;
  }

  /** Returns the segment that holds some entries. */
  static Segment of(SortedMap<Key, byte[]> entries) {
    int length = HEAD_BYTES;
    for (byte[] value : entries.values()) {
      length += entryBytes(value.length);
    }
    int count = entries.size();
    ByteBuffer bytes = ByteBuffer.allocate(length);
    bytes.putInt(MARK).putInt(length).putInt(count).putInt(checksum(bytes, 0, HEAD_BYTES - 4));
    for (Key key : entries.keySet()) {
      key.write(bytes);
    }
    int begin = HEAD_BYTES + count * (Key.BYTES + ROW_BYTES);
    int row = 0;
    for (Map.Entry<Key, byte[]> entry : entries.entrySet()) {
      byte[] value = entry.getValue();
      bytes.put(begin, value);
      int keyOffset = HEAD_BYTES + row * Key.BYTES;
      bytes
          .putInt(begin)
          .putInt(value.length)
          .putInt(checksum(bytes, keyOffset, begin, value.length));
      begin += value.length;
      row++;
    }
    return new Segment(bytes.clear().asReadOnlyBuffer(), count);
  }

  /**
   * Returns the length of the segment with that head.
   *
   * @param head its first bytes, from the position on
   * @return its length in bytes, or 0 if that is no head
   */
  static int length(ByteBuffer head) {
    int at = head.position();
    int length = head.getInt(at + 4);
    long count = head.getInt(at + 8);
    boolean isHead =
        head.getInt(at) == MARK
            && head.getInt(at + 12) == checksum(head, at, HEAD_BYTES - 4)
            && count >= 0
            && length >= HEAD_BYTES + count * (Key.BYTES + ROW_BYTES);
    return isHead ? length : 0;
  }

  /**
   * Returns the segment that bytes hold.
   *
   * @param bytes the whole segment and nothing else; its head is one
   */
  static Segment read(ByteBuffer bytes) {
    return new Segment(bytes, bytes.getInt(8));
  }

  /** Returns the segment as it stands in a file. */
  ByteBuffer bytes() {
    return bytes.duplicate();
  }

  /**
   * Returns the value of a key.
   *
   * @throws DamagedException if it does not stand there as it was written
   */
  Optional<ByteBuffer> find(Key key) throws DamagedException {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = key.compareTo(bytes, HEAD_BYTES + middle * Key.BYTES);
      if (order == 0) {
        return Optional.of(value(middle));
      }
      if (order < 0) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return Optional.empty();
  }

  /** Adds its whole entries to others that are newer, while they all fit in some bytes. */
  int addTo(SortedMap<Key, byte[]> newer, int freeBytes) {
    int left = freeBytes;
    for (int i = 0; i < count; i++) {
      Key key = Key.read(bytes, HEAD_BYTES + i * Key.BYTES);
      try {
        ByteBuffer value = value(i);
        int needed = entryBytes(value.remaining());
        if (needed <= left && !newer.containsKey(key)) {
          byte[] copy = new byte[value.remaining()];
          value.get(copy);
          newer.put(key, copy);
          left -= needed;
        }
      } catch (DamagedException e) {
        // It goes.
      }
    }
    return left;
  }

  private ByteBuffer value(int index) throws DamagedException {
    int row = HEAD_BYTES + count * Key.BYTES + index * ROW_BYTES;
    int begin = bytes.getInt(row);
    int length = bytes.getInt(row + 4);
    if (begin < HEAD_BYTES || length < 0 || begin > bytes.capacity() - length) {
      throw new DamagedException();
    }
    int checksum = checksum(bytes, HEAD_BYTES + index * Key.BYTES, begin, length);
    if (checksum != bytes.getInt(row + 8)) {
      throw new DamagedException();
    }
    return bytes.slice(begin, length);
  }

  private static int checksum(ByteBuffer bytes, int keyOffset, int begin, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.slice(keyOffset, Key.BYTES));
    checksum.update(bytes.slice(begin, length));
    return (int) checksum.getValue();
  }

  private static int checksum(ByteBuffer bytes, int begin, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.slice(begin, length));
    return (int) checksum.getValue();
  }

  /** An entry does not stand there as it was written. */
  static final class DamagedException extends Exception {

    private static final long serialVersionUID = 1;

    DamagedException() {
      super("damaged", null, false, false);
    }
  }
}
