package io.github.formulint.config;

import io.github.formulint.config.macros.Macros;
import io.github.formulint.config.macros.SiteMacros;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads what a configuration file says of macros. For one file. */
final class MacroReader {

  /** A command, or one character that is not used for something else. */
  private static final Pattern NAME =
      Pattern.compile("\\\\(?:[a-zA-Z@]+|[^a-zA-Z@\\s])|[^\\\\{}$&#^_%~\\s\\w]");

  private final SettingsReader reader;
  private final Path folder;

  MacroReader(SettingsReader reader, Path folder) {
    this.reader = reader;
    this.folder = folder;
  }

  /** Returns the macros; those that stand in the file count more than those of other files. */
  Map<String, String> macros(Map<String, Node> values) throws ConfigFileException {
    Map<String, String> macros = new LinkedHashMap<>();
    Optional<Node> files = SettingsReader.value(values, ConfigKey.MACROS_FROM);
    if (files.isPresent()) {
      for (Node each : reader.oneOrMore(files.get())) {
        Path file = reader.path(each, ConfigKey.MACROS_FROM);
        try {
          macros.putAll(SiteMacros.read(file));
        } catch (SiteMacros.NotPlainException e) {
          throw reader.problem(
              each,
              "macros-from: "
                  + folder.relativize(file).toString().replace(java.io.File.separatorChar, '/')
                  + e.getMessage());
        }
      }
    }
    Optional<Node> own = SettingsReader.value(values, ConfigKey.MACROS);
    if (own.isPresent()) {
      add(own.get(), macros);
    }
    return macros;
  }

  private void add(Node value, Map<String, String> macros) throws ConfigFileException {
    if (!(value instanceof MappingNode mapping)) {
      throw reader.problem(
          value, "macros: here '\"\\\\RR\": \"\\\\mathbb{R}\"' is expected, a line for each macro");
    }
    for (NodeTuple entry : mapping.getValue()) {
      String name = reader.text(entry.getKeyNode(), ConfigKey.MACROS, "the name of a macro");
      if (!NAME.matcher(name).matches()) {
        throw reader.problem(
            entry.getKeyNode(),
            "macros: '"
                + name
                + "' is no name of a macro: it is a backslash and letters, as in \\RR");
      }
      String body =
          reader.text(entry.getValueNode(), ConfigKey.MACROS, "what the macro stands for");
      Optional<String> fault = Macros.fault(body);
      if (fault.isPresent()) {
        throw reader.problem(entry.getValueNode(), "macros: " + name + ": " + fault.get());
      }
      macros.put(name, body);
    }
  }
}
