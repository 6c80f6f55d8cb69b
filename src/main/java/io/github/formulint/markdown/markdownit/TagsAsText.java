package io.github.formulint.markdown.markdownit;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Leaves tags what they are in a text without HTML: text. Addresses in angle brackets are still
 * links, and comments are passed over (markdown-it 14 with {@code html: false};
 * markdown-it-inline-comments 1).
 */
final class TagsAsText implements InlineContentParserFactory {

  private static final Pattern ADDRESS =
      Pattern.compile("<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\\x00-\\x20]*|[^\\s<>]+@[^\\s<>]+)>");

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('<');
  }

  @Override
  public InlineContentParser create() {
    return new OfOneText();
  }

  /** Looks at each character of a text once, whatever opens and is never closed. */
  private static final class OfOneText implements InlineContentParser {

    /** Whether no comment ends behind any place that comes. */
    private boolean endsNoComment;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      Position start = scanner.position();
      if (!endsNoComment && scanner.next("<!--")) {
        while (scanner.hasNext()) {
          if (scanner.next("-->")) {
            return ParsedInline.of(new Text(""), scanner.position());
          }
          scanner.next();
        }
        endsNoComment = true;
        scanner.setPosition(start);
      }
      scanner.next();
      while (scanner.hasNext() && !endsWord(scanner.peek())) {
        scanner.next();
      }
      boolean isClosed = scanner.next('>');
      String word = isClosed ? scanner.getSource(start, scanner.position()).getContent() : "";
      scanner.setPosition(start);
      if (ADDRESS.matcher(word).matches()) {
        return ParsedInline.none();
      }
      scanner.next();
      return ParsedInline.of(new Text("<"), scanner.position());
    }

    private static boolean endsWord(char c) {
      return c == '<' || c == '>' || Character.isWhitespace(c);
    }
  }
}
