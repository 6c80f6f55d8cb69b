package io.github.formulint.suppression;

import io.github.formulint.source.Part;
import io.github.formulint.source.PartMap;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.suppression.Suppression.Cover;
import io.github.formulint.suppression.Suppression.RuleName;
import java.util.function.UnaryOperator;

/** Tells a remark of a part of the file in which the part stands. */
record InFile(SourceFile file, Part part) implements UnaryOperator<Suppression> {

  @Override
  public Suppression apply(Suppression remark) {
    PartMap map = part.map();
    return new Suppression(
        remark.verb(),
        remark.rules().stream()
            .map(rule -> new RuleName(rule.name(), map.toFile(rule.span())))
            .toList(),
        remark.reason(),
        map.toFile(remark.span()),
        remark.covered().stream().map(cover -> cover(remark, cover)).toList(),
        remark.home());
  }

  private Cover cover(Suppression remark, Cover cover) {
    if (remark.verb() == Suppression.Verb.DISABLE_FILE) {
      return new Cover(new Span(0, file.text().length() + 1), cover.lifted());
    }
    int length = part.map().length();
    // One more than the text has: what stands behind its last letter is covered too.
    int end =
        cover.span().end() > length
            ? part.map().toFile(length) + 1
            : part.map().toFile(cover.span().end());
    return new Cover(new Span(part.map().toFile(cover.span().start()), end), cover.lifted());
  }
}
