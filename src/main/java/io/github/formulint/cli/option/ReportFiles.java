package io.github.formulint.cli.option;

import io.github.formulint.lint.Input;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.text.Palette;
import io.github.formulint.run.ReportPlace;
import io.github.formulint.run.Reporters;
import io.github.formulint.source.FileProblem;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reports of a run that go into files; what stands there is replaced. For one thread. */
public final class ReportFiles implements AutoCloseable {

  private final List<Writer> writers = new ArrayList<>();
  private final List<Reporter> reporters = new ArrayList<>();

  private ReportFiles() {}

  /**
   * Opens the files; the folders above them are made.
   *
   * @param files the reports and their files
   * @param folder the folder from which paths are meant
   * @param inputs the documents of the run, which no report takes the place of
   * @param ending what comes after the last finding
   * @throws IOException if one cannot be written; it names the file
   */
  public static ReportFiles open(
      List<ReportOptions.FileReport> files, Path folder, List<Input> inputs, Ending ending)
      throws IOException {
    List<Path> documents = inputs.stream().flatMap(input -> input.path().stream()).toList();
    ReportFiles opened = new ReportFiles();
    for (ReportOptions.FileReport each : files) {
      try {
        opened.add(each, folder, documents, ending);
      } catch (IOException e) {
        opened.close();
        throw new IOException(each.file() + " " + FileProblem.describeWriting(e), e);
      }
    }
    return opened;
  }

  private void add(
      ReportOptions.FileReport report, Path folder, List<Path> documents, Ending ending)
      throws IOException {
    Path file = folder.resolve(report.file()).toAbsolutePath();
    Writer writer = ReportPlace.open(file, documents);
    writers.add(writer);
    reporters.add(Reporters.of(report.format(), writer, Palette.PLAIN, ending));
  }

  /** Returns what writes the reports, in the order of the files. */
  public List<Reporter> reporters() {
    return List.copyOf(reporters);
  }

  @Override
  public void close() throws IOException {
    for (Writer each : writers) {
      each.close();
    }
  }
}
