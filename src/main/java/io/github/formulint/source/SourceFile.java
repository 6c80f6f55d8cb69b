package io.github.formulint.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A document as it stands: every code unit of the decoded file, with its line endings and, at index
 * 0, its byte order mark if it has one. All offsets of the program are offsets into {@link
 * #text()}. Immutable and thread-safe.
 */
public final class SourceFile {

  /** The byte order mark as it appears in decoded text. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final Charset charset;

  /** What the text is decoded from, if it was not decoded at once. */
  private final byte[] bytes;

  private volatile String text;
  private volatile LineIndex lines;

  /**
   * Makes a document.
   *
   * @param name the name shown to people, as they gave it, with {@code /} between folders
   * @param text the decoded text, a byte order mark included
   * @param charset the character set the bytes were read with
   */
  public SourceFile(String name, String text, Charset charset) {
    this.name = Objects.requireNonNull(name);
    this.text = Objects.requireNonNull(text);
    this.charset = Objects.requireNonNull(charset);
    this.bytes = new byte[0];
  }

  /** Makes a document of bytes that are known to be text; they are decoded when they are needed. */
  SourceFile(String name, byte[] bytes, Charset charset) {
    this.name = name;
    this.bytes = bytes;
    this.charset = charset;
  }

  /**
   * Returns a document of UTF-8 text that stands in no file.
   *
   * @param name the name shown to people
   * @param text the text
   */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text, StandardCharsets.UTF_8);
  }

  /** Returns the name shown to people. */
  public String name() {
    return name;
  }

  /** Returns the whole text, a byte order mark included. */
  public String text() {
    String decoded = text;
    if (decoded == null) {
      decoded = new String(bytes, charset);
      text = decoded;
    }
    return decoded;
  }

  /** Returns the character set the bytes were read with. */
  public Charset charset() {
    return charset;
  }

  /** Returns whether the text begins with a byte order mark. */
  public boolean hasByteOrderMark() {
    return !text().isEmpty() && text().charAt(0) == BYTE_ORDER_MARK;
  }

  /** Returns the lines of the text, found at the first call. */
  public LineIndex lines() {
    LineIndex index = lines;
    if (index == null) {
      index = LineIndex.of(text());
      lines = index;
    }
    return index;
  }

  @Override
  public String toString() {
    return name;
  }
}
