package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Reads as KaTeX's auto-render extension does on the page that CommonMark makes: it looks for
 * delimiters in each text node by itself, so emphasis, line breaks and other elements cut a formula
 * in two, and TeX is what Markdown leaves of it.
 *
 * <p>The rules are those of {@code contrib/auto-render} of KaTeX 0.19.1 ({@code auto-render.ts},
 * {@code splitAtDelimiters.ts}). A formula that KaTeX rejects stays where it is read. Immutable and
 * thread-safe.
 */
public final class AutoRenderReader implements MarkdownReader {

  private record Pair(Delimiter delimiter, String left, String right, MathStyle style) {}

  private static final Pair DISPLAY_DOLLARS =
      new Pair(Delimiter.DOUBLE_DOLLAR, "$$", "$$", MathStyle.DISPLAY);
  private static final Pair INLINE_DOLLARS = new Pair(Delimiter.DOLLAR, "$", "$", MathStyle.INLINE);
  private static final Pair PARENTHESES =
      new Pair(Delimiter.PARENTHESIS, "\\(", "\\)", MathStyle.INLINE);
  private static final Pair BRACKETS = new Pair(Delimiter.BRACKET, "\\[", "\\]", MathStyle.DISPLAY);

  private static final Set<String> IGNORED_TAGS =
      Set.of("script", "noscript", "style", "textarea", "pre", "code", "option");

  private final List<Pair> pairs;

  private AutoRenderReader(List<Pair> pairs) {
    this.pairs = pairs;
  }

  /** Returns the reader with the delimiters that auto-render has unless told otherwise. */
  public static AutoRenderReader withDefaultDelimiters() {
    return new AutoRenderReader(
        List.of(
            DISPLAY_DOLLARS,
            PARENTHESES,
            environment("equation"),
            environment("align"),
            environment("alignat"),
            environment("gather"),
            environment("CD"),
            BRACKETS));
  }

  /**
   * Returns the reader with the delimiters {@code $$}, {@code $}, {@code \(} and {@code \[}, as
   * KaTeX's documentation shows them.
   */
  public static AutoRenderReader withDollars() {
    return new AutoRenderReader(List.of(DISPLAY_DOLLARS, INLINE_DOLLARS, PARENTHESES, BRACKETS));
  }

  private static Pair environment(String name) {
    return new Pair(
        Delimiter.ENVIRONMENT, "\\begin{" + name + "}", "\\end{" + name + "}", MathStyle.DISPLAY);
  }

  @Override
  public Reading read(SourceFile document) {
    RenderedPage page = RenderedPage.of(DocumentBody.of(document));
    List<Formula> formulas = new ArrayList<>();
    NodeTraversor.traverse(new TextVisitor(page, formulas), page.tree());
    return FormulaOrder.reading(formulas);
  }

  private final class TextVisitor implements NodeVisitor {

    private final RenderedPage page;
    private final List<Formula> formulas;
    private int ignored;

    TextVisitor(RenderedPage page, List<Formula> formulas) {
      this.page = page;
      this.formulas = formulas;
    }

    @Override
    public void head(Node node, int depth) {
      if (isIgnored(node)) {
        ignored++;
      } else if (ignored == 0
          && node instanceof TextNode text
          && !(text.previousSibling() instanceof TextNode)) {
        split(withSiblings(text), page.contextOf(text), formulas);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (isIgnored(node)) {
        ignored--;
      }
    }

    private MappedText withSiblings(TextNode first) {
      MappedText.Builder text = new MappedText.Builder();
      for (Node node = first; node instanceof TextNode sibling; node = node.nextSibling()) {
        text.append(page.textOf(sibling));
      }
      return text.build();
    }

    private boolean isIgnored(Node node) {
      return node instanceof Element element && IGNORED_TAGS.contains(element.normalName());
    }
  }

  /** {@code splitAtDelimiters}: the first opener that nothing closes ends the search. */
  private void split(MappedText text, FormulaContext context, List<Formula> formulas) {
    int at = 0;
    while (at < text.length()) {
      Pair pair = pairAt(text, at);
      if (pair == null) {
        at++;
        continue;
      }
      int start = at + pair.left.length();
      int end = endOfMath(pair.right, text.toString(), start);
      if (end < 0) {
        return;
      }
      int after = end + pair.right.length();
      FoundFormula found = new FoundFormula(pair.delimiter, pair.style, at, start, end, after);
      found.in(text, context).ifPresent(formulas::add);
      at = after;
    }
  }

  private Pair pairAt(MappedText text, int at) {
    char c = text.charAt(at);
    if (c == '$' || c == '\\') {
      for (Pair pair : pairs) {
        if (text.toString().startsWith(pair.left, at)) {
          return pair;
        }
      }
    }
    return null;
  }

  private static int endOfMath(String right, String text, int start) {
    int braces = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (braces <= 0 && text.startsWith(right, i)) {
        return i;
      }
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        braces++;
      } else if (c == '}') {
        braces--;
      }
    }
    return -1;
  }
}
