package io.github.formulint.markdown.pandoc;

import org.commonmark.node.CustomNode;

/** A formula between dollars; its source holds them. */
final class DollarMath extends CustomNode {

  private final int dollars;

  DollarMath(int dollars) {
    this.dollars = dollars;
  }

  /** Returns how many dollars stand at each end: 1 or 2. */
  int dollars() {
    return dollars;
  }
}
