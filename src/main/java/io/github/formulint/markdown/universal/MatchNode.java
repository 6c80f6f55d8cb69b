package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.universal.mark.Match;
import org.commonmark.node.CustomNode;

/** A formula, or an opening mark without its closing mark, in the tree of a document. */
final class MatchNode extends CustomNode {

  private final BlockText block;
  private final Match match;

  MatchNode(BlockText block, Match match) {
    this.block = block;
    this.match = match;
  }

  BlockText block() {
    return block;
  }

  Match match() {
    return match;
  }
}
