package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.tex.MathStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * The block parsers of kramdown 2.4 ({@code lib/kramdown/parser/kramdown}), in their order. Not
 * thread-safe.
 */
final class BlockParser {

  /** Deeper nesting is text; Ruby would run out of stack somewhere. */
  private static final int MAX_DEPTH = 100;

  private final Dialect dialect;
  private final Map<String, Node> footnotes = new HashMap<>();
  private final Set<String> links = new HashSet<>();
  private Node tree;
  private Scanner source;
  private boolean pendingAttributes;
  private int depth;

  /**
   * Makes a parser for one document.
   *
   * @param dialect the dialect
   */
  BlockParser(Dialect dialect) {
    this.dialect = dialect;
    this.tree = new Node(Node.Type.CONTAINER, FormulaContext.PARAGRAPH);
    this.source = new Scanner(MappedText.EMPTY);
  }

  /** Returns the tree of a document whose lines end with line feeds. */
  Node parse(MappedText text) {
    Node root = tree;
    parseInto(root, new Scanner(text), "");
    return root;
  }

  /** Returns the contents of the footnotes by name. */
  Map<String, Node> footnotes() {
    return footnotes;
  }

  /** Returns the names of the links that are defined. */
  Set<String> links() {
    return links;
  }

  /** Parses up to the end, or up to the closing tag of an HTML element if one is named. */
  private boolean parseInto(Node parent, Scanner scanner, String element) {
    Node outerTree = tree;
    Scanner outerSource = source;
    boolean outerAttributes = pendingAttributes;
    tree = parent;
    source = scanner;
    pendingAttributes = false;
    depth++;
    boolean closed = false;
    while (!source.isAtEnd() && !closed) {
      closed = !element.isEmpty() && closes(element);
      if (!closed && !parseBlock()) {
        // No parser takes the line; kramdown adds it as text.
        MatchResult line = source.scan(Syntax.LINE).orElse(null);
        if (line == null) {
          source.moveTo(source.text.length());
        }
      }
    }
    depth--;
    tree = outerTree;
    source = outerSource;
    pendingAttributes = outerAttributes;
    return closed;
  }

  private boolean closes(String element) {
    int start = source.position();
    MappedText text = source.text;
    int at = start;
    while (at < text.length() && at < start + 3 && text.charAt(at) == ' ') {
      at++;
    }
    source.moveTo(at);
    Optional<MatchResult> close = source.check(HtmlTags.CLOSE);
    if (close.isPresent() && close.get().group(1).equalsIgnoreCase(element)) {
      source.moveTo(close.get().end());
      return true;
    }
    source.moveTo(start);
    return false;
  }

  private boolean parseBlock() {
    return blank()
        || indentedCode()
        || fence()
        || quote()
        || atxHeading()
        || rule()
        || list()
        || definitionList()
        || html()
        || setextHeading()
        || math()
        || table()
        || footnote()
        || linkDefinition()
        || abbreviation()
        || extension()
        || endOfBlock()
        || paragraph();
  }

  private boolean blank() {
    if (source.scan(Syntax.BLANK).isEmpty()) {
      return false;
    }
    if (!tree.endsWith(Node.Type.BLANK)) {
      add(Node.Type.BLANK);
    }
    return true;
  }

  private boolean indentedCode() {
    if (!source.at(Syntax.INDENT)) {
      return false;
    }
    int end = CodeBlocks.end(source);
    if (end == source.position()) {
      return false;
    }
    source.moveTo(end);
    add(Node.Type.OTHER);
    return true;
  }

  private boolean fence() {
    if (!source.at(dialect.fenceStart)) {
      return false;
    }
    int start = source.position();
    source.scan(Syntax.LINE);
    boolean closed = source.hasFenceEnd();
    source.moveTo(start);
    if (!closed || source.scan(dialect.fence).isEmpty()) {
      return false;
    }
    add(Node.Type.OTHER);
    return true;
  }

