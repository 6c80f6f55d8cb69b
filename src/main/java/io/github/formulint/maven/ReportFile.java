package io.github.formulint.maven;

import io.github.formulint.config.OutputFormat;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.text.Palette;
import io.github.formulint.run.Reporters;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a report goes. Immutable.
 *
 * @param path the file, absolute; what stands there is replaced
 * @param format the shape of the report
 */
record ReportFile(Path path, OutputFormat format) {

  private static final Ending ENDING = new Ending(true, false);

  /** Opens the file; the folders above it are made. */
  Writer open() throws IOException {
    Files.createDirectories(path.getParent());
    return Files.newBufferedWriter(path);
  }

  /** Returns a reporter that writes to it. */
  Reporter reporter(Writer out) {
    return Reporters.of(format, out, Palette.PLAIN, ENDING);
  }
}
