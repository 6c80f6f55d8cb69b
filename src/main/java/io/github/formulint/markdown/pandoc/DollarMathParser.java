package io.github.formulint.markdown.pandoc;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds formulas between dollars: {@code Commonmark.Extensions.Math} of commonmark-extensions. The
 * first dollar outside braces closes; white space inside the dollars, a digit behind them or a
 * closing brace too many make it none.
 */
final class DollarMathParser implements InlineContentParserFactory {

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('$');
  }

  @Override
  public InlineContentParser create() {
    return new BlockParser();
  }

  /** So many dollars that nothing closes stand in no document; the rest of a block is text. */
  private static final int MAX_UNCLOSED = 200;

  /** Goes over one block. */
  private static final class BlockParser implements InlineContentParser {
    private int unclosed;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      if (unclosed > MAX_UNCLOSED) {
        return ParsedInline.none();
      }
      scanner.next();
      boolean display = scanner.next('$');
      if (!display && isSpace(scanner.peek())) {
        return ParsedInline.none();
      }
      int length = 0;
      int braces = 0;
      char last = 0;
      while (scanner.hasNext()) {
        char c = scanner.peek();
        if (c == '$' && braces == 0) {
          return close(scanner, display, length, last);
        }
        if (c == '\\') {
          scanner.next();
        } else if (c == '{') {
          braces++;
        } else if (c == '}' && --braces < 0) {
          return ParsedInline.none();
        }
        last = scanner.peek();
        length++;
        scanner.next();
      }
      unclosed++;
      return ParsedInline.none();
    }

    private static ParsedInline close(Scanner scanner, boolean display, int length, char last) {
      scanner.next();
      if (display) {
        return scanner.next('$')
            ? ParsedInline.of(new DollarMath(2), scanner.position())
            : ParsedInline.none();
      }
      boolean empty = length == 0 || isSpace(last);
      return empty || Character.isDigit(scanner.peek())
          ? ParsedInline.none()
          : ParsedInline.of(new DollarMath(1), scanner.position());
    }

    private static boolean isSpace(char c) {
      return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
  }
}
