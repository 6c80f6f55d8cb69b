package io.github.formulint.files;

import io.github.formulint.source.FileProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the files of a run. A file that is named is taken, unless its name tells that it is neither
 * Markdown nor a notebook. In a folder, and the folders in it, it takes the Markdown files, without
 * what Git ignores, hidden folders and {@code node_modules}, and counts the others that may hold
 * formulas. Links are followed once all real folders are done, so that a file is found under its
 * own name where it can be. Immutable and thread-safe.
 */
public final class FileFinder {

  /** Markdown, and what holds Markdown. */
  private static final Set<String> MARKDOWN_ENDINGS =
      Set.of("md", "markdown", "mdx", "mdown", "mkd", "qmd", "rmd", "ipynb");

  /** A pattern that says which files by their ending, such as {@code *.txt}. */
  private static final Pattern NAMES_ENDING = Pattern.compile("\\.[^./]*[\\p{L}\\p{N}][^./]*$");

  private final Path workingFolder;
  private final PathPatterns markdownIncludes;
  private final PathPatterns otherIncludes;
  private final boolean takesAllMarkdown;
  private final PathPatterns excludes;
  private final Predicate<Path> foreignFolders;

  /**
   * Makes a finder.
   *
   * @param workingFolder the folder from which paths are meant
   * @param includes patterns as in {@code .gitignore} of the files in folders to take; none means
   *     all Markdown files; a pattern that names an ending, such as {@code *.txt}, takes files that
   *     are not Markdown by their name
   * @param excludes patterns as in {@code .gitignore} of files and folders to leave out
   * @throws IllegalArgumentException if one is no pattern; the message says which
   */
  public FileFinder(Path workingFolder, List<String> includes, List<String> excludes) {
    this(workingFolder, includes, excludes, folder -> false);
  }

  /**
   * Makes a finder that leaves out some folders.
   *
   * @param workingFolder the folder from which paths are meant
   * @param includes patterns of the files in folders to take, as above
   * @param excludes patterns of files and folders to leave out, as above
   * @param foreignFolders whether a folder, absolute and without links, and all that is in it is
   *     left out; also asked of folders to which links lead, not of those that are named
   * @throws IllegalArgumentException if a pattern is none; the message says which
   */
  public FileFinder(
      Path workingFolder,
      List<String> includes,
      List<String> excludes,
      Predicate<Path> foreignFolders) {
    this.foreignFolders = Objects.requireNonNull(foreignFolders);
    this.workingFolder = workingFolder.toAbsolutePath();
    this.takesAllMarkdown = includes.isEmpty();
    this.markdownIncludes = PathPatterns.of(includes);
    this.otherIncludes =
        PathPatterns.of(includes.stream().filter(p -> NAMES_ENDING.matcher(p).find()).toList());
    this.excludes = PathPatterns.of(excludes);
  }

  /**
   * Returns the files that paths mean. The order of the paths makes no difference.
   *
   * @param paths files and folders, as people give them
   */
  public FoundFiles find(List<String> paths) {
    return new Walk().of(paths);
  }

  /** One search. */
  private final class Walk {

    /** A link found on the way, to be followed later. */
    private record Link(Root root, Path path, IgnoreRules rules) {}

    private final Map<Path, FoundFile> byRealPath = new HashMap<>();
    private final Set<Path> visited = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final SortedMap<String, Integer> skipped = new TreeMap<>();
    private List<Link> links = new ArrayList<>();

    FoundFiles of(List<String> paths) {
      List<Root> folders = new ArrayList<>();
      for (String path : paths.stream().sorted().distinct().toList()) {
        root(path).ifPresent(folders::add);
      }
      folders.forEach(this::start);
      while (!links.isEmpty()) {
        List<Link> found = links;
        links = new ArrayList<>();
        found.sort(Comparator.comparing(link -> link.root().nameOf(link.path())));
        found.forEach(this::follow);
      }
      List<FoundFile> files = new ArrayList<>(byRealPath.values());
      files.sort(Comparator.comparing(FoundFile::name));
      problems.sort(Comparator.naturalOrder());
      return new FoundFiles(files, problems, skipped);
    }

