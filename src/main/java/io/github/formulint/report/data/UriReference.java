package io.github.formulint.report.data;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of files as URI references (RFC 3986): those of paths from the current folder stay so. */
final class UriReference {

  /** Characters of a path segment that need no escape (RFC 3986, section 3.3), and the slash. */
  private static final String PLAIN = "-._~!$&'()*+,;=@/";

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*");

  private UriReference() {}

  /**
   * Returns a reference that names a file.
   *
   * @param name the file as the report names it, with slashes
   */
  static String of(String name) {
    if (DRIVE.matcher(name).matches()) {
      return "file:///" + name.substring(0, 2) + escape(name.substring(2));
    }
    return name.startsWith("/") ? "file://" + escape(name) : escape(name);
  }

  private static String escape(String path) {
    StringBuilder escaped = new StringBuilder(path.length());
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean isPlain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || PLAIN.indexOf(c) >= 0;
      if (isPlain) {
        escaped.append(c);
      } else {
        escaped.append(String.format("%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }
}
