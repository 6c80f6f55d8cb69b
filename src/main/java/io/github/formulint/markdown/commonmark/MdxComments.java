package io.github.formulint.markdown.commonmark;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Comments of MDX, {@code {/* … *}{@code /}}, which readers never see. They may go over several
 * paragraphs. Looked for in every document, since Docusaurus reads {@code .md} as MDX; in TeX no
 * brace stands before {@code /*}.
 */
final class MdxComments {

  private static final String OPENER = "{/*";
  private static final String CLOSER = "*/}";

  private MdxComments() {}

  /**
   * Returns where the comments stand, in order.
   *
   * @param text the text of a document
   */
  static List<Span> of(String text) {
    List<Span> comments = new ArrayList<>();
    int start = text.indexOf(OPENER);
    while (start >= 0) {
      int end = text.indexOf(CLOSER, start + OPENER.length());
      if (end < 0) {
        break;
      }
      comments.add(new Span(start, end + CLOSER.length()));
      start = text.indexOf(OPENER, end);
    }
    return comments;
  }
}
