package io.github.formulint.config;

import io.github.formulint.files.PathPatterns;
import io.github.formulint.markdown.Platform;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.select.RuleLevel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Turns the YAML of a configuration file into settings. What has no meaning is told with its place,
 * its key, and what may stand there. For one file.
 */
final class SettingsReader {

  private final String name;
  private final Path folder;

  /**
   * Makes a reader.
   *
   * @param name the name of the file in messages
   * @param folder the folder from which its paths are meant
   */
  SettingsReader(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /** A file that is extended, and where it is named. */
  record Extended(String path, Node node) {}

  /** What the file says. */
  record Result(
      Settings settings, boolean isRoot, List<Extended> extended, List<FileOverride> overrides) {}

  Result read(Node root) throws ConfigFileException {
    Map<String, Node> values = values(root, ConfigKey.ofFile());
    List<FileOverride> overrides = new ArrayList<>();
    Optional<Node> written = value(values, ConfigKey.OVERRIDES);
    if (written.isPresent()) {
      if (!(written.get() instanceof SequenceNode list)) {
        throw problem(
            written.get(), "overrides: here a list is expected, each with 'files' and options");
      }
      for (Node each : list.getValue()) {
        overrides.add(override(each));
      }
    }
    List<Extended> extended = new ArrayList<>();
    for (Node each : value(values, ConfigKey.EXTENDS).map(this::oneOrMore).orElse(List.of())) {
      extended.add(new Extended(text(each, ConfigKey.EXTENDS, "a path"), each));
    }
    boolean isRoot =
        values.containsKey(ConfigKey.ROOT.word()) && bool(values, ConfigKey.ROOT).orElse(false);
    return new Result(settings(values), isRoot, extended, overrides);
  }

  private FileOverride override(Node node) throws ConfigFileException {
    Map<String, Node> values = values(node, ConfigKey.ofOverride());
    Optional<Node> files = value(values, ConfigKey.FILES);
    if (files.isEmpty()) {
      throw problem(
          node, "overrides: 'files' is missing, the patterns of the files that are meant");
    }
    return new FileOverride(
        patterns(files.get(), ConfigKey.FILES),
        settings(values),
        node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  private Map<String, Node> values(Node node, List<String> known) throws ConfigFileException {
    if (!(node instanceof MappingNode mapping)) {
      throw problem(node, "options are written as 'key: value', a line each");
    }
    Map<String, Node> values = new HashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = scalar(entry.getKeyNode()).orElse("");
      if (!known.contains(key)) {
        throw problem(
            entry.getKeyNode(), "there is no option '" + key + "'" + suggestion(key, known));
      }
      if (values.put(key, entry.getValueNode()) != null) {
        throw problem(entry.getKeyNode(), "'" + key + "' stands here twice");
      }
    }
    return values;
  }

  private Settings settings(Map<String, Node> values) throws ConfigFileException {
    return new Settings(
        option(values, ConfigKey.PLATFORM, this::platforms),
        option(values, ConfigKey.ENGINE, this::engines),
        option(
            values,
            ConfigKey.MATHJAX,
            value -> choice(MathJaxChoice.class, value, ConfigKey.MATHJAX)),
        option(values, ConfigKey.JOBS, this::jobs),
        option(values, ConfigKey.FAIL_ON, value -> choice(FailOn.class, value, ConfigKey.FAIL_ON)),
        option(values, ConfigKey.INCLUDE, value -> patterns(value, ConfigKey.INCLUDE)),
        option(values, ConfigKey.EXCLUDE, value -> patterns(value, ConfigKey.EXCLUDE)),
        bool(values, ConfigKey.FORCE_EXCLUDE),
        rules(values),
        new MacroReader(this, folder).macros(values),
        option(values, ConfigKey.BASELINE, value -> path(value, ConfigKey.BASELINE)));
  }

  /** Reads the value of an option. */
  private interface ValueReader<T> {
    T read(Node value) throws ConfigFileException;
  }

  private static <T> Optional<T> option(
      Map<String, Node> values, ConfigKey key, ValueReader<T> reader) throws ConfigFileException {
    Optional<Node> value = value(values, key);
    return value.isPresent() ? Optional.of(reader.read(value.get())) : Optional.empty();
  }

  static Optional<Node> value(Map<String, Node> values, ConfigKey key) {
    return Optional.ofNullable(values.get(key.word()));
  }

  private <E extends Enum<E>> E choice(Class<E> choices, Node value, ConfigKey key)
      throws ConfigFileException {
    String word = text(value, key, "one of " + Choices.words(choices));
    return Choices.find(choices, word)
        .orElseThrow(
            () ->
                problem(
                    value, key.word() + ": '" + word + "' is none of " + Choices.words(choices)));
  }

  private Optional<Boolean> bool(Map<String, Node> values, ConfigKey key)
      throws ConfigFileException {
    return option(
        values,
        key,
        value -> {
          String word = text(value, key, "true or false");
          if (!word.equals("true") && !word.equals("false")) {
            throw problem(value, key.word() + ": '" + word + "' is neither true nor false");
          }
          return word.equals("true");
        });
  }

  private EngineChoice engines(Node value) throws ConfigFileException {
    String expected = "one of " + String.join(", ", EngineChoice.WORDS);
    List<String> words = new ArrayList<>();
    for (Node each : oneOrMore(value)) {
      String word = text(each, ConfigKey.ENGINE, expected);
      try {
        EngineChoice.of(word);
      } catch (IllegalArgumentException e) {
        throw problem(each, "engine: " + e.getMessage());
      }
      words.add(word);
    }
    if (words.isEmpty()) {
      throw problem(value, "engine: here " + expected + " is expected");
    }
    return EngineChoice.of(String.join(",", words));
  }

  private int jobs(Node value) throws ConfigFileException {
    String word = text(value, ConfigKey.JOBS, "a number");
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
        platforms.addAll(
            PlatformNames.platforms(List.of(text(each, ConfigKey.PLATFORM, "a platform"))));
      } catch (IllegalArgumentException e) {
        throw problem(each, "platform: " + e.getMessage());
      }
    }
    return platforms.stream().distinct().toList();
  }

