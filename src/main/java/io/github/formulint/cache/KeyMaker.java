package io.github.formulint.cache;

import io.github.formulint.source.SourceBytes;
import io.github.formulint.tex.MathSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes the keys of entries that hold in the same circumstances. Immutable and thread-safe. */
final class KeyMaker {

  private static final String ALGORITHM = "SHA-256";

  /** Has taken in the circumstances; only copies of it go on. */
  private final MessageDigest begun;

  KeyMaker(String circumstances) {
    // Digested on their own first, so that no content can be taken for a part of them.
    this.begun = fresh();
    begun.update(fresh().digest(circumstances.getBytes(StandardCharsets.UTF_8)));
  }

  Key of(SourceBytes document) {
    MessageDigest digest = copy();
    document.addTo(digest);
    return Key.of(digest);
  }

  Key of(MathSource formula) {
    MessageDigest digest = copy();
    String tex = formula.tex();
    // As they stand: character sets make all lone surrogates one.
    ByteBuffer bytes = ByteBuffer.allocate(1 + tex.length() * Character.BYTES);
    bytes.put((byte) formula.style().ordinal()).asCharBuffer().put(tex);
    digest.update(bytes.array());
    for (String definition : formula.definitions()) {
      // Digested on its own, so that it cannot be taken for a part of what stands before.
      digest.update(fresh().digest(units(definition)));
    }
    return Key.of(digest);
  }

  private static byte[] units(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private MessageDigest copy() {
    try {
      return (MessageDigest) begun.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java can copy it", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
