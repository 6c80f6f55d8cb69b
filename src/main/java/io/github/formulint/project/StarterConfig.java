package io.github.formulint.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A configuration to begin with, made of what was found in a project. Stateless. */
public final class StarterConfig {

  private StarterConfig() {}

  /**
   * Returns the text of the configuration file.
   *
   * @param clues what was found
   */
  public static String text(List<Clue> clues) {
    List<Clue> known = clues.stream().filter(each -> each.platform().isPresent()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "# What formulint checks here. `formulint config PATH` tells what holds for a file, and");
    lines.add("# `formulint config --schema` prints what may stand here, for editors:");
    lines.add("# yaml-language-server: $schema=.formulint.schema.json");
    lines.add("");
    boolean hasSite = known.stream().anyMatch(each -> isEverywhere(each) && !isHost(each));
    // What a site publishes as a whole is read there, and not where its source is hosted.
    List<Clue> general =
        known.stream()
            .filter(StarterConfig::isEverywhere)
            .filter(each -> !hasSite || !isHost(each))
            .toList();
    List<Clue> partly = known.stream().filter(each -> !isEverywhere(each)).toList();
    if (general.isEmpty()) {
      lines.add("# Where the documents are published; `formulint platforms` lists what is known.");
      lines.add("# platform: [github]");
    } else {
      general.forEach(each -> lines.add(because(each)));
      lines.add("platform: " + list(platforms(general)));
    }
    Optional<String> macros = clues.stream().flatMap(each -> each.macros().stream()).findFirst();
    lines.add("");
    if (macros.isPresent()) {
      lines.add("# The macros of the pages, read from where the site keeps them.");
      lines.add("macros-from: " + quoted(macros.get()));
    } else {
      lines.add("# What your pages define before their formulas:");
      lines.add("# macros: {\"\\\\RR\": \"\\\\mathbb{R}\"}");
    }
    if (!partly.isEmpty()) {
      lines.add("");
      lines.add("# Later ones count more.");
      lines.add("overrides:");
      for (Clue each : partly) {
        lines.add("  " + because(each));
        lines.add(
            "  - files: "
                + list(each.content().stream().map(folder -> "/" + folder + "/**").toList()));
        lines.add("    platform: " + list(Set.of(each.platform().orElseThrow())));
      }
    }
    lines.add("");
    lines.add(
        "# What was there before formulint came: `formulint --update-baseline` writes it down, and");
    lines.add("# after that only what is new is told.");
    lines.add("# baseline: .formulint-baseline.jsonl");
    lines.add("");
    lines.add("# How much rules matter here: off, warning or error; `formulint rules` lists them.");
    lines.add("# rules: {cjk: warning}");
    return String.join("\n", lines) + "\n";
  }

  /** A host shows everything; a site what stands in its folders, where those are known. */
  private static boolean isEverywhere(Clue clue) {
    return clue.content().isEmpty();
  }

  private static Set<String> platforms(List<Clue> clues) {
    Set<String> platforms = new LinkedHashSet<>();
    clues.forEach(each -> platforms.add(each.platform().orElseThrow()));
    return platforms;
  }

  private static boolean isHost(Clue clue) {
    return clue.file().equals(ProjectScan.GIT);
  }

  private static String because(Clue clue) {
    return "# " + clue.file() + ": " + clue.publisher();
  }

  private static String list(java.util.Collection<String> words) {
    return "[" + String.join(", ", words.stream().map(StarterConfig::quoted).toList()) + "]";
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z][A-Za-z0-9./_-]*") ? word : "'" + word.replace("'", "''") + "'";
  }
}