  private boolean quote() {
    if (!source.at(Syntax.QUOTE) || depth > MAX_DEPTH) {
      return false;
    }
    MappedText.Builder content = new MappedText.Builder();
    do {
      MatchResult line = source.scan(Syntax.LINE).orElseThrow();
      Scanner lineScanner = new Scanner(source.slice(line.start(), line.end()));
      lineScanner.scan(Syntax.QUOTE);
      content.append(lineScanner.text.slice(lineScanner.position()));
    } while (!source.at(Syntax.LAZY_END));
    Node quote = new Node(Node.Type.CONTAINER, FormulaContext.QUOTE);
    tree.add(quote);
    pendingAttributes = false;
    parseInto(quote, new Scanner(content.build()), "");
    return true;
  }

  private boolean atxHeading() {
    boolean gfm = dialect == Dialect.GFM;
    Optional<MatchResult> heading = source.check(gfm ? Syntax.ATX_HEADING_GFM : Syntax.ATX_HEADING);
    if (heading.isEmpty() || !gfm && !isAfterBoundary()) {
      return false;
    }
    MappedText text = headingText(heading.get());
    String string = text.toString();
    int hashes = string.length();
    while (hashes > 0 && string.charAt(hashes - 1) == '#') {
      hashes--;
    }
    boolean closed =
        hashes > 0
            && hashes < string.length()
            && (gfm
                ? " \t".indexOf(string.charAt(hashes - 1)) >= 0
                : string.charAt(hashes - 1) != '\\');
    if (closed || !gfm && hashes == 0) {
      text = text.slice(0, hashes).strip();
    }
    return addHeading(text, heading.get().end());
  }

  private boolean setextHeading() {
    Optional<MatchResult> heading = source.check(Syntax.SETEXT_HEADING);
    return heading.isPresent()
        && isAfterBoundary()
        && addHeading(headingText(heading.get()), heading.get().end());
  }

  private MappedText headingText(MatchResult heading) {
    MappedText text = stripEnd(source.slice(heading.start(1), heading.end(1)));
    Matcher id = Syntax.HEADING_ID.matcher(text);
    return id.find() ? stripEnd(text.slice(0, id.start())) : text;
  }

  private boolean addHeading(MappedText text, int end) {
    if (text.length() == 0) {
      return false;
    }
    source.moveTo(end);
    add(Node.Type.OTHER).addText(text, FormulaContext.HEADING);
    return true;
  }

  private boolean rule() {
    if (source.scan(Syntax.RULE).isEmpty()) {
      return false;
    }
    add(Node.Type.OTHER);
    return true;
  }

  private boolean list() {
    boolean bullet = source.at(Syntax.BULLET);
    if (!bullet && !source.at(Syntax.NUMBER) || depth > MAX_DEPTH) {
      return false;
    }
    ListItems items = ListItems.scanList(source, bullet);
    Node list = add(Node.Type.OTHER);
    boolean endsBlank = false;
    for (List<MappedText> contents : items.contents()) {
      Node item = list.add(new Node(Node.Type.CONTAINER, FormulaContext.LIST));
      for (MappedText content : contents) {
        parseInto(item, new Scanner(content), "");
      }
      endsBlank = item.endsWith(Node.Type.BLANK);
    }
    if (endsBlank && !items.endsWithMarker()) {
      tree.add(Node.Type.BLANK);
    }
    return true;
  }

