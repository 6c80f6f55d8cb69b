package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.universal.mark.Backticks;
import io.github.formulint.markdown.universal.mark.BareTex;
import io.github.formulint.markdown.universal.mark.BracketRule;
import io.github.formulint.markdown.universal.mark.CutFormula;
import io.github.formulint.markdown.universal.mark.DollarPlan;
import io.github.formulint.markdown.universal.mark.DollarRule;
import io.github.formulint.markdown.universal.mark.DoubleDollarRule;
import io.github.formulint.markdown.universal.mark.Match;
import io.github.formulint.markdown.universal.mark.MathLook;
import io.github.formulint.markdown.universal.mark.Opener;
import io.github.formulint.markdown.universal.mark.StrayDollar;
import io.github.formulint.markdown.universal.mark.StrayRule;
import io.github.formulint.markdown.universal.mark.TornPair;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what stands at a dollar or a backslash in the text of a block. The first closing mark that
 * fits decides; what was not found once is not looked for again, so a text is read a fixed number
 * of times. Not thread-safe; one for each block.
 */
final class FormulaFinder {

  /** How much text behind an opening mark is looked at to tell whether it begins a formula. */
  private static final int EVIDENCE = 1000;

  /** More backticks than this behind a dollar are code. */
  private static final int MAX_TICKS = 3;

  /** How many arguments in braces stand before the one that is text, if not the first one is. */
  private static final Map<String, Integer> ARGUMENTS_BEFORE_TEXT =
      Map.of("raisebox", 1, "colorbox", 1, "fcolorbox", 2);

  private static final int MAX_ARGUMENTS_BEFORE_TEXT = 2;

  /** What stands before a dollar in the Markdown of Doxygen. */
  private static final String DOXYGEN = "\\f";

  private final BlockText block;
  private final String text;

  /** For each closing mark: from this offset on there is none. */
  private final Map<String, Integer> unclosedFrom = new HashMap<>();

  private Map<Integer, Integer> textGroups;

  /** How the dollars pair from the first doubt on; null before there is any. */
  private DollarPlan plan;

  /** Where the formula found last ends. */
  private int lastEnd;

  FormulaFinder(BlockText block) {
    this.block = block;
    this.text = block.content();
  }

  /**
   * Returns what stands at a mark, or nothing if it is text like any other.
   *
   * @param index offset of a dollar or of a backslash that none escapes
   */
  Optional<Match> at(int index) {
    if (isInComment(index)) {
      int length = text.charAt(index) == '$' ? Opener.dollars(text, index) : 1;
      return Optional.of(new Match.Literal(index + length));
    }
    if (text.charAt(index) == '$') {
      if (isDrawing(index) || StrayRule.isInAddress(block.document(), block.toSource(index))) {
        return Optional.of(new Match.Literal(index + Opener.dollars(text, index)));
      }
      if (Opener.dollars(text, index) == 1) {
        return singleDollar(index);
      }
    }
    Optional<Opener> opener = Opener.at(text, index);
    if (opener.isEmpty()) {
      return text.charAt(index) == '$'
          ? Optional.of(new Match.Literal(index + Opener.dollars(text, index)))
          : bare(index);
    }
    return paired(opener.get());
  }

  /**
   * Returns the TeX without delimiters that begins on the line of a backslash, if it is the first.
   */
  private Optional<Match> bare(int index) {
    int source = block.toSource(index);
    return BareTex.at(block.document(), source)
        .map(
            span -> {
              int length = Math.min(text.length() - index, Math.max(1, span.end() - source));
              boolean isBracketed = block.document().at(span.start()) == '[';
              int end = isBracketed ? index + 1 : index + length;
              return new Match.Bare(end, span, isBracketed);
            });
  }

  /**
   * Returns the opener at a mark if this text does not close it.
   *
   * @param index offset of a dollar or of a backslash that none escapes
   */
  Optional<Opener> openAt(int index) {
    return isInComment(index) || isDrawing(index)
        ? Optional.empty()
        : Opener.at(text, index).filter(opener -> !close(opener).isClosed());
  }

