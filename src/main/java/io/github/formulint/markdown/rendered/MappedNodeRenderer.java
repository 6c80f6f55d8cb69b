package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.CharacterReferences;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.NodeSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders what can hold formulas, and tells the sink from where in the source it comes. */
final class MappedNodeRenderer implements NodeRenderer {

  private final HtmlWriter writer;
  private final NodeSource source;
  private final HtmlSink sink;
  private final List<int[]> rawBlocks;

  MappedNodeRenderer(HtmlWriter writer, MappedText markdown, HtmlSink sink, List<int[]> rawBlocks) {
    this.writer = writer;
    this.source = new NodeSource(markdown);
    this.sink = sink;
    this.rawBlocks = rawBlocks;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        Text.class, HtmlInline.class, HtmlBlock.class, SoftLineBreak.class, HardLineBreak.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof Text text) {
      writeEscaped(CharacterReferences.inMarkdown(source.of(node), text.getLiteral()));
    } else if (node instanceof HtmlInline inline) {
      writeRaw(source.literal(node, inline.getLiteral()));
    } else if (node instanceof HtmlBlock block) {
      writer.line();
      int start = sink.length();
      writeRaw(source.literal(node, block.getLiteral()));
      rawBlocks.add(new int[] {start, sink.length()});
      writer.line();
    } else if (node instanceof SoftLineBreak) {
      writer.raw("\n");
    } else if (node instanceof HardLineBreak) {
      writer.tag("br", Map.of(), true);
      writer.raw("\n");
    }
    sink.generated();
  }

  private void writeEscaped(MappedText text) {
    for (int i = 0; i < text.length(); i++) {
      sink.comesFrom(text.sourceStart(i), text.sourceEnd(i));
      char c = text.charAt(i);
      writer.raw(c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : String.valueOf(c));
    }
  }

  private void writeRaw(MappedText html) {
    for (int i = 0; i < html.length(); i++) {
      sink.comesFrom(html.sourceStart(i), html.sourceEnd(i));
      writer.raw(String.valueOf(html.charAt(i)));
    }
  }
}
