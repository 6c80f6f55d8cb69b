package io.github.formulint.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.config.Config;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Dropped;
import io.github.formulint.fix.Analysis;
import io.github.formulint.lint.FormulaTally;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.Judge;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.Summary;
import io.github.formulint.report.SummaryCounter;
import io.github.formulint.report.data.SarifReporter;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.run.Version;
import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.Fixtures;
import io.github.formulint.testing.Json;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents put together from the paragraphs of all fixtures, with what the real engines and all
 * rules find in them, are edited at random: lines and paragraphs come, go and move, files are
 * renamed. The baseline keeps every finding of before and tells every new one, and SARIF knows each
 * finding of before by its fingerprint. {@code -Dformulint.edits=1000} for more edits.
 */
class RealEditsTest {

  private static final int EDITS = Integer.getInteger("formulint.edits", 60);
  private static final int EDITS_OF_A_DOCUMENT = 4;
  private static final int PARAGRAPHS = 14;

  /** A paragraph before which a line can be written. */
  private static final Pattern WORDS = Pattern.compile("[A-Za-z\\u4e00-\\u9fff].*", Pattern.DOTALL);

  @TempDir private Path folder;

  private final Map<MathSource, Verdict> verdicts = new ConcurrentHashMap<>();

  /** A part of a document, and how what is wrong in it is known. */
  private record Part(String text, List<String> faults, boolean isOld) {}

  private Linter linter(FormulaJudge engines) {
    Judge judge =
        asked -> {
          Set<MathSource> unknown = new LinkedHashSet<>(asked);
          unknown.removeAll(verdicts.keySet());
          if (!unknown.isEmpty()) {
            verdicts.putAll(engines.judge(unknown));
          }
          Map<MathSource, Verdict> known = new HashMap<>();
          asked.forEach(each -> known.put(each, verdicts.get(each)));
          return known;
        };
    return new Linter(new StandardWiring().reader(), judge, BuiltInRules.all());
  }

  private static List<String> faults(SourceFile document, List<Diagnostic> found) {
    return found.stream()
        .map(
            each ->
                each.rule()
                    + " "
                    + each.formula().map(Formula::tex).orElse("")
                    + " "
                    + each.span().of(document.text()))
        .toList();
  }