  private List<String> patterns(Node value, ConfigKey key) throws ConfigFileException {
    List<String> patterns = new ArrayList<>();
    for (Node each : oneOrMore(value)) {
      String pattern = text(each, key, "a pattern of paths");
      try {
        PathPatterns.of(List.of(pattern));
      } catch (IllegalArgumentException e) {
        throw problem(each, key.word() + ": " + e.getMessage());
      }
      patterns.add(pattern);
    }
    return patterns;
  }

  private Map<String, RuleLevel> rules(Map<String, Node> values) throws ConfigFileException {
    Map<String, RuleLevel> rules = new LinkedHashMap<>();
    Optional<Node> value = value(values, ConfigKey.RULES);
    if (value.isEmpty()) {
      return rules;
    }
    if (!(value.get() instanceof MappingNode mapping)) {
      throw problem(
          value.get(), "rules: here 'NAME: LEVEL' is expected, a line for each rule or family");
    }
    for (NodeTuple entry : mapping.getValue()) {
      String rule = text(entry.getKeyNode(), ConfigKey.RULES, "the name of a rule or a family");
      if (BuiltInRules.names().breadth(rule).isEmpty()) {
        throw problem(entry.getKeyNode(), "rules: " + BuiltInRules.names().tellUnknown(rule));
      }
      Node level = entry.getValueNode();
      if (rules.put(rule, choice(RuleLevel.class, level, ConfigKey.RULES)) != null) {
        throw problem(entry.getKeyNode(), "'" + rule + "' stands here twice");
      }
    }
    return rules;
  }

  Path path(Node value, ConfigKey key) throws ConfigFileException {
    String path = text(value, key, "a path");
    try {
      return folder.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw problem(value, key.word() + ": '" + path + "' is no path: " + e.getReason());
    }
  }

  List<Node> oneOrMore(Node value) {
    return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
  }

  String text(Node node, ConfigKey key, String expected) throws ConfigFileException {
    return scalar(node)
        .orElseThrow(() -> problem(node, key.word() + ": here " + expected + " is expected"));
  }

  static Optional<String> scalar(Node node) {
    return node instanceof ScalarNode scalar && !isNull(node)
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  private static String suggestion(String key, List<String> known) {
    List<String> nearest = NearestNames.find(key, known);
    return nearest.isEmpty()
        ? "; there are " + String.join(", ", known)
        : "; did you mean '" + nearest.get(0) + "'?";
  }

  ConfigFileException problem(Node node, String problem) {
    return new ConfigFileException(
        node.getStartMark().map(this::place).orElse(name + ": ") + problem);
  }

  /** Returns the beginning of a message. Marks count lines and columns from 0. */
  String place(Mark mark) {
    return name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ";
  }
}
