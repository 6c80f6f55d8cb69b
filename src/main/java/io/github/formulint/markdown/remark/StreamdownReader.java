package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.flavor.Blank;

/**
 * Reads as Streamdown does, which shows the answers of language models: remark-math without single
 * dollars, and rehype-katex, which gets a code fence with its last line end.
 *
 * <p>The rules are those of streamdown 2.7 and @streamdown/math 1.0 ({@code createMathPlugin}) with
 * their own settings. Immutable and thread-safe.
 */
public final class StreamdownReader extends RemarkReader {

  /** Makes the reader. */
  public StreamdownReader() {
    super(2, IndentedCodeRule.CODE);
  }

  @Override
  protected MappedText fenceTex(MappedText lines) {
    return lines.length() == 0 ? lines : Blank.withLineEnd(lines);
  }

  @Override
  protected MappedText openFenceTex(MappedText lines) {
    return fenceTex(lines);
  }
}
