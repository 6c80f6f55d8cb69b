package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The formulas of pandoc's Markdown: {@code mathDisplayWith} and {@code mathInlineWith} of {@code
 * Text.Pandoc.Parsing.Math} 3.x, for one text. Not thread-safe: remembers what is not closed.
 */
final class MathSyntax {

  private static final List<Delimiter> DOLLARS = List.of(Delimiter.DOUBLE_DOLLAR, Delimiter.DOLLAR);
  private static final List<Delimiter> SINGLE_BACKSLASH =
      List.of(Delimiter.BRACKET, Delimiter.PARENTHESIS);
  private static final List<Delimiter> DOUBLE_BACKSLASH =
      List.of(Delimiter.DOUBLE_BACKSLASH_BRACKET, Delimiter.DOUBLE_BACKSLASH_PARENTHESIS);

  private final MappedText mapped;
  private final String text;
  private final PandocExtensions extensions;
  private final Map<Delimiter, Integer> unclosedFrom = new EnumMap<>(Delimiter.class);
  private final Map<Delimiter, Span> failed = new EnumMap<>(Delimiter.class);
  private int[] groupEnds;

  MathSyntax(MappedText mapped, PandocExtensions extensions) {
    this.mapped = mapped;
    this.text = mapped.toString();
    this.extensions = extensions;
  }

  /** A formula and the index behind it. */
  record Found(Formula formula, int end) {}

  /** Returns the formula that begins at an index. */
  Optional<Found> at(int index, FormulaContext context) {
    char c = text.charAt(index);
    if (c == '$') {
      return first(DOLLARS, index, context);
    }
    if (c != '\\') {
      return Optional.empty();
    }
    Optional<Found> found =
        extensions.singleBackslash() ? first(SINGLE_BACKSLASH, index, context) : Optional.empty();
    return found.isEmpty() && extensions.doubleBackslash()
        ? first(DOUBLE_BACKSLASH, index, context)
        : found;
  }

  private Optional<Found> first(List<Delimiter> pair, int index, FormulaContext context) {
    for (Delimiter delimiter : pair) {
      if (text.startsWith(delimiter.opener(), index)) {
        boolean display = delimiter == pair.get(0);
        int start = index + delimiter.opener().length();
        int close = display ? displayEnd(delimiter, start) : inlineEnd(delimiter, start);
        if (close >= 0) {
          int end = close + delimiter.closer().length();
          return Optional.of(
              new Found(formula(delimiter, display, index, start, close, end, context), end));
        }
      }
    }
    return Optional.empty();
  }

  /** Anything up to the closer, but no blank line. */
  private int displayEnd(Delimiter delimiter, int start) {
    if (start >= unclosedFrom.getOrDefault(delimiter, Integer.MAX_VALUE)
        || text.startsWith(delimiter.closer(), start)) {
      return -1;
    }
    int close = text.indexOf(delimiter.closer(), start);
    if (close < 0) {
      unclosedFrom.put(delimiter, start);
      return -1;
    }
    // Not to the next line end, which may be far behind the closer.
    for (int i = start; i < close; i++) {
      if (text.charAt(i) == '\n' && TextLines.isBlankAt(text, i + 1)) {
        return -1;
      }
    }
    return close;
  }

  private int inlineEnd(Delimiter delimiter, int start) {
    String closer = delimiter.closer();
    Span failure = failed.getOrDefault(delimiter, Span.at(0));
    if (failure.start() <= start && start < failure.end()
        || start >= text.length()
        || text.startsWith(closer, start)
        || delimiter == Delimiter.DOLLAR && TextLines.isSpace(text.charAt(start))) {
      return -1;
    }
    int i = start;
    boolean overGroup = false;
    while (i < text.length()) {
      if (i > start && text.startsWith(closer, i)) {
        int end = i + closer.length();
        if (end >= text.length() || !Character.isDigit(text.charAt(end))) {
          return i;
        }
        break;
      }
      int next = afterPart(i);
      if (next < 0) {
        break;
      }
      overGroup |= next > i + 2 && text.charAt(i) == '\\';
      i = next;
    }
    if (!overGroup) {
      // Whatever opens on the way here fails at the same place.
      failed.put(delimiter, new Span(start, i));
    }
    return -1;
  }

  /** Returns the index behind the next part of inline TeX, or -1 where it breaks off. */
  private int afterPart(int i) {
    char c = text.charAt(i);
    if (c == '\\') {
      int braces = text.startsWith("text{", i + 1) ? balancedEnd(i + 5) : -1;
      return braces >= 0 ? braces : i + 2;
    }
    if (c != ' ' && c != '\t' && c != '\n') {
      return i + 1;
    }
    int end = i;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '\n') {
      return TextLines.isBlankAt(text, end + 1) || text.startsWith("$", end + 1) ? -1 : end + 1;
    }
    return end < text.length() && text.charAt(end) == '$' ? -1 : end;
  }

  /** Returns the index behind the group whose brace stands at an index, or -1. */
  private int balancedEnd(int open) {
    if (groupEnds == null) {
      groupEnds = new int[text.length()];
      Arrays.fill(groupEnds, -1);
      Deque<Integer> openers = new ArrayDeque<>();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '{') {
          openers.push(i);
        } else if (c == '}' && !openers.isEmpty()) {
          groupEnds[openers.pop()] = i + 1;
        }
      }
    }
    return groupEnds[open];
  }

  private Formula formula(
      Delimiter delimiter,
      boolean display,
      int start,
      int texStart,
      int texEnd,
      int end,
      FormulaContext context) {
    MappedText tex = mapped.slice(texStart, texEnd);
    if (!display) {
      tex = trimmed(withoutLineEndSpaces(tex));
    }
    return new Formula(
        delimiter,
        display ? MathStyle.DISPLAY : MathStyle.INLINE,
        mapped.sourceSpan(start, end),
        tex.sourceSpan(0, tex.length()),
        tex.toString(),
        tex.offsets(0, tex.length()),
        context);
  }

  private static MappedText withoutLineEndSpaces(MappedText tex) {
    if (tex.toString().indexOf(" \n") < 0) {
      return tex;
    }
    MappedText.Builder result = new MappedText.Builder();
    for (int i = 0; i < tex.length(); i++) {
      int end = i;
      while (end < tex.length() && tex.charAt(end) == ' ') {
        end++;
      }
      if (end > i
          && end < tex.length()
          && tex.charAt(end) == '\n'
          && (i == 0 || tex.charAt(i - 1) != '\\')) {
        i = end;
      }
      result.append(tex, i, i + 1);
    }
    return result.build();
  }

  /** {@code trimMath}: a space behind a backslash stays. */
  private static MappedText trimmed(MappedText tex) {
    int start = 0;
    int end = tex.length();
    while (start < end && TextLines.isSpace(tex.charAt(start))) {
      start++;
    }
    while (end > start
        && TextLines.isSpace(tex.charAt(end - 1))
        && (end - 2 < start || tex.charAt(end - 2) != '\\')) {
      end--;
    }
    return tex.slice(start, end);
  }
}