    /** Takes a path that was named; returns it if it is a folder to walk. */
    private Optional<Root> root(String given) {
      Path path;
      try {
        path = workingFolder.resolve(given);
      } catch (InvalidPathException e) {
        problems.add(given + ": is not a path: " + e.getReason());
        return Optional.empty();
      }
      if (given.isEmpty()) {
        problems.add("an empty path was given; for the current folder give .");
      } else if (Files.isDirectory(path)) {
        return Optional.of(new Root(path, displayName(given)));
      } else if (Files.exists(path)) {
        take(path, displayName(given));
      } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(given + ": " + describeBrokenLink(path));
      } else {
        problems.add(given + ": no such file or folder");
      }
      return Optional.empty();
    }

    private void start(Root root) {
      try {
        Path real = root.folder().toRealPath();
        IgnoreRules rules =
            IgnoreRules.at(
                root.folder().normalize(),
                (file, problem) -> problems.add(root.nameOfAny(file) + ": " + problem));
        walk(root, root.folder(), real, rules);
      } catch (IOException e) {
        problems.add(root.nameOf(root.folder()) + ": " + FileProblem.describe(root.folder(), e));
      }
    }

    /**
     * Walks a folder.
     *
     * @param folder the folder as it was reached
     * @param real the same folder without links
     * @param rules what Git ignores in it
     */
    private void walk(Root root, Path folder, Path real, IgnoreRules rules) {
      if (!visited.add(real)) {
        return;
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          visitOrTell(root, entry, real, rules);
        }
      } catch (DirectoryIteratorException e) {
        problems.add(root.nameOf(folder) + ": " + FileProblem.describe(folder, e.getCause()));
      } catch (IOException e) {
        problems.add(root.nameOf(folder) + ": " + FileProblem.describe(folder, e));
      }
    }

    /** What is gone by now was in no one's way; anything else is told by its own name. */
    private void visitOrTell(Root root, Path entry, Path realFolder, IgnoreRules rules) {
      try {
        visit(root, entry, realFolder, rules);
      } catch (NoSuchFileException e) {
        // Removed since the folder was opened.
      } catch (IOException e) {
        problems.add(root.nameOf(entry) + ": " + FileProblem.describe(entry, e));
      }
    }

    private void visit(Root root, Path entry, Path realFolder, IgnoreRules rules)
        throws IOException {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        links.add(new Link(root, entry, rules));
      } else if (attributes.isDirectory()) {
        Path real = realFolder.resolve(entry.getFileName());
        if (isWanted(root, entry, rules, true) && !foreignFolders.test(real)) {
          walk(root, entry, real, rules.inside(entry));
        }
      } else if (isWantedFile(root, entry)) {
        if (isWanted(root, entry, rules, false)) {
          Path real = realFolder.resolve(entry.getFileName());
          add(real, root.nameOf(entry), entry, attributes.size());
        }
      } else if (mayHoldFormulas(root, entry) && isWanted(root, entry, rules, false)) {
        skipped.merge(FileEnding.of(entry.getFileName().toString()), 1, Integer::sum);
      }
    }

    private void follow(Link link) {
      Path path = link.path();
      String name = link.root().nameOf(path);
      boolean isFolder = Files.isDirectory(path);
      if (!isWanted(link.root(), path, link.rules(), isFolder)
          || !isFolder && !isWantedFile(link.root(), path)) {
        return;
      }
      if (!isFolder && !Files.exists(path)) {
        problems.add(name + ": " + describeBrokenLink(path));
        return;
      }
      try {
        Path real = path.toRealPath();
        if (foreignFolders.test(isFolder ? real : real.getParent())) {
          return;
        }
        if (!isFolder) {
          add(real, name, path, Files.size(real));
        } else if (path.getParent().toRealPath().startsWith(real)) {
          problems.add(
              name + ": is a link that leads back to a folder it stands in; it is not followed");
        } else {
          walk(link.root(), path, real, link.rules().inside(path));
        }
      } catch (IOException e) {
        problems.add(name + ": " + FileProblem.describe(path, e));
      }
    }

    private void take(Path path, String name) {
      try {
        Path real = path.toRealPath();
        add(real, name, path, Files.size(real));
      } catch (IOException e) {
        problems.add(name + ": " + FileProblem.describe(path, e));
      }
    }

    private void add(Path real, String name, Path path, long size) {
      String fileName = path.getFileName().toString();
      if (!hasMarkdownEnding(fileName)) {
        Optional<ForeignKind> kind = ForeignKind.of(fileName);
        if (kind.isPresent()) {
          problems.add(name + ": " + kind.get().refusal());
          return;
        }
      }
      byRealPath.putIfAbsent(real, new FoundFile(name, path, size));
    }
  }

  private boolean isWanted(Root root, Path entry, IgnoreRules rules, boolean isFolder) {
    if (isFolder && isLeftOutFolder(entry.getFileName().toString())) {
      return false;
    }
    boolean isExcluded =
        !excludes.isEmpty()
            && (excludes.matches(root.nameOf(entry), isFolder)
                || excludes.matches(root.pathOf(entry), isFolder));
    return !isExcluded && !rules.isIgnored(entry, isFolder);
  }

  private boolean isWantedFile(Root root, Path file) {
    if (hasMarkdownEnding(file.getFileName().toString())) {
      return takesAllMarkdown || isIncluded(markdownIncludes, root, file);
    }
    return !otherIncludes.isEmpty() && isIncluded(otherIncludes, root, file);
  }

  private boolean mayHoldFormulas(Root root, Path file) {
    return ForeignKind.of(file.getFileName().toString())
            .filter(ForeignKind::holdsFormulas)
            .isPresent()
        && (takesAllMarkdown || isIncluded(markdownIncludes, root, file));
  }

  private static boolean isIncluded(PathPatterns includes, Root root, Path file) {
    return includes.matchesWithin(root.nameOf(file)) || includes.matchesWithin(root.pathOf(file));
  }

  private static boolean isLeftOutFolder(String name) {
    return name.startsWith(".") || name.equals("node_modules");
  }

  /**
   * Returns whether a file is taken for Markdown, or for a notebook that holds some, by its name.
   *
   * @param name the name of the file, with or without the folders above it
   */
  public static boolean hasMarkdownEnding(String name) {
    return MARKDOWN_ENDINGS.contains(FileEnding.of(name));
  }

  private static String describeBrokenLink(Path link) {
    try {
      link.toRealPath();
    } catch (IOException e) {
      return FileProblem.describe(link, e);
    }
    return "is a link that cannot be followed";
  }

  private static String displayName(String given) {
    String name = Path.of(given).toString().replace(File.separatorChar, '/');
    while (name.startsWith("./")) {
      name = name.substring(2);
    }
    return name;
  }

  /**
   * A folder that was named.
   *
   * @param folder where it is
   * @param name its name as it was given, without {@code ./} before it
   */
  private record Root(Path folder, String name) {

    /** Returns the path from this folder, with {@code /} between folders. */
    String pathOf(Path entry) {
      // What stands behind the folder: to ask for the relative path takes ten times as long.
      String above = folder.toString();
      String path = entry.toString();
      int start = above.endsWith(File.separator) ? above.length() : above.length() + 1;
      return start > path.length() ? "" : path.substring(start).replace(File.separatorChar, '/');
    }

    /** Returns the name of a file that may lie above this folder. */
    String nameOfAny(Path file) {
      Path place = folder.normalize();
      if (!file.normalize().startsWith(place)) {
        return file.toString();
      }
      String path = place.relativize(file.normalize()).toString().replace(File.separatorChar, '/');
      return name.equals(".") ? path : name.endsWith("/") ? name + path : name + "/" + path;
    }

    /** Returns the name shown to people. */
    String nameOf(Path entry) {
      String path = pathOf(entry);
      if (path.isEmpty()) {
        return name;
      }
      if (name.equals(".")) {
        return path;
      }
      return name.endsWith("/") ? name + path : name + "/" + path;
    }
  }
}
