package io.github.formulint.config;

import io.github.formulint.files.PathPatterns;
import io.github.formulint.markdown.Platform;
import io.github.formulint.source.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads {@code .formulint.yml}: a mapping in YAML 1.2 whose keys are the long options of the
 * command line. Immutable and thread-safe.
 */
public final class ConfigFile {

  /** The name under which it is looked for. */
  public static final String NAME = ".formulint.yml";

  private static final List<String> KEYS =
      List.of("engine", "exclude", "fail-on", "include", "jobs", "mathjax", "platform");

  private static final int TYPING_MISTAKES = 2;

  private final Path path;
  private final String name;

  /**
   * Makes a reader.
   *
   * @param path the file
   * @param name the name shown to people
   */
  public ConfigFile(Path path, String name) {
    this.path = Objects.requireNonNull(path);
    this.name = Objects.requireNonNull(name);
  }

  /**
   * Returns the nearest configuration file in a folder and those above it.
   *
   * @param folder the folder to begin with
   * @param top the last folder to look in; if it is not above the folder, only the folder is looked
   *     in
   */
  public static Optional<Path> nearest(Path folder, Path top) {
    Path last = folder.startsWith(top) ? top : folder;
    for (Path each = folder; each != null && each.startsWith(last); each = each.getParent()) {
      Path file = each.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what the file says.
   *
   * @throws ConfigFileException if it cannot be read, or says something that has no meaning
   */
  public Settings read() throws ConfigFileException {
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new ConfigFileException(name + ": " + FileProblem.describe(path, e));
    }
    LoadSettings yaml = LoadSettings.builder().setLabel(name).build();
    try {
      Optional<Node> root = new Compose(yaml).composeString(text);
      return root.isPresent() && !isNull(root.get()) ? settings(root.get()) : Settings.NONE;
    } catch (MarkedYamlEngineException e) {
      throw new ConfigFileException(
          e.getProblemMark()
              .map(this::place)
              .orElse(name + ": ")
              .concat("is no YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      throw new ConfigFileException(name + ": is no YAML: " + e.getMessage());
    }
  }

  private Settings settings(Node root) throws ConfigFileException {
    if (!(root instanceof MappingNode mapping)) {
      throw problem(root, "options are written as 'key: value', a line each");
    }
    Map<String, Node> values = new HashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = text(entry.getKeyNode(), "the name of an option");
      if (!KEYS.contains(key)) {
        throw problem(entry.getKeyNode(), "there is no option '" + key + "'" + suggestion(key));
      }
      if (values.put(key, entry.getValueNode()) != null) {
        throw problem(entry.getKeyNode(), "'" + key + "' stands here twice");
      }
    }
    return new Settings(
        option(values, "platform", this::platforms),
        option(values, "engine", this::engines),
        option(values, "mathjax", value -> choice(MathJaxChoice.class, value)),
        option(values, "jobs", this::jobs),
        option(values, "fail-on", value -> choice(FailOn.class, value)),
        option(values, "include", this::patterns),
        option(values, "exclude", this::patterns));
  }

  /** Reads the value of an option. */
  private interface ValueReader<T> {
    T read(Node value) throws ConfigFileException;
  }

  private static <T> Optional<T> option(Map<String, Node> values, String key, ValueReader<T> reader)
      throws ConfigFileException {
    return values.containsKey(key) ? Optional.of(reader.read(values.get(key))) : Optional.empty();
  }

  private <E extends Enum<E>> E choice(Class<E> choices, Node value) throws ConfigFileException {
    String word = text(value, "one of " + Choices.words(choices));
    return Choices.find(choices, word)
        .orElseThrow(() -> problem(value, "'" + word + "' is none of " + Choices.words(choices)));
  }

  private EngineChoice engines(Node value) throws ConfigFileException {
    List<String> words = new ArrayList<>();
    for (Node each : oneOrMore(value)) {
      String word = text(each, "one of " + String.join(", ", EngineChoice.WORDS));
      try {
        EngineChoice.of(word);
      } catch (IllegalArgumentException e) {
        throw problem(each, e.getMessage());
      }
      words.add(word);
    }
    if (words.isEmpty()) {
      throw problem(value, "here one of " + String.join(", ", EngineChoice.WORDS) + " is expected");
    }
    return EngineChoice.of(String.join(",", words));
  }

  private int jobs(Node value) throws ConfigFileException {
    String word = text(value, "a number");
    try {
      int jobs = Integer.parseInt(word);
      if (jobs >= 1) {
        return jobs;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw problem(value, "jobs must be a number, 1 or more, not '" + word + "'");
  }

  private List<Platform> platforms(Node value) throws ConfigFileException {
    List<Platform> platforms = new ArrayList<>();
    for (Node each : oneOrMore(value)) {
      try {
        platforms.addAll(PlatformNames.platforms(List.of(text(each, "a platform"))));
      } catch (IllegalArgumentException e) {
        throw problem(each, e.getMessage());
      }
    }
    return platforms.stream().distinct().toList();
  }

  private List<String> patterns(Node value) throws ConfigFileException {
    List<String> patterns = new ArrayList<>();
    for (Node each : oneOrMore(value)) {
      String pattern = text(each, "a pattern of paths");
      try {
        PathPatterns.of(List.of(pattern));
      } catch (IllegalArgumentException e) {
        throw problem(each, e.getMessage());
      }
      patterns.add(pattern);
    }
    return patterns;
  }

  private static List<Node> oneOrMore(Node value) {
    return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
  }

  private String text(Node node, String expected) throws ConfigFileException {
    if (node instanceof ScalarNode scalar && !isNull(node)) {
      return scalar.getValue();
    }
    throw problem(node, "here " + expected + " is expected");
  }

  private static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  private static String suggestion(String key) {
    LevenshteinDistance distance = new LevenshteinDistance(TYPING_MISTAKES);
    return KEYS.stream()
        .filter(known -> distance.apply(known, key) >= 0)
        .min(Comparator.comparing(known -> distance.apply(known, key)))
        .map(known -> "; did you mean '" + known + "'?")
        .orElse("; there are " + String.join(", ", KEYS));
  }

  private ConfigFileException problem(Node node, String problem) {
    return new ConfigFileException(
        node.getStartMark().map(this::place).orElse(name + ": ") + problem);
  }

  /** Returns the beginning of a message. Marks count lines and columns from 0. */
  private String place(Mark mark) {
    return name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ";
  }
}
