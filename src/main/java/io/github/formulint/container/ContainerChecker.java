package io.github.formulint.container;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.fix.FixApplier;
import io.github.formulint.fix.TextChange;
import io.github.formulint.fix.TextEdits;
import io.github.formulint.lint.Checker;
import io.github.formulint.lint.FormulaTally;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.source.UnreadableSourceException;
import io.github.formulint.suppression.Suppression;
import io.github.formulint.suppression.Suppressions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Checks and mends files that hold documents: each is checked by itself, and what is found is told
 * of the file. A mended file is taken apart again, and let through only if each document in it is
 * what was to be written. Thread-safe if its parts are.
 */
public final class ContainerChecker implements Checker {

  private final Container container;
  private final Documents documents;
  private final FixApplier.Wanted wanted;

  /**
   * Makes a checker.
   *
   * @param container takes files apart
   * @param documents checks what stands in them
   * @param wanted which findings are mended
   */
  public ContainerChecker(Container container, Documents documents, FixApplier.Wanted wanted) {
    this.container = Objects.requireNonNull(container);
    this.documents = Objects.requireNonNull(documents);
    this.wanted = Objects.requireNonNull(wanted);
  }

  /** What checks the documents of a file. Implementations are thread-safe. */
  public interface Documents {

    /**
     * Returns what checks one document.
     *
     * @param earlier the definitions of the documents before it, in order
     * @param wanted which findings are mended
     */
    Checker checker(List<String> earlier, FixApplier.Wanted wanted);

    /**
     * Returns what a document defines for those behind it, as TeX, in order.
     *
     * @param document the document
     */
    List<String> definitions(SourceFile document);
  }

  /** A document of a file, and what was found in it. */
  private record Checked(Slot slot, List<String> earlier, LintedDocument found) {}

  @Override
  public LintedDocument check(SourceBytes document) throws UnreadableSourceException {
    SourceFile file = document.decode();
    return together(file, checked(file));
  }

  private List<Checked> checked(SourceFile file) throws UnreadableSourceException {
    List<Checked> all = new ArrayList<>();
    List<String> earlier = List.of();
    for (Slot slot : container.split(file)) {
      SourceFile text = slot.part().document();
      LintedDocument found = documents.checker(earlier, FixApplier.Wanted.ALL).check(bytes(text));
      all.add(new Checked(slot, earlier, withoutRemarksOnFile(found)));
      List<String> own = documents.definitions(text);
      if (!own.isEmpty()) {
        List<String> more = new ArrayList<>(earlier);
        more.addAll(own);
        earlier = List.copyOf(more);
      }
    }
    return all;
  }

  private static SourceBytes bytes(SourceFile document) {
    return SourceBytes.of(document.name(), document.text());
  }

  private static LintedDocument withoutRemarksOnFile(LintedDocument found) {
    return found.choosing(
        withoutRemarksOnFile(found.document(), found.diagnostics()), found.dropped());
  }

  /** Whether a remark on the whole file is of use cannot be told from one of its documents. */
  private static List<Diagnostic> withoutRemarksOnFile(
      SourceFile document, List<Diagnostic> findings) {
    if (findings.isEmpty()) {
      return findings;
    }
    List<Span> remarks =
        Suppressions.of(document).all().stream()
            .filter(each -> each.verb() == Suppression.Verb.DISABLE_FILE)
            .map(Suppression::span)
            .toList();
    return findings.stream().filter(each -> !remarks.contains(each.span())).toList();
  }

  private static LintedDocument together(SourceFile file, List<Checked> all) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Map<String, PlatformCounts> platforms = new LinkedHashMap<>();
    for (Checked each : all) {
      Lifting lifting = new Lifting(each.slot());
      each.found().diagnostics().forEach(found -> diagnostics.add(lifting.lift(found)));
      each.found()
          .platforms()
          .forEach(counts -> platforms.merge(counts.platform().id(), counts, PlatformCounts::plus));
    }
    return new LintedDocument(
        file.withParts(all.stream().map(each -> each.slot().part()).toList()),
        FormulaTally.of(all.stream().map(each -> each.found().formulas()).toList()),
        diagnostics,
        List.copyOf(platforms.values()));
  }

  @Override
  public MendedDocument mend(SourceBytes document, Set<Applicability> allowed)
      throws UnreadableSourceException {
    SourceFile file = document.decode();
    List<Checked> before = checked(file);
    LintedDocument found = together(file, before);
    Set<Diagnostic> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    chosen.addAll(wanted.among(found.document(), found.diagnostics()));
    List<Diagnostic> applied = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    List<LintedDocument> after = new ArrayList<>();
    int next = 0;
    for (Checked each : before) {
      int count = each.found().diagnostics().size();
      List<Diagnostic> lifted = found.diagnostics().subList(next, next + count);
      next += count;
      boolean isMended =
          lifted.stream().anyMatch(finding -> chosen.contains(finding) && hasFix(finding, allowed));
      if (!isMended) {
        after.add(each.found());
        continue;
      }
      MendedDocument mended = mend(each, lifted, chosen, allowed);
      applied.addAll(mended.applied());
      edits.addAll(edits(each.slot(), mended));
      after.add(mended.result());
    }
    SourceFile whole = new TextEdits(edits).applyTo(file);
    List<Slot> slots = edits.isEmpty() ? List.of() : container.split(whole);
    return holds(slots, after)
        ? new MendedDocument(found.document(), together(whole, slots, after), applied)
        : new MendedDocument(found.document(), found, List.of());
  }

  private static boolean hasFix(Diagnostic finding, Set<Applicability> allowed) {
    return finding.fixes().stream().anyMatch(fix -> allowed.contains(fix.applicability()));
  }

  private MendedDocument mend(
      Checked each, List<Diagnostic> lifted, Set<Diagnostic> chosen, Set<Applicability> allowed)
      throws UnreadableSourceException {
    Set<String> unwanted = new HashSet<>();
    SourceFile text = each.slot().part().document();
    for (int i = 0; i < lifted.size(); i++) {
      if (!chosen.contains(lifted.get(i))) {
        unwanted.add(sameness(text, each.found().diagnostics().get(i)));
      }
    }
    FixApplier.Wanted others =
        (current, findings) ->
            withoutRemarksOnFile(current, findings).stream()
                .filter(finding -> !unwanted.contains(sameness(current, finding)))
                .toList();
    MendedDocument mended = documents.checker(each.earlier(), others).mend(bytes(text), allowed);
    return new MendedDocument(
        mended.before(), withoutRemarksOnFile(mended.result()), mended.applied());
  }

  /** By what a finding is known again once others of its document are mended. */
  private static String sameness(SourceFile document, Diagnostic finding) {
    return finding.rule()
        + "\n"
        + finding.span().of(document.text())
        + "\n"
        + finding.formula().map(formula -> formula.tex()).orElse("");
  }

  private static List<Edit> edits(Slot slot, MendedDocument mended) {
    return TextChange.between(slot.part().document().text(), mended.result().document().text())
        .stream()
        .map(slot::toFile)
        .toList();
  }

  private static boolean holds(List<Slot> slots, List<LintedDocument> expected) {
    if (slots.size() != expected.size()) {
      return false;
    }
    for (int i = 0; i < slots.size(); i++) {
      String text = slots.get(i).part().document().text();
      if (!text.equals(expected.get(i).document().text())) {
        return false;
      }
    }
    return true;
  }

  private static LintedDocument together(
      SourceFile file, List<Slot> slots, List<LintedDocument> found) {
    List<Checked> all = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      all.add(new Checked(slots.get(i), List.of(), found.get(i)));
    }
    return together(file, all);
  }
}
