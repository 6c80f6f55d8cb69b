package io.github.formulint.markdown.flexmark;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.formulint.markdown.Delimiter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds inline formulas while Flexmark reads a block. The rules are those of the parsers that the
 * platforms hand to Flexmark, which are patterns: {@code $`(.|\n)*?`$} of Flexmark's {@code
 * GitLabInlineMathParser}, and {@code \\\[([^\\]+?)\\\]}, {@code \$\$([^$]+?)\$\$}, {@code
 * \\\(([^\\]+?)\\\)}, {@code \$([^\\]+?)\$} of the plugin's {@code
 * InlineKatexInlineParserExtension}, in this order. Flexmark looks for them from the mark on, not
 * only at the mark ({@code LightInlineParserImpl.matcher}), and what stands before the match is
 * shown nowhere.
 *
 * <p>Java runs the first pattern by calling itself for each character, and each mark would look for
 * its match anew, so long formulas would end in an overflow and many marks in an endless wait. Here
 * each match is looked for once.
 */
final class MathParser implements InlineParserExtension {

  /**
   * A pair of marks.
   *
   * @param delimiter what it is
   * @param barred the characters that may not stand in the TeX
   */
  private record Pair(Delimiter delimiter, String barred) {

    boolean bars(char c) {
      return barred.indexOf(c) >= 0;
    }
  }

  /** A dot takes no line ends, and only the line feed is named beside it. */
  private static final Pair BACKTICKS = new Pair(Delimiter.DOLLAR_BACKTICK, "\r\u0085\u2028\u2029");

  private static final List<Pair> GITLAB = List.of(BACKTICKS);

  private static final List<Pair> GITBUCKET =
      List.of(
          BACKTICKS,
          new Pair(Delimiter.BRACKET, "\\"),
          new Pair(Delimiter.DOUBLE_DOLLAR, "$"),
          new Pair(Delimiter.PARENTHESIS, "\\"),
          new Pair(Delimiter.DOLLAR, "\\"));

  /**
   * Where a formula stands in the text of a block.
   *
   * @param start where its opener begins
   * @param from where its TeX begins
   * @param end where its closer begins
   */
  private record Match(int start, int from, int end) {}

  private final List<Pair> pairs;

  /** The next match of each pair in the block that is read, as far as it was looked for. */
  private final Map<Pair, Match> matches = new HashMap<>();

  private BasedSequence block = BasedSequence.NULL;

  private MathParser(List<Pair> pairs) {
    this.pairs = pairs;
  }

  /** Returns what makes the parser of Flexmark's GitLab extension. */
  static InlineParserExtensionFactory ofGitLab() {
    return new Factory("$", GITLAB);
  }

  /** Returns what makes the parsers of GitBucket's plugin. */
  static InlineParserExtensionFactory ofGitBucket() {
    return new Factory("$\\", GITBUCKET);
  }

  @Override
  public boolean parse(LightInlineParser inlines) {
    BasedSequence input = inlines.getInput();
    if (input != block) {
      block = input;
      matches.clear();
    }
    int index = inlines.getIndex();
    for (Pair pair : pairs) {
      if (pair == BACKTICKS && !input.matchChars("$`", index)) {
        continue;
      }
      Match match = matches.get(pair);
      if (match == null || match.start < index) {
        match = find(input, index, pair);
        matches.put(pair, match);
      }
      if (match.end >= 0) {
        append(inlines, pair, match);
        return true;
      }
    }
    return false;
  }

  private static void append(LightInlineParser inlines, Pair pair, Match match) {
    BasedSequence input = inlines.getInput();
    int after = match.end + pair.delimiter.closer().length();
    inlines.flushTextNode();
    BasedSequence opener = input.subSequence(match.start, match.from);
    BasedSequence closer = input.subSequence(match.end, after);
    BasedSequence tex =
        pair == BACKTICKS
            ? input.baseSubSequence(opener.getEndOffset(), closer.getStartOffset())
            : input.subSequence(match.from, match.end);
    BasedSequence chars = input.baseSubSequence(opener.getStartOffset(), closer.getEndOffset());
    inlines.getBlock().appendChild(new MathNode(pair.delimiter, chars, tex));
    inlines.setIndex(after);
  }

  /** Returns the first match at an index or behind it, with a negative end if there is none. */
  private static Match find(BasedSequence input, int index, Pair pair) {
    String opener = pair.delimiter.opener();
    String closer = pair.delimiter.closer();
    int least = pair == BACKTICKS ? 0 : 1;
    int start = input.indexOf(opener, index);
    while (start >= 0) {
      int from = start + opener.length();
      int i = from;
      while (i < input.length()) {
        if (i >= from + least && input.matchChars(closer, i)) {
          return new Match(start, from, i);
        }
        if (pair.bars(input.charAt(i))) {
          break;
        }
        i++;
      }
      if (i >= input.length()) {
        break;
      }
      // Whatever opens before the barred character cannot pass it either, unless it is the
      // opener's.
      start = input.indexOf(opener, pair == BACKTICKS ? i + 1 : start + 1);
    }
    return new Match(Integer.MAX_VALUE, 0, -1);
  }

  @Override
  public void finalizeDocument(InlineParser inlineParser) {}

  @Override
  public void finalizeBlock(InlineParser inlineParser) {}

  private record Factory(String characters, List<Pair> pairs)
      implements InlineParserExtensionFactory {

    @Override
    public CharSequence getCharacters() {
      return characters;
    }

    @Override
    public InlineParserExtension apply(LightInlineParser inlineParser) {
      return new MathParser(pairs);
    }

    @Override
    public Set<Class<?>> getAfterDependents() {
      return Set.of();
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return Set.of();
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }
}