  /**
   * The paragraphs of all fixtures that hold no definition and are read alike wherever they stand.
   */
  private static List<Part> pool(Linter linter) throws IOException {
    Set<String> texts = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(Fixtures.FOLDER)) {
      for (Path each : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        String text = Files.readString(each).replace("\uFEFF", "").replace("\r\n", "\n");
        Collections.addAll(texts, text.split("\n{2,}"));
      }
    }
    List<Part> pool = new ArrayList<>();
    String fence = "First words.\n\n%s\n\nLast words.\n";
    for (String text : texts) {
      String own = text.strip();
      if (own.isEmpty()
          || own.contains("---")
          || own.contains("formulint-")
          || own.contains("newcommand")
          || own.contains("\\def")) {
        continue;
      }
      SourceFile alone = SourceFile.of("a.md", own + "\n");
      SourceFile among = SourceFile.of("a.md", fence.replace("%s", own));
      List<String> faults = faults(alone, linter.analyze(alone).diagnostics());
      if (faults.equals(faults(among, linter.analyze(among).diagnostics()))) {
        pool.add(new Part(own, faults, true));
      }
    }
    return pool;
  }

  private static SourceFile document(String name, List<Part> parts) {
    return SourceFile.of(name, String.join("\n\n", parts.stream().map(Part::text).toList()) + "\n");
  }

  /** Takes parts at random, of which no two have the same fault. */
  private static List<Part> take(List<Part> pool, int count, Set<String> known, Random random) {
    List<Part> taken = new ArrayList<>();
    for (int tries = 0; tries < 500 && taken.size() < count; tries++) {
      Part part = pool.get(random.nextInt(pool.size()));
      if (!part.faults().isEmpty() == (taken.size() % 3 != 0)
          && part.faults().stream().noneMatch(known::contains)
          && known.add("text " + part.text())) {
        known.addAll(part.faults());
        taken.add(part);
      }
    }
    return taken;
  }

  private static void edit(List<Part> parts, List<Part> pool, Set<String> known, Random random) {
    int at = random.nextInt(parts.size());
    Part part = parts.get(at);
    switch (random.nextInt(6)) {
      case 0 ->
          parts.add(at, new Part("Inserted " + random.nextInt(10_000) + ".", List.of(), true));
      case 1 ->
          take(pool, 2, known, random).stream()
              .filter(each -> !each.faults().isEmpty())
              .forEach(each -> parts.add(at, new Part(each.text(), each.faults(), false)));
      case 2 -> parts.add(random.nextInt(parts.size()), parts.remove(at));
      case 3 -> {
        if (parts.size() > 3) {
          parts.remove(at);
        }
      }
      case 4 -> {
        if (WORDS.matcher(part.text()).matches()) {
          parts.set(
              at,
              new Part(
                  "A line " + random.nextInt(10_000) + ".\n" + part.text(),
                  part.faults(),
                  part.isOld()));
        }
      }
      default -> {
        List<Part> moved = new ArrayList<>(parts.subList(0, at));
        parts.subList(0, at).clear();
        parts.addAll(moved);
      }
    }
  }

  private static Map<String, String> fingerprints(SourceFile document, Analysis analysis)
      throws IOException {
    StringWriter out = new StringWriter();
    SarifReporter reporter = new SarifReporter(out, BuiltInRules.all());
    reporter.begin(new RunInfo(Version.current(), Map.of()));
    SummaryCounter counter = new SummaryCounter();
    LintedDocument linted =
        new LintedDocument(
            document,
            FormulaTally.of(analysis.context().reading()),
            analysis.diagnostics(),
            List.of());
    counter.add(linted);
    Summary summary = counter.summary();
    reporter.document(linted);
    reporter.end(summary);
    List<String> faults = faults(document, analysis.diagnostics());
    Object results = Json.at(Json.parse(out.toString()), "runs/0/results");
    Map<String, String> byFault = new TreeMap<>();
    int i = 0;
    for (Object each : (List<?>) results) {
      byFault.put(faults.get(i++), String.valueOf(((Map<?, ?>) each).get("partialFingerprints")));
    }
    return byFault;
  }

  @Test
  void whatWasThereStaysKnownAndWhatIsNewIsTold() throws IOException {
    int edits = 0;
    int kept = 0;
    int told = 0;
    try (FormulaJudge engines =
        new FormulaJudge(
            new StandardWiring().engines(Config.DEFAULT.askedEngines(), notice -> {}),
            1,
            notice -> {})) {
      Linter linter = linter(engines);
      List<Part> pool = pool(linter);
      assertThat(pool).hasSizeGreaterThan(100);
      for (int seed = 0; edits < EDITS; seed++) {
        Random random = new Random(seed);
        Set<String> known = new HashSet<>();
        List<Part> parts = take(pool, PARAGRAPHS, known, random);
        String name = "d" + seed + ".md";
        SourceFile before = document(name, parts);
        Analysis first = linter.analyze(before);
        if (!faults(before, first.diagnostics()).equals(all(parts))) {
          // Some of these paragraphs are read otherwise beside each other.
          continue;
        }
        Path file = folder.resolve("b" + seed + ".jsonl");
        Files.writeString(folder.resolve(name), before.text());
        Baseline baseline = Baseline.read(file, "baseline", folder::resolve);
        choose(baseline, before, first.diagnostics());
        baseline.update(rule -> true);
        int here = 1 + random.nextInt(EDITS_OF_A_DOCUMENT);
        for (int i = 0; i < here; i++) {
          edit(parts, pool, known, random);
        }
        if (random.nextInt(4) == 0) {
          Files.delete(folder.resolve(name));
          name = "renamed" + seed + ".md";
        }
        SourceFile after = document(name, parts);
        Files.writeString(folder.resolve(name), after.text());
        Analysis second = linter.analyze(after);
        if (!faults(after, second.diagnostics()).equals(all(parts))) {
          continue;
        }
        edits += here;
        Selection.Choice choice =
            choose(Baseline.read(file, "baseline", folder::resolve), after, second.diagnostics());
        List<String> old =
            parts.stream().filter(Part::isOld).flatMap(each -> each.faults().stream()).toList();
        List<String> fresh =
            parts.stream()
                .filter(each -> !each.isOld())
                .flatMap(each -> each.faults().stream())
                .toList();
        assertThat(faults(after, choice.dropped().stream().map(Dropped::finding).toList()))
            .as("kept, seed " + seed + "\n" + before.text() + "=====\n" + after.text())
            .containsExactlyInAnyOrderElementsOf(old);
        assertThat(faults(after, choice.wanted()))
            .as("told, seed " + seed)
            .containsExactlyInAnyOrderElementsOf(fresh);
        kept += old.size();
        told += fresh.size();
        Map<String, String> then = fingerprints(before, first);
        Map<String, String> now = fingerprints(after, second);
        for (String each : old) {
          assertThat(now.get(each)).as("seed " + seed + ": " + each).isEqualTo(then.get(each));
        }
      }
    }
    System.getLogger("edits")
        .log(
            System.Logger.Level.DEBUG,
            edits + " edits: " + kept + " findings kept, " + told + " told");
    assertThat(kept).isGreaterThan(EDITS / 2);
    assertThat(told).isPositive();
  }

  private static List<String> all(Collection<Part> parts) {
    return parts.stream().flatMap(part -> part.faults().stream()).toList();
  }

  private static Selection.Choice choose(
      Baseline baseline, SourceFile document, List<Diagnostic> found) {
    return new Selection(BuiltInRules.names(), Map.of(), Optional.of(baseline), Optional.empty())
        .choose(document, found);
  }
}
