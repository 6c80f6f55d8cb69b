package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.pythonmarkdown.Block.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block processors of Python-Markdown 3.10 ({@code blockprocessors.py}) with those of the
 * extensions tables, arithmatex and {@link ContainerBlocks}, in the order of their priorities. Not
 * thread-safe.
 */
final class BlockProcessors {

  private enum State {
    LIST,
    LOOSE_LIST,
    DETABBED,
    QUOTE
  }

  private static final String TAB = "    ";
  private static final Set<String> LISTS = Set.of("ul", "ol");

  /** Deeper nesting is text; Python gives up at its recursion limit. */
  private static final int MAX_DEPTH = 150;

  private static final Pattern HEADING =
      Pattern.compile("(?:^|\\n)(#{1,6})((?:[^\\\\#\\n]++|\\\\.|#)*?)#*(?:\\n|$)");
  private static final Pattern HEADING_START = Pattern.compile("(?:^|\\n)#");
  private static final Pattern SETEXT = Pattern.compile("[^\\n]*\\n[=-]+ *(?:\\n|$)");
  private static final Pattern RULE =
      Pattern.compile(
          "(?:^|\\n) {0,3}(?:-(?=[- ]*(?:\\n|$))[- ]*|_(?=[_ ]*(?:\\n|$))[_ ]*"
              + "|\\*(?=[* ]*(?:\\n|$))[* ]*)(?=\\n|$)");
  private static final Pattern ORDERED = Pattern.compile(" {0,3}\\d+\\. +");
  private static final Pattern BULLET = Pattern.compile(" {0,3}[*+-] +");
  private static final Pattern ITEM = Pattern.compile(" {0,3}(?:\\d+\\.|[*+-]) +");
  private static final Pattern INDENTED_ITEM = Pattern.compile(" {4,7}(?:\\d+\\.|[*+-]) +");
  private static final Pattern QUOTE = Pattern.compile("(^|\\n) {0,3}>( ?)");
  private static final Pattern QUOTE_LINE = Pattern.compile(" {0,3}> ?");
  private static final Pattern LABEL_END = Pattern.compile("\\]:");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "^ {0,3}\\[([^\\[\\]]*)\\]: *\\n? *([^\\s]+) *"
              + "(?:\\n *)?((?:([\"'])(.*)\\4 *|\\((.*)\\) *)?)$",
          Pattern.MULTILINE);

  private final Deque<State> states = new ArrayDeque<>();
  private final Set<String> references;
  private int depth;

  private BlockProcessors(Set<String> references) {
    this.references = references;
  }

  /**
   * Returns the tree of a document.
   *
   * @param text the text as the preprocessors leave it
   * @param references takes the names of the link references that the document defines
   */
  static Element parse(MappedText text, Set<String> references) {
    Element root = new Element("div", FormulaContext.PARAGRAPH);
    new BlockProcessors(references).parseChunk(root, text);
    return root;
  }

  private void parseChunk(Element parent, MappedText text) {
    Deque<Block> blocks = new ArrayDeque<>();
    String string = text.toString();
    int start = 0;
    for (int end = string.indexOf("\n\n"); end >= 0; end = string.indexOf("\n\n", start)) {
      blocks.add(Block.of(text.slice(start, end)));
      start = end + 2;
    }
    blocks.add(Block.of(text.slice(start)));
    parseBlocks(parent, blocks);
  }

  private void parseOne(Element parent, Block block) {
    parseBlocks(parent, new ArrayDeque<>(List.of(block)));
  }

  private void parseBlocks(Element parent, Deque<Block> blocks) {
    depth++;
    while (!blocks.isEmpty()) {
      Block block = blocks.pop();
      boolean done =
          container(parent, block, blocks)
              || empty(block, blocks)
              || listIndent(parent, block)
              || code(parent, block, blocks)
              || math(parent, block)
              || table(parent, block)
              || heading(parent, block, blocks)
              || setextHeading(parent, block, blocks)
              || rule(parent, block, blocks)
              || list(parent, block)
              || quote(parent, block)
              || reference(block, blocks);
      if (!done) {
        paragraph(parent, block);
      }
    }
    depth--;
  }

  private boolean container(Element parent, Block block, Deque<Block> blocks) {
    MappedText text = block.text();
    boolean mayStart = !block.without().contains(Part.CONTAINER);
    if (mayStart && !ContainerBlocks.mayStartIn(text)) {
      block.without().add(Part.CONTAINER);
      mayStart = false;
    }
    if (depth > MAX_DEPTH || !mayStart && !text.startsWith(TAB)) {
      return false;
    }
    for (ContainerBlocks kind : ContainerBlocks.values()) {
      Optional<Matcher> start = mayStart ? kind.startIn(text) : Optional.empty();
      if (start.isPresent()) {
        open(kind, start.get(), parent, block, blocks);
        return true;
      }
      Optional<ContainerBlocks.Open> open = kind.goingOn(parent, text);
      if (open.isPresent()) {
        Element element = open.get().element();
        if (element.tag.equals("li")) {
          element.wrapText();
        }
        fill(element, block, 0, open.get().indent(), blocks);
        return true;
      }
    }
    return false;
  }

  private void open(
      ContainerBlocks kind, Matcher start, Element parent, Block block, Deque<Block> blocks) {
    MappedText text = block.text();
    if (start.start() > 0) {
      parseOne(parent, block.slice(0, start.start()));
    }
    MappedText title =
        start.group(1) == null ? MappedText.EMPTY : text.slice(start.start(1), start.end(1));
    boolean isNew = start.group().stripLeading().startsWith("===!");
    fill(kind.open(parent, title, isNew), block, start.end(), TAB.length(), blocks);
  }

  /** Parses the indented lines of a block into an element, and leaves the others for later. */
  private void fill(Element element, Block block, int from, int indent, Deque<Block> blocks) {
    MappedText text = block.text().slice(from);
    ContainerBlocks.Indented inner = ContainerBlocks.detab(text, indent);
    parseChunk(element, inner.text());
    if (inner.length() < text.length()) {
      blocks.push(block.slice(from + inner.length(), block.text().length()));
    }
  }

  private static boolean empty(Block block, Deque<Block> blocks) {
    MappedText text = block.text();
    if (text.length() > 0 && text.charAt(0) != '\n') {
      return false;
    }
    if (text.length() > 1) {
      blocks.push(block.slice(1, text.length()));
    }
    return true;
  }

  private boolean listIndent(Element parent, Block block) {
    if (!block.text().startsWith(TAB) || states.peek() == State.DETABBED || depth > MAX_DEPTH) {
      return false;
    }
    Element last = last(parent);
    boolean isItem = parent.tag.equals("li");
    if (!isItem && (last == null || !last.isOneOf(LISTS))) {
      return false;
    }
    int indent = spaces(block.text()) / TAB.length();
    int level = states.peek() == State.LIST ? 1 : 0;
    Element sibling = parent;
    while (indent > level) {
      Element child = last(sibling);
      if (child == null || !child.isOneOf(LISTS) && !child.tag.equals("li")) {
        break;
      }
      level += child.isOneOf(LISTS) ? 1 : 0;
      sibling = child;
    }
    Block inner = Block.of(looseDetab(block.text(), level));
    states.push(State.DETABBED);
    if (isItem) {
      parseOne(last != null && last.isOneOf(LISTS) ? last : parent, inner);
    } else if (sibling.tag.equals("li")) {
      parseOne(sibling, inner);
    } else if (last(sibling) != null && last(sibling).tag.equals("li")) {
      last(sibling).wrapText();
      parseChunk(last(sibling), inner.text());
    } else {
      parseOne(sibling.add("li"), inner);
    }
    states.pop();
    return true;
  }

  private static boolean code(Element parent, Block block, Deque<Block> blocks) {
    if (!block.text().startsWith(TAB)) {
      return false;
    }
    MappedText text = block.text();
    int end = 0;
    while (end < text.length()) {
      int lineEnd = text.indexOf('\n', end);
      MappedText line = text.slice(end, lineEnd < 0 ? text.length() : lineEnd);
      if (!line.startsWith(TAB) && !line.toString().isBlank()) {
        break;
      }
      end += line.length() + 1;
    }
    if (end < text.length()) {
      blocks.push(block.slice(end, text.length()));
    }
    if (last(parent) == null || !last(parent).tag.equals("pre")) {
      parent.add("pre");
    }
    return true;
  }

  private static boolean math(Element parent, Block block) {
    return MathBlock.in(block.text(), parent.context)
        .map(
            formula -> {
              parent.add("div").formulas = List.of(formula);
              return true;
            })
        .orElse(false);
  }

  private static boolean table(Element parent, Block block) {
    List<List<MappedText>> rows = TableRows.in(block.text());
    if (rows.isEmpty()) {
      return false;
    }
    Element table = parent.add("table");
    for (List<MappedText> row : rows) {
      row.forEach(cell -> table.add("td").text = cell);
    }
    return true;
  }

  private boolean heading(Element parent, Block block, Deque<Block> blocks) {
    if (block.without().contains(Part.HEADING)) {
      return false;
    }
    MappedText text = block.text();
    if (!HEADING_START.matcher(text).find()) {
      block.without().add(Part.HEADING);
      return false;
    }
    Matcher heading = HEADING.matcher(text);
    if (!heading.find()) {
      return false;
    }
    if (heading.start() > 0) {
      Block before = block.slice(0, heading.start());
      before.without().add(Part.HEADING);
      parseOne(parent, before);
    }
    parent.add("h").text = text.slice(heading.start(2), heading.end(2)).strip();
    if (heading.end() < text.length()) {
      blocks.push(block.slice(heading.end(), text.length()));
    }
    return true;
  }

  private static boolean setextHeading(Element parent, Block block, Deque<Block> blocks) {
    Matcher heading = SETEXT.matcher(block.text());
    if (!heading.lookingAt()) {
      return false;
    }
    int end = block.text().indexOf('\n', 0);
    parent.add("h").text = block.text().slice(0, end).strip();
    if (heading.end() < block.text().length()) {
      blocks.push(block.slice(heading.end(), block.text().length()));
    }
    return true;
  }

  private boolean rule(Element parent, Block block, Deque<Block> blocks) {
    if (block.without().contains(Part.RULE)) {
      return false;
    }
    MappedText text = block.text();
    Matcher rule = RULE.matcher(text);
    boolean found = rule.find();
    while (found && !isRule(rule.group())) {
      found = rule.find();
    }
    if (!found) {
      block.without().add(Part.RULE);
      return false;
    }
    int before = rule.start();
    while (before > 0 && text.charAt(before - 1) == '\n') {
      before--;
    }
    if (before > 0) {
      parseOne(parent, block.slice(0, before));
    }
    parent.add("hr");
    int after = rule.end();
    while (after < text.length() && text.charAt(after) == '\n') {
      after++;
    }
    if (after < text.length()) {
      blocks.push(block.slice(after, text.length()));
    }
    return true;
  }

  /** Whether a line of marks and spaces has three marks, no more than two spaces between them. */
  private static boolean isRule(String line) {
    String marks = line.strip();
    long count = marks.chars().filter(c -> c != ' ').count();
    return count >= 3 && !marks.contains("   ");
  }

  private boolean list(Element parent, Block block) {
    boolean ordered = ORDERED.matcher(block.text()).lookingAt();
    if (!ordered && !BULLET.matcher(block.text()).lookingAt() || depth > MAX_DEPTH) {
      return false;
    }
    List<MappedText> items = items(block.text());
    Element sibling = last(parent);
    Element list;
    if (sibling != null && sibling.isOneOf(LISTS)) {
      list = sibling;
      Element item = last(list);
      if (item != null) {
        item.wrapText();
        Element child = last(item);
        if (child != null && child.tail.length() > 0) {
          MappedText tail = child.tail;
          child.tail = MappedText.EMPTY;
          item.add("p").text = stripStart(tail);
        }
      }
      states.push(State.LOOSE_LIST);
      parseOne(list.add("li"), Block.of(items.remove(0)));
      states.pop();
    } else {
      list = parent.isOneOf(LISTS) ? parent : parent.add(ordered ? "ol" : "ul");
    }
    states.push(State.LIST);
    for (MappedText item : items) {
      boolean nested = item.toString().startsWith(TAB) && last(list) != null;
      parseOne(nested ? last(list) : list.add("li"), Block.of(item));
    }
    states.pop();
    return true;
  }

  private static List<MappedText> items(MappedText block) {
    List<MappedText.Builder> items = new ArrayList<>();
    List<Boolean> indented = new ArrayList<>();
    for (MappedText line : block.lines()) {
      Matcher item = ITEM.matcher(line);
      int lastItem = items.size() - 1;
      boolean nested = INDENTED_ITEM.matcher(line).lookingAt();
      if (item.lookingAt()) {
        items.add(new MappedText.Builder().append(line.slice(item.end())));
        indented.add(items.get(lastItem + 1).build().toString().startsWith(TAB));
      } else if (nested && !indented.get(lastItem)) {
        items.add(new MappedText.Builder().append(line));
        indented.add(true);
      } else {
        int place = line.sourceStart(0);
        items.get(lastItem).append('\n', place, place).append(line);
      }
    }
    List<MappedText> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.build()));
    return texts;
  }

  private boolean quote(Element parent, Block block) {
    if (block.without().contains(Part.QUOTE) || depth > MAX_DEPTH) {
      return false;
    }
    MappedText text = block.text();
    Matcher mark = QUOTE.matcher(text);
    if (!mark.find()) {
      block.without().add(Part.QUOTE);
      return false;
    }
    Block before = block.slice(0, mark.start());
    before.without().add(Part.QUOTE);
    parseOne(parent, before);
    MappedText.Builder content = new MappedText.Builder();
    boolean first = true;
    for (MappedText line : text.slice(mark.start()).lines()) {
      if (!first) {
        int place = line.sourceStart(0);
        content.append('\n', place, place);
      }
      first = false;
      Matcher start = QUOTE_LINE.matcher(line);
      if (!line.toString().strip().equals(">")) {
        content.append(line, start.lookingAt() ? start.end() : 0, line.length());
      }
    }
    Element sibling = last(parent);
    boolean continued = sibling != null && sibling.tag.equals("blockquote");
    Element quote = continued ? sibling : parent.add("blockquote");
    states.push(State.QUOTE);
    parseChunk(quote, content.build());
    states.pop();
    return true;
  }

  private boolean reference(Block block, Deque<Block> blocks) {
    MappedText text = block.text();
    if (!LABEL_END.matcher(text).find()) {
      return false;
    }
    Matcher reference = REFERENCE.matcher(text);
    if (!reference.find()) {
      return false;
    }
    references.add(reference.group(1).strip().toLowerCase(java.util.Locale.ROOT));
    int after = reference.end();
    if (!isBlank(text.slice(after))) {
      while (text.charAt(after) == '\n') {
        after++;
      }
      blocks.push(block.slice(after, text.length()));
    }
    if (!isBlank(text.slice(0, reference.start()))) {
      int before = reference.start();
      while (before > 0 && text.charAt(before - 1) == '\n') {
        before--;
      }
      blocks.push(block.slice(0, before));
    }
    return true;
  }

  private void paragraph(Element parent, Block block) {
    MappedText text = block.text();
    if (isBlank(text)) {
      return;
    }
    if (states.peek() != State.LIST) {
      parent.add("p").text = stripStart(text);
      return;
    }
    Element sibling = last(parent);
    if (sibling != null) {
      sibling.tail = joined(sibling.tail, text);
    } else {
      parent.text = parent.text.length() > 0 ? joined(parent.text, text) : stripStart(text);
    }
  }

  private static MappedText joined(MappedText before, MappedText after) {
    int place = after.sourceStart(0);
    return new MappedText.Builder().append(before).append('\n', place, place).append(after).build();
  }

  private static MappedText looseDetab(MappedText text, int level) {
    String indent = TAB.repeat(level);
    MappedText.Builder result = new MappedText.Builder();
    boolean first = true;
    for (MappedText line : text.lines()) {
      if (!first) {
        int place = line.sourceStart(0);
        result.append('\n', place, place);
      }
      first = false;
      int from = line.toString().startsWith(indent) ? indent.length() : 0;
      result.append(line, from, line.length());
    }
    return result.build();
  }

  private static boolean isBlank(MappedText text) {
    return stripStart(text).length() == 0;
  }

  private static MappedText stripStart(MappedText text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return text.slice(start);
  }

  private static int spaces(MappedText text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private static Element last(Element parent) {
    return parent.children.isEmpty() ? null : parent.children.get(parent.children.size() - 1);
  }
}
