package io.github.formulint.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Opens the files of reports. What is no report is never written over: not a document, and nothing
 * to which a link leads that may have come with a pull request. Stateless.
 */
public final class ReportPlace {

  /** Documents, also those of other modules, and what a build is made of. */
  private static final Pattern SOURCES =
      Pattern.compile(
          "(?i).*\\.(?:md|markdown|mdx|mdown|mkd|qmd|rmd|java|kt|groovy|gradle)"
              + "|pom\\.xml|\\.formulint\\.yml");

  /** Who names a device knows what it does. */
  private static final Path DEVICES = Path.of("/dev");

  private ReportPlace() {}

  /**
   * Opens a file for a report; the folders above it are made, and what stands there is replaced.
   *
   * @param path the file, absolute
   * @param documents the documents of the run
   * @throws IOException if it cannot be written, or something else than a report stands there
   */
  public static Writer open(Path path, List<Path> documents) throws IOException {
    if (!path.startsWith(DEVICES)) {
      requireReport(path, documents);
      Files.createDirectories(path.getParent());
    }
    return Files.newBufferedWriter(path);
  }

  private static void requireReport(Path path, List<Path> documents) throws IOException {
    if (SOURCES.matcher(path.getFileName().toString()).matches()) {
      throw new FileSystemException(null, null, "its name is that of a source, not of a report");
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(null, null, "a link, a folder or a pipe stands there");
    }
    for (Path document : documents) {
      if (Files.exists(document) && Files.isSameFile(path, document)) {
        throw new FileSystemException(null, null, "a document that is checked stands there");
      }
    }
  }
}
