package io.github.formulint.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A baseline knows old findings again after random edits, and no new ones. Each fault has a name
 * that tells it apart for this test alone: the text that the baseline sees is the same for all
 * faults of a kind, {@code -Dformulint.edits=1000} for more edits.
 */
class BaselineEditsTest {

  private static final int EDITS = Integer.getInteger("formulint.edits", 100);

  private static final Pattern FAULT = Pattern.compile("\\$[^$]*\\\\(bad[a-c])[^$]*\\$");

  @TempDir private Path folder;

  /** A paragraph, and whether what is wrong in it was there before. */
  private record Paragraph(String text, boolean isOld) {}

  private static SourceFile document(String name, List<Paragraph> paragraphs) {
    return SourceFile.of(
        name, String.join("\n\n", paragraphs.stream().map(Paragraph::text).toList()) + "\n");
  }

  private static List<Diagnostic> findings(SourceFile document) {
    List<Diagnostic> found = new ArrayList<>();
    Matcher fault = FAULT.matcher(document.text());
    while (fault.find()) {
      found.add(
          new Diagnostic(
              new RuleId("undefined-command"),
              Severity.ERROR,
              "wrong",
              Optional.empty(),
              new Span(fault.start(1) - 1, fault.end(1)),
              Optional.empty(),
              Optional.empty(),
              List.of()));
    }
    return found;
  }

  private static List<Paragraph> paragraphs(Random random) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      char kind = (char) ('a' + random.nextInt(3));
      String text =
          random.nextBoolean()
              ? "Paragraph " + i + " has $x + \\bad" + kind + "$ in it\nand a second line."
              : "Paragraph " + i + " is fine.\nIt has lines.";
      paragraphs.add(new Paragraph(text, true));
    }
    return paragraphs;
  }

  private static void edit(List<Paragraph> paragraphs, Random random) {
    int at = random.nextInt(paragraphs.size());
    switch (random.nextInt(5)) {
      case 0 -> paragraphs.add(at, new Paragraph("Inserted " + random.nextInt(), true));
      case 1 ->
          paragraphs.add(
              at,
              new Paragraph(
                  "New: $y" + random.nextInt(1000) + "\\bada$ " + random.nextInt(), false));
      case 2 -> paragraphs.add(random.nextInt(paragraphs.size() - 1), paragraphs.remove(at));
      case 3 -> {
        if (paragraphs.size() > 2) {
          paragraphs.remove(at);
        }
      }
      default ->
          paragraphs.set(
              at,
              new Paragraph(
                  paragraphs.get(at).text() + "\nOne more line " + random.nextInt(),
                  paragraphs.get(at).isOld()));
    }
  }

  @Test
  void oldFindingsStayKnownAndNewOnesAreTold() throws IOException {
    for (int run = 0; run < EDITS; run++) {
      Random random = new Random(run);
      List<Paragraph> paragraphs = paragraphs(random);
      Path file = folder.resolve("baseline-" + run + ".jsonl");
      Path before = folder.resolve("d" + run + ".md");
      SourceFile document = document(before.getFileName().toString(), paragraphs);
      Baseline first = Baseline.read(file, "baseline", folder::resolve);
      first.known(document, findings(document));
      first.update(rule -> true);
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        edit(paragraphs, random);
      }
      String name = random.nextInt(4) == 0 ? "renamed" + run + ".md" : document.name();
      SourceFile after = document(name, paragraphs);
      Files.writeString(folder.resolve(name), after.text());
      List<Diagnostic> found = findings(after);
      Map<Diagnostic, String> known =
          Baseline.read(file, "baseline", folder::resolve).known(after, found);
      Set<Diagnostic> old = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
      Set<Diagnostic> fresh = new HashSet<>();
      for (Diagnostic each : found) {
        if (isOld(paragraphs, after, each)) {
          old.add(each);
        } else {
          fresh.add(each);
        }
      }
      assertThat(known.keySet()).as("run " + run).containsExactlyInAnyOrderElementsOf(old);
      assertThat(fresh).as("run " + run).noneMatch(known::containsKey);
    }
  }

  private static boolean isOld(
      List<Paragraph> paragraphs, SourceFile document, Diagnostic finding) {
    int end = 0;
    for (Paragraph each : paragraphs) {
      end += each.text().length() + 2;
      if (finding.span().start() < end) {
        return each.isOld();
      }
    }
    throw new IllegalStateException(document.name());
  }
}
