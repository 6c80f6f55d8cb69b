package io.github.formulint.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code .gitignore} (gitignore(5)). JGit has such patterns too, but turns each into a
 * regular expression that can take time without end, and whoever may change a file of a repository
 * chooses them; here time grows with the product of the lengths at most. Immutable.
 */
final class PathPattern {

  /** Stands for any number of folders. */
  private static final Optional<NamePattern> FOLDERS = Optional.empty();

  private static final String DOUBLE_STAR = "**";

  private final List<Optional<NamePattern>> names;
  private final boolean isNegative;
  private final boolean isForFolders;

  /** Whether the path is meant from the top; a lone name is meant anywhere. */
  private final boolean isAnchored;

  private PathPattern(
      List<Optional<NamePattern>> names,
      boolean isNegative,
      boolean isForFolders,
      boolean isAnchored) {
    this.names = names;
    this.isNegative = isNegative;
    this.isForFolders = isForFolders;
    this.isAnchored = isAnchored;
  }

  /** Returns the pattern; nothing if the line is empty, a comment or can mean no path. */
  static Optional<PathPattern> of(String line) {
    boolean isNegative = line.startsWith("!");
    String rest = withoutBlankEnd(isNegative ? line.substring(1) : line);
    if (rest.isEmpty() || rest.startsWith("#")) {
      return Optional.empty();
    }
    boolean isForFolders = rest.endsWith("/");
    while (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    boolean isAnchored = rest.indexOf('/') >= 0;
    List<Optional<NamePattern>> names = new ArrayList<>();
    for (String name : (rest.startsWith("/") ? rest.substring(1) : rest).split("/", -1)) {
      if (name.equals(DOUBLE_STAR) && isAnchored) {
        names.add(FOLDERS);
        continue;
      }
      Optional<NamePattern> pattern = NamePattern.of(name);
      if (name.isEmpty() || pattern.isEmpty()) {
        return Optional.empty();
      }
      names.add(pattern);
    }
    return Optional.of(new PathPattern(List.copyOf(names), isNegative, isForFolders, isAnchored));
  }

  /** Blanks at the end do not count, unless a backslash stands before them. */
  private static String withoutBlankEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ' && !isEscaped(text, end - 1)) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isEscaped(String text, int at) {
    int backslashes = 0;
    while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** Returns whether it takes back what an earlier one means. */
  boolean isNegative() {
    return isNegative;
  }

  /**
   * Returns whether it means this very path.
   *
   * @param path the path, with {@code /} between folders
   * @param isFolder whether it is a folder
   */
  boolean matches(String path, boolean isFolder) {
    return (isFolder || !isForFolders) && matches(path, path.length());
  }

  /** Returns whether it means a file or a folder that holds it. */
  boolean matchesWithin(String path) {
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      if (matches(path, end)) {
        return true;
      }
    }
    return matches(path, false);
  }

  private boolean matches(String path, int end) {
    if (!isAnchored) {
      int start = path.lastIndexOf('/', end - 1) + 1;
      return start < end && names.get(0).orElseThrow().matches(path, start, end);
    }
    int at = 0;
    int name = 0;
    // As with stars in a name, only the last one can be of use to go back to.
    int folders = -1;
    int resume = 0;
    while (at < end) {
      int next = path.indexOf('/', at);
      int stop = next < 0 || next > end ? end : next;
      if (name < names.size() && names.get(name).isEmpty()) {
        folders = name++;
        resume = at;
        if (name == names.size()) {
          return true;
        }
      } else if (name < names.size() && names.get(name).get().matches(path, at, stop)) {
        name++;
        at = stop + 1;
      } else if (folders >= 0) {
        int slash = path.indexOf('/', resume);
        if (slash < 0 || slash >= end) {
          return false;
        }
        resume = slash + 1;
        at = resume;
        name = folders + 1;
      } else {
        return false;
      }
    }
    return name == names.size();
  }
}
