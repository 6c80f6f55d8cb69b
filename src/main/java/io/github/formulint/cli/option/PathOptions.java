package io.github.formulint.cli.option;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.files.FileFinder;
import io.github.formulint.files.ForeignKind;
import io.github.formulint.files.FoundFile;
import io.github.formulint.files.FoundFiles;
import io.github.formulint.lint.Input;
import io.github.formulint.source.SourceReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options that say which documents are meant. */
public final class PathOptions {

  /** How paths are named in the help. */
  public static final String PATH = "PATH";

  private static final String STANDARD_INPUT = "-";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = PATH,
      arity = "0..*",
      description =
          "Files, and folders to look through; - reads standard input. Without PATH: the current"
              + " folder.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description =
          "In folders, check only the files that match; a pattern as in .gitignore. One that names"
              + " an ending, such as '*.txt', takes files that are not Markdown by their name."
              + " Repeatable.")
  private List<String> includes = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description =
          "In folders, leave out the files and folders that match; a pattern as in .gitignore."
              + " Repeatable.")
  private List<String> excludes = new ArrayList<>();

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description = "The name that reports give to standard input.")
  private String stdinFilename;

  @Option(
      names = "--force-exclude",
      description = "Leave out what is excluded even if it is named.")
  private boolean isForcing;

  /** Returns whether what is excluded is left out even if it is named. */
  public boolean isForcing() {
    return isForcing;
  }

  /** Returns the paths themselves, absolute. */
  public Set<Path> named(Environment environment) {
    Path folder = environment.workingFolder().toAbsolutePath();
    Set<Path> named = new HashSet<>();
    for (String path : paths) {
      try {
        named.add(folder.resolve(path).normalize());
      } catch (InvalidPathException e) {
        // Told where it is looked for.
      }
    }
    return named;
  }

  /** Takes paths that were not read from the command line. */
  public void name(List<String> named) {
    paths = List.copyOf(named);
  }

  /** Returns the patterns of the files to check, if the command line has any. */
  public Optional<List<String>> includes() {
    return Optional.of(includes).filter(patterns -> !patterns.isEmpty());
  }

  /** Returns the patterns of what is left out, if the command line has any. */
  public Optional<List<String>> excludes() {
    return Optional.of(excludes).filter(patterns -> !patterns.isEmpty());
  }

  /** Returns whether standard input is one of them. */
  public boolean readsStandardInput() {
    return paths.contains(STANDARD_INPUT);
  }

  /**
   * Returns the documents that are meant, in order of their names.
   *
   * @param environment where paths and standard input are meant
   * @param included patterns of the files in folders to check
   * @param excluded patterns of files and folders to leave out
   * @param problems takes a line for each path that cannot be looked at
   * @param notices takes a line that says what was skipped in folders
   * @throws ParameterException if the options are wrong
   */
  public List<Input> inputs(
      Environment environment,
      List<String> included,
      List<String> excluded,
      Consumer<String> problems,
      Consumer<String> notices) {
    boolean readsInput = readsStandardInput();
    if (stdinFilename != null && !readsInput) {
      throw new ParameterException(
          command.commandLine(), "--stdin-filename names standard input: give - as a path too");
    }
    SourceReader reader = new SourceReader();
    List<Input> inputs = new ArrayList<>();
    FoundFiles found = find(environment, included, excluded);
    found.problems().forEach(problems);
    found.skippedNotice().ifPresent(notices);
    for (FoundFile file : found.files()) {
      inputs.add(Input.ofFile(file.path(), file.name(), file.size()));
    }
    if (readsInput) {
      String name = stdinFilename == null ? "<stdin>" : stdinFilename;
      Optional<ForeignKind> kind = ForeignKind.of(name);
      if (kind.isPresent()) {
        problems.accept(name + ": " + kind.get().refusal());
        return inputs;
      }
      inputs.add(new Input(name, Optional.empty(), () -> reader.bytes(environment.in(), name)));
      inputs.sort(Comparator.comparing(Input::name));
    }
    return inputs;
  }

  private FoundFiles find(Environment environment, List<String> included, List<String> excluded) {
    List<String> onDisk =
        paths.isEmpty()
            ? List.of(".")
            : paths.stream().filter(path -> !path.equals(STANDARD_INPUT)).toList();
    try {
      return new FileFinder(environment.workingFolder(), included, excluded).find(onDisk);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }
}
