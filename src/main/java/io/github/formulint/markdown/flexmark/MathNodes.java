package io.github.formulint.markdown.flexmark;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ext.gitlab.GitLabBlockQuote;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.misc.CharPredicate;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The formulas among the nodes of Flexmark's tree. */
final class MathNodes {

  /** {@code MATH_LANGUAGES} of GitLabExtension. */
  private static final String LANGUAGE = "math";

  /** {@code FENCED_CODE_LANGUAGE_DELIMITERS} of HtmlRenderer. */
  private static final CharPredicate DELIMITERS = CharPredicate.anyOf(' ', '\t');

  private MathNodes() {}

  /**
   * Returns the formulas of a document, in order.
   *
   * @param markdown the document without its byte order mark
   * @param parser Flexmark, set up
   */
  static List<Formula> formulas(MappedText markdown, Parser parser) {
    List<Formula> formulas = new ArrayList<>();
    for (Node node : FlexmarkParsing.parse(parser, markdown.toString()).getDescendants()) {
      if (node instanceof MathNode math) {
        MappedText tex = SequenceText.of(markdown, math.tex());
        boolean display =
            math.delimiter() == Delimiter.DOUBLE_DOLLAR || math.delimiter() == Delimiter.BRACKET;
        formulas.add(
            formula(
                math.delimiter(),
                display ? MathStyle.DISPLAY : MathStyle.INLINE,
                span(markdown, node),
                tex,
                contextOf(node)));
      } else if (node instanceof FencedCodeBlock fence && isMath(fence)) {
        formulas.add(
            formula(
                Delimiter.MATH_FENCE,
                MathStyle.DISPLAY,
                span(markdown, node),
                SequenceText.of(markdown, fence.getContentChars()),
                contextOf(node)));
      }
    }
    formulas.sort(Comparator.comparing(Formula::span));
    return formulas;
  }

  private static boolean isMath(FencedCodeBlock fence) {
    return LANGUAGE.contentEquals(fence.getInfoDelimitedByAny(DELIMITERS));
  }

  private static Span span(MappedText markdown, Node node) {
    return markdown.sourceSpan(node.getStartOffset(), node.getEndOffset());
  }

  private static Formula formula(
      Delimiter delimiter, MathStyle style, Span span, MappedText tex, FormulaContext context) {
    Span found = tex.sourceSpan(0, tex.length());
    int start = Math.max(span.start(), Math.min(found.start(), span.end()));
    int end = Math.max(start, Math.min(found.end(), span.end()));
    return new Formula(
        delimiter,
        style,
        span,
        new Span(start, end),
        tex.toString(),
        tex.offsets(0, tex.length()),
        context);
  }

  /** Returns where in the document a node stands. */
  private static FormulaContext contextOf(Node node) {
    for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof TableCell) {
        return FormulaContext.TABLE_CELL;
      } else if (parent instanceof ListItem) {
        return FormulaContext.LIST;
      } else if (parent instanceof BlockQuote || parent instanceof GitLabBlockQuote) {
        return FormulaContext.QUOTE;
      } else if (parent instanceof Heading) {
        return FormulaContext.HEADING;
      }
    }
    return FormulaContext.PARAGRAPH;
  }
}
