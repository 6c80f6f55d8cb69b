package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.CharacterReferences;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The inline patterns that decide over formulas, in the order of Python-Markdown: code spans over
 * the whole text, then arithmatex (its smart dollars and {@code \(…\)}), then links and images,
 * which lose formulas in their targets and in the texts of images.
 */
final class InlinePatterns {

  /** Stands for a code span, an escape or a formula; the same letters as Python-Markdown. */
  static final char STASHED = '\u0002';

  /** Among the dollars left over, one before white space: it opens nothing. */
  private static final int NO_OPENER = -1;

  private final MappedText text;
  private final FormulaContext context;
  private final MappedText.Builder result = new MappedText.Builder();
  private final NavigableMap<Integer, List<Formula>> found = new TreeMap<>();
  private final Deque<Integer> unclosed = new ArrayDeque<>();
  private int noParenthesisFrom = Integer.MAX_VALUE;

  private InlinePatterns(MappedText text, FormulaContext context) {
    this.text = text;
    this.context = context;
  }

  /**
   * Returns the formulas of a text.
   *
   * @param text the text of a block
   * @param context where in the document it stands
   * @param links what to lose in links and images
   */
  static List<Formula> formulas(MappedText text, FormulaContext context, LinkPatterns links) {
    String string = text.toString();
    if (string.indexOf('$') < 0 && !string.contains("\\(")) {
      return List.of();
    }
    return new InlinePatterns(withoutCode(text), context).find(links);
  }

  /** {@code BACKTICK_RE}: a run of backticks closes with a run of the same length. */
  private static MappedText withoutCode(MappedText text) {
    String string = text.toString();
    if (string.indexOf('`') < 0) {
      return text;
    }
    Map<Integer, TreeSet<Integer>> runs = new HashMap<>();
    for (int i = 0; i < string.length(); i++) {
      int run = run(string, i, '`');
      if (run > 0) {
        runs.computeIfAbsent(run, key -> new TreeSet<>()).add(i);
        i += run - 1;
      }
    }
    MappedText.Builder result = new MappedText.Builder();
    int i = 0;
    while (i < string.length()) {
      char c = string.charAt(i);
      if (c == '\\') {
        int backslashes = run(string, i, '\\');
        boolean beforeCode = string.startsWith("`", i + backslashes);
        if (beforeCode && backslashes % 2 == 0) {
          stash(result, text, i, i + backslashes);
        } else {
          result.append(text, i, i + backslashes);
        }
        i += backslashes;
        if (beforeCode && backslashes % 2 == 1) {
          result.append(text, i, i + 1);
          i++;
        }
        continue;
      }
      int run = run(string, i, '`');
      int end = run > 0 ? spanEnd(runs, i, run) : -1;
      if (end >= 0) {
        stash(result, text, i, end);
        i = end;
      } else {
        int plain = Math.max(1, run);
        result.append(text, i, i + plain);
        i += plain;
      }
    }
    return result.build();
  }

  private static int spanEnd(Map<Integer, TreeSet<Integer>> runs, int start, int length) {
    for (int size = length; size > 0; size--) {
      TreeSet<Integer> closers = runs.get(size);
      Integer closer = closers == null ? null : closers.ceiling(start + length);
      if (closer != null) {
        return closer + size;
      }
    }
    return -1;
  }

  private static void stash(MappedText.Builder result, MappedText text, int start, int end) {
    result.append(STASHED, text.sourceStart(start), text.sourceEnd(end - 1));
  }

  private List<Formula> find(LinkPatterns links) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean escaped = result.length() > 0 && result.last() == '\\';
      if (escaped || c != '$' && c != '\\') {
        result.append(text, i, i + 1);
        i++;
      } else {
        i = c == '$' ? dollar(i) : backslashes(i);
      }
    }
    links.lost(result.build()).forEach(found::remove);
    return found.values().stream().flatMap(List::stream).toList();
  }

  private int dollar(int start) {
    int end = dollarEnd(start + 1);
    if (end >= 0) {
      formula(Delimiter.DOLLAR, start, start + 1, end, end + 1);
      return closeEarlier(end + 1);
    }
    boolean opens = start + 1 < text.length() && !isSpace(text.charAt(start + 1));
    unclosed.push(opens ? result.length() : NO_OPENER);
    result.append(text, start, start + 1);
    return start + 1;
  }

  /**
   * Arithmatex begins anew after each formula, so that a dollar left over before it may now find
   * its pair behind it: in {@code $$x$$}, the outer ones. No formula comes of that.
   */
  private int closeEarlier(int from) {
    int at = from;
    while (!unclosed.isEmpty() && unclosed.peek() != NO_OPENER) {
      int end = closingDollar(at, at);
      if (end < 0) {
        return at;
      }
      int opener = unclosed.pop();
      List<Formula> inside = new ArrayList<>();
      found.tailMap(opener).values().forEach(inside::addAll);
      found.tailMap(opener).clear();
      found.put(opener, inside);
      result.truncate(opener);
      stash(result, text, end, end + 1);
      at = end + 1;
    }
    return at;
  }

  private int backslashes(int start) {
    int count = run(text.toString(), start, '\\');
    char next = at(start + count);
    boolean even = count % 2 == 0;
    if (count > 1 && (next == '$' && even || next == '(' && !even)) {
      // Escaped backslashes before a formula: (?:\\{2})+ with what follows them.
      int end = start + count - count % 2;
      stash(result, text, start, end);
      return end;
    }
    if (count == 1 && next == '(' && start < noParenthesisFrom) {
      int end = parenthesisEnd(start + 2);
      if (end >= 0) {
        formula(Delimiter.PARENTHESIS, start, start + 2, end, end + 2);
        return closeEarlier(end + 2);
      }
      noParenthesisFrom = start;
    }
    result.append(text, start, start + count);
    return start + count;
  }

  /** {@code RE_SMART_DOLLAR_INLINE}: no white space inside the dollars, none of them escaped. */
  private int dollarEnd(int start) {
    boolean space = start >= text.length() || isSpace(text.charAt(start));
    return space ? -1 : closingDollar(start, start + 1);
  }

  private int closingDollar(int start, int first) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '$') {
        return i >= first && (i == start || !isSpace(text.charAt(i - 1))) ? i : -1;
      }
    }
    return -1;
  }

  /** {@code RE_BRACKET_INLINE}. */
  private int parenthesisEnd(int start) {
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        if (at(i + 1) == ')') {
          return i > start ? i : -1;
        }
        i++;
      }
    }
    return -1;
  }

  /** A formula that holds code is no formula on the page. */
  private void formula(Delimiter delimiter, int start, int texStart, int texEnd, int end) {
    MappedText tex = CharacterReferences.decoded(text.slice(texStart, texEnd));
    if (tex.toString().indexOf(STASHED) < 0) {
      found.put(
          result.length(),
          List.of(
              new Formula(
                  delimiter,
                  MathStyle.INLINE,
                  text.sourceSpan(start, end),
                  text.sourceSpan(texStart, texEnd),
                  tex.toString(),
                  tex.offsets(0, tex.length()),
                  context)));
    }
    stash(result, text, start, end);
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\n';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u2007' || c == '\u202f';
  }

  private static int run(String text, int index, char c) {
    int end = index;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end - index;
  }
}
