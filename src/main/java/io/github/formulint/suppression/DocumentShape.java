package io.github.formulint.suppression;

import io.github.formulint.markdown.commonmark.FrontMatter;
import io.github.formulint.markdown.commonmark.Parsing;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * The blocks and words of a document as CommonMark has them, remarks left out: two documents of one
 * shape are shown alike. Stateless.
 */
public final class DocumentShape {

  private static final int MAX_NESTING = 100;

  private static final Pattern REMARK =
      Pattern.compile("<!--[ \\t]*formulint-.*?-->|\\{/\\*[ \\t]*formulint-.*?\\*/\\}");

  private static final Pattern SPACE = Pattern.compile("[ \\t]+");
  private static final Pattern LINE_END = Pattern.compile("[ \\t]*[\\r\\n][ \\t\\r\\n]*");

  private DocumentShape() {}

  /**
   * Returns the shape of a document; equal for documents that differ in remarks alone.
   *
   * @param document the document
   */
  public static String of(SourceFile document) {
    String text = document.text();
    int start = FrontMatter.endOf(text, document.hasByteOrderMark() ? 1 : 0);
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
    StringBuilder shape = new StringBuilder(text.substring(0, start));
    blocks(Parsing.parse(parser, text.substring(start)), shape);
    return shape.toString();
  }

  /**
   * Returns a text without the remarks in it, and with one space for all white space.
   *
   * @param text a text
   */
  public static String withoutRemarks(String text) {
    String without = REMARK.matcher(text).replaceAll(" ");
    return LINE_END.matcher(SPACE.matcher(without).replaceAll(" ")).replaceAll("\n").strip();
  }

  private static void blocks(Node parent, StringBuilder shape) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
        String words = withoutRemarks(words(node));
        if (!(node instanceof Paragraph) || !words.isEmpty()) {
          shape.append(name(node)).append(' ').append(words).append('\n');
        }
      } else if (node instanceof HtmlBlock html) {
        String rest = withoutRemarks(html.getLiteral());
        if (!rest.isEmpty()) {
          shape.append("html ").append(rest).append('\n');
        }
      } else if (node instanceof FencedCodeBlock code) {
        shape.append("code ").append(code.getInfo()).append('\n').append(code.getLiteral());
      } else if (node instanceof IndentedCodeBlock code) {
        shape.append("code\n").append(code.getLiteral());
      } else if (node instanceof LinkReferenceDefinition link) {
        shape.append(link.getLabel()).append(' ').append(link.getDestination()).append('\n');
      } else {
        shape.append(name(node)).append("{\n");
        blocks(node, shape);
        shape.append("}\n");
      }
    }
  }

  private static String name(Node node) {
    String name = node.getClass().getSimpleName();
    if (node instanceof Heading heading) {
      return name + heading.getLevel();
    }
    if (node instanceof OrderedList list) {
      return name + list.getMarkerStartNumber() + list.getMarkerDelimiter() + list.isTight();
    }
    if (node instanceof BulletList list) {
      return name + list.getMarker() + list.isTight();
    }
    if (node instanceof ListBlock || node instanceof TableBody) {
      return name;
    }
    return node instanceof TableCell cell ? name + cell.getAlignment() : name;
  }

  private static String words(Node parent) {
    StringBuilder words = new StringBuilder();
    inlines(parent, words);
    return words.toString();
  }

  private static void inlines(Node parent, StringBuilder words) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof HtmlInline html) {
        words.append(html.getLiteral());
      } else if (node instanceof SoftLineBreak) {
        words.append('\n');
      } else if (node instanceof HardLineBreak) {
        words.append("\n{br}\n");
      } else if (node instanceof Code code) {
        words.append("{code}").append(code.getLiteral()).append("{/code}");
      } else {
        words.append('{').append(node.getClass().getSimpleName());
        if (node instanceof Link link) {
          words.append(' ').append(link.getDestination()).append(' ').append(link.getTitle());
        } else if (node instanceof Image image) {
          words.append(' ').append(image.getDestination()).append(' ').append(image.getTitle());
        }
        words.append('}');
        inlines(node, words);
        words.append("{/}");
      }
    }
  }
}
