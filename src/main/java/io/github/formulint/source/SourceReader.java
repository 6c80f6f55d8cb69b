package io.github.formulint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/**
 * Reads documents: UTF-8 with or without byte order mark, and UTF-16 with one. Bytes that are not
 * text are refused, never replaced, so that a fix can write back what it did not touch. Stateless
 * and thread-safe.
 */
public final class SourceReader {

  /** The size in bytes from which a document is refused: 100 MB. */
  public static final int SIZE_LIMIT = 100_000_000;

  private static final char REPLACEMENT = '\uFFFD';

  /**
   * Returns the document in a file. Only regular files are opened, so that a pipe or a device never
   * makes it wait.
   *
   * @param path the file
   * @param name the name shown to people
   * @throws UnreadableSourceException if it cannot be read, is no text or is too large
   */
  public SourceFile read(Path path, String name) throws UnreadableSourceException {
    return bytes(path, name).decode();
  }

  /**
   * Returns the bytes of the document in a file, as above.
   *
   * @param path the file
   * @param name the name shown to people
   * @throws UnreadableSourceException if it cannot be read or is too large
   */
  public SourceBytes bytes(Path path, String name) throws UnreadableSourceException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      requireRegularFile(attributes, name);
      if (attributes.size() >= SIZE_LIMIT) {
        throw tooLarge(name);
      }
      RegularFile.requireContent(path, attributes);
      try (InputStream bytes = Files.newInputStream(path)) {
        // In one piece, which takes half the time.
        byte[] content = new byte[(int) attributes.size()];
        int length = bytes.readNBytes(content, 0, content.length);
        if (length == content.length && bytes.read() < 0) {
          return new SourceBytes(name, content);
        }
      }
      // Its size is not what the system says: it is written to, or is no ordinary file.
      try (InputStream bytes = Files.newInputStream(path)) {
        return bytes(bytes, name);
      }
    } catch (UnreadableSourceException e) {
      throw e;
    } catch (IOException | SecurityException e) {
      throw new UnreadableSourceException(name, FileProblem.describe(path, e));
    }
  }

  /**
   * Returns the document in a stream, which is read to its end and not closed.
   *
   * @param bytes the stream
   * @param name the name shown to people
   * @throws UnreadableSourceException if it cannot be read, is no text or is too large
   */
  public SourceFile read(InputStream bytes, String name) throws UnreadableSourceException {
    return bytes(bytes, name).decode();
  }

  /**
   * Returns the bytes of the document in a stream, which is read to its end and not closed.
   *
   * @param bytes the stream
   * @param name the name shown to people
   * @throws UnreadableSourceException if it cannot be read or is too large
   */
  public SourceBytes bytes(InputStream bytes, String name) throws UnreadableSourceException {
    byte[] content;
    try {
      content = bytes.readNBytes(SIZE_LIMIT);
    } catch (IOException e) {
      throw new UnreadableSourceException(name, "cannot be read: " + e.getMessage());
    }
    if (content.length >= SIZE_LIMIT) {
      throw tooLarge(name);
    }
    return new SourceBytes(name, content);
  }

  /**
   * Returns the document that bytes spell.
   *
   * @param bytes all bytes of the document
   * @param name the name shown to people
   * @throws UnreadableSourceException if the bytes are no text
   */
  public SourceFile decode(byte[] bytes, String name) throws UnreadableSourceException {
    Charset charset = charsetOf(bytes);
    if (charset == StandardCharsets.UTF_8) {
      // Java reads UTF-8 fast, and puts this character where the bytes are none.
      String text = new String(bytes, charset);
      if (text.indexOf(REPLACEMENT) < 0 && text.indexOf('\0') < 0) {
        return new SourceFile(name, text, charset);
      }
      requireNoNul(bytes, name);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // Neither character set yields more code units than there are bytes.
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw malformed(bytes, in.position(), text, charset, name);
    }
    if (text.indexOf('\0') >= 0) {
      throw binary(name, LineIndex.of(text).lineOf(text.indexOf('\0')));
    }
    return new SourceFile(name, text, charset);
  }

  static Charset charsetOf(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static void requireRegularFile(BasicFileAttributes attributes, String name)
      throws UnreadableSourceException {
    if (attributes.isDirectory()) {
      throw new UnreadableSourceException(name, "is a folder, not a file");
    }
    if (!attributes.isRegularFile()) {
      throw new UnreadableSourceException(
          name,
          "is a pipe, a device or the like, not a file; to check what a program writes, give - as"
              + " the path and pipe it in");
    }
  }

  private static void requireNoNul(byte[] bytes, String name) throws UnreadableSourceException {
    int line = 1;
    for (byte b : bytes) {
      if (b == 0) {
        throw binary(name, line);
      }
      if (b == '\n') {
        line++;
      }
    }
  }

  private static UnreadableSourceException binary(String name, int line) {
    return new UnreadableSourceException(
        name,
        "holds a NUL byte (line "
            + line
            + "), so it is binary and not text; if it is UTF-16, save it as UTF-8");
  }

  private static UnreadableSourceException malformed(
      byte[] bytes, int offset, String decoded, Charset charset, String name) {
    return new UnreadableSourceException(
        name,
        String.format(
            Locale.ROOT,
            "is not valid %s: byte 0x%02X at offset %d (line %d); save the file as UTF-8",
            charset == StandardCharsets.UTF_8 ? "UTF-8" : "UTF-16",
            bytes[offset],
            offset,
            LineIndex.of(decoded).lineCount()));
  }

  private static UnreadableSourceException tooLarge(String name) {
    return new UnreadableSourceException(
        name, "is 100 MB or more, too large for a document; split it or leave it out");
  }
}
