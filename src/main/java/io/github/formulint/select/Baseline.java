package io.github.formulint.select;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.SourceReader;
import io.github.formulint.source.UnreadableSourceException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The findings that were there when a team began, and which of them one run meets again. An entry
 * stands for one finding. It is met again in its file, wherever it has moved there; and in another
 * file, if its own no longer holds the text, or is gone. So a copy of an old fault is a new one.
 * Thread-safe.
 */
public final class Baseline {

  private final Path path;
  private final String name;
  private final Function<String, Path> paths;
  private final List<BaselineEntry> entries;
  private final Map<String, List<Integer>> byFile = new HashMap<>();
  private final Map<String, List<Integer>> byContent = new HashMap<>();

  // All below are guarded by this.
  private final Map<String, Met> met = new TreeMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final Map<String, Optional<String>> texts = new HashMap<>();

  /** What a run found in one document: fresh entries, and which old ones they are. */
  private record Met(List<BaselineEntry> fresh, Map<Integer, Integer> oldOfFresh) {}

  private Baseline(
      Path path, String name, Function<String, Path> paths, List<BaselineEntry> entries) {
    this.path = path;
    this.name = name;
    this.paths = paths;
    this.entries = List.copyOf(entries);
    for (int i = 0; i < this.entries.size(); i++) {
      BaselineEntry entry = this.entries.get(i);
      byFile.computeIfAbsent(entry.file(), file -> new ArrayList<>()).add(i);
      byContent.computeIfAbsent(entry.content(), content -> new ArrayList<>()).add(i);
    }
  }

  /**
   * Reads a baseline.
   *
   * @param path its file; if there is none, nothing is in it
   * @param name the name of the file in messages
   * @param paths where the document of a name stands, absolute
   * @throws BaselineException if it cannot be read
   */
  public static Baseline read(Path path, String name, Function<String, Path> paths)
      throws BaselineException {
    return new Baseline(
        path.toAbsolutePath().normalize(), name, paths, BaselineFile.read(path, name));
  }

  /**
   * Returns those findings that were there before, each with words that say so; and remembers them.
   * The keys are compared by identity.
   *
   * @param document the document
   * @param found findings in it
   */
  synchronized Map<Diagnostic, String> known(SourceFile document, List<Diagnostic> found) {
    String file = file(document.name());
    forget(file);
    List<BaselineEntry> fresh = new ArrayList<>();
    List<String> sought = new ArrayList<>();
    for (Diagnostic each : found) {
      fresh.add(BaselineEntry.of(file, document, each));
      sought.add(BaselineEntry.sought(document, each));
    }
    Met now = new Met(fresh, new HashMap<>());
    met.put(file, now);
    Candidates own = new Candidates(byFile.getOrDefault(file, List.of()));
    for (int common = 2; common >= 0; common--) {
      int least = common;
      match(
          now,
          own,
          (one, other) -> one.isAboutTheSame(other) && one.commonNeighbours(other) >= least);
    }
    // The formula was edited elsewhere, and stands where it stood.
    match(
        now,
        own,
        (one, other) ->
            one.rule().equals(other.rule())
                && one.at().equals(other.at())
                && one.commonNeighbours(other) == 2);
    for (int common = 2; common >= 0; common--) {
      matchForeign(now, sought, common);
    }
    Map<Diagnostic, String> known = new IdentityHashMap<>();
    now.oldOfFresh().keySet().forEach(i -> known.put(found.get(i), "in the baseline " + name));
    return Collections.unmodifiableMap(known);
  }

  /** Entries of one file by rule and place, so that each finding is held against few. */
  private final class Candidates {

    private final Map<String, List<Integer>> byRule = new HashMap<>();

    Candidates(List<Integer> indexes) {
      for (int index : indexes) {
        BaselineEntry entry = entries.get(index);
        byRule
            .computeIfAbsent(entry.rule() + ' ' + entry.at(), key -> new ArrayList<>())
            .add(index);
      }
    }

    List<Integer> of(BaselineEntry fresh) {
      return byRule.getOrDefault(fresh.rule() + ' ' + fresh.at(), List.of());
    }
  }

  private void match(Met now, Candidates own, BiPredicate<BaselineEntry, BaselineEntry> isSame) {
    for (int i = 0; i < now.fresh().size(); i++) {
      if (now.oldOfFresh().containsKey(i)) {
        continue;
      }
      List<Integer> candidates = own.of(now.fresh().get(i));
      for (int j = 0; j < candidates.size(); j++) {
        int index = candidates.get(j);
        if (!taken.contains(index) && isSame.test(now.fresh().get(i), entries.get(index))) {
          take(now, i, index);
          break;
        }
      }
    }
  }

  private void matchForeign(Met now, List<String> sought, int common) {
    for (int i = 0; i < now.fresh().size(); i++) {
      BaselineEntry fresh = now.fresh().get(i);
      if (now.oldOfFresh().containsKey(i)) {
        continue;
      }
      for (int index : byContent.getOrDefault(fresh.content(), List.of())) {
        BaselineEntry old = entries.get(index);
        if (!taken.contains(index)
            && !old.file().equals(fresh.file())
            && fresh.isAboutTheSame(old)
            && fresh.commonNeighbours(old) >= common
            && (common > 0 ? fresh.isMovedFrom(old) : isRenamed(old, now))
            && !stillHolds(old, sought.get(i))) {
          take(now, i, index);
          break;
        }
      }
    }
  }

