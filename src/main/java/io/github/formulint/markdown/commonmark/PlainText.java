package io.github.formulint.markdown.commonmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes over text that the parser does not read as inline content: the lines of an HTML block, the
 * row of a table, a paragraph that is not complete yet. Code spans, tags, comments and elements
 * that hold no formulas are passed over. Not thread-safe; one for each text.
 */
final class PlainText {

  private final BlockText block;
  private final String text;
  private final FormulaFinder finder;
  private final Set<Integer> unclosedTicks = new HashSet<>();
  private boolean tagsClose = true;

  PlainText(BlockText block) {
    this.block = block;
    this.text = block.content();
    this.finder = new FormulaFinder(block);
  }

  /** Returns the formulas and stray marks, in order. */
  List<MatchNode> matches() {
    List<MatchNode> matches = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$' || c == '\\') {
        Optional<Match> match = finder.at(at);
        if (match.isPresent() && !(match.get() instanceof Match.Literal)) {
          matches.add(new MatchNode(block, match.get()));
        }
        at = match.isPresent() ? match.get().end() : at + (c == '\\' ? 2 : 1);
      } else {
        at = next(at);
      }
    }
    return matches;
  }

  /** Returns the first opening mark of a display formula that the text does not close. */
  Optional<Opener> open() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$' || c == '\\') {
        Optional<Opener> open = finder.openAt(at).filter(Opener::isDisplay);
        if (open.isPresent()) {
          return open;
        }
        Optional<Match> match = finder.at(at);
        at = match.isPresent() ? match.get().end() : at + (c == '\\' ? 2 : 1);
      } else {
        at = next(at);
      }
    }
    return Optional.empty();
  }

  private int next(int at) {
    return switch (text.charAt(at)) {
      case '`' -> afterCode(at);
      case '<' -> afterTag(at);
      default -> at + 1;
    };
  }

  private int afterCode(int start) {
    int end = endOfTicks(start);
    int ticks = end - start;
    if (unclosedTicks.contains(ticks)) {
      return end;
    }
    for (int i = text.indexOf('`', end); i >= 0; i = text.indexOf('`', i)) {
      int runEnd = endOfTicks(i);
      if (runEnd - i == ticks) {
        return runEnd;
      }
      i = runEnd;
    }
    unclosedTicks.add(ticks);
    return end;
  }

  private int endOfTicks(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private int afterTag(int start) {
    Optional<String> literal = LiteralElements.nameAt(text, start);
    if (literal.isPresent()) {
      int end = LiteralElements.endOf(text, literal.get(), start);
      return end < 0 ? text.length() : end;
    }
    if (text.startsWith("<!--", start)) {
      int end = text.indexOf("-->", start + 4);
      return end < 0 ? text.length() : end + 3;
    }
    boolean isTag =
        start + 1 < text.length()
            && (Character.isLetter(text.charAt(start + 1)) || text.charAt(start + 1) == '/');
    return isTag && tagsClose ? afterTagEnd(start) : start + 1;
  }

  private int afterTagEnd(int start) {
    char quote = 0;
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    tagsClose = false;
    return start + 1;
  }
}
