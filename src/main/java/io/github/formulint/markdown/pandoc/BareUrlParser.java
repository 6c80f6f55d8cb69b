package io.github.formulint.markdown.pandoc;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Passes over bare URLs, in which dollars are dollars: {@code autolink_bare_uris}. */
final class BareUrlParser implements InlineContentParserFactory {

  private static final Set<String> STARTS = Set.of("http://", "https://", "ftp://", "www.");

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('h', 'f', 'w');
  }

  @Override
  public InlineContentParser create() {
    return BareUrlParser::tryParse;
  }

  private static ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    if (Character.isLetterOrDigit(scanner.peekPreviousCodePoint())) {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    if (STARTS.stream().noneMatch(scanner::next)) {
      return ParsedInline.none();
    }
    StringBuilder url = new StringBuilder();
    Position end = null;
    int parentheses = 0;
    while (scanner.hasNext() && " \t\n<".indexOf(scanner.peek()) < 0) {
      char c = scanner.peek();
      parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
      url.append(c);
      scanner.next();
      boolean trailing = "?!.,:*_~'\"".indexOf(c) >= 0 || c == ')' && parentheses < 0;
      if (!trailing) {
        end = scanner.position();
      }
    }
    if (end == null) {
      return ParsedInline.none();
    }
    return ParsedInline.of(new Text(scanner.getSource(start, end).getContent()), end);
  }
}
