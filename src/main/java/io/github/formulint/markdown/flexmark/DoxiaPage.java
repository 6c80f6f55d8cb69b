package io.github.formulint.markdown.flexmark;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.abbreviation.AbbreviationBlock;
import com.vladsch.flexmark.ext.escaped.character.EscapedCharacter;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.ext.typographic.TypographicQuotes;
import com.vladsch.flexmark.ext.typographic.TypographicSmarts;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.formulint.markdown.CharacterReferences;
import io.github.formulint.markdown.MappedText;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that doxia-module-markdown 2.0 makes of a document, for those who look for formulas in
 * it: Flexmark's tree with one element for each node, and text as Flexmark's HTML renderer writes
 * it. Names and attributes of elements do not matter there, only where one begins or ends, and
 * which are code.
 */
final class DoxiaPage {

  private final MappedText markdown;
  private final MappedText.Builder html = new MappedText.Builder();
  private final List<FootnoteBlock> notes = new ArrayList<>();
  private int place;

  private DoxiaPage(MappedText markdown) {
    this.markdown = markdown;
    this.place = markdown.sourceStart(0);
  }

  /**
   * Returns the HTML of a document, each character with its place in the source.
   *
   * @param markdown the document, without byte order mark
   */
  static MappedText htmlOf(MappedText markdown) {
    MappedText body = DoxiaMetadata.without(markdown);
    DoxiaPage page = new DoxiaPage(body);
    page.children(FlexmarkParsing.parse(Dialects.DOXIA, body.toString()));
    page.notes.forEach(note -> page.element("li", note));
    return page.html.build();
  }

  private void children(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      write(child);
    }
  }

  private void write(Node node) {
    if (node instanceof Text || node instanceof EscapedCharacter) {
      text(node.getChars());
    } else if (node instanceof TextBase || node instanceof Document) {
      children(node);
    } else if (node instanceof HtmlEntity || node instanceof HtmlInlineBase) {
      raw(SequenceText.of(markdown, node.getChars()));
    } else if (node instanceof SoftLineBreak) {
      put("\n");
    } else if (node instanceof HardLineBreak) {
      put("<br />\n");
    } else if (node instanceof TypographicSmarts smarts) {
      entity(smarts.getTypographicText(), node.getChars());
    } else if (node instanceof TypographicQuotes quotes) {
      entity(quotes.getTypographicOpening(), quotes.getOpeningMarker());
      children(node);
      entity(quotes.getTypographicClosing(), quotes.getClosingMarker());
    } else if (node instanceof HtmlBlockBase block) {
      put("\n");
      raw(SequenceText.of(markdown, block.getContentChars()));
      put("\n");
    } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
      put("<pre></pre>\n");
    } else if (node instanceof Code) {
      put("<code></code>");
    } else if (node instanceof Image || node instanceof ImageRef) {
      put("<img />");
    } else if (node instanceof ThematicBreak) {
      put("<hr />\n");
    } else if (node instanceof FootnoteBlock note) {
      if (note.isReferenced()) {
        notes.add(note);
      }
    } else if (node instanceof Footnote note && !note.isDefined()) {
      around(note);
    } else if (node instanceof LinkRef reference && !reference.isDefined()) {
      around(reference);
    } else if (!isInvisible(node)) {
      element(nameOf(node), node);
    }
  }

  private static boolean isInvisible(Node node) {
    return node instanceof Reference
        || node instanceof AbbreviationBlock
        || node instanceof TableSeparator;
  }

  private void element(String name, Node node) {
    put("<" + name + ">");
    if (node.hasChildren()) {
      children(node);
    } else if (!(node instanceof Block)) {
      text(node.getChars());
    }
    put("</" + name + ">");
    if (node instanceof Block) {
      put("\n");
    }
  }

  private static String nameOf(Node node) {
    if (node instanceof Paragraph) {
      return "p";
    } else if (node instanceof Heading heading) {
      return "h" + heading.getLevel();
    } else if (node instanceof BlockQuote) {
      return "blockquote";
    } else if (node instanceof BulletList) {
      return "ul";
    } else if (node instanceof OrderedList) {
      return "ol";
    } else if (node instanceof ListItem) {
      return "li";
    } else if (node instanceof TableBlock) {
      return "table";
    } else if (node instanceof TableRow) {
      return "tr";
    } else if (node instanceof TableCell) {
      return "td";
    }
    return node instanceof Block ? "div" : "span";
  }

  /** A link that leads nowhere shows its brackets. */
  private void around(Node node) {
    if (!node.hasChildren()) {
      text(node.getChars());
      return;
    }
    BasedSequence chars = node.getChars();
    int start = node.getFirstChild().getStartOffset() - chars.getStartOffset();
    int end = node.getLastChild().getEndOffset() - chars.getStartOffset();
    text(chars.subSequence(0, start));
    children(node);
    text(chars.subSequence(end, chars.length()));
  }

  /** {@code HtmlWriter.text}: what Markdown leaves of it, escaped. */
  private void text(BasedSequence chars) {
    MappedText source = SequenceText.of(markdown, chars);
    String unescaped = chars.unescape().replace("\r\n", "\n").replace('\r', '\n');
    MappedText text = CharacterReferences.inMarkdown(source, unescaped);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String escaped =
          c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : String.valueOf(c);
      html.append(escaped, text.sourceStart(i), text.sourceEnd(i));
      place = text.sourceEnd(i);
    }
  }

  private void raw(MappedText text) {
    html.append(text);
    place = text.sourceEnd(text.length() - 1);
  }

  private void entity(String entity, BasedSequence chars) {
    if (entity != null && !entity.isEmpty()) {
      MappedText source = SequenceText.of(markdown, chars);
      html.append(entity, source.sourceStart(0), source.sourceEnd(source.length() - 1));
      place = source.sourceEnd(source.length() - 1);
    }
  }

  /** Adds what stands nowhere in the source. */
  private void put(String tag) {
    for (int i = 0; i < tag.length(); i++) {
      html.append(tag.charAt(i), place, place);
    }
  }
}
