package io.github.formulint.rule;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.OffsetMap;
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
public final class MendedFormula {

  private final JudgedFormula formula;
  private final MathSource source;

  /** The edits as spans of the TeX, in order, none overlapping another. */
  private final List<Edit> edits;

  private MendedFormula(JudgedFormula formula, MathSource source, List<Edit> edits) {
    this.formula = formula;
    this.source = source;
    this.edits = edits;
  }

  /**
   * Returns a formula with the first fix of each finding that gets in the way of no other.
   *
   * @param formula the formula as it stands
   * @param findings what is wrong with it
   */
  public static MendedFormula of(JudgedFormula formula, List<Diagnostic> findings) {
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
        formula,
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
  public MathSource source() {
    return source;
  }

  /** Returns whether it differs from the formula as it stands. */
  public boolean isChanged() {
    return !edits.isEmpty();
  }

  /**
   * Returns the mended formula with what the engines say of it. What is found in it is found at its
   * place in the document as it stands; fixes of such findings mean nothing.
   */
  public JudgedFormula judged() {
    Formula as = formula.formula();
    Formula mended =
        new Formula(
            as.delimiter(),
            as.style(),
            as.span(),
            as.texSpan(),
            source.tex(),
            offsets(as.offsets()),
            as.context());
    DocumentContext context = formula.context();
    return new JudgedFormula(mended, context.verdict(source), context);
  }

  /** Returns where the mended TeX stands in the source; what was written anew stands still. */
  private OffsetMap offsets(OffsetMap before) {
    List<OffsetMap.Piece> pieces = new ArrayList<>();
    List<OffsetMap.Piece> known = before.pieces();
    int next = 0;
    int copied = 0;
    int growth = 0;
    for (Edit edit : edits) {
      next = copy(known, next, copied, edit.span().start(), growth, before, pieces);
      pieces.add(
          new OffsetMap.Piece(edit.span().start() + growth, before.toSource(edit.span().start())));
      growth += edit.replacement().length() - edit.span().length();
      copied = edit.span().end();
    }
    copy(known, next, copied, before.texLength(), growth, before, pieces);
    return OffsetMap.of(pieces, source.tex().length(), before.toSource(before.texLength()));
  }

  /** Copies the pieces of what no edit touches, and returns the index of the piece behind them. */
  private static int copy(
      List<OffsetMap.Piece> known,
      int first,
      int from,
      int to,
      int growth,
      OffsetMap before,
      List<OffsetMap.Piece> pieces) {
    pieces.add(new OffsetMap.Piece(from + growth, before.toSource(from)));
    int next = first;
    while (next < known.size() && known.get(next).tex() < to) {
      OffsetMap.Piece piece = known.get(next++);
      if (piece.tex() > from) {
        pieces.add(new OffsetMap.Piece(piece.tex() + growth, piece.source()));
      }
    }
    return next;
  }

  /**
   * Returns where a place of the mended TeX stands in the TeX of the author; what was written anew
   * stands where it was put.
   *
   * @param place a span of the mended TeX
   */
  public Span original(Span place) {
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