  private boolean definitionList() {
    if (!source.at(Syntax.DEFINITION) || depth > MAX_DEPTH) {
      return false;
    }
    List<Node> nodes = tree.children;
    int last = nodes.size() - 1;
    int terms = last;
    if (last >= 1 && nodes.get(last).type == Node.Type.BLANK) {
      terms = last - 1;
    }
    if (terms < 0 || nodes.get(terms).type != Node.Type.PARAGRAPH) {
      return false;
    }
    MappedText names = nodes.get(terms).children.get(0).text();
    while (nodes.size() > terms) {
      nodes.remove(nodes.size() - 1);
    }
    Node list = add(Node.Type.DEFINITION_LIST);
    names.lines().forEach(name -> list.addText(name, list.context));
    boolean endsBlank = false;
    for (List<MappedText> contents : ListItems.scanDefinitions(source).contents()) {
      Node item = list.add(new Node(Node.Type.CONTAINER, FormulaContext.LIST));
      parseInto(item, new Scanner(contents.get(0)), "");
      endsBlank = item.endsWith(Node.Type.BLANK);
    }
    if (endsBlank) {
      tree.add(Node.Type.BLANK);
    }
    return true;
  }

  private boolean html() {
    int start = source.position();
    if (source.indexOf("-->") >= 0 && source.scan(Syntax.COMMENT).isPresent()) {
      tree.add(Node.Type.OTHER);
      source.scan(Syntax.TRAILING_SPACE);
      return true;
    }
    int at = start;
    while (at < source.text.length() && at < start + 3 && source.text.charAt(at) == ' ') {
      at++;
    }
    source.moveTo(at);
    Optional<MatchResult> tag = source.check(HtmlTags.TAG);
    if (tag.isEmpty() || HtmlTags.SPAN.contains(tag.get().group(1).toLowerCase(Locale.ROOT))) {
      source.moveTo(start);
      return false;
    }
    element(tag.get(), tree.add(Node.Type.OTHER), "");
    return true;
  }

  /** {@code handle_html_start_tag} and {@code handle_kramdown_html_tag}. */
  private void element(MatchResult tag, Node node, String parentName) {
    pendingAttributes = false;
    source.moveTo(tag.end());
    String name = tag.group(1).toLowerCase(Locale.ROOT);
    boolean closed = tag.group(3) != null || HtmlTags.WITHOUT_BODY.contains(name);
    String content = contentOf(tag, name);
    if (content.equals("block")) {
      source.scan(Syntax.TRAILING_SPACE);
    }
    Node inner = node.add(new Node(Node.Type.CONTAINER, FormulaContext.HTML));
    if (name.equals("script") || name.equals("style")) {
      skipTo(name);
    } else if (!closed && content.equals("block") && depth <= MAX_DEPTH) {
      parseInto(inner, source, name);
    } else if (!closed && content.equals("span")) {
      int from = source.position();
      int end = closingTag(name);
      inner.addText(source.slice(from, end), FormulaContext.HTML);
      source.moveTo(end);
      source.scan(HtmlTags.CLOSE);
    } else if (!closed) {
      rawHtml(inner, name);
    }
    if (parentName.isEmpty()) {
      source.scan(Syntax.TRAILING_SPACE);
    }
  }

  private static String contentOf(MatchResult tag, String name) {
    Matcher attribute = HtmlTags.MARKDOWN_ATTRIBUTE.matcher(tag.group(2));
    if (!attribute.find()) {
      return "raw";
    }
    String value = attribute.group(1);
    value = value == null ? attribute.group(2) : value;
    value = value == null ? attribute.group(3) : value;
    return switch (value) {
      case "span", "block" -> value;
      case "1" ->
          HtmlTags.BLOCK_CONTENT.contains(name)
              ? "block"
              : HtmlTags.SPAN_CONTENT.contains(name) ? "span" : "raw";
      default -> "raw";
    };
  }

  private int closingTag(String name) {
    String text = source.text.toString();
    String close = "</" + name;
    for (int i = text.indexOf("</", source.position()); i >= 0; i = text.indexOf("</", i + 1)) {
      if (text.regionMatches(true, i, close, 0, close.length())) {
        return i;
      }
    }
    return text.length();
  }

  private void skipTo(String name) {
    source.moveTo(closingTag(name));
    source.scan(HtmlTags.CLOSE);
  }

