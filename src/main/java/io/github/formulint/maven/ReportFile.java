package io.github.formulint.maven;

import io.github.formulint.config.OutputFormat;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.text.Palette;
import io.github.formulint.run.ReportPlace;
import io.github.formulint.run.Reporters;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a report goes. Immutable.
 *
 * @param path the file, absolute; what stands there is replaced
 * @param format the shape of the report
 */
record ReportFile(Path path, OutputFormat format) {

  private static final Ending ENDING = new Ending(true, false);

  /**
   * Opens the file; the folders above it are made.
   *
   * @param documents the documents of the run, none of which a report may take the place of
   * @throws IOException if it cannot be written, or something else than a report stands there
   */
  Writer open(List<Path> documents) throws IOException {
    return ReportPlace.open(path, documents);
  }

  /** Returns a reporter that writes to it. */
  Reporter reporter(Writer out) {
    return Reporters.of(format, out, Palette.PLAIN, ENDING);
  }
}
