package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.MappedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blocks that hold what is indented behind their first line: {@code !!! note} of the extension
 * admonition of Python-Markdown 3.4 to 3.10, {@code ??? note} of {@code pymdownx.details} and
 * {@code === "Tab"} of {@code pymdownx.tabbed} of PyMdown Extensions 9.5 to 10. Each goes on with
 * later blocks that are indented.
 */
enum ContainerBlocks {
  ADMONITION("(?:^|\\n)!!! ?[\\w\\-]+(?: +[\\w\\-]+)*(?: +\"(.*?)\")? *(?:\\n|$)"),
  DETAILS(
      "(?:^|\\n)\\?{3}\\+? ?(?:(?:[\\w\\-]+(?: +[\\w\\-]+)*?)?(?: +\"(.*?)\")"
          + "|[\\w\\-]+(?: +[\\w\\-]+)*?) *(?:\\n|$)"),
  TABS("(?:^|\\n)={3}!? +\"(.+?)\" *(?:\\n|$)");

  private static final String TAB = "    ";
  private static final Set<String> LISTS = Set.of("ul", "ol");
  private static final String TITLE = "title";
  private static final String TAB_CONTENT = "tab";

  /** What one of them begins with, to pass over all other blocks. */
  private static final Pattern MARK = Pattern.compile("(?:^|\\n)(?:!!!|\\?\\?\\?|===)");

  private final Pattern start;

  ContainerBlocks(String start) {
    this.start = Pattern.compile(start, Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** Returns whether one of them may begin in a block. */
  static boolean mayStartIn(MappedText block) {
    return MARK.matcher(block).find();
  }

  /** Returns where one begins in a block; its title is the first group. */
  Optional<Matcher> startIn(MappedText block) {
    Matcher matcher = start.matcher(block);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  /**
   * Adds an element for one, or another tab to one.
   *
   * @param parent what it stands in
   * @param title its title, be it empty
   * @param isNew whether a tab begins a group of its own
   * @return the element that takes what it holds
   */
  Element open(Element parent, MappedText title, boolean isNew) {
    Element last = last(parent);
    boolean goesOn = this == TABS && !isNew && last != null && last.tag.equals(tag());
    Element element = goesOn ? last : parent.add(tag());
    if (this != ADMONITION || title.length() > 0) {
      element.add(TITLE).text = title;
    }
    return this == TABS ? element.add(TAB_CONTENT) : element;
  }

  /**
   * An open one that a block goes on with. Not thread-safe.
   *
   * @param element the element that takes what the block holds
   * @param indent how far the block is indented for it, in spaces
   */
  record Open(Element element, int indent) {}

  /** Returns the element that a block goes on with, if there is one. */
  Optional<Open> goingOn(Element parent, MappedText block) {
    Element sibling = last(parent);
    if (sibling == null || !isOwn(sibling, parent)) {
      return Optional.empty();
    }
    int indent = 0;
    Element child = last(sibling);
    Element holder = sibling;
    if (this == TABS) {
      Element inner = last(child);
      holder = child;
      child = inner != null && inner.isOneOf(LISTS) ? inner : null;
    }
    while (child != null
        && !child.children.isEmpty()
        && child.isOneOf(LISTS)
        && block.slice(Math.min(indent, block.length())).startsWith(TAB + TAB)) {
      holder = last(child);
      child = holder.children.isEmpty() ? null : last(holder);
      indent += TAB.length();
    }
    if (!block.slice(Math.min(indent, block.length())).startsWith(TAB)) {
      return Optional.empty();
    }
    return Optional.of(new Open(holder, indent + TAB.length()));
  }

  /** The title of an admonition has a class whose name begins with that of admonitions. */
  private boolean isOwn(Element element, Element parent) {
    return element.tag.equals(tag())
        || this == ADMONITION && element.tag.equals(TITLE) && parent.tag.equals(tag());
  }

  private String tag() {
    return name();
  }

  private static Element last(Element parent) {
    List<Element> children = parent.children;
    return children.isEmpty() ? null : children.get(children.size() - 1);
  }

  /**
   * The lines that are indented at the start of a text. Immutable.
   *
   * @param text these lines without the indentation
   * @param length how many code units of the text they take, with the line feed behind them
   */
  record Indented(MappedText text, int length) {}

  /** Takes the lines that are indented so far, and blank ones, from the start of a text. */
  static Indented detab(MappedText text, int indent) {
    String spaces = " ".repeat(indent);
    MappedText.Builder inner = new MappedText.Builder();
    int taken = 0;
    for (MappedText line : text.lines()) {
      boolean isIndented = line.startsWith(spaces);
      if (!isIndented && !line.toString().isBlank()) {
        break;
      }
      if (taken > 0) {
        int place = line.sourceStart(0);
        inner.append('\n', place, place);
      }
      inner.append(line, isIndented ? indent : line.length(), line.length());
      taken += line.length() + 1;
    }
    return new Indented(inner.build(), Math.min(taken, text.length()));
  }
}
