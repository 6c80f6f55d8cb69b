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
    return TagsAsText::tryParse;
  }

  private static ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    if (scanner.next("<!--")) {
      while (scanner.hasNext()) {
        if (scanner.next("-->")) {
          return ParsedInline.of(new Text(""), scanner.position());
        }
        scanner.next();
      }
      scanner.setPosition(start);
    }
    while (scanner.hasNext() && scanner.peek() != '>' && !Character.isWhitespace(scanner.peek())) {
      scanner.next();
    }
    boolean closed = scanner.next('>');
    String word = scanner.getSource(start, scanner.position()).getContent();
    scanner.setPosition(start);
    if (closed && ADDRESS.matcher(word).matches()) {
      return ParsedInline.none();
    }
    scanner.next();
    return ParsedInline.of(new Text("<"), scanner.position());
  }
}
