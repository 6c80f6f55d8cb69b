package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.commonmark.DocumentText;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;

/**
 * Keeps together the HTML elements in a line of text that hold no formulas. It is the list of
 * KaTeX's auto-render extension (0.18, option {@code ignoredTags}) without {@code noscript} and
 * {@code option}.
 */
final class LiteralElements implements InlineContentParserFactory {

  private static final Set<String> NAMES = Set.of("pre", "code", "script", "style", "textarea");
  private static final int LONGEST = "textarea".length();

  private final DocumentText document;

  LiteralElements(DocumentText document) {
    this.document = document;
  }

  /**
   * Returns the name of the literal element that opens at an offset, in lower case.
   *
   * @param text any text
   * @param index offset of a {@code <}
   */
  static Optional<String> nameAt(String text, int index) {
    int end = index + 1;
    while (end < text.length() && end - index <= LONGEST + 1 && isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(index + 1, end).toLowerCase(Locale.ROOT);
    boolean ends = end < text.length() && " \t\n>".indexOf(text.charAt(end)) >= 0;
    return ends && NAMES.contains(name) ? Optional.of(name) : Optional.empty();
  }

  /**
   * Returns the offset behind the closing tag of an element, or -1 if there is none.
   *
   * @param text any text
   * @param name name of the element, in lower case
   * @param from offset at which to begin
   */
  static int endOf(String text, String name, int from) {
    for (int i = text.indexOf("</", from); i >= 0; i = text.indexOf("</", i + 2)) {
      int end = i + 2 + name.length();
      if (text.regionMatches(true, i + 2, name, 0, name.length())
          && end < text.length()
          && text.charAt(end) == '>') {
        return end + 1;
      }
    }
    return -1;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  @Override
  public Set<Character> getTriggerCharacters() {
    return Set.of('<');
  }

  @Override
  public InlineContentParser create() {
    return new LiteralElement(document);
  }

  /** Reads one block; the parser makes a new one for each. */
  private static final class LiteralElement implements InlineContentParser {
    private final InlineText text;
    private final Set<String> unclosed = new HashSet<>();

    LiteralElement(DocumentText document) {
      this.text = new InlineText(document);
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Position here = state.scanner().position();
      int index = text.index(state.scanner());
      String content = text.block().content();
      Optional<String> name = nameAt(content, index).filter(n -> !unclosed.contains(n));
      if (name.isEmpty()) {
        return ParsedInline.none();
      }
      int end = endOf(content, name.get(), index);
      if (end < 0) {
        unclosed.add(name.get());
        return ParsedInline.none();
      }
      state.scanner().setPosition(here);
      for (int i = index; i < end; i++) {
        state.scanner().next();
      }
      HtmlInline element = new HtmlInline();
      element.setLiteral(content.substring(index, end));
      return ParsedInline.of(element, state.scanner().position());
    }
  }
}
