package io.github.formulint.markdown.flexmark;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.formulint.markdown.Delimiter;

/** A formula in Flexmark's tree. */
final class MathNode extends Node {

  private final Delimiter delimiter;
  private final BasedSequence tex;

  /**
   * Makes a node.
   *
   * @param delimiter the marks around it
   * @param chars the whole formula
   * @param tex what stands between its marks, in the document as it is
   */
  MathNode(Delimiter delimiter, BasedSequence chars, BasedSequence tex) {
    super(chars);
    this.delimiter = delimiter;
    this.tex = tex;
  }

  /** Returns the marks around it. */
  Delimiter delimiter() {
    return delimiter;
  }

  /** Returns what stands between its marks. */
  BasedSequence tex() {
    return tex;
  }

  @Override
  public BasedSequence[] getSegments() {
    return new BasedSequence[] {tex};
  }
}
