package io.github.formulint.report;

import io.github.formulint.markdown.Platform;
import java.io.IOException;
import java.util.List;

/** Writes what platforms there are, and what one of them reads, in one format. */
public interface PlatformWriter {

  /**
   * Writes a list of platforms.
   *
   * @param platforms the platforms, in order
   * @throws IOException if the output cannot be written
   */
  void list(List<Platform> platforms) throws IOException;

  /**
   * Writes all there is to say about a platform.
   *
   * @param platform the platform
   * @throws IOException if the output cannot be written
   */
  void describe(Platform platform) throws IOException;
}
