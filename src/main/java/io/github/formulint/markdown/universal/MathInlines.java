package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.universal.mark.Match;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;

/** Makes nodes of the formulas in inline content. */
final class MathInlines implements InlineContentParserFactory {

  /** The pipe is no mark: the text must be known from the first one on, see {@link InlineText}. */
  private static final Set<Character> MARKS = Set.of('$', '\\', '|');

  private final DocumentText document;

  MathInlines(DocumentText document) {
    this.document = document;
  }

  @Override
  public Set<Character> getTriggerCharacters() {
    return MARKS;
  }

  @Override
  public InlineContentParser create() {
    return new MathInline(document);
  }

  /** Reads one block; the parser makes a new one for each. */
  private static final class MathInline implements InlineContentParser {
    private final InlineText text;
    private FormulaFinder finder;

    MathInline(DocumentText document) {
      this.text = new InlineText(document);
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Position here = state.scanner().position();
      int index = text.index(state.scanner());
      if (text.block().content().charAt(index) == '|') {
        return ParsedInline.none();
      }
      if (finder == null) {
        finder = new FormulaFinder(text.block());
      }
      Optional<Match> match = finder.at(index);
      if (match.isEmpty()) {
        return ParsedInline.none();
      }
      int end = match.get().end();
      state.scanner().setPosition(here);
      for (int i = index; i < end; i++) {
        state.scanner().next();
      }
      return ParsedInline.of(node(match.get(), index), state.scanner().position());
    }

    private Node node(Match match, int index) {
      return match instanceof Match.Literal
          ? new Text(text.block().content().substring(index, match.end()))
          : new MatchNode(text.block(), match);
    }
  }
}