  /** {@code parse_raw_html}: up to the closing tag, elements inside each for itself. */
  private void rawHtml(Node node, String name) {
    depth++;
    String text = source.text.toString();
    boolean done = false;
    while (!done) {
      int next = text.indexOf('<', source.position());
      int end = next < 0 ? text.length() : next;
      if (end > source.position() && !HtmlTags.CODE.contains(name)) {
        node.addRaw(source.text.slice(source.position(), end));
      }
      source.moveTo(end);
      if (next < 0) {
        break;
      }
      Optional<MatchResult> tag = source.check(HtmlTags.TAG);
      Optional<MatchResult> close = source.check(HtmlTags.CLOSE);
      if (text.startsWith("<!--", next) && source.indexOf("-->") >= 0) {
        source.moveTo(source.indexOf("-->") + 3);
      } else if (tag.isPresent() && depth <= 2 * MAX_DEPTH) {
        element(tag.get(), node.add(Node.Type.OTHER), name);
      } else if (close.isPresent()) {
        done = close.get().group(1).equalsIgnoreCase(name);
        source.moveTo(close.get().end());
      } else {
        source.moveTo(next + 1);
      }
    }
    depth--;
  }

  /** {@code BLOCK_MATH_START}: everything up to the next {@code $$}, whatever it looks like. */
  private boolean math() {
    MappedText text = source.text;
    String string = text.toString();
    int start = source.position();
    int at = start;
    while (at < string.length() && at < start + 3 && string.charAt(at) == ' ') {
      at++;
    }
    boolean escaped = string.startsWith("\\$$", at);
    int opener = escaped ? at + 1 : at;
    if (!string.startsWith("$$", opener) || !isAfterBoundary()) {
      return false;
    }
    int closer = string.indexOf("$$", opener + 2);
    if (closer < 0) {
      return false;
    }
    int end = closer + 2;
    while (end < string.length() && string.charAt(end) != '\n' && isSpace(string.charAt(end))) {
      end++;
    }
    boolean endsLine = end < string.length() && string.charAt(end) == '\n';
    if (escaped) {
      if (endsLine) {
        source.moveTo(opener);
      }
      return false;
    }
    source.moveTo(endsLine ? end + 1 : closer + 2);
    if (!source.at(Syntax.BOUNDARY)) {
      source.moveTo(start);
      return false;
    }
    add(Node.Type.MATH).formula =
        Optional.of(formula(text, MathStyle.DISPLAY, opener, closer, tree.context));
    return true;
  }

  /** Returns the formula between two pairs of dollars, without the white space at its ends. */
  static Formula formula(
      MappedText text, MathStyle style, int opener, int closer, FormulaContext context) {
    int start = opener + 2;
    int end = closer;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return new Formula(
        Delimiter.DOUBLE_DOLLAR,
        style,
        text.sourceSpan(opener, closer + 2),
        text.sourceSpan(start, end),
        text.subSequence(start, end).toString(),
        text.offsets(start, end),
        context);
  }

  private boolean table() {
    if (!source.at(Syntax.TABLE_START) || !isAfterBoundary()) {
      return false;
    }
    List<MappedText> cells = TableCells.scan(source);
    if (cells.isEmpty()) {
      return false;
    }
    Node table = add(Node.Type.OTHER);
    cells.forEach(cell -> table.addText(cell, FormulaContext.TABLE_CELL));
    return true;
  }

  private boolean footnote() {
    Optional<MatchResult> definition = source.scan(Syntax.FOOTNOTE);
    if (definition.isEmpty()) {
      return false;
    }
    int start = source.position();
    source.scan(Syntax.LINE);
    int line = source.text.toString().indexOf('\n', start) + 1;
    source.moveTo(line == 0 ? source.text.length() : line);
    int end = CodeBlocks.end(source);
    MappedText.Builder content = new MappedText.Builder();
    for (MappedText contentLine : withLineFeeds(source.slice(start, end))) {
      Scanner lineScanner = new Scanner(contentLine);
      lineScanner.scan(Syntax.INDENT);
      content.append(contentLine.slice(lineScanner.position()));
    }
    source.moveTo(end);
    Node note = new Node(Node.Type.CONTAINER, FormulaContext.FOOTNOTE);
    parseInto(note, new Scanner(content.build()), "");
    add(Node.Type.DEFINITION);
    footnotes.put(definition.get().group(1), note);
    return true;
  }