  private void take(Met now, int fresh, int old) {
    now.oldOfFresh().put(fresh, old);
    taken.add(old);
  }

  private void forget(String file) {
    Met before = met.remove(file);
    if (before != null) {
      taken.removeAll(before.oldOfFresh().values());
    }
  }

  /**
   * Returns whether the file of an entry is gone and another finding of it was met in this one:
   * then it was renamed, and its findings are the same though all around them changed.
   */
  private boolean isRenamed(BaselineEntry old, Met now) {
    return !Files.exists(folder().resolve(old.file()))
        && now.oldOfFresh().values().stream()
            .anyMatch(index -> entries.get(index).file().equals(old.file()));
  }

  /** Returns whether the file of an entry holds the text as often as the baseline says. */
  private boolean stillHolds(BaselineEntry old, String sought) {
    Optional<String> text = texts.computeIfAbsent(old.file(), this::textOf);
    if (text.isEmpty() || sought.isEmpty()) {
      return false;
    }
    long entriesOfIt =
        byFile.getOrDefault(old.file(), List.of()).stream()
            .map(entries::get)
            .filter(old::isAboutTheSame)
            .count();
    long places = 0;
    for (int at = text.get().indexOf(sought);
        at >= 0 && places < entriesOfIt;
        at = text.get().indexOf(sought, at + sought.length())) {
      places++;
    }
    return places >= entriesOfIt;
  }

  private Optional<String> textOf(String file) {
    Path place = folder().resolve(file);
    if (!Files.isRegularFile(place)) {
      return Optional.empty();
    }
    try {
      return Optional.of(BaselineEntry.normal(new SourceReader().read(place, file).text()));
    } catch (UnreadableSourceException e) {
      return Optional.empty();
    }
  }

  /** Returns the name of the file in messages. */
  public String name() {
    return name;
  }

  private Path folder() {
    return path.getParent();
  }

  private String file(String document) {
    Path place = paths.apply(document).toAbsolutePath().normalize();
    Path folder = folder();
    boolean isBelowSameRoot = folder.getRoot().equals(place.getRoot());
    return (isBelowSameRoot ? folder.relativize(place) : place)
        .toString()
        .replace(File.separatorChar, '/');
  }

  /**
   * Notes a document in which nothing was found.
   *
   * @param document the name of the document
   */
  public synchronized void nothingIn(String document) {
    String file = file(document);
    forget(file);
    met.put(file, new Met(List.of(), new HashMap<>()));
  }

  /**
   * Returns the findings of the baseline that are gone: the run looked at their file, or the file
   * is gone, and it met them nowhere.
   *
   * @param couldFind whether the run could find what a rule is about, by its name
   * @return a line for each, such as {@code "docs/a.md: undefined-command at \foo"}, sorted
   */
  public synchronized List<String> gone(Predicate<String> couldFind) {
    List<String> gone = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (isGone(i, couldFind)) {
        BaselineEntry entry = entries.get(i);
        gone.add(entry.file() + ": " + entry.rule() + " at " + entry.at());
      }
    }
    Collections.sort(gone);
    return gone;
  }

  private boolean isGone(int index, Predicate<String> couldFind) {
    BaselineEntry entry = entries.get(index);
    return !taken.contains(index)
        && couldFind.test(entry.rule())
        && (met.containsKey(entry.file()) || !Files.exists(folder().resolve(entry.file())));
  }

  /**
   * Writes the baseline without the findings that are gone.
   *
   * @param couldFind whether the run could find what a rule is about, by its name
   * @throws BaselineException if it cannot be written
   */
  public synchronized void prune(Predicate<String> couldFind) throws BaselineException {
    write(stay(couldFind));
  }

  /**
   * Writes the baseline with all that the run found and wanted, and without what is gone.
   *
   * @param couldFind whether the run could find what a rule is about, by its name
   * @return how many findings it holds now, 0 or more
   * @throws BaselineException if it cannot be written
   */
  public synchronized int update(Predicate<String> couldFind) throws BaselineException {
    List<BaselineEntry> all = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!taken.contains(i) && !isGone(i, couldFind)) {
        all.add(entries.get(i));
      }
    }
    met.values().forEach(each -> all.addAll(each.fresh()));
    write(all);
    return all.size();
  }

  /** Those that were met, under the name that their file has now, and those that may be there. */
  private List<BaselineEntry> stay(Predicate<String> couldFind) {
    Map<Integer, String> files = new HashMap<>();
    met.forEach(
        (file, each) -> each.oldOfFresh().values().forEach(index -> files.put(index, file)));
    List<BaselineEntry> stay = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!isGone(i, couldFind)) {
        stay.add(entries.get(i).in(files.getOrDefault(i, entries.get(i).file())));
      }
    }
    return stay;
  }

  private void write(List<BaselineEntry> all) throws BaselineException {
    BaselineFile.write(path, name, all);
  }
}
