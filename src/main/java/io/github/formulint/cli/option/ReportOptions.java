package io.github.formulint.cli.option;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.config.Choices;
import io.github.formulint.config.NearestNames;
import io.github.formulint.config.OutputFormat;
import io.github.formulint.files.FileFinder;
import io.github.formulint.report.Ending;
import io.github.formulint.report.text.TextLayout;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what is told of a run, in which shapes, and where. */
public final class ReportOptions {

  /** The names that {@code --format} takes. */
  public static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(OutputFormat.values())
          .map(format -> format.name().toLowerCase(Locale.ROOT))
          .iterator();
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      completionCandidates = Formats.class,
      description =
          "text: for people; concise: a line for each finding; json: one object for the run;"
              + " jsonl: an object on a line for each finding; github: annotations in GitHub"
              + " Actions; gitlab: a Code Quality report; sarif: for code scanning; junit: test"
              + " cases; checkstyle: XML as Checkstyle writes it; rdjsonl: for reviewdog. With"
              + " =FILE that report goes into the file. Repeatable. Default: text.")
  private List<String> formats = new ArrayList<>();

  @Option(
      names = "--output-file",
      paramLabel = "FILE",
      description =
          "Write the report of --format into this file, and the one for people to standard"
              + " output.")
  private Path outputFile;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description =
          "auto, always or never; auto means on a terminal where NO_COLOR is not set. Default:"
              + " auto.")
  private ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = "--hyperlinks",
      paramLabel = "WHEN",
      description =
          "auto, always or never: whether places are links that a terminal opens; auto means on"
              + " terminals that are known to show them. Default: auto.")
  private HyperlinkChoice hyperlinks = HyperlinkChoice.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write findings and problems, nothing else.")
  private boolean isQuiet;

  @Option(
      names = "--statistics",
      description = "Count the findings of each rule, and what --fix would mend of them.")
  private boolean hasStatistics;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description =
          "How wide the report for people is, at least 40. Default: COLUMNS, or as the terminal is,"
              + " or 80.")
  private Integer width;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell with each finding what the engines say, in their own words.")
  private boolean isVerbose;

  @Option(
      names = "--group-by",
      paramLabel = "WHAT",
      description =
          "rule, file or none: how findings are told together, with one of each in full. Default:"
              + " by rule if there are more than 50, which is auto.")
  private TextLayout.Grouping grouping = TextLayout.Grouping.AUTO;

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description = "Show this many findings to people, and count the others.")
  private Integer mostFindings;

  /**
   * A report that goes into a file.
   *
   * @param format its shape
   * @param file the file, as it was named
   */
  public record FileReport(OutputFormat format, Path file) {}

  /** Returns whether only findings and problems are written. */
  public boolean isQuiet() {
    return isQuiet;
  }

  /** Returns when reports have colours. */
  public ColorChoice color() {
    return color;
  }

  /**
   * Returns how the report for people on standard output is laid out.
   *
   * @param environment says how wide the terminal is
   * @throws ParameterException if a number is out of range
   */
  public TextLayout layout(Environment environment) {
    if (width != null && width < TextLayout.LEAST_WIDTH) {
      throw wrong("--width must be " + TextLayout.LEAST_WIDTH + " or more, not " + width);
    }
    if (mostFindings != null && mostFindings < 0) {
      throw wrong("--max-findings must be 0 or more, not " + mostFindings);
    }
    return new TextLayout(
        width != null ? width : environment.columns().orElse(TextLayout.USUAL_WIDTH),
        isVerbose,
        true,
        grouping,
        mostFindings == null ? OptionalInt.empty() : OptionalInt.of(mostFindings),
        hyperlinks.links(environment));
  }

  /** Returns what comes after the last finding. */
  public Ending ending() {
    return new Ending(!isQuiet, hasStatistics);
  }

  /**
   * Returns the shape of the report that goes to standard output.
   *
   * @throws ParameterException if there are two of them, or one has no name that is known
   */
  public OutputFormat format() {
    return outputFile != null ? OutputFormat.TEXT : shownFormat().orElse(OutputFormat.TEXT);
  }

  private Optional<OutputFormat> shownFormat() {
    List<String> shown = formats.stream().filter(each -> each.indexOf('=') < 0).toList();
    if (shown.size() > 1) {
      throw wrong(
          "--format "
              + shown.get(0)
              + " and --format "
              + shown.get(1)
              + " both go to standard output; write one into a file: --format "
              + shown.get(1)
              + "=FILE");
    }
    return shown.stream().map(this::format).findFirst();
  }

  /**
   * Returns the reports that go into files, in the order in which they are named.
   *
   * @throws ParameterException if one has no name that is known, or a document would be overwritten
   */
  public List<FileReport> files() {
    List<FileReport> files = new ArrayList<>();
    for (String each : formats) {
      int equals = each.indexOf('=');
      if (equals >= 0) {
        files.add(file(format(each.substring(0, equals)), path(each.substring(equals + 1))));
      }
    }
    if (outputFile != null) {
      files.add(file(shownFormat().orElse(OutputFormat.TEXT), outputFile));
    }
    return files;
  }

  private FileReport file(OutputFormat format, Path path) {
    if (path.toString().isEmpty()) {
      throw wrong("--format " + name(format) + "= names no file");
    }
    if (FileFinder.hasMarkdownEnding(path.toString())) {
      throw wrong("the report would overwrite a document: " + path);
    }
    return new FileReport(format, path);
  }

  private Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw wrong("not a name of a file: " + name);
    }
  }

  private OutputFormat format(String name) {
    return Choices.find(OutputFormat.class, name)
        .orElseThrow(
            () ->
                wrong(
                    "--format: "
                        + NearestNames.tell(
                            "format",
                            name,
                            Arrays.stream(OutputFormat.values()).map(ReportOptions::name).toList(),
                            "formulint --help")));
  }

  private static String name(OutputFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
