package io.github.formulint.cli.option;

import io.github.formulint.config.FixMode;
import io.github.formulint.diagnostic.Applicability;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what is done with fixes. */
public final class FixOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--fix",
      description =
          "Apply the safe fixes and report what remains. With - the mended document goes to"
              + " standard output and the report to standard error.")
  private boolean isFixing;

  @Option(names = "--fix-only", description = "Apply the safe fixes and report nothing.")
  private boolean isFixingOnly;

  @Option(
      names = "--unsafe-fixes",
      description = "Apply, or show with --diff, the fixes that may change the meaning as well.")
  private boolean hasUnsafe;

  @Option(
      names = "--diff",
      description =
          "Show what --fix would change, as a diff that git apply takes; nothing is written. Exit"
              + " with 1 if there is something to change.")
  private boolean isShowingDiff;

  @Option(
      names = "--add-suppressions",
      description =
          "Write remarks into the documents that suppress all present findings, where that changes"
              + " nothing else.")
  private boolean isSuppressing;

  /**
   * Returns what is done with fixes.
   *
   * @throws ParameterException if the options contradict each other
   */
  public FixMode mode() {
    if (isShowingDiff && (isFixing || isFixingOnly)) {
      throw new ParameterException(
          command.commandLine(), "--diff writes nothing: give it without --fix and --fix-only");
    }
    if (isSuppressing && (isShowingDiff || isFixing || isFixingOnly || hasUnsafe)) {
      throw new ParameterException(
          command.commandLine(),
          "--add-suppressions mends nothing: run --fix first, and then suppress what remains");
    }
    if (isSuppressing) {
      return FixMode.SUPPRESS;
    }
    if (isShowingDiff) {
      return FixMode.DIFF;
    }
    if (isFixingOnly) {
      return FixMode.APPLY_ONLY;
    }
    return isFixing || hasUnsafe ? FixMode.APPLY : FixMode.SHOW;
  }

  /** Returns which fixes may be applied. */
  public Set<Applicability> applied() {
    return hasUnsafe
        ? Set.of(Applicability.SAFE, Applicability.UNSAFE)
        : Set.of(Applicability.SAFE);
  }
}
