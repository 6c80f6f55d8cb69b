package io.github.formulint.markdown.flavor;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Makes nodes of the formulas in the text of blocks, as a rule finds them. */
public final class MathInlines implements InlineContentParserFactory {

  private final DocumentText document;
  private final Supplier<InlineRule> rules;
  private final Set<Character> openers;

  /**
   * Makes the factory.
   *
   * @param document the document that is parsed
   * @param rules makes the rule for each block
   */
  public MathInlines(DocumentText document, Supplier<InlineRule> rules) {
    this(document, rules, Set.of('$'));
  }

  /**
   * Makes the factory for formulas that do not all begin with a dollar.
   *
   * @param document the document that is parsed
   * @param rules makes the rule for each block; where it finds a literal of no length, the
   *     character is left to the others
   * @param openers the characters that formulas begin with
   */
  public MathInlines(DocumentText document, Supplier<InlineRule> rules, Set<Character> openers) {
    this.document = document;
    this.rules = rules;
    this.openers = openers;
  }

  @Override
  public Set<Character> getTriggerCharacters() {
    return openers;
  }

  @Override
  public InlineContentParser create() {
    return new DollarParser(document, rules.get());
  }

  /** Reads one block; the parser makes a new one for each. */
  private static final class DollarParser implements InlineContentParser {
    private final DocumentText document;
    private final InlineRule rule;
    private final TreeMap<Integer, Integer> lineStarts = new TreeMap<>();
    private MappedText text;

    DollarParser(DocumentText document, InlineRule rule) {
      this.document = document;
      this.rule = rule;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      Position here = scanner.position();
      if (text == null) {
        takeText(scanner, here);
      }
      int index = index(scanner, here);
      int before = scanner.peekPreviousCodePoint();
      char previous = before > Character.MAX_VALUE ? Character.lowSurrogate(before) : (char) before;
      DollarMatch match =
          rule.at(text.toString(), index, previous, document, text.sourceStart(index));
      if (match.end() == index) {
        return ParsedInline.none();
      }
      for (int i = index; i < match.end(); i++) {
        scanner.next();
      }
      return ParsedInline.of(node(match, index), scanner.position());
    }

    private Node node(DollarMatch match, int index) {
      return match instanceof DollarMatch.Found found
          ? new MathInline(text, found)
          : new Text(text.toString().substring(index, match.end()));
    }

    /** Takes the text of the block, from its first dollar on. */
    private void takeText(Scanner scanner, Position here) {
      while (scanner.hasNext()) {
        scanner.next();
      }
      List<SourceLine> lines = scanner.getSource(here, scanner.position()).getLines();
      text = ParsedText.of(document, lines);
      int start = 0;
      for (SourceLine line : lines) {
        lineStarts.put(document.startOf(line.getSourceSpan()), start);
        start += line.getContent().length() + 1;
      }
      scanner.setPosition(here);
    }

    /** The parser counts from the start of a line, as if nothing had been taken away inside it. */
    private int index(Scanner scanner, Position here) {
      scanner.next();
      int offset =
          document.startOf(scanner.getSource(here, scanner.position()).getSourceSpans().get(0));
      scanner.setPosition(here);
      int line = lineStarts.floorKey(offset);
      return lineStarts.get(line) + offset - line;
    }
  }
}
