package io.github.formulint.markdown.kramdown;

import java.util.regex.Pattern;

/** The two parsers that Jekyll offers. */
enum Dialect {
  /** kramdown 2.4. */
  KRAMDOWN(Syntax.PARAGRAPH_END, Syntax.FENCE_START, Syntax.FENCE),
  /** kramdown-parser-gfm 1.1, Jekyll's default. */
  GFM(Syntax.PARAGRAPH_END_GFM, Syntax.FENCE_START_GFM, Syntax.FENCE_GFM);

  final Pattern paragraphEnd;
  final Pattern fenceStart;
  final Pattern fence;

  Dialect(Pattern paragraphEnd, Pattern fenceStart, Pattern fence) {
    this.paragraphEnd = paragraphEnd;
    this.fenceStart = fenceStart;
    this.fence = fence;
  }
}
