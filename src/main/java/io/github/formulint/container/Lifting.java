package io.github.formulint.container;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.OffsetMap;
import io.github.formulint.source.PartMap;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Tells what was found in a document of the file in which it stands. */
final class Lifting {

  private final Slot slot;
  private final PartMap map;

  Lifting(Slot slot) {
    this.slot = slot;
    this.map = slot.part().map();
  }

  Diagnostic lift(Diagnostic found) {
    return new Diagnostic(
        found.rule(),
        found.severity(),
        found.message(),
        found.hint(),
        map.toFile(found.span()),
        found.formula().map(this::lift),
        found.verdict(),
        slot.isMendable() ? found.fixes().stream().map(this::lift).toList() : List.of(),
        found.platforms());
  }

  private Fix lift(Fix fix) {
    List<Edit> edits = new ArrayList<>();
    for (Edit edit : fix.edits()) {
      edits.add(slot.toFile(edit));
    }
    return new Fix(fix.description(), fix.applicability(), edits);
  }

  Formula lift(Formula formula) {
    return new Formula(
        formula.delimiter(),
        formula.style(),
        map.toFile(formula.span()),
        lift(formula.texSpan(), formula.span()),
        formula.tex(),
        offsets(formula),
        formula.context());
  }

  /** What is empty stands where the delimiter before it ends. */
  private Span lift(Span inner, Span outer) {
    return inner.isEmpty() && inner.start() > outer.start()
        ? Span.at(map.toFile(new Span(outer.start(), inner.start())).end())
        : map.toFile(inner);
  }

  private OffsetMap offsets(Formula formula) {
    int length = formula.tex().length();
    List<OffsetMap.Piece> pieces = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      pieces.add(new OffsetMap.Piece(i, map.toFile(formula.offsets().toSource(i))));
    }
    int end = lift(formula.texSpan(), formula.span()).end();
    return length == 0 ? OffsetMap.contiguous(Span.at(end)) : OffsetMap.of(pieces, length, end);
  }
}
