package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.OffsetMap;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads as Cherry Studio shows a message: brackets are rewritten to dollars, then remark-math reads
 * the result, without indented code.
 *
 * <p>The rules are those of {@code processLatexBrackets} in Cherry Studio 1.6 ({@code
 * src/renderer/src/utils/markdown.ts}); see {@link BracketRewriting}. Immutable and thread-safe.
 */
public final class CherryStudioReader implements MarkdownReader {

  private final RemarkReader remark = RemarkReader.withSingleDollars().withoutIndentedCode();

  /** Makes the reader, with Cherry Studio's own setting that a single dollar opens a formula. */
  public CherryStudioReader() {}

  @Override
  public Reading read(SourceFile document) {
    String source = document.text();
    MappedText rewritten = BracketRewriting.of(MappedText.of(source, new Span(0, source.length())));
    Reading reading = remark.read(SourceFile.of(document.name(), rewritten.toString()));
    List<Formula> formulas = new ArrayList<>();
    for (Formula formula : reading.formulas()) {
      formulas.add(inSource(formula, rewritten, source));
    }
    return new Reading(formulas, List.of());
  }

  private static Formula inSource(Formula formula, MappedText rewritten, String source) {
    Span span = rewritten.sourceSpan(formula.span().start(), formula.span().end());
    Span texSpan = formula.texSpan();
    Span inside =
        texSpan.isEmpty()
            ? Span.at(rewritten.sourceStart(texSpan.start()))
            : rewritten.sourceSpan(texSpan.start(), texSpan.end());
    int length = formula.tex().length();
    List<OffsetMap.Piece> pieces = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      int at = rewritten.sourceStart(formula.offsets().toSource(i));
      pieces.add(new OffsetMap.Piece(i, at));
    }
    if (pieces.isEmpty()) {
      pieces.add(new OffsetMap.Piece(0, inside.start()));
    }
    return new Formula(
        delimiterAt(source, span.start(), formula.delimiter()),
        formula.style(),
        span,
        inside,
        formula.tex(),
        OffsetMap.of(pieces, length, inside.end()),
        formula.context());
  }

  private static Delimiter delimiterAt(String source, int start, Delimiter read) {
    if (source.startsWith("\\[", start)) {
      return Delimiter.BRACKET;
    }
    return source.startsWith("\\(", start) ? Delimiter.PARENTHESIS : read;
  }
}
