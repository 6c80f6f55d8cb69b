package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.universal.mark.BracketRule;
import io.github.formulint.markdown.universal.mark.DoubleDollarRule;
import io.github.formulint.markdown.universal.mark.MathLook;
import io.github.formulint.markdown.universal.mark.Opener;
import io.github.formulint.markdown.universal.mark.ProseRule;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Looks over the lines of a document for the mark that closes a display formula, before the parser
 * has seen them. It stops at what is evidently prose. What it did not find it remembers, so the
 * whole document is read at most a few times. Not thread-safe; one for each document.
 */
final class LookAhead {

  /** How many lines of a formula may have words among them. */
  private static final int MOST_WORDY_LINES = 30;

  private final DocumentText document;

  /** For each closing mark: up to this offset there is none. */
  private final Map<String, Integer> unclosedUntil = new HashMap<>();

  LookAhead(DocumentText document) {
    this.document = document;
  }

  /**
   * Returns the offset in the document behind the mark that closes a formula.
   *
   * @param opener the opening mark; its offsets are into the document
   */
  OptionalInt closerEnd(Opener opener) {
    if (opener.start() < unclosedUntil.getOrDefault(opener.closer(), -1)) {
      return OptionalInt.empty();
    }
    String text = document.text();
    boolean quoted = isQuoted(opener.start());
    int line = opener.end();
    ProseRule.After after = ProseRule.After.TEXT_LINE;
    boolean first = true;
    int lone = loneCloserEnd(opener, quoted);
    int brackets = 0;
    while (true) {
      int lineEnd = document.lineEnd(line);
      int start = first ? line : contentStart(line, lineEnd, quoted);
      Opener.Result found = opener.search(text, start, lineEnd);
      int bodyEnd = found.search() == Opener.Search.NOTHING ? lineEnd : found.at();
      boolean blank = text.substring(start, lineEnd).isBlank();
      if (!first
          && (blank && quoted && start == line
              || closesOther(opener, brackets, start, bodyEnd)
              || isStop(start, bodyEnd, after, found))) {
        return lone >= 0 ? OptionalInt.of(lone) : unclosed(opener, line);
      }
      if (found.isClosed() && (first || !opensAgain(opener, found.at(), start, lineEnd))) {
        return OptionalInt.of(found.at() + opener.closer().length());
      }
      if (found.search() != Opener.Search.NOTHING || lineEnd >= text.length()) {
        return unclosed(opener, Math.min(found.at(), lineEnd));
      }
      brackets += BracketRule.balance(text, start, bodyEnd);
      after = blank ? ProseRule.After.BLANK_LINE : ProseRule.After.TEXT_LINE;
      line = document.afterLineEnd(lineEnd);
      first = false;
    }
  }

  private boolean closesOther(Opener opener, int brackets, int start, int end) {
    return opener.delimiter() == Delimiter.DOUBLE_DOLLAR
        && brackets + BracketRule.lowestBalance(document.text(), start, end) < 0;
  }

  private boolean isStop(int start, int end, ProseRule.After after, Opener.Result found) {
    String body = document.text().substring(start, end);
    if (ProseRule.isProse(body, after)) {
      return true;
    }
    return found.isClosed()
        && after == ProseRule.After.BLANK_LINE
        && !body.isBlank()
        && !MathLook.of(body).isMath();
  }

  /**
   * Returns the offset behind the next line with nothing but double dollars, if the opening mark
   * stands alone too, and what is between holds together though there are words in it; else -1.
   */
  private int loneCloserEnd(Opener opener, boolean quoted) {
    String text = document.text();
    int lineEnd = document.lineEnd(opener.end());
    if (opener.delimiter() != Delimiter.DOUBLE_DOLLAR
        || !text.substring(opener.end(), lineEnd).isBlank()
        || !document.marks().belongTogether(opener.start())) {
      return -1;
    }
    StringBuilder content = new StringBuilder("\n");
    int line = document.afterLineEnd(lineEnd);
    for (int lines = 0; lines < MOST_WORDY_LINES && line < text.length(); lines++) {
      int end = document.lineEnd(line);
      int start = contentStart(line, end, quoted);
      String body = text.substring(start, end).strip();
      if (body.equals(opener.closer())) {
        boolean isFormula = DoubleDollarRule.holdsTogether(content.toString());
        return isFormula ? text.indexOf('$', start) + opener.closer().length() : -1;
      }
      if (body.isEmpty() || body.startsWith("```") || body.contains("$$")) {
        return -1;
      }
      content.append(body).append('\n');
      line = document.afterLineEnd(end);
    }
    return -1;
  }

  /** A line such as {@code $$x$$}: its first mark opens a formula of its own. */
  private boolean opensAgain(Opener opener, int found, int start, int lineEnd) {
    if (opener.closer().charAt(0) != '$') {
      return false;
    }
    String text = document.text();
    int behind = found + opener.closer().length();
    boolean touches = behind < lineEnd && !Character.isWhitespace(text.charAt(behind));
    boolean lineStart = text.substring(start, found).isBlank();
    boolean spaceBefore = found > start && Character.isWhitespace(text.charAt(found - 1));
    boolean closedOnLine = opener.search(text, behind, lineEnd).isClosed();
    return touches
        && closedOnLine
        && (lineStart || spaceBefore)
        && (Character.isLetterOrDigit(text.charAt(behind)) || text.charAt(behind) == '\\');
  }

  private OptionalInt unclosed(Opener opener, int until) {
    unclosedUntil.put(opener.closer(), until);
    return OptionalInt.empty();
  }

  private boolean isQuoted(int offset) {
    int at = offset;
    while (at > document.parsedFrom() && "\n\r".indexOf(document.before(at)) < 0) {
      at--;
    }
    while (at < offset && " \t".indexOf(document.at(at)) >= 0) {
      at++;
    }
    return document.at(at) == '>';
  }

  private int contentStart(int line, int lineEnd, boolean quoted) {
    int start = line;
    while (quoted && start < lineEnd && " \t>".indexOf(document.at(start)) >= 0) {
      start++;
    }
    return start;
  }
}
