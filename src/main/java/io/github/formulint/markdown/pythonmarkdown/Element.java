package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An element of the tree that the block processors build. Not thread-safe. */
final class Element {

  final String tag;
  final List<Element> children = new ArrayList<>();
  final FormulaContext context;

  /** The inline text at the start; empty in code. */
  MappedText text = MappedText.EMPTY;

  /** The inline text behind the element. */
  MappedText tail = MappedText.EMPTY;

  /** The formulas of a math block; at most one. */
  List<Formula> formulas = List.of();

  Element(String tag, FormulaContext context) {
    this.tag = tag;
    this.context = context;
  }

  /** Adds a child at the end and returns it. */
  Element add(String childTag) {
    Element child = new Element(childTag, contextOf(childTag));
    children.add(child);
    return child;
  }

  /** Moves the text at the start into a paragraph of its own, if there is any. */
  void wrapText() {
    if (text.length() > 0) {
      Element paragraph = new Element("p", context);
      paragraph.text = text;
      text = MappedText.EMPTY;
      children.add(0, paragraph);
    }
  }

  /** Returns whether this is one of some elements. */
  boolean isOneOf(Set<String> tags) {
    return tags.contains(tag);
  }

  private FormulaContext contextOf(String childTag) {
    return switch (childTag) {
      case "li" -> FormulaContext.LIST;
      case "blockquote" -> FormulaContext.QUOTE;
      case "td" -> FormulaContext.TABLE_CELL;
      case "h" -> FormulaContext.HEADING;
      default -> context;
    };
  }
}
