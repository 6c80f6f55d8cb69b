package io.github.formulint.markdown.commonmark;

import io.github.formulint.markdown.MappedText;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Finds the Markdown of the nodes of a tree, also in the cells of tables. Not thread-safe. */
public final class NodeSource {

  private final MappedText markdown;
  private TableCell lastCell;
  private MappedText lastCellText = MappedText.EMPTY;

  /**
   * Makes a finder for the nodes of one document.
   *
   * @param markdown the text that was parsed, with source spans for blocks and inlines
   */
  public NodeSource(MappedText markdown) {
    this.markdown = markdown;
  }

  /**
   * Returns the text of a node in its place.
   *
   * @param node the node
   * @param literal its text; containers may have taken white space from the start of its lines
   */
  public MappedText literal(Node node, String literal) {
    return align(of(node).lines(), literal);
  }

  /**
   * Returns text in its place.
   *
   * @param lines the lines of the source
   * @param literal the text; containers may have taken white space from the start of its lines
   */
  public static MappedText align(List<MappedText> lines, String literal) {
    MappedText.Builder text = new MappedText.Builder();
    int number = 0;
    for (String line : literal.split("\n", -1)) {
      if (number >= lines.size()) {
        // Spans leave out the blank lines at the end of a fence that nothing closes.
        MappedText last = lines.get(lines.size() - 1);
        text.append("\n" + line, last.sourceStart(last.length()), last.sourceStart(last.length()));
        continue;
      }
      MappedText place = lines.get(number);
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

  /** Adds the line feeds between two spans: in a fence, blank lines have no span. */
  private void appendLineFeeds(MappedText.Builder text, int start, int end) {
    text.append('\n', markdown.sourceStart(start), markdown.sourceEnd(start));
    for (int i = start + 1; i < end; i++) {
      if (markdown.charAt(i) == '\n') {
        text.append('\n', markdown.sourceStart(i), markdown.sourceEnd(i));
      }
    }
  }

  /**
   * Returns the Markdown that a node was made of, without what containers take away. The parts of
   * text are joined; the lines of other nodes end with line feeds.
   *
   * @param node the node
   */
  public MappedText of(Node node) {
    Node parent = node.getParent();
    while (parent != null && !(parent instanceof TableCell)) {
      parent = parent.getParent();
    }
    MappedText.Builder text = new MappedText.Builder();
    int lineEnd = -1;
    for (SourceSpan span : node.getSourceSpans()) {
      if (lineEnd >= 0 && !(node instanceof Text)) {
        int behind = node instanceof FencedCodeBlock ? span.getInputIndex() : lineEnd;
        appendLineFeeds(text, lineEnd, behind);
      }
      lineEnd = span.getInputIndex() + span.getLength();
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
