package io.github.formulint.select;

import io.github.formulint.source.FileProblem;
import io.github.formulint.source.RegularFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The file of a baseline: a JSON object on a line for each finding, sorted, so that two people who
 * change it meet in Git only where they mean the same finding. Stateless.
 */
final class BaselineFile {

  private static final JsonFactory JSON = new JsonFactory();

  /** A hundred thousand findings or so. */
  private static final int MAX_BYTES = 100_000_000;

  private static final List<String> KEYS =
      List.of("file", "rule", "at", "text", "content", "before", "after");

  private BaselineFile() {}

  /**
   * Returns the entries of a file.
   *
   * @param path the file
   * @param name its name in messages
   * @return no entry if there is no file
   * @throws BaselineException if it cannot be read
   */
  static List<BaselineEntry> read(Path path, String name) throws BaselineException {
    List<String> lines;
    try {
      lines = RegularFile.text(path, MAX_BYTES).lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new BaselineException(name + ": " + FileProblem.describe(path, e));
    }
    List<BaselineEntry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        entries.add(entry(lines.get(i), name + ":" + (i + 1)));
      }
    }
    return entries;
  }

  private static BaselineEntry entry(String line, String place) throws BaselineException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
      while (isObject && json.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = json.currentName();
        json.nextToken();
        values.put(key, json.getString());
      }
    } catch (JacksonException e) {
      values.clear();
    }
    for (String key : KEYS) {
      if (values.get(key) == null) {
        throw new BaselineException(
            place
                + ": is no entry of a baseline: each line is an object with "
                + String.join(", ", KEYS)
                + "; where Git left marks of a conflict, keep the lines of both sides, or remove"
                + " the file and write it with --update-baseline");
      }
    }
    return new BaselineEntry(
        values.get("file"),
        values.get("rule"),
        values.get("at"),
        values.get("text"),
        values.get("content"),
        values.get("before"),
        values.get("after"));
  }

  /**
   * Replaces a file, in one step.
   *
   * @param path the file; it need not exist
   * @param name its name in messages
   * @param entries what is to stand in it, in any order
   * @throws BaselineException if it cannot be written
   */
  static void write(Path path, String name, Collection<BaselineEntry> entries)
      throws BaselineException {
    StringBuilder text = new StringBuilder();
    entries.stream().sorted().forEach(entry -> text.append(line(entry)).append('\n'));
    try {
      Path folder = path.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path target = Files.exists(path) ? path.toRealPath() : path;
      Path made = Files.createTempFile(folder, ".formulint-baseline", ".tmp");
      try {
        Files.write(made, text.toString().getBytes(StandardCharsets.UTF_8));
        if (Files.exists(target)) {
          copyPermissions(target, made);
        } else {
          makeReadable(made);
        }
        Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw new BaselineException(name + " " + FileProblem.describeWriting(e));
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    try {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    } catch (UnsupportedOperationException e) {
      // The system knows none.
    }
  }

  /** A temporary file is its owner's alone; this one is shared with the team. */
  private static void makeReadable(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    } catch (UnsupportedOperationException e) {
      // The system knows none.
    }
  }

  private static String line(BaselineEntry entry) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("file", entry.file());
      json.writeStringProperty("rule", entry.rule());
      json.writeStringProperty("at", entry.at());
      json.writeStringProperty("text", entry.text());
      json.writeStringProperty("content", entry.content());
      json.writeStringProperty("before", entry.before());
      json.writeStringProperty("after", entry.after());
      json.writeEndObject();
    }
    return line.toString();
  }
}
