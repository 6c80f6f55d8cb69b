package io.github.formulint.markdown.universal.mark;

import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A formula that a blank line cuts in two: Markdown ends the paragraph there, so neither mark finds
 * the other. Offsets are UTF-16 code units into the document. Immutable.
 *
 * @param end where its closing mark ends
 * @param blanks the blank lines with their line ends, in order
 */
public record CutFormula(int end, List<Span> blanks) {

  /** How many lines such a formula may have, so that no mark makes the whole document be read. */
  private static final int MOST_LINES = 20;

  private static final int MOST_CHARACTERS = 1_500;

  /** Copies the list. */
  public CutFormula {
    blanks = List.copyOf(blanks);
  }

  /**
   * Returns the blank lines inside a formula, if its opening mark stands on a line with TeX; where
   * the mark has its line alone, most parsers read on over blank lines.
   *
   * @param document the document
   * @param opened offset behind the opening mark
   * @param closed offset of the closing mark
   */
  public static List<Span> blanksWithin(DocumentText document, int opened, int closed) {
    if (document.endsContent(opened)) {
      return List.of();
    }
    List<Span> blanks = new ArrayList<>();
    int line = document.afterLineEnd(document.lineEnd(opened));
    while (line < closed) {
      int next = document.afterLineEnd(document.lineEnd(line));
      if (isBlank(document, line) && next <= closed) {
        add(blanks, new Span(line, next));
      }
      line = next;
    }
    return List.copyOf(blanks);
  }

  /**
   * Returns the formula that two dollars open and blank lines cut, if there is mathematics on both
   * sides of them and nothing else.
   *
   * @param document the document
   * @param opened offset behind two dollars that nothing in their paragraph closes
   */
  public static Optional<CutFormula> behind(DocumentText document, int opened) {
    String text = document.text();
    int limit = Math.min(text.length(), opened + MOST_CHARACTERS);
    int closer = closer(text, opened, limit);
    if (closer < 0) {
      return Optional.empty();
    }
    List<Span> blanks = new ArrayList<>();
    int line = opened;
    while (line <= closer) {
      int end = Math.min(closer, document.lineEnd(line));
      int next = end == closer ? closer + 1 : document.afterLineEnd(end);
      if (line > opened && end < closer && isBlank(document, line)) {
        add(blanks, new Span(line, next));
      } else if (!isMathematics(
          text.substring(contentStart(document, line, opened), end).strip(), end == closer)) {
        return Optional.empty();
      }
      line = next;
    }
    return blanks.size() == 1 && isLastOnLine(text, closer, limit)
        ? Optional.of(new CutFormula(closer + 2, blanks))
        : Optional.empty();
  }

  /** Returns the next two dollars unless another dollar or too many lines stand before; else -1. */
  private static int closer(String text, int from, int limit) {
    int lines = 0;
    for (int i = from; i + 1 < limit && lines < MOST_LINES; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '$') {
        return Opener.dollars(text, i) == 2 ? i : -1;
      } else if (c == '\n') {
        lines++;
      }
    }
    return -1;
  }

  private static boolean isMathematics(String line, boolean mayBeEmpty) {
    if (line.isEmpty()) {
      return mayBeEmpty;
    }
    MathLook look = MathLook.of(line);
    boolean evident = look.operators() > 0 || look.isEvident() || look.isSymbols();
    return evident
        && look.phrase() < 2
        && look.ideographs() < 2
        && "#-*|>".indexOf(line.charAt(0)) < 0;
  }

  /** Whether no letter follows two dollars, and no other dollar on their line. */
  private static boolean isLastOnLine(String text, int closer, int limit) {
    int behind = closer + 2;
    if (behind < text.length() && Character.isLetterOrDigit(text.charAt(behind))) {
      return MathLook.isIdeograph(text.charAt(behind));
    }
    for (int i = behind; i < limit && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '$') {
        return false;
      }
    }
    return true;
  }

  private static int contentStart(DocumentText document, int line, int opened) {
    int start = line;
    while (line > opened && " \t>".indexOf(document.at(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static boolean isBlank(DocumentText document, int line) {
    int at = line;
    while (" \t>".indexOf(document.at(at)) >= 0) {
      at++;
    }
    return document.endsContent(at);
  }

  /** Adds a line, to the one before if they touch. */
  private static void add(List<Span> blanks, Span line) {
    int last = blanks.size() - 1;
    if (last >= 0 && blanks.get(last).end() == line.start()) {
      blanks.set(last, new Span(blanks.get(last).start(), line.end()));
    } else {
      blanks.add(line);
    }
  }
}
