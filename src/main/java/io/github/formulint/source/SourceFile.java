package io.github.formulint.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document as it stands: every code unit of the decoded file, with its line endings and, at index
 * 0, its byte order mark if it has one. All offsets of the program are offsets into {@link
 * #text()}. A file that is no Markdown itself but holds some, such as a notebook, has {@link
 * #parts()}. Immutable and thread-safe.
 */
public final class SourceFile {

  /** The byte order mark as it appears in decoded text. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final Charset charset;

  /** What the text is decoded from, if it was not decoded at once. */
  private final byte[] bytes;

  private final List<Part> parts;

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
    this(name, text, charset, List.of());
  }

  private SourceFile(String name, String text, Charset charset, List<Part> parts) {
    this.name = Objects.requireNonNull(name);
    this.text = Objects.requireNonNull(text);
    this.charset = Objects.requireNonNull(charset);
    this.bytes = new byte[0];
    this.parts = List.copyOf(parts);
  }

  /** Makes a document of bytes that are known to be text; they are decoded when they are needed. */
  SourceFile(String name, byte[] bytes, Charset charset) {
    this.name = name;
    this.bytes = bytes;
    this.charset = charset;
    this.parts = List.of();
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

  /**
   * Returns this file, with the documents that stand in it.
   *
   * @param documents the documents, in order of their place, none within another
   */
  public SourceFile withParts(List<Part> documents) {
    return new SourceFile(name, text(), charset, documents);
  }

  /**
   * Returns the documents that stand in this file, in order of their place; none if the file is the
   * document itself.
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * Returns the part that holds an offset, if one does.
   *
   * @param offset offset in UTF-16 code units, from 0 to the length of the text
   */
  public Optional<Part> partAt(int offset) {
    int low = 0;
    int high = parts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (parts.get(middle).span().end() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < parts.size() && parts.get(low).span().start() <= offset
        ? Optional.of(parts.get(low))
        : Optional.empty();
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
