package io.github.formulint.cli.option;

import io.github.formulint.config.Config;
import io.github.formulint.config.Layer;
import io.github.formulint.config.RuleOptions;
import io.github.formulint.config.Settings;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.select.Baseline;
import io.github.formulint.select.BaselineException;
import io.github.formulint.select.Changes;
import io.github.formulint.select.GitChanges;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what is wanted of the findings. */
public final class SelectionOptions {

  /** The names of rules and families. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return BuiltInRules.names().all().iterator();
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--select",
      paramLabel = "RULE",
      split = ",",
      splitSynopsisLabel = ",",
      completionCandidates = Names.class,
      description = "Tell only the findings of these rules or families. Repeatable.")
  private List<String> selected = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = "RULE",
      split = ",",
      splitSynopsisLabel = ",",
      completionCandidates = Names.class,
      description = "Tell no findings of these rules or families. Repeatable.")
  private List<String> ignored = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "RULE=LEVEL",
      description =
          "How much a rule or a family matters: off, warning, error, or on, which is as the rule"
              + " says. Repeatable.")
  private List<String> severities = new ArrayList<>();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Tell no findings that this file lists: they were there before.")
  private String baseline;

  @Option(
      names = "--update-baseline",
      description = "Write all present findings into the baseline.")
  private boolean isUpdating;

  @Option(
      names = "--prune-baseline",
      description = "Take findings that are gone out of the baseline.")
  private boolean isPruning;

  @Option(
      names = "--changed-since",
      paramLabel = "REV",
      description =
          "Check only files that were changed since a revision of Git, and tell only findings on"
              + " changed lines.")
  private String revision;

  @Option(
      names = "--changed-files-only",
      description = "With --changed-since: tell all findings of changed files.")
  private boolean isByFile;

  @Option(
      names = "--show-suppressed",
      description = "Tell the findings that are not wanted as well, and why they are not.")
  private boolean showsDropped;

  /** Returns whether findings that are not wanted are told as well. */
  public boolean showsDropped() {
    return showsDropped;
  }

  /** Returns whether the baseline is written anew. */
  public boolean isUpdatingBaseline() {
    return isUpdating;
  }

  /** Returns whether what is gone is taken out of the baseline. */
  public boolean isPruningBaseline() {
    return isPruning;
  }

  /**
   * Returns what the options say of rules, the weakest first.
   *
   * @throws ParameterException if there is no rule of a name, or no such level
   */
  public List<Layer> layers() {
    try {
      return rules().layers();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private RuleOptions rules() {
    return new RuleOptions("--", selected, ignored, severities);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /**
   * Returns the baseline, if one is named.
   *
   * @param settings what the configuration says
   * @param folder the folder from which paths are meant, absolute
   * @param paths where the document of a name stands
   * @throws BaselineException if it cannot be read
   */
  public Optional<Baseline> baseline(Settings settings, Path folder, Function<String, Path> paths)
      throws BaselineException {
    Optional<Path> path = settings.baseline();
    if (baseline != null) {
      try {
        path = Optional.of(folder.resolve(baseline));
      } catch (InvalidPathException e) {
        throw wrong("--baseline: " + baseline + " is not a path: " + e.getReason());
      }
    }
    if (path.isEmpty()) {
      if (isUpdating || isPruning) {
        throw wrong("name the baseline, with --baseline FILE or 'baseline' in the configuration");
      }
      return Optional.empty();
    }
    Path file = path.get().toAbsolutePath().normalize();
    String name =
        file.startsWith(folder.normalize())
            ? folder
                .normalize()
                .relativize(file)
                .toString()
                .replace(java.io.File.separatorChar, '/')
            : file.toString();
    return Optional.of(Baseline.read(file, name, paths));
  }

  /**
   * Returns what was changed, if only that is wanted.
   *
   * @param folder the folder from which paths are meant, absolute
   * @param paths where the document of a name stands
   * @throws ParameterException if it cannot be told
   */
  public Optional<Changes> changes(Path folder, Function<String, Path> paths) {
    if (revision == null) {
      if (isByFile) {
        throw wrong("--changed-files-only says more of --changed-since REV: give that too");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(GitChanges.since(folder, revision, !isByFile, paths));
    } catch (GitChanges.NotKnownException e) {
      throw wrong("--changed-since: " + e.getMessage());
    }
  }

  /** Returns whether the run finds what a rule is about: it is on, and what it needs is asked. */
  public static boolean couldFind(String rule, Config config) {
    return BuiltInRules.all().stream()
        .filter(each -> each.id().name().equals(rule))
        .allMatch(
            each -> each.canFind(Set.copyOf(config.askedEngines()), !config.platforms().isEmpty()));
  }

  /** Returns whether the options leave rules out, so that nothing can be told to be gone. */
  public boolean leavesRulesOut() {
    return rules().leaveRulesOut();
  }
}
