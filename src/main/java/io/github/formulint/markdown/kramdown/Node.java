package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An element of the tree that the block parsers build. Not thread-safe. */
final class Node {

  enum Type {
    CONTAINER,
    PARAGRAPH,
    BLANK,
    /** Blank for what follows: {@code ^} or an attribute list. */
    BOUNDARY,
    /** A definition of a link, footnote or abbreviation: nothing on the page, but no boundary. */
    DEFINITION,
    /** Text for the span parsers. */
    TEXT,
    /** Text of raw HTML, which no parser of kramdown reads. */
    RAW,
    DEFINITION_LIST,
    MATH,
    OTHER
  }

  final Type type;
  final FormulaContext context;
  final List<Node> children = new ArrayList<>();
  private final MappedText.Builder text = new MappedText.Builder();
  Optional<Formula> formula = Optional.empty();

  Node(Type type, FormulaContext context) {
    this.type = type;
    this.context = context;
  }

  Node add(Node child) {
    children.add(child);
    return child;
  }

  Node add(Type childType) {
    return add(new Node(childType, context));
  }

  /** Adds text of raw HTML. */
  void addRaw(MappedText raw) {
    Node child = add(new Node(Type.RAW, FormulaContext.HTML));
    child.text.append(raw);
  }

  Node addText(MappedText childText, FormulaContext childContext) {
    Node child = add(new Node(Type.TEXT, childContext));
    child.text.append(childText);
    return child;
  }

  /** Returns the text for the span parsers. */
  MappedText text() {
    return text.build();
  }

  /** Adds a line to the text. */
  void addLine(MappedText line) {
    int place = line.sourceStart(0);
    text.append('\n', place, place).append(line);
  }

  /** Returns the last child. */
  Optional<Node> last() {
    return children.isEmpty() ? Optional.empty() : Optional.of(children.get(children.size() - 1));
  }

  boolean endsWith(Type childType) {
    return last().map(child -> child.type == childType).orElse(false);
  }
}
