package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.markdown.Formula;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The replacement of a formula by a block of its own, with blank lines around it, inside the same
 * quotes and lists. Punctuation behind the formula goes into it, as readers expect it there.
 * Immutable.
 *
 * @param text the document
 * @param span what is replaced, in UTF-16 offsets into the source
 * @param tex the TeX of the block
 * @param before what is written in front of the block
 * @param prefix what each further line of the block begins with
 * @param behind what is written behind the block
 */
record BlockEdit(String text, Span span, String tex, String before, String prefix, String behind) {

  /** The quotes, markers of lists and indentation that a line begins with. */
  private static final Pattern MARKERS =
      Pattern.compile("[ \\t]*(?:>[ \\t]?)*[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)?");

  private static final String OPENING = "*_~([{（［｛“‘「『《【\"'";

  private static final String CLOSING = "*_~)]}）］｝”’」』》】\"'";

  private static final String PUNCTUATION = ".,;:";

  private static final String FULLWIDTH_PUNCTUATION = "。，；：、";

  /** Returns whether nothing stands beside a formula on its lines but markers and punctuation. */
  static boolean isAlone(Formula formula, String text) {
    int start = formula.span().start();
    int line = LineBounds.start(text, start);
    Matcher markers = MARKERS.matcher(text).region(line, start);
    boolean isFirst = markers.lookingAt() && markers.end() == start;
    return isFirst && rest(text, behindPunctuation(text, formula.span().end())).isBlank();
  }

  /**
   * Returns whether marks that belong together stand on both sides of a formula, such as the stars
   * of emphasis: parting them would show them.
   */
  static boolean isEnclosed(Formula formula, String text) {
    int start = formula.span().start();
    int end = formula.span().end();
    return start > 0 && OPENING.indexOf(text.charAt(start - 1)) >= 0
        || end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0;
  }

  /** Returns the replacement of a formula in a document. */
  static BlockEdit of(Formula formula, String text) {
    int start = formula.span().start();
    String end = LineBounds.ending(text, start);
    int line = LineBounds.start(text, start);
    Matcher markers = MARKERS.matcher(text).region(line, start);
    int content = markers.lookingAt() ? markers.end() : line;
    String prefix = text.substring(line, content).replaceAll("[^\\s>]", " ");
    String blank = end + prefix.stripTrailing() + end + prefix;
    int from = start;
    String before = "";
    if (content < start) {
      while (from > content && isSpace(text.charAt(from - 1))) {
        from--;
      }
      before = blank;
    } else if (!isBlank(text, line) && !startsItem(text, line, content)) {
      from = line;
      before = prefix.stripTrailing() + end + prefix;
    }
    int close = formula.span().end();
    int to = behindPunctuation(text, close);
    String punctuation = text.substring(close, to);
    String rest = rest(text, to);
    String behind = "";
    if (!rest.isBlank()) {
      while (isSpace(text.charAt(to))) {
        to++;
      }
      behind = blank;
    } else {
      to += rest.length();
      behind = isFollowedByBlank(text, to) ? "" : end + prefix.stripTrailing();
    }
    String tex = formula.tex().strip();
    if (!punctuation.isEmpty()) {
      tex +=
          FULLWIDTH_PUNCTUATION.contains(punctuation) ? "\\text{" + punctuation + "}" : punctuation;
    }
    return new BlockEdit(text, new Span(from, to), tex, before, prefix, behind);
  }

  /** Returns the edits that write a block there. */
  List<Edit> write(String block) {
    String end = LineBounds.ending(text, span.start());
    String lines = block.replace("\n", end + prefix);
    return List.of(new Edit(span, before + lines + behind));
  }

  /** Returns whether the line in front of that one holds nothing but quotes and white space. */
  private static boolean isBlank(String text, int line) {
    if (line == 0) {
      return true;
    }
    int before = LineBounds.start(text, line - 1);
    return text.substring(before, line).replace('>', ' ').isBlank();
  }

  private static boolean startsItem(String text, int line, int content) {
    return !text.substring(line, content).replace('>', ' ').isBlank();
  }

  private static boolean isFollowedByBlank(String text, int end) {
    int line = LineBounds.end(text, end);
    return line == text.length()
        || text.substring(line + 1, LineBounds.end(text, line + 1)).replace('>', ' ').isBlank();
  }

  private static int behindPunctuation(String text, int end) {
    boolean isPunctuation =
        end < text.length() && (PUNCTUATION + FULLWIDTH_PUNCTUATION).indexOf(text.charAt(end)) >= 0;
    return isPunctuation && rest(text, end + 1).isBlank() ? end + 1 : end;
  }

  /** Returns what stands on the line from an offset on, without the end of the line. */
  private static String rest(String text, int offset) {
    String rest = text.substring(offset, LineBounds.end(text, offset));
    return rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
