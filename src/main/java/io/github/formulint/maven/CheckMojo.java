package io.github.formulint.maven;

import io.github.formulint.config.Choices;
import io.github.formulint.config.Config;
import io.github.formulint.config.FixMode;
import io.github.formulint.config.OutputFormat;
import io.github.formulint.config.Settings;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds the formulas of Markdown documents, renders each with KaTeX and JLaTeXMath, and fails the
 * build if one does not show. Formulas that stand as they stood in the last build are not rendered
 * again. Works without a POM as well.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends FormulintMojo {

  /** Skip this goal. */
  @Parameter(property = "formulint.check.skip", defaultValue = "false")
  private boolean skipCheck;

  /**
   * The shape of the report file: text, concise, json, jsonl, github, gitlab, sarif, junit,
   * checkstyle or rdjsonl.
   */
  @Parameter(property = "formulint.format", defaultValue = "text")
  private String format;

  /**
   * The report file, from the folder of the module. Default: {@code formulint/report.txt} in the
   * build folder, or another ending as the format has it; without a POM none is written by default.
   */
  @Parameter(property = "formulint.reportFile")
  private File reportFile;

  @Override
  boolean isSkipped() {
    return skipCheck;
  }

  @Override
  Config config(Settings settings) {
    return settings.config(FixMode.SHOW, Config.DEFAULT.appliedFixes());
  }

  @Override
  void execute(ModuleRun run) throws MojoExecutionException, MojoFailureException {
    OutputFormat shape =
        Choices.find(OutputFormat.class, format)
            .orElseThrow(
                () ->
                    new MojoExecutionException(
                        "formulint.format: '"
                            + format
                            + "' is none of "
                            + Choices.words(OutputFormat.class)));
    Optional<Path> file =
        reportFile == null
            ? run.ownFile("report." + ending(shape))
            : Optional.of(reportFile.toPath().toAbsolutePath());
    run.execute(file.map(path -> new ReportFile(path, shape)));
  }

  private static String ending(OutputFormat format) {
    return switch (format) {
      case TEXT, CONCISE -> "txt";
      case JUNIT, CHECKSTYLE -> "xml";
      default -> format.name().toLowerCase(Locale.ROOT);
    };
  }
}
