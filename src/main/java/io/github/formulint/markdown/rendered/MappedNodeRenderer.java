package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.CharacterReferences;
import io.github.formulint.markdown.MappedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders what can hold formulas, and tells the sink from where in the source it comes. */
final class MappedNodeRenderer implements NodeRenderer {

  private final HtmlWriter writer;
  private final MappedText markdown;
  private final HtmlSink sink;
  private final List<int[]> rawBlocks;
  private TableCell lastCell;
  private MappedText lastCellText = MappedText.EMPTY;

  MappedNodeRenderer(HtmlWriter writer, MappedText markdown, HtmlSink sink, List<int[]> rawBlocks) {
    this.writer = writer;
    this.markdown = markdown;
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
      writeEscaped(CharacterReferences.inMarkdown(markdownOf(node), text.getLiteral()));
    } else if (node instanceof HtmlInline inline) {
      writeRaw(raw(markdownOf(node), inline.getLiteral()));
    } else if (node instanceof HtmlBlock block) {
      writer.line();
      int start = sink.length();
      writeRaw(raw(markdownOf(node), block.getLiteral()));
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

  /** Returns raw HTML in its place; containers take white space from the start of its lines. */
  private static MappedText raw(MappedText from, String literal) {
    List<MappedText> lines = from.lines();
    MappedText.Builder text = new MappedText.Builder();
    int number = 0;
    for (String line : literal.split("\n", -1)) {
      MappedText place = number < lines.size() ? lines.get(number) : lines.get(lines.size() - 1);
      if (number++ > 0) {
        int end = place.sourceStart(0);
        text.append('\n', Math.max(0, end - 1), end);
      }
      int shift = place.length() - line.length();
      for (int i = 0; i < line.length(); i++) {
        int at = Math.max(0, i + shift);
        text.append(line.charAt(i), place.sourceStart(at), place.sourceEnd(at));
      }
    }
    return text.build();
  }

  /** Returns the Markdown that a node was made of; its lines one after the other. */
  private MappedText markdownOf(Node node) {
    Node parent = node.getParent();
    while (parent != null && !(parent instanceof TableCell)) {
      parent = parent.getParent();
    }
    MappedText.Builder text = new MappedText.Builder();
    boolean first = true;
    for (SourceSpan span : node.getSourceSpans()) {
      if (!first && !(node instanceof Text)) {
        int end = text.length() == 0 ? 0 : span.getInputIndex() - 1;
        text.append('\n', markdown.sourceStart(end), markdown.sourceEnd(end));
      }
      first = false;
      int start = span.getInputIndex();
      if (parent instanceof TableCell cell && !cell.getSourceSpans().isEmpty()) {
        MappedText content = contentOf(cell);
        int from = start - cell.getSourceSpans().get(0).getInputIndex();
        int to = Math.min(content.length(), from + span.getLength());
        text.append(content, Math.min(from, to), to);
      } else {
        text.append(markdown, start, start + span.getLength());
      }
    }
    return text.build();
  }

  /** A cell's text is parsed with {@code |} for {@code \|} (GFM 0.29, section 4.10). */
  private MappedText contentOf(TableCell cell) {
    if (cell != lastCell) {
      SourceSpan span = cell.getSourceSpans().get(0);
      int end = span.getInputIndex() + span.getLength();
      MappedText.Builder content = new MappedText.Builder();
      for (int i = span.getInputIndex(); i < end; i++) {
        boolean escaped =
            markdown.charAt(i) == '\\' && i + 1 < end && markdown.charAt(i + 1) == '|';
        int last = escaped ? i + 1 : i;
        content.append(markdown.charAt(last), markdown.sourceStart(i), markdown.sourceEnd(last));
        i = last;
      }
      lastCell = cell;
      lastCellText = content.build();
    }
    return lastCellText;
  }
}
