package io.github.formulint.project;

import io.github.formulint.config.macros.SiteMacros;
import io.github.formulint.markdown.platform.Platforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for what publishes the documents of a project: in its folder and in those right below it,
 * where sites are often kept. Nothing is run. Stateless.
 */
public final class ProjectScan {

  /** The address of a remote in Git's own configuration, which needs no Git to be read. */
  private static final Pattern REMOTE =
      Pattern.compile("(?m)^\\s*url\\s*=\\s*(?:\\w+://)?(?:[^@/\\s]*@)?([^:/\\s]+)[:/]");

  /** The file that names the remotes. */
  static final String GIT = ".git/config";

  /** How the names begin that a kind of site could be known by; most folders have none of them. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?:docusaurus|mkdocs|next|_config|_quarto|_bookdown|hugo|config|book|myst|conf|pom)\\..*"
              + "|\\.(?:vitepress|vuepress|obsidian)");

  private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", "dist");

  private ProjectScan() {}

  /**
   * Returns all that tells what publishes the documents: sites first, then where they are hosted.
   *
   * @param folder the folder of the project
   */
  public static List<Clue> of(Path folder) {
    List<Clue> clues = new ArrayList<>();
    Place top = Place.of(folder, "");
    clues.addAll(sites(top));
    top.names().stream()
        .filter(each -> !each.startsWith(".") && !SKIPPED.contains(each))
        .sorted()
        .filter(each -> Files.isDirectory(folder.resolve(each)))
        .forEach(each -> clues.addAll(sites(Place.of(folder.resolve(each), each + "/"))));
    host(folder).ifPresent(clues::add);
    return List.copyOf(clues);
  }

  /**
   * Returns the first site that the folder itself tells of. It is fast enough for every run.
   *
   * @param folder the folder of the project
   */
  public static Optional<Clue> first(Path folder) {
    Place top = Place.of(folder, "");
    if (top.names().stream().noneMatch(name -> MARK.matcher(name).matches())) {
      return host(folder);
    }
    for (SiteKind kind : SiteKind.values()) {
      for (String file : kind.filesIn(top)) {
        return Optional.of(clue(kind, top, file));
      }
    }
    return host(folder);
  }

  private static List<Clue> sites(Place place) {
    List<Clue> found = new ArrayList<>();
    for (SiteKind kind : SiteKind.values()) {
      kind.filesIn(place).stream().limit(1).forEach(file -> found.add(clue(kind, place, file)));
    }
    return found;
  }

  private static Clue clue(SiteKind kind, Place place, String file) {
    List<String> remarks = new ArrayList<>(kind.remarks(place, file));
    Optional<String> macros = kind.macros(place, file);
    if (macros.isPresent()) {
      try {
        SiteMacros.read(place.folder().resolve(macros.get()));
      } catch (SiteMacros.NotPlainException e) {
        if (place.text(macros.get()).matches("(?s).*\\bmacros\\b.*")) {
          remarks.add(place.name(macros.get()) + e.getMessage());
        }
        macros = Optional.empty();
      }
    }
    Optional<String> platform =
        kind.platforms(place, file).stream()
            .filter(each -> Platforms.find(each).isPresent())
            .findFirst();
    if (platform.isEmpty()) {
      remarks.add("formulint does not know yet how it reads formulas");
    }
    Set<String> content = new LinkedHashSet<>();
    for (String each : kind.content(place, file)) {
      if (place.hasPath(each)) {
        content.add(place.name(each));
      }
    }
    if (content.isEmpty() && !place.prefix().isEmpty()) {
      content.add(place.prefix().substring(0, place.prefix().length() - 1));
    }
    return new Clue(
        place.name(file),
        kind.publisher(),
        platform,
        List.copyOf(content),
        macros.map(place::name),
        remarks);
  }

  /** Returns what hosts the repository, as the address of a remote says. */
  private static Optional<Clue> host(Path folder) {
    for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
      Path git = each.resolve(".git");
      if (Files.exists(git)) {
        return host(gitConfig(git));
      }
    }
    return Optional.empty();
  }

  /** In a worktree or a submodule {@code .git} is a file that names the folder. */
  private static String gitConfig(Path git) {
    try {
      Path folder = git;
      if (Files.isRegularFile(git)) {
        String named = Files.readString(git).replaceFirst("^gitdir:", "").strip();
        folder = git.resolveSibling(named).normalize();
        Path common = folder.resolve("commondir");
        if (Files.isRegularFile(common)) {
          folder = folder.resolve(Files.readString(common).strip()).normalize();
        }
      }
      return Files.readString(folder.resolve("config"));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      return "";
    }
  }

  private static Optional<Clue> host(String config) {
    Matcher remote = REMOTE.matcher(config);
    while (remote.find()) {
      String host = remote.group(1).toLowerCase(Locale.ROOT);
      if (host.equals("github.com") || host.startsWith("github.")) {
        return Optional.of(host("GitHub", "github"));
      }
      if (host.contains("gitlab")) {
        return Optional.of(host("GitLab", "gitlab"));
      }
    }
    return Optional.empty();
  }

  private static Clue host(String publisher, String platform) {
    return new Clue(GIT, publisher, Optional.of(platform), List.of(), Optional.empty(), List.of());
  }
}
