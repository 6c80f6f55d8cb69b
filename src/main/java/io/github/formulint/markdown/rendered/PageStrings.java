package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The strings in which MathJax looks for formulas: the text between one element and the next, with
 * {@code <br>} as a line feed; {@code <wbr>} and comments do not part it. As in {@code
 * HTMLDomStrings} of MathJax 3.2.2.
 */
final class PageStrings implements NodeVisitor {

  /**
   * A string.
   *
   * @param text its characters
   * @param context where in the document it begins
   */
  record PageString(MappedText text, FormulaContext context) {}

  private enum State {
    READ,
    IGNORED,
    SKIPPED
  }

  private static final Set<String> SKIPPED_TAGS =
      Set.of(
          "script", "noscript", "style", "textarea", "pre", "code", "annotation", "annotation-xml");

  private final RenderedPage page;
  private final List<PageString> strings = new ArrayList<>();
  private final Deque<State> states = new ArrayDeque<>(List.of(State.READ));
  private MappedText.Builder string = new MappedText.Builder();
  private FormulaContext context = FormulaContext.PARAGRAPH;

  private PageStrings(RenderedPage page) {
    this.page = page;
  }

  /** Returns the strings of a page, in the order of the page. */
  static List<PageString> of(RenderedPage page) {
    PageStrings strings = new PageStrings(page);
    NodeTraversor.traverse(strings, page.tree());
    strings.push();
    return strings.strings;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (states.peek() == State.READ) {
        if (string.length() == 0) {
          context = page.contextOf(text);
        }
        string.append(page.textOf(text));
      }
    } else if (isJoined(node)) {
      if (states.peek() == State.READ && node.nodeName().equalsIgnoreCase("br")) {
        int place = page.sourceStart(node);
        string.append('\n', place, place);
      }
    } else if (node instanceof Element element) {
      push();
      states.push(stateOf(element));
    } else {
      push();
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element && !isJoined(node)) {
      push();
      states.pop();
    }
  }

  private State stateOf(Element element) {
    List<String> classes = Arrays.asList(element.className().split(" "));
    boolean processed = classes.contains("mathjax_process");
    if (states.peek() == State.SKIPPED
        || SKIPPED_TAGS.contains(element.normalName()) && !processed) {
      return State.SKIPPED;
    }
    boolean ignored = states.peek() == State.IGNORED || classes.contains("mathjax_ignore");
    return ignored && !processed ? State.IGNORED : State.READ;
  }

  private static boolean isJoined(Node node) {
    return node instanceof Comment
        || node.nodeName().equalsIgnoreCase("br")
        || node.nodeName().equalsIgnoreCase("wbr");
  }

  private void push() {
    if (string.length() > 0) {
      strings.add(new PageString(string.build(), context));
      string = new MappedText.Builder();
    }
  }
}
