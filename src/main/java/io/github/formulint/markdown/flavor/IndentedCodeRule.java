package io.github.formulint.markdown.flavor;

import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** What lines are that begin with four columns of white space. */
enum IndentedCodeRule {
  /** Code (CommonMark 0.31.2, section 4.4). */
  CODE,
  /** Text. */
  TEXT;

  /** Sets a parser up. */
  void applyTo(Parser.Builder builder) {
    if (this == TEXT) {
      builder.enabledBlockTypes(
          Set.of(
              BlockQuote.class,
              FencedCodeBlock.class,
              Heading.class,
              HtmlBlock.class,
              ListBlock.class,
              ThematicBreak.class));
    }
  }
}
