package io.github.formulint.select;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Dropped;
import io.github.formulint.diagnostic.Dropped.Cause;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.rule.RuleNames;
import io.github.formulint.source.SourceFile;
import io.github.formulint.suppression.Suppression;
import io.github.formulint.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is wanted of the findings of a run: the one place where findings are dropped, and it always
 * says why. It never changes what was found, so findings can be kept for later runs whatever is
 * wanted then. Immutable and thread-safe.
 *
 * @param names the names of the rules
 * @param levels the levels of the rules for each document, by its name
 * @param baseline the findings that were there before, if they are not wanted
 * @param changes what was changed, if only findings of that are wanted
 */
public record Selection(
    RuleNames names,
    Map<String, RuleLevels> levels,
    Optional<Baseline> baseline,
    Optional<Changes> changes) {

  /** Copies the map. */
  public Selection {
    Objects.requireNonNull(names);
    levels = Map.copyOf(levels);
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(changes);
  }

  /**
   * The findings of a document, parted. Immutable.
   *
   * @param wanted those that are wanted, in order of their place, as severe as is wanted
   * @param dropped the others, in order of their place
   */
  public record Choice(List<Diagnostic> wanted, List<Dropped> dropped) {

    /** Copies the lists. */
    public Choice {
      wanted = List.copyOf(wanted);
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * Parts the findings of a document.
   *
   * @param document the document
   * @param found all that was found in it, in order of place
   */
  public Choice choose(SourceFile document, List<Diagnostic> found) {
    if (found.isEmpty()) {
      return new Choice(found, List.of());
    }
    List<Optional<Dropped>> reasons = reasons(document, found);
    RuleLevels rules = levels.getOrDefault(document.name(), RuleLevels.ALL_ON);
    List<Diagnostic> wanted = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Diagnostic finding = found.get(i);
      if (reasons.get(i).isPresent()) {
        dropped.add(reasons.get(i).get());
      } else {
        wanted.add(finding.withSeverity(severity(finding, rules).orElse(finding.severity())));
      }
    }
    return new Choice(wanted, dropped);
  }

  /**
   * Returns those findings that are wanted, as they were found.
   *
   * @param document the document
   * @param found all that was found in it, in order of place
   */
  public List<Diagnostic> wanted(SourceFile document, List<Diagnostic> found) {
    List<Optional<Dropped>> reasons = reasons(document, found);
    List<Diagnostic> wanted = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (reasons.get(i).isEmpty()) {
        wanted.add(found.get(i));
      }
    }
    return wanted;
  }

  /** Returns for each finding why it is not wanted; empty if it is. */
  private List<Optional<Dropped>> reasons(SourceFile document, List<Diagnostic> found) {
    RuleLevels rules = levels.getOrDefault(document.name(), RuleLevels.ALL_ON);
    Suppressions suppressions = Suppressions.of(document);
    List<Optional<Dropped>> reasons = new ArrayList<>();
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic finding : found) {
      Optional<Dropped> reason = off(finding, rules);
      if (reason.isEmpty()) {
        reason = remark(document, finding, suppressions);
      }
      reasons.add(reason);
      if (reason.isEmpty()) {
        left.add(finding);
      }
    }
    if (baseline.isPresent()) {
      drop(left, baseline.get().known(document, left), Cause.BASELINE, found, reasons);
    }
    if (changes.isPresent()) {
      drop(left, changes.get().outside(document, left), Cause.UNCHANGED, found, reasons);
    }
    return reasons;
  }

  private static void drop(
      List<Diagnostic> left,
      Map<Diagnostic, String> unwanted,
      Cause cause,
      List<Diagnostic> found,
      List<Optional<Dropped>> reasons) {
    if (unwanted.isEmpty()) {
      return;
    }
    for (int i = 0; i < found.size(); i++) {
      String reason = unwanted.get(found.get(i));
      if (reason != null && reasons.get(i).isEmpty()) {
        reasons.set(i, Optional.of(new Dropped(found.get(i), cause, reason)));
      }
    }
    left.removeIf(unwanted::containsKey);
  }

  private static Optional<Severity> severity(Diagnostic finding, RuleLevels rules) {
    return rules.of(finding.rule()).flatMap(each -> each.level().severity(finding.severity()));
  }

  private static Optional<Dropped> off(Diagnostic finding, RuleLevels rules) {
    return rules
        .of(finding.rule())
        .filter(each -> each.level() == RuleLevel.OFF)
        .map(each -> new Dropped(finding, Cause.RULE, "rule off: " + each.origin()));
  }

  private Optional<Dropped> remark(
      SourceFile document, Diagnostic finding, Suppressions suppressions) {
    Optional<Suppression> remark = suppressions.covering(finding, names);
    if (remark.isEmpty()) {
      return Optional.empty();
    }
    String place = "line " + document.lines().lineOf(remark.get().span().start());
    String why = remark.get().reason().map(reason -> ": " + reason).orElse("");
    return Optional.of(new Dropped(finding, Cause.REMARK, "suppressed in " + place + why));
  }
}
