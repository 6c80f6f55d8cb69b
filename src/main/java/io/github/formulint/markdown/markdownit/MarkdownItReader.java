package io.github.formulint.markdown.markdownit;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.AutolinkLiterals;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.FlavorReader;
import io.github.formulint.markdown.flavor.LineIndents;
import io.github.formulint.markdown.flavor.MathInline;
import org.commonmark.parser.Parser;

/** What plugins of markdown-it 14 share, with its options {@code html} and {@code linkify}. */
abstract class MarkdownItReader extends FlavorReader {

  @Override
  protected void extend(Parser.Builder builder, DocumentText document) {
    super.extend(builder, document);
    builder.customInlineContentParserFactory(new AutolinkLiterals());
  }

  /** markdown-it keeps the white space at the start of lines inside formulas. */
  @Override
  protected MappedText inlineTex(MathInline formula, LineIndents indents) {
    DollarMatch.Found match = formula.match();
    return indents.restore(formula.text(), match.texStart(), match.texEnd());
  }

  @Override
  protected final LineIndents.Laziness laziness() {
    return LineIndents.Laziness.LEAVES_INDENT;
  }

  /** The text that stands for an image is rendered as any other. */
  @Override
  protected boolean readsImages() {
    return true;
  }
}
