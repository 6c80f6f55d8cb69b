package io.github.formulint.cli.option;

import io.github.formulint.config.NearestNames;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says which platforms publish the documents. */
public final class PlatformOption {

  /** The names that the option takes. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      split = ",",
      splitSynopsisLabel = ",",
      completionCandidates = Names.class,
      description =
          "Where the documents are published, such as github or github,cherry-studio;"
              + " 'formulint platforms' lists the names. Repeatable. Default: universal, which"
              + " reads what the author meant.")
  private List<String> names = new ArrayList<>();

  /**
   * Returns the platforms that are named, each once, in the order in which they are named; {@code
   * universal} is none.
   *
   * @throws ParameterException if there is no platform of a name
   */
  public List<Platform> platforms() {
    return named()
        .filter(name -> !name.equals(Platforms.UNIVERSAL))
        .map(this::platform)
        .distinct()
        .toList();
  }

  /**
   * Returns the platforms, if the option was given.
   *
   * @throws ParameterException if there is no platform of a name
   */
  public Optional<List<Platform>> given() {
    return names.isEmpty() ? Optional.empty() : Optional.of(platforms());
  }

  /** Returns whether {@code universal} is meant: it is named, or nothing is. */
  public boolean meansUniversal() {
    return names.isEmpty() || named().anyMatch(Platforms.UNIVERSAL::equals);
  }

  private Stream<String> named() {
    return names.stream().map(String::strip);
  }

  private Platform platform(String name) {
    return Platforms.find(name)
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    NearestNames.tell("platform", name, names(), "formulint platforms")));
  }

  /** Returns the names of all platforms, and {@code universal} first. */
  public static List<String> names() {
    return Stream.concat(Stream.of(Platforms.UNIVERSAL), Platforms.all().stream().map(Platform::id))
        .toList();
  }
}