  private static List<MappedText> withLineFeeds(MappedText text) {
    List<MappedText> lines = new java.util.ArrayList<>();
    String string = text.toString();
    int start = 0;
    while (start < string.length()) {
      int end = string.indexOf('\n', start);
      end = end < 0 ? string.length() : end + 1;
      lines.add(text.slice(start, end));
      start = end;
    }
    return lines;
  }

  private boolean linkDefinition() {
    Optional<MatchResult> definition = source.check(Syntax.LINK_DEFINITION);
    if (definition.isEmpty()) {
      return false;
    }
    String target = definition.get().group(3);
    if (target != null && Syntax.QUOTED_TITLE.matcher(target).find()) {
      return false;
    }
    source.moveTo(definition.get().end());
    links.add(SpanParser.normalized(definition.get().group(1)));
    add(Node.Type.DEFINITION);
    return true;
  }

  private boolean abbreviation() {
    if (source.scan(Syntax.ABBREVIATION).isEmpty()) {
      return false;
    }
    add(Node.Type.DEFINITION);
    return true;
  }

  private boolean extension() {
    if (source.scan(Syntax.ATTRIBUTE_DEFINITION).isPresent()) {
      add(Node.Type.DEFINITION);
      return true;
    }
    Optional<MatchResult> extension = source.check(Syntax.EXTENSION);
    if (extension.isPresent()) {
      return skipExtension(extension.get());
    }
    if (source.scan(Syntax.BLOCK_ATTRIBUTES).isEmpty()) {
      return false;
    }
    boolean attaches =
        tree.last()
            .map(last -> last.type != Node.Type.BLANK && last.type != Node.Type.BOUNDARY)
            .orElse(false);
    if (attaches) {
      add(Node.Type.DEFINITION);
    } else {
      pendingAttributes = true;
    }
    return true;
  }

  private boolean skipExtension(MatchResult extension) {
    String name = extension.group(1);
    int start = source.position();
    source.moveTo(extension.end());
    if (extension.group(2) == null) {
      int stop = source.find(Syntax.EXTENSION_STOPS.get(name));
      if (stop < 0) {
        source.moveTo(start);
        return false;
      }
      source.moveTo(stop);
      source.scan(Syntax.EXTENSION_STOPS.get(name));
    }
    add(name.equals("options") ? Node.Type.DEFINITION : Node.Type.OTHER);
    return true;
  }

  private boolean endOfBlock() {
    if (source.scan(Syntax.END_OF_BLOCK).isEmpty()) {
      return false;
    }
    add(Node.Type.BOUNDARY);
    return true;
  }

  private boolean paragraph() {
    int start = source.position();
    if (source.scan(Syntax.LINE).isEmpty()) {
      return false;
    }
    while (!source.at(dialect.paragraphEnd)) {
      if (source.scan(Syntax.LINE).isEmpty()) {
        break;
      }
    }
    MappedText text = stripEnd(source.slice(start, source.position()));
    if (tree.endsWith(Node.Type.PARAGRAPH)) {
      tree.last().orElseThrow().children.get(0).addLine(text);
    } else {
      Node paragraph = add(Node.Type.PARAGRAPH);
      paragraph.addText(text.strip(), paragraph.context);
    }
    return true;
  }

  private boolean isAfterBoundary() {
    return tree.children.isEmpty()
        || tree.endsWith(Node.Type.BLANK)
        || tree.endsWith(Node.Type.BOUNDARY)
        || pendingAttributes;
  }

  private Node add(Node.Type type) {
    pendingAttributes = false;
    return tree.add(type);
  }

  private static MappedText stripEnd(MappedText text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.slice(0, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == 0;
  }
}
