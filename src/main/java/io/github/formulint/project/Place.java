package io.github.formulint.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of a project, and what stands in it. For one thread.
 *
 * @param folder the folder
 * @param prefix what its files' names begin with, seen from the folder of the project; empty, or it
 *     ends with {@code /}
 * @param names the names of what stands in it
 */
record Place(Path folder, String prefix, Set<String> names) {

  /** Files of sites are small; of a larger one only the beginning is read. */
  private static final int MOST_BYTES = 200_000;

  /** Copies the names. */
  Place {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(prefix);
    names = Set.copyOf(names);
  }

  /** Returns a folder as it stands; one that cannot be read is empty. */
  static Place of(Path folder, String prefix) {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(each -> names.add(each.getFileName().toString()));
    } catch (IOException | java.io.UncheckedIOException e) {
      return new Place(folder, prefix, Set.of());
    }
    return new Place(folder, prefix, names);
  }

  /** Returns whether something of a name stands in it. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** Returns whether something stands at a path below it. */
  boolean hasPath(String path) {
    return Files.exists(folder.resolve(path));
  }

  /** Returns the names of what stands in a folder below it. */
  Set<String> names(String below) {
    return of(folder.resolve(below), prefix).names();
  }

  /** Returns the beginning of a file; empty if it cannot be read. */
  String text(String path) {
    try (java.io.InputStream in = Files.newInputStream(folder.resolve(path))) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Returns the first match of a pattern's first group in a file, or something else. */
  String found(String path, String pattern, String otherwise) {
    Matcher matcher = Pattern.compile(pattern).matcher(text(path));
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  /** Returns the name of something in it, seen from the folder of the project. */
  String name(String own) {
    return prefix + own;
  }
}