  private Opener.Result close(Opener opener) {
    if (isUnclosed(opener.closer(), opener.end())) {
      return new Opener.Result(Opener.Search.NOTHING, text.length());
    }
    Opener.Result result = opener.search(text, opener.end(), text.length());
    if (result.search() == Opener.Search.NOTHING) {
      unclosedFrom.put(opener.closer(), opener.end());
    }
    return result;
  }

  private boolean isUnclosed(String closer, int from) {
    return from >= unclosedFrom.getOrDefault(closer, Integer.MAX_VALUE);
  }

  private Optional<Match> paired(Opener opener) {
    Opener.Result result = close(opener);
    if (result.isClosed() && isInComment(result.at())) {
      result = new Opener.Result(Opener.Search.NOTHING, result.at());
    }
    if (!result.isClosed()) {
      boolean emptyPair = opener.closer().equals("$$$$") && isAlone(opener.start(), opener.end());
      return emptyPair
          ? Optional.of(
              new Match.Found(
                  Delimiter.DOUBLE_DOLLAR,
                  MathStyle.DISPLAY,
                  opener.start(),
                  opener.start() + 2,
                  opener.start() + 2,
                  opener.end()))
          : stray(opener, Math.min(result.at(), opener.end() + EVIDENCE));
    }
    int end = result.at() + opener.closer().length();
    String content = text.substring(opener.end(), result.at());
    if (BracketRule.isMarkdown(opener, content)) {
      return Optional.empty();
    }
    if (!isFormula(opener, content, end)) {
      return stray(opener, Math.min(result.at(), opener.end() + EVIDENCE));
    }
    if (opener.delimiter() == Delimiter.ENVIRONMENT) {
      return found(opener, MathStyle.DISPLAY, opener.start(), end, end);
    }
    if (!opener.isDisplay()) {
      return found(opener, MathStyle.INLINE, opener.end(), result.at(), end);
    }
    int texStart = afterOpenerLine(opener.end(), result.at());
    int texEnd = beforeCloserLine(texStart, result.at());
    return nested(opener, texStart, texEnd, end)
        .or(() -> found(opener, MathStyle.DISPLAY, texStart, texEnd, end));
  }

  private Optional<Match> found(Opener opener, MathStyle style, int texStart, int texEnd, int end) {
    lastEnd = end;
    return Optional.of(
        new Match.Found(opener.delimiter(), style, opener.start(), texStart, texEnd, end));
  }

