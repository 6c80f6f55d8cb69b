package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The inline patterns that decide over formulas, in the order of Python-Markdown: code spans over
 * the whole text, then arithmatex (its smart dollars and {@code \(…\)}), then links and images,
 * which lose formulas in their targets and in the texts of images.
 */
final class InlinePatterns {

  /** Stands for a code span, an escape or a formula; the same letters as Python-Markdown. */
  static final char STASHED = '\u0002';

  private final MappedText text;
  private final FormulaContext context;

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
    MappedText.Builder result = new MappedText.Builder();
    Map<Integer, Formula> found = new HashMap<>();
    boolean escaped = false;
    int noParenthesisFrom = Integer.MAX_VALUE;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = -1;
      int mark = 1;
      Delimiter delimiter = Delimiter.DOLLAR;
      if (c == '$' && !escaped) {
        end = dollarEnd(i + 1);
      } else if (c == '\\' && !escaped) {
        int backslashes = run(text.toString(), i, '\\');
        char next = at(i + backslashes);
        boolean beforeFormula = next == '$' || next == '(' && backslashes % 2 == 1;
        if (backslashes >= 2 && beforeFormula && (next == '(' || backslashes % 2 == 0)) {
          int even = backslashes - backslashes % 2;
          stash(result, text, i, i + even);
          i += even;
          continue;
        }
        if (backslashes == 1 && next == '(' && i < noParenthesisFrom) {
          delimiter = Delimiter.PARENTHESIS;
          mark = 2;
          end = parenthesisEnd(i + 2);
          noParenthesisFrom = end < 0 ? i : noParenthesisFrom;
        } else if (backslashes > 1) {
          result.append(text, i, i + backslashes - 1);
          i += backslashes - 1;
          escaped = true;
          continue;
        }
      }
      if (end < 0) {
        result.append(text, i, i + 1);
        escaped = c == '\\';
        i++;
        continue;
      }
      formula(delimiter, i, i + mark, end, end + mark)
          .ifPresent(formula -> found.put(result.length(), formula));
      stash(result, text, i, end + mark);
      escaped = false;
      i = end + mark;
    }
    links.lost(result.build()).forEach(found::remove);
    List<Formula> formulas = new ArrayList<>();
    found.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> formulas.add(entry.getValue()));
    return formulas;
  }

  /** {@code RE_SMART_DOLLAR_INLINE}: no white space inside the dollars, none of them escaped. */
  private int dollarEnd(int start) {
    if (start >= text.length() || isSpace(text.charAt(start))) {
      return -1;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '$') {
        return i > start && !isSpace(text.charAt(i - 1)) ? i : -1;
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
  private Optional<Formula> formula(
      Delimiter delimiter, int start, int texStart, int texEnd, int end) {
    String tex = text.subSequence(texStart, texEnd).toString();
    if (tex.indexOf(STASHED) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Formula(
            delimiter,
            MathStyle.INLINE,
            text.sourceSpan(start, end),
            text.sourceSpan(texStart, texEnd),
            tex,
            text.offsets(texStart, texEnd),
            context));
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
