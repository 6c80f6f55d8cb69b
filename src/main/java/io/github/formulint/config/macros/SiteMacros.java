package io.github.formulint.config.macros;

import io.github.formulint.source.FileProblem;
import io.github.formulint.source.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads macros from where sites keep them: the first mapping under a key {@code macros} or, as MyST
 * has it, {@code math}, in a script or in YAML or JSON. Only plain data is read: names, texts, and
 * pairs of a text and a number as MathJax has them. Nothing is run. Stateless.
 */
public final class SiteMacros {

  /** Also what a bundler makes of a whole site. */
  private static final int MAX_BYTES = 16 << 20;

  /** The key under which macros stand, and what opens the mapping in a script or in JSON. */
  private static final Pattern KEY =
      Pattern.compile("[\"']?\\b(?:macros|markdown\\.math\\.macros)[\"']?\\s*:\\s*");

  /** The key of YAML, whose mapping stands on deeper lines. */
  private static final Pattern YAML_KEY =
      Pattern.compile("(?m)^([ \\t]*)(?:macros|math)[ \\t]*:[ \\t]*(?:#.*)?\\R");

  private static final Pattern YAML_ENTRY =
      Pattern.compile(
          "([ \\t]+)(\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^']++|'')*+'|[^\\s:]+)[ \\t]*:[ \\t]*(.+?)[ \\t]*");

  private SiteMacros() {}

  /** The macros of a file cannot be read. The message ends a sentence that begins with its name. */
  public static final class NotPlainException extends Exception {

    private static final long serialVersionUID = 1;

    NotPlainException(String message) {
      super(message);
    }
  }

  /**
   * Returns the macros of a file: each name, with its backslash, and what it stands for.
   *
   * @param file the file
   * @throws NotPlainException if there are none, or they are made by code
   */
  public static Map<String, String> read(Path file) throws NotPlainException {
    String text;
    try {
      text = RegularFile.text(file, MAX_BYTES);
    } catch (IOException e) {
      throw new NotPlainException(": " + FileProblem.describe(file, e));
    }
    Matcher key = KEY.matcher(text);
    while (key.find()) {
      if (key.end() < text.length() && text.charAt(key.end()) == '{') {
        return new ScriptMacros(text, key.end()).read();
      }
    }
    Matcher yaml = YAML_KEY.matcher(text);
    if (yaml.find() && List.of("yml", "yaml").contains(ending(file))) {
      return yaml(text, yaml.end(), yaml.group(1).length());
    }
    throw new NotPlainException(
        ": there are no macros in it that stand there as plain data; copy them into 'macros'");
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Map<String, String> yaml(String text, int start, int depth)
      throws NotPlainException {
    Map<String, String> macros = new LinkedHashMap<>();
    int line = (int) text.substring(0, start).lines().count();
    for (String each : text.substring(start).lines().toList()) {
      line++;
      if (each.isBlank() || each.strip().startsWith("#")) {
        continue;
      }
      Matcher entry = YAML_ENTRY.matcher(each);
      if (each.length() - each.stripLeading().length() <= depth) {
        break;
      }
      Optional<String> body = entry.matches() ? Literals.yaml(entry.group(3)) : Optional.empty();
      Optional<String> name = entry.matches() ? Literals.yaml(entry.group(2)) : Optional.empty();
      if (body.isEmpty() || name.isEmpty()) {
        throw notPlain(line);
      }
      macros.put(withBackslash(name.get()), body.get());
    }
    return macros;
  }

  static NotPlainException notPlain(int line) {
    return new NotPlainException(
        ":"
            + line
            + ": a macro here is no plain text, and nothing is run; copy the macros into 'macros'");
  }

  /** MathJax's names have no backslash, KaTeX's have one. */
  static String withBackslash(String name) {
    return !name.isEmpty() && Character.isLetter(name.charAt(0)) && name.charAt(0) < 0x80
        ? "\\" + name
        : name;
  }
}
