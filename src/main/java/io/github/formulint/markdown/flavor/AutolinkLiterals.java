package io.github.formulint.markdown.flavor;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Addresses that stand in the text as they are, {@code https://…} and {@code www.…}: a dollar in
 * them opens nothing (GFM 0.29, section 6.9; micromark-extension-gfm-autolink-literal 2).
 */
public final class AutolinkLiterals implements InlineContentParserFactory {

  /** What may end a sentence behind an address; {@code <} always ends one. */
  private static final String TRAILING = "!\"&'),.:;<>?]_~*";

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('h', 'H', 'w', 'W');
  }

  @Override
  public InlineContentParser create() {
    return AutolinkLiterals::tryParse;
  }

  private static ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    int before = scanner.peekPreviousCodePoint();
    boolean www = scanner.peek() == 'w' || scanner.peek() == 'W';
    if (www ? !opensWww(before) : isLetter(before)) {
      return ParsedInline.none();
    }
    if (!(www ? matches(scanner, "www.") : matches(scanner, "http"))) {
      return ParsedInline.none();
    }
    if (!www) {
      matches(scanner, "s");
      if (!scanner.next("://")) {
        return ParsedInline.none();
      }
    }
    if (!domain(scanner)) {
      return ParsedInline.none();
    }
    path(scanner);
    String text = scanner.getSource(start, scanner.position()).getContent();
    return ParsedInline.of(new Text(text), scanner.position());
  }

  private static boolean matches(Scanner scanner, String lowerCase) {
    for (int i = 0; i < lowerCase.length(); i++) {
      if (Character.toLowerCase(scanner.peek()) != lowerCase.charAt(i)) {
        return false;
      }
      scanner.next();
    }
    return true;
  }

  private static boolean opensWww(int before) {
    return before == 0 || Character.isWhitespace(before) || "(*_[]~".indexOf(before) >= 0;
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean domain(Scanner scanner) {
    boolean seen = false;
    while (scanner.hasNext()) {
      char c = scanner.peek();
      boolean inside = c == '-' || c == '_' || c == '.' || !isPunctuationOrSpace(c);
      if (!inside || c == '.' && isTrail(scanner)) {
        break;
      }
      scanner.next();
      seen = true;
    }
    return seen;
  }

  private static void path(Scanner scanner) {
    int open = 0;
    while (scanner.hasNext()) {
      char c = scanner.peek();
      if (Character.isWhitespace(c) || c == '<') {
        return;
      }
      if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (TRAILING.indexOf(c) >= 0 && isTrail(scanner)) {
        return;
      }
      scanner.next();
    }
  }

  /** Returns whether nothing but the end of a sentence follows up to white space. */
  private static boolean isTrail(Scanner scanner) {
    Position here = scanner.position();
    boolean trail = true;
    while (scanner.hasNext()) {
      char c = scanner.peek();
      if (Character.isWhitespace(c) || c == '<') {
        break;
      }
      if (c == ']') {
        scanner.next();
        char next = scanner.peek();
        trail = next == '(' || next == '[' || next == Scanner.END || Character.isWhitespace(next);
        if (trail) {
          break;
        }
        continue;
      }
      if (TRAILING.indexOf(c) < 0) {
        trail = false;
        break;
      }
      scanner.next();
    }
    scanner.setPosition(here);
    return trail;
  }

  private static boolean isPunctuationOrSpace(char c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> Character.isWhitespace(c) || Character.isISOControl(c);
    };
  }
}
