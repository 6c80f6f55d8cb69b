package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.universal.mark.Match;
import io.github.formulint.markdown.universal.mark.Opener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes over text that the parser does not read as inline content: the lines of an HTML block, the
 * row of a table, a paragraph that is not complete yet. Code spans, tags, comments and elements
 * that hold no formulas are passed over. Not thread-safe; one for each text.
 */
final class PlainText {

  private final BlockText block;
  private final String text;
  private final FormulaFinder finder;
  private final InlineMarkup markup;

  PlainText(BlockText block) {
    this.block = block;
    this.text = block.content();
    this.finder = new FormulaFinder(block);
    this.markup = new InlineMarkup(text);
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
        at = markup.behind(at);
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
        at = markup.behind(at);
      }
    }
    return Optional.empty();
  }
}
