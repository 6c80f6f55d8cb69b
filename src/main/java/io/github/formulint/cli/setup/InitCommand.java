package io.github.formulint.cli.setup;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.cli.console.Messages;
import io.github.formulint.cli.console.Output;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.cli.option.PathOptions;
import io.github.formulint.config.ConfigFile;
import io.github.formulint.project.Clue;
import io.github.formulint.project.ProjectScan;
import io.github.formulint.project.StarterConfig;
import io.github.formulint.project.StarterJobs;
import io.github.formulint.source.FileProblem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code formulint init}: looks at a project and writes a configuration to begin with. */
@Command(
    name = "init",
    description =
        "Look at what publishes the documents of a project, and write a configuration to begin"
            + " with. Nothing is overwritten.")
public final class InitCommand implements Callable<Integer> {

  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec command;

  @Parameters(
      arity = "0..1",
      paramLabel = PathOptions.PATH,
      description = "The folder of the project. Default: the current folder.")
  private String path = ".";

  @Option(
      names = "--dry-run",
      description = "Print the configuration to standard output; nothing is written.")
  private boolean isDry;

  @Option(
      names = "--pre-commit",
      description = "Write " + StarterJobs.PRE_COMMIT_FILE + " as well, if there is none.")
  private boolean hasPreCommit;

  @Option(
      names = "--ci",
      description =
          "Write a job for GitHub Actions or GitLab as well, if there is none; by the remote of"
              + " Git.")
  private boolean hasJob;

  @Mixin private HelpOption help;

  /** Nothing was written over a file that is there. */
  private boolean isInTheWay;

  public InitCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = folder();
    List<Clue> clues = ProjectScan.of(folder);
    StringBuilder told = new StringBuilder();
    clues.forEach(each -> tell(each, told));
    if (clues.isEmpty()) {
      told.append("nothing here tells what publishes the documents: name it under 'platform'\n");
    }
    String config = StarterConfig.text(clues);
    if (isDry) {
      messages.sayLines(told.toString());
      return Output.print(config, environment.out());
    }
    write(folder, ConfigFile.NAME, config, told);
    boolean isOnGitLab = clues.stream().anyMatch(each -> each.publisher().equals("GitLab"));
    String jobFile = isOnGitLab ? StarterJobs.GITLAB_FILE : StarterJobs.GITHUB_FILE;
    String job = isOnGitLab ? StarterJobs.gitlab() : StarterJobs.github();
    offer(
        folder,
        StarterJobs.PRE_COMMIT_FILE,
        StarterJobs.preCommit(),
        hasPreCommit,
        "--pre-commit",
        told);
    offer(folder, jobFile, job, hasJob, "--ci", told);
    told.append("\nnext:\n");
    told.append("  formulint                       what is wrong now\n");
    told.append("  formulint --fix                 mend what is safe to mend\n");
    told.append("  formulint --baseline .formulint-baseline.jsonl --update-baseline\n");
    told.append("                                  from now on tell only what is new\n");
    Output.print(told.toString(), environment.out());
    return isInTheWay ? ExitCode.USAGE_OR_IO : ExitCode.CLEAN;
  }

  private Path folder() {
    try {
      Path folder = environment.workingFolder().resolve(path).toAbsolutePath().normalize();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      // Told below.
    }
    throw new ParameterException(command.commandLine(), path + " is no folder");
  }

  private static void tell(Clue clue, StringBuilder told) {
    told.append("found ").append(clue.file()).append(": ").append(clue.publisher());
    clue.platform().ifPresent(each -> told.append(" (platform ").append(each).append(')'));
    if (!clue.content().isEmpty()) {
      told.append(", for ").append(String.join(", ", clue.content()));
    }
    told.append('\n');
    clue.macros()
        .ifPresent(each -> told.append("  its macros are read from ").append(each).append('\n'));
    clue.remarks().forEach(each -> told.append("  ").append(each).append('\n'));
  }

  private void offer(
      Path folder, String file, String text, boolean isWanted, String option, StringBuilder told)
      throws IOException {
    if (isWanted) {
      write(folder, file, text, told);
    } else if (Files.exists(folder.resolve(file))) {
      told.append("\nin ").append(file).append(" this is to be added:\n\n").append(text.indent(2));
    } else {
      told.append("\n'formulint init ")
          .append(option)
          .append("' writes ")
          .append(file)
          .append(":\n\n")
          .append(text.indent(2));
    }
  }

  private void write(Path folder, String file, String text, StringBuilder told) throws IOException {
    Path target = folder.resolve(file);
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(target, text, StandardOpenOption.CREATE_NEW);
      told.append("wrote ").append(file).append('\n');
    } catch (FileAlreadyExistsException e) {
      isInTheWay = true;
      told.append("left ").append(file).append(" as it is: it is there already\n");
    } catch (IOException e) {
      throw new IOException(file + ": " + FileProblem.describe(target, e), e);
    }
  }

  /**
   * Returns what a run without configuration says of a project that publishes its documents.
   *
   * @param folder the folder of the run
   */
  public static Optional<String> hint(Path folder) {
    return ProjectScan.first(folder)
        .filter(each -> each.platform().isPresent())
        .map(
            each ->
                each.publisher()
                    + " may show formulas otherwise ("
                    + each.file()
                    + "): 'formulint init' sets up what is checked for it");
  }
}
