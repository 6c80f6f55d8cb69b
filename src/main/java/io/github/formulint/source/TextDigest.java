package io.github.formulint.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells texts apart by a few characters, the same ones in every run (SHA-256). Stateless. */
public final class TextDigest {

  private TextDigest() {}

  /**
   * Returns the beginning of the digest of a text.
   *
   * @param text any text
   * @param bytes how many bytes of the digest, from 1 to 32
   * @return two hexadecimal digits for each byte, in lower case
   */
  public static String of(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
