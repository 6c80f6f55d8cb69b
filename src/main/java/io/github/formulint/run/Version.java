package io.github.formulint.run;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of formulint, and its date. */
public final class Version {

  private Version() {}

  /** Returns the version, such as {@code 0.1.0}. */
  public static String current() {
    return property("version");
  }

  /** Returns the date of the version, such as {@code 2026-11-22}. */
  public static String date() {
    return property("timestamp").substring(0, "yyyy-MM-dd".length());
  }

  private static String property(String name) {
    Properties properties = new Properties();
    try (InputStream in = Resources.open(Version.class, "version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty(name);
  }
}
