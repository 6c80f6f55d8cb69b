package io.github.formulint.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/** The bytes of a document, as they were read. Immutable and thread-safe. */
public final class SourceBytes {

  private final String name;
  private final byte[] bytes;

  /** Takes the bytes as they are: whoever hands them over keeps no hold of them. */
  SourceBytes(String name, byte[] bytes) {
    this.name = Objects.requireNonNull(name);
    this.bytes = Objects.requireNonNull(bytes);
  }

  /**
   * Returns the UTF-8 bytes of a text that stands in no file.
   *
   * @param name the name shown to people
   * @param text the text
   */
  public static SourceBytes of(String name, String text) {
    return new SourceBytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the name shown to people. */
  public String name() {
    return name;
  }

  /**
   * Returns the document that the bytes spell.
   *
   * @throws UnreadableSourceException if they are no text
   */
  public SourceFile decode() throws UnreadableSourceException {
    return new SourceReader().decode(bytes, name);
  }

  /**
   * Returns the document that the bytes spell. Only for bytes that are known to be text: they are
   * decoded when the text is asked for, and without looking whether they are valid.
   */
  public SourceFile trusted() {
    return new SourceFile(name, bytes, SourceReader.charsetOf(bytes));
  }

  /**
   * Adds the bytes to a digest.
   *
   * @param digest the digest
   */
  public void addTo(MessageDigest digest) {
    digest.update(bytes);
  }
}
