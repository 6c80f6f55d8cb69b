package io.github.formulint.markdown.remark;

import java.util.List;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.BlockParserFactory;

/** What lines are that begin with four columns of white space. */
enum IndentedCodeRule {
  /** Code (CommonMark 0.31.2, section 4.4). */
  CODE,
  /** Text. */
  TEXT;

  /** Columns of white space that make indented code (CommonMark 0.31.2, section 4.4). */
  private static final int CODE_INDENT = 4;

  /** In the order in which the parser asks for them: {@code - - -} is a break and no list. */
  private static final List<Class<? extends Block>> OTHER_BLOCKS =
      List.of(
          BlockQuote.class,
          Heading.class,
          FencedCodeBlock.class,
          HtmlBlock.class,
          ThematicBreak.class,
          ListBlock.class);

  /** Sets a parser up. */
  void applyTo(Parser.Builder builder) {
    if (this == TEXT) {
      builder.enabledBlockTypes(Set.of());
      AnyIndent.of(OTHER_BLOCKS).forEach(builder::customBlockParserFactory);
    }
  }

  /**
   * Returns a factory that lets its blocks begin as deep as this rule does.
   *
   * @param blocks makes blocks as if there were indented code
   */
  BlockParserFactory applyTo(BlockParserFactory blocks) {
    return this == TEXT ? new AnyIndent(blocks) : blocks;
  }

  /**
   * Returns whether a line is indented too far to be the mark of a block.
   *
   * @param indent how far the line is indented, in columns
   */
  boolean isTooDeep(int indent) {
    return this == CODE && indent >= CODE_INDENT;
  }
}
