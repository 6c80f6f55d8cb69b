package io.github.formulint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Reads files that are small, and never waits for one. Stateless. */
public final class RegularFile {

  /** Where files are made as they are read; some never end, and some make their reader wait. */
  private static final Set<String> KERNEL_FILE_SYSTEMS =
      Set.of("proc", "sysfs", "debugfs", "tracefs", "securityfs", "configfs", "cgroup", "cgroup2");

  private RegularFile() {}

  /**
   * Returns the bytes of a file.
   *
   * @param file the file; links are followed
   * @param limit how many bytes it may have
   * @throws IOException if it is no regular file, too large, or cannot be read
   */
  public static byte[] read(Path file, int limit) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new FileSystemException(null, null, "it is not a file");
    }
    requireContent(file, attributes);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new FileSystemException(null, null, "it is larger than " + limit + " bytes");
      }
      return bytes;
    }
  }

  /**
   * Returns the text of a file in UTF-8, without a byte order mark.
   *
   * @param file the file; links are followed
   * @param limit how many bytes it may have
   * @throws IOException if it is no regular file, too large, no UTF-8, or cannot be read
   */
  public static String text(Path file, int limit) throws IOException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(read(file, limit));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new FileSystemException(null, null, "it is not valid UTF-8");
    }
  }

  /**
   * Requires that a file has stored content. Files that the kernel makes up look regular, but to
   * read one may never end; they say that they are empty.
   *
   * @param file the file
   * @param attributes what the system says of it
   * @throws IOException if it is made up by the kernel
   */
  static void requireContent(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.size() == 0 && KERNEL_FILE_SYSTEMS.contains(Files.getFileStore(file).type())) {
      throw new FileSystemException(null, null, "it is a file of the kernel, not one on a disk");
    }
  }
}
