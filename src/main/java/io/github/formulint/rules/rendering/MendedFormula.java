package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.OffsetMap;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.TexFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A formula as it would be with the first fix of each finding, in memory, to see what is wrong
 * behind the faults that are told already. Immutable.
 */
final class MendedFormula {

  private final MathSource source;

  /** The edits as spans of the TeX, in order, none overlapping another. */
  private final List<Edit> edits;

  private MendedFormula(MathSource source, List<Edit> edits) {
    this.source = source;
    this.edits = edits;
  }

  /**
   * Returns a formula with the first fix of each finding that gets in the way of no other.
   *
   * @param formula the formula as it stands
   * @param findings what is wrong with it
   */
  static MendedFormula of(JudgedFormula formula, List<Diagnostic> findings) {
    List<Edit> edits = new ArrayList<>();
    formula.structure().faults().stream()
        .filter(fault -> fault.kind() == TexFault.Kind.UNKNOWN_COMMAND)
        .filter(fault -> findings.stream().anyMatch(each -> isUnmended(each, formula, fault)))
        .forEach(fault -> edits.add(new Edit(fault.span(), "{}")));
    for (Diagnostic finding : findings) {
      finding.fixes().stream()
          .findFirst()
          .filter(fix -> formula.formula().span().contains(fix.span()))
          .map(fix -> inTex(fix, formula.formula().offsets()))
          .filter(fix -> fix.stream().noneMatch(edit -> collides(edit, edits)))
          .ifPresent(edits::addAll);
    }
    edits.sort(Comparator.naturalOrder());
    String before = formula.formula().source().tex();
    StringBuilder tex = new StringBuilder();
    int copied = 0;
    for (Edit edit : edits) {
      tex.append(before, copied, edit.span().start()).append(edit.replacement());
      copied = edit.span().end();
    }
    tex.append(before, copied, before.length());
    return new MendedFormula(
        new MathSource(
            tex.toString(),
            formula.formula().style(),
            formula.context().source(formula.formula()).definitions()),
        edits);
  }

  /** A command that nobody knows and nothing replaces is left out, to see what is behind it. */
  private static boolean isUnmended(Diagnostic finding, JudgedFormula formula, TexFault fault) {
    return finding.fixes().isEmpty()
        && finding.span().equals(formula.formula().offsets().toSource(fault.span()));
  }

  private static List<Edit> inTex(Fix fix, OffsetMap offsets) {
    return fix.edits().stream()
        .map(
            edit -> {
              int start = offsets.toTex(edit.span().start());
              int end = offsets.toTex(edit.span().end());
              return new Edit(new Span(start, Math.max(start, end)), edit.replacement());
            })
        .toList();
  }

  private static boolean collides(Edit edit, List<Edit> others) {
    return others.stream()
        .anyMatch(
            other ->
                edit.span().overlaps(other.span()) || edit.span().start() == other.span().start());
  }

  /** Returns the mended formula. */
  MathSource source() {
    return source;
  }

  /** Returns whether it differs from the formula as it stands. */
  boolean isChanged() {
    return !edits.isEmpty();
  }

  /**
   * Returns where a place of the mended TeX stands in the TeX of the author; what was written anew
   * stands where it was put.
   *
   * @param place a span of the mended TeX
   */
  Span original(Span place) {
    int start = original(place.start());
    return new Span(start, Math.max(start, original(place.end())));
  }

  private int original(int offset) {
    int growth = 0;
    for (Edit edit : edits) {
      int start = edit.span().start() + growth;
      int end = start + edit.replacement().length();
      if (offset < start) {
        break;
      }
      if (offset < end) {
        return edit.span().start();
      }
      growth += edit.replacement().length() - edit.span().length();
    }
    return offset - growth;
  }
}
