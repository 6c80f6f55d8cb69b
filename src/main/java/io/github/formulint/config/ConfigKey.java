package io.github.formulint.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys of a configuration file. */
enum ConfigKey {
  /** The engines. */
  ENGINE(Home.BOTH, "Which engines judge the formulas."),
  /** Patterns of what is left out. */
  EXCLUDE(
      Home.FILE,
      "Patterns as in .gitignore of files and folders to leave out, from the folder of this file."),
  /** Files that hold settings to begin with. */
  EXTENDS(Home.FILE, "Paths of files whose settings count less than those of this one."),
  /** What makes a run fail. */
  FAIL_ON(Home.FILE, "From which severity on findings make a run fail."),
  /** The files that an override is about. */
  FILES(Home.OVERRIDE, "Patterns as in .gitignore of the files that are meant."),
  /** Whether named files can be left out. */
  FORCE_EXCLUDE(Home.FILE, "Whether exclude leaves out files that are named as well."),
  /** Patterns of what is checked. */
  INCLUDE(Home.FILE, "Patterns as in .gitignore of the files in folders to check."),
  /** How many at once. */
  JOBS(Home.FILE, "How many files are checked at the same time."),
  /** How MathJax is set up. */
  MATHJAX(Home.BOTH, "How MathJax is set up where no platform says it."),
  /** Macros of the pages. */
  MACROS(
      Home.BOTH,
      "What the pages define before their formulas: each name, such as \\RR, with what it stands"
          + " for; #1 to #9 are its arguments."),
  /** Files in which sites keep macros. */
  MACROS_FROM(Home.BOTH, "Files of the site that define macros as plain data."),
  /** Settings of some files. */
  OVERRIDES(Home.FILE, "Settings of some files; later ones count more."),
  /** Where documents are published. */
  PLATFORM(Home.BOTH, "Where the documents are published."),
  /** Ends the search. */
  ROOT(Home.FILE, "Whether configuration files in the folders above count no more."),
  /** The levels of rules. */
  RULES(Home.BOTH, "The level of each rule or family of rules, or of all."),
  /** Findings of before. */
  BASELINE(Home.FILE, "The file of the findings that were there before and are not told.");

  private enum Home {
    FILE,
    OVERRIDE,
    BOTH
  }

  private final Home home;
  private final String description;

  ConfigKey(Home home, String description) {
    this.home = home;
    this.description = description;
  }

  /** Returns the key as it is written. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what it is about, in a sentence. */
  String description() {
    return description;
  }

  /** Returns the keys of a file. */
  static List<String> ofFile() {
    return words(Home.FILE);
  }

  /** Returns the keys of an override. */
  static List<String> ofOverride() {
    return words(Home.OVERRIDE);
  }

  private static List<String> words(Home where) {
    return Arrays.stream(values())
        .filter(key -> key.home == where || key.home == Home.BOTH)
        .map(ConfigKey::word)
        .sorted()
        .toList();
  }
}
