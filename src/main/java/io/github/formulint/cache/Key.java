package io.github.formulint.cache;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** A digest of all that an entry depends on: SHA-256, so that nobody can make two alike. */
record Key(long first, long second, long third, long fourth) implements Comparable<Key> {

  /** The size in a file. */
  static final int BYTES = 32;

  /** Returns the key that a digest of that size has come to. */
  static Key of(MessageDigest digest) {
    return read(ByteBuffer.wrap(digest.digest()), 0);
  }

  /** Returns the key that stands at an offset. */
  static Key read(ByteBuffer bytes, int offset) {
    return new Key(
        bytes.getLong(offset),
        bytes.getLong(offset + 8),
        bytes.getLong(offset + 16),
        bytes.getLong(offset + 24));
  }

  /** Writes the key. */
  void write(ByteBuffer bytes) {
    bytes.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }

  /** Compares with the key that stands at an offset, without making it. */
  int compareTo(ByteBuffer bytes, int offset) {
    int order = Long.compare(first, bytes.getLong(offset));
    if (order == 0) {
      order = Long.compare(second, bytes.getLong(offset + 8));
    }
    if (order == 0) {
      order = Long.compare(third, bytes.getLong(offset + 16));
    }
    return order == 0 ? Long.compare(fourth, bytes.getLong(offset + 24)) : order;
  }

  @Override
  public int compareTo(Key other) {
    int order = Long.compare(first, other.first);
    if (order == 0) {
      order = Long.compare(second, other.second);
    }
    if (order == 0) {
      order = Long.compare(third, other.third);
    }
    return order == 0 ? Long.compare(fourth, other.fourth) : order;
  }

  /** Written out, as is {@link #hashCode}: what Java makes itself takes long the first time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Key that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }
}