  /** A pair of brackets right inside double dollars. */
  private Optional<Match> nested(Opener opener, int texStart, int texEnd, int end) {
    int from = texStart;
    while (from < texEnd && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = texEnd;
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    boolean isNested =
        opener.delimiter() == Delimiter.DOUBLE_DOLLAR
            && to - from > 4
            && (text.startsWith("\\[", from) && text.startsWith("\\]", to - 2)
                || text.startsWith("\\(", from) && text.startsWith("\\)", to - 2))
            && BracketRule.lowestBalance(text, from + 2, to - 2) == 0;
    if (!isNested) {
      return Optional.empty();
    }
    int innerStart = afterOpenerLine(from + 2, to - 2);
    int innerEnd = beforeCloserLine(innerStart, to - 2);
    Match.Found formula =
        new Match.Found(
            opener.delimiter(), MathStyle.DISPLAY, opener.start(), innerStart, innerEnd, end);
    lastEnd = end;
    return Optional.of(new Match.Nested(formula, from, to));
  }

  private boolean isFormula(Opener opener, String content, int end) {
    return switch (opener.delimiter()) {
      case ENVIRONMENT -> true;
      case PARENTHESIS, DOUBLE_BACKSLASH_PARENTHESIS ->
          BracketRule.isInlineFormula(content, before(opener.start()));
      case BRACKET, DOUBLE_BACKSLASH_BRACKET ->
          BracketRule.isDisplayFormula(
              content, before(opener.start()), isAlone(opener.start(), end));
      default ->
          DoubleDollarRule.isFormula(
              content,
              isAlone(opener.start(), end),
              block.document().marks().belongTogether(block.toSource(opener.start())));
    };
  }

  private Optional<Match> singleDollar(int index) {
    int ticks = index + 1;
    while (ticks < text.length() && text.charAt(ticks) == '`') {
      ticks++;
    }
    int closer = closingTicks(ticks, ticks - index - 1);
    if (closer >= 0) {
      int end = closer + ticks - index;
      return Optional.of(
          new Match.Found(Delimiter.DOLLAR_BACKTICK, MathStyle.INLINE, index, ticks, closer, end));
    }
    Optional<Match> doxygen = ofDoxygen(index);
    if (doxygen.isPresent()) {
      return doxygen;
    }
    int close = plan != null && plan.knows(index) ? plan.closer(index) : closeByItself(index);
    if (close >= 0) {
      lastEnd = close + 1;
      Match.Found found =
          new Match.Found(Delimiter.DOLLAR, MathStyle.INLINE, index, index + 1, close, close + 1);
      return parenthesized(found).or(() -> Optional.of(found));
    }
    int torn = closingDollar(index + 1);
    if (torn > index + 1 && TornPair.is(text.substring(index + 1, torn), after(torn + 1))) {
      lastEnd = torn + 1;
      return Optional.of(new Match.Torn(Delimiter.DOLLAR, index, torn + 1));
    }
    Optional<Match> escaped = closedBehindBackslash(index);
    if (escaped.isPresent()) {
      return escaped;
    }
    int next = text.indexOf('$', index + 1);
    int end = next < 0 ? text.length() : next;
    Opener opener = new Opener(Delimiter.DOLLAR, index, index + 1, "$");
    return stray(opener, Math.min(end, index + 1 + EVIDENCE))
        .or(() -> strayDollar(index, Math.min(end, index + 1 + EVIDENCE)));
  }

  /** {@code \f$x\f$}: Doxygen's dollars have a command before them, which is no TeX. */
  private Optional<Match> ofDoxygen(int index) {
    if (!text.startsWith(DOXYGEN, index - DOXYGEN.length())) {
      return Optional.empty();
    }
    int close = closingDollar(index + 1);
    int texEnd = close - DOXYGEN.length();
    if (texEnd <= index + 1 || !text.startsWith(DOXYGEN, texEnd)) {
      return Optional.empty();
    }
    lastEnd = close + 1;
    return Optional.of(
        new Match.Found(Delimiter.DOLLAR, MathStyle.INLINE, index, index + 1, texEnd, close + 1));
  }

  /** A pair of parentheses right inside single dollars. */
  private Optional<Match> parenthesized(Match.Found found) {
    int from = found.texStart();
    int to = found.texEnd();
    if (to - from < 5 || !text.startsWith("\\(", from) || !text.startsWith("\\)", to - 2)) {
      return Optional.empty();
    }
    String content = text.substring(from + 2, to - 2);
    return content.isBlank() || content.contains("\\(") || content.contains("\\)")
        ? Optional.empty()
        : Optional.of(
            new Match.Nested(
                new Match.Found(
                    found.delimiter(), found.style(), found.start(), from + 2, to - 2, found.end()),
                from,
                to));
  }

  /**
   * Returns the formula that ends with a backslash too many, as in <code>$x^2 \$.</code>, where no
   * other dollar closes it.
   */
  private Optional<Match> closedBehindBackslash(int index) {
    int close = index + 1;
    int limit = Math.min(text.length() - 1, index + EVIDENCE);
    while (close < limit && text.charAt(close) != '\n' && !text.startsWith("\\$", close)) {
      close++;
    }
    if (close == index + 1 || !text.startsWith("\\$", close) || after(close + 2) == '$') {
      return Optional.empty();
    }
    String content = text.substring(index + 1, close);
    MathLook look = MathLook.of(content);
    boolean isMath =
        look.words() == 0
            && look.ideographs() == 0
            && !Character.isDigit(content.charAt(0))
            && !Character.isWhitespace(content.charAt(0))
            && !Character.isLetterOrDigit(after(close + 2))
            && (look.isEvident()
                || look.isSymbols()
                    && (lastEnd > 0
                        || StrayDollar.isIntroduced(
                            block.document().text(), block.toSource(index))));
    if (!isMath
        || DollarRule.judge(content, before(index), after(close + 2)) == DollarRule.Verdict.NEVER) {
      return Optional.empty();
    }
    lastEnd = close + 2;
    return Optional.of(
        new Match.Found(
            Delimiter.DOLLAR, MathStyle.INLINE, index, index + 1, close + 1, close + 2));
  }

  /** Returns what a dollar is that no other pairs with, if it is one of a formula after all. */
  private Optional<Match> strayDollar(int index, int end) {
    DocumentText document = block.document();
    int source = block.toSource(index);
    boolean speaksOfMath = lastEnd > 0 || StrayDollar.isIntroduced(document.text(), source);
    int tick = Backticks.closing(text, index, end);
    if (tick >= 0) {
      return Optional.of(new Match.Mismatched(Delimiter.DOLLAR, index, index + 1, tick, tick + 1));
    }
    if (StrayDollar.opens(text, index + 1, end, speaksOfMath)) {
      return Optional.of(new Match.Unclosed(Delimiter.DOLLAR, index, index + 1));
    }
    int start = lastEnd == 0 ? document.parsedFrom() : block.toSource(lastEnd - 1) + 1;
    if (StrayDollar.closes(document.text(), start, source) || Backticks.opens(document, source)) {
      return Optional.of(new Match.Unopened(Delimiter.DOLLAR, index, index + 1));
    }
    return Optional.empty();
  }

  /**
   * Returns the dollar that closes what one opens, or -1 if it opens nothing. Where that is in
   * doubt, all dollars up to the end of the text are paired at once.
   */
  private int closeByItself(int index) {
    int close = closingDollar(index + 1);
    if (close < 0 || isInComment(close)) {
      return -1;
    }
    String content = text.substring(index + 1, close);
    DollarRule.Verdict verdict = DollarRule.judge(content, before(index), after(close + 1));
    if (verdict == DollarRule.Verdict.FORMULA || verdict == DollarRule.Verdict.NEVER) {
      return verdict == DollarRule.Verdict.FORMULA ? close : -1;
    }
    plan = DollarPlan.of(text, before(0), singleDollars(index));
    return plan.closer(index);
  }

  /** Returns the single dollars from one on that may belong to formulas. */
  private List<Integer> singleDollars(int from) {
    List<Integer> dollars = new ArrayList<>();
    InlineMarkup markup = new InlineMarkup(text);
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c == '{' && textGroups().containsKey(i)) {
        i = textGroups().get(i);
      } else if (c == '$') {
        int run = Opener.dollars(text, i);
        if (run == 1 || run == 2 && dollars.size() % 2 == 1 && touches(i)) {
          for (int dollar = i; dollar < i + run; dollar++) {
            dollars.add(dollar);
          }
          i += run;
        } else {
          int closer = text.indexOf("$".repeat(run), i + run);
          i = closer < 0 ? i + run : closer + run;
        }
      } else {
        i = markup.behind(i);
      }
    }
    dollars.removeIf(this::isInComment);
    return dollars;
  }

  /** Returns whether no space stands beside two dollars: one formula touches another. */
  private boolean touches(int dollars) {
    return dollars > 0
        && !Character.isWhitespace(text.charAt(dollars - 1))
        && !Character.isWhitespace(after(dollars + 2));
  }

  /** Returns the next run of as many backticks if a dollar stands behind it, else -1. */
  private int closingTicks(int from, int ticks) {
    String closer = "`".repeat(Math.min(ticks, MAX_TICKS)) + "$";
    if (ticks == 0 || ticks > MAX_TICKS || isUnclosed(closer, from)) {
      return -1;
    }
    for (int i = text.indexOf('`', from); i >= 0; i = text.indexOf('`', i)) {
      int end = i;
      while (end < text.length() && text.charAt(end) == '`') {
        end++;
      }
      if (end - i == ticks) {
        return text.startsWith("$", end) ? i : -1;
      }
      i = end;
    }
    unclosedFrom.put(closer, from);
    return -1;
  }

  /** Returns the next dollar that closes, or -1. Dollars inside {@code \text{…}} come in pairs. */
  private int closingDollar(int from) {
    if (isUnclosed("$", from)) {
      return -1;
    }
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c == '$') {
        return i;
      } else if (c == '{' && textGroups().containsKey(i)) {
        i = textGroups().get(i);
      } else {
        i++;
      }
    }
    unclosedFrom.put("$", from);
    return -1;
  }

  /** Returns for each brace that opens a text with paired dollars the offset behind its end. */
  private Map<Integer, Integer> textGroups() {
    if (textGroups == null) {
      textGroups = new HashMap<>();
      Map<Integer, Integer> startsByEnd = new HashMap<>();
      Deque<int[]> open = new ArrayDeque<>();
      int dollars = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '$') {
          dollars++;
        } else if (c == '{') {
          open.push(new int[] {i, dollars});
        } else if (c == '}' && !open.isEmpty()) {
          int[] group = open.pop();
          int inside = dollars - group[1];
          startsByEnd.put(i + 1, group[0]);
          if (inside > 0 && inside % 2 == 0 && opensText(group[0], startsByEnd)) {
            textGroups.put(group[0], i + 1);
          }
        }
      }
    }
    return textGroups;
  }

  /**
   * Returns whether a brace opens an argument that is text.
   *
   * @param brace offset of the brace
   * @param startsByEnd where the groups before it begin, by the offset behind their end
   */
  private boolean opensText(int brace, Map<Integer, Integer> startsByEnd) {
    int first = brace;
    int argument = 0;
    while (argument < MAX_ARGUMENTS_BEFORE_TEXT && startsByEnd.containsKey(first)) {
      first = startsByEnd.get(first);
      argument++;
    }
    int start = first;
    while (start > 0 && first - start < 12 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    if (start == 0 || text.charAt(start - 1) != '\\') {
      return false;
    }
    String command = text.substring(start, first);
    return argument == 0
        ? MathLook.takesText(command)
        : ARGUMENTS_BEFORE_TEXT.getOrDefault(command, 0) == argument;
  }

  private Optional<Match> stray(Opener opener, int evidenceEnd) {
    Optional<Match> cut = cut(opener);
    if (cut.isPresent()) {
      return cut;
    }
    return StrayRule.judge(opener, text, evidenceEnd, place(opener.start()))
        .or(() -> strayDollars(opener, evidenceEnd))
        .or(
            () ->
                opener.delimiter() == Delimiter.DOUBLE_DOLLAR
                    ? Optional.of(new Match.Literal(opener.end()))
                    : Optional.empty());
  }

  /** Returns the opening mark of a formula that goes on behind a blank line. */
  private Optional<Match> cut(Opener opener) {
    if (!opener.closer().equals("$$")) {
      return Optional.empty();
    }
    int opened = block.toSource(opener.end() - 1) + 1;
    return CutFormula.behind(block.document(), opened)
        .map(parts -> new Match.Cut(opener.delimiter(), opener.start(), opener.end(), parts));
  }

  private Optional<Match> strayDollars(Opener opener, int end) {
    return opener.closer().equals("$$") && StrayDollar.opens(text, opener.end(), end, true)
        ? Optional.of(new Match.Unclosed(opener.delimiter(), opener.start(), opener.end()))
        : Optional.empty();
  }

  private int afterOpenerLine(int start, int end) {
    int at = start;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at < end && text.charAt(at) == '\n' ? at + 1 : start;
  }

  private int beforeCloserLine(int start, int end) {
    int at = end;
    while (at > start && isSpace(text.charAt(at - 1))) {
      at--;
    }
    if (at == 0 || text.charAt(at - 1) != '\n') {
      return end;
    }
    return Math.max(start, at - 1);
  }

  /** Returns whether nothing else stands on the lines where a span begins and ends. */
  private boolean isAlone(int start, int end) {
    return startsLine(start) && block.document().endsContent(block.toSource(end - 1) + 1);
  }

  private StrayRule.Place place(int index) {
    return startsLine(index) ? StrayRule.Place.LINE_START : StrayRule.Place.IN_LINE;
  }

  private boolean startsLine(int index) {
    return block.document().startsContent(block.toSource(index));
  }

  private char before(int index) {
    return block.document().before(block.toSource(index));
  }

  private char after(int index) {
    return index < text.length() ? text.charAt(index) : '\n';
  }

  private boolean isDrawing(int index) {
    return text.charAt(index) == '$' && block.document().marks().isInDrawing(block.toSource(index));
  }

  private boolean isInComment(int index) {
    return block.document().marks().isInComment(block.toSource(index));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
