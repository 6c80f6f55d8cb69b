package io.github.formulint.select;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.markdown.Formula;
import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.source.TextDigest;
import java.util.Comparator;
import java.util.Objects;

/**
 * A finding that was there before, known by its rule, its file, the text it is about and the text
 * around that; no line number, so it stays the same while others edit the file. Immutable.
 *
 * @param file the path of the file from the folder of the baseline, with {@code /} between folders
 * @param rule the name of the rule
 * @param at the text that the finding points at, its beginning if it is long
 * @param text the formula or line it stands in, its beginning if it is long; for people
 * @param content a digest of the whole formula or line
 * @param before a digest of what stands before it
 * @param after a digest of what stands behind it
 */
record BaselineEntry(
    String file, String rule, String at, String text, String content, String before, String after)
    implements Comparable<BaselineEntry> {

  private static final Comparator<BaselineEntry> ORDER =
      Comparator.comparing(BaselineEntry::file)
          .thenComparing(BaselineEntry::rule)
          .thenComparing(BaselineEntry::content)
          .thenComparing(BaselineEntry::at)
          .thenComparing(BaselineEntry::before)
          .thenComparing(BaselineEntry::after)
          .thenComparing(BaselineEntry::text);

  /** The digest of what stands before the first line, and behind the last. */
  private static final String NOTHING = digest("");

  private static final int MOST_OF_PLACE = 40;
  private static final int MOST_OF_TEXT = 60;
  private static final int DIGEST_BYTES = 8;

  /** Checks that nothing is missing. */
  BaselineEntry {
    Objects.requireNonNull(file);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(at);
    Objects.requireNonNull(text);
    Objects.requireNonNull(content);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  /**
   * Returns the entry of a finding.
   *
   * @param file the path of the document as entries have it
   * @param document the document
   * @param finding a finding in it
   */
  static BaselineEntry of(String file, SourceFile document, Diagnostic finding) {
    Span about = about(document, finding);
    String content = normal(about.of(document.text()));
    return new BaselineEntry(
        file,
        finding.rule().name(),
        beginning(normal(finding.span().of(document.text())), MOST_OF_PLACE),
        beginning(content, MOST_OF_TEXT),
        digest(content),
        digest(textBefore(document, about.start())),
        digest(textAfter(document, about.end())));
  }

  /** Returns the formula that a finding is about, or the line where it begins. */
  private static Span about(SourceFile document, Diagnostic finding) {
    return finding
        .formula()
        .map(Formula::span)
        .filter(span -> span.contains(Span.at(finding.span().start())))
        .orElseGet(() -> document.lines().line(document.lines().lineOf(finding.span().start())));
  }

  /** Returns the text that a finding is about, such that it can be looked for in other files. */
  static String sought(SourceFile document, Diagnostic finding) {
    return normal(about(document, finding).of(document.text()));
  }

  /** Returns a text with one space for all white space, and without the marks of quotes. */
  static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    boolean isSpace = false;
    boolean startsLine = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        startsLine = true;
        isSpace = true;
      } else if (Character.isWhitespace(c) || startsLine && c == '>') {
        isSpace = true;
      } else {
        if (isSpace && !normal.isEmpty()) {
          normal.append(' ');
        }
        normal.append(c);
        isSpace = false;
        startsLine = false;
      }
    }
    return normal.toString();
  }

  /** What stands before it on its line, or else on the nearest line before that is not empty. */
  private static String textBefore(SourceFile document, int offset) {
    LineIndex lines = document.lines();
    int line = lines.lineOf(offset);
    int start = Math.min(lines.line(line).start(), offset);
    String text = normal(document.text().substring(start, offset));
    while (text.isEmpty() && line > 1) {
      line--;
      text = normal(lines.line(line).of(document.text()));
    }
    return text;
  }

  private static String textAfter(SourceFile document, int offset) {
    LineIndex lines = document.lines();
    int line = lines.lineOf(offset);
    int end = Math.max(lines.line(line).end(), offset);
    String text = normal(document.text().substring(offset, end));
    while (text.isEmpty() && line < lines.lineCount()) {
      line++;
      text = normal(lines.line(line).of(document.text()));
    }
    return text;
  }

  private static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  private static String digest(String text) {
    return TextDigest.of(text, DIGEST_BYTES);
  }

  /** Returns whether both are about the same fault in the same text. */
  boolean isAboutTheSame(BaselineEntry other) {
    return rule.equals(other.rule) && content.equals(other.content) && at.equals(other.at);
  }

  /** Returns how much of what stands around is the same: 0, 1 or 2. */
  int commonNeighbours(BaselineEntry other) {
    return (before.equals(other.before) ? 1 : 0) + (after.equals(other.after) ? 1 : 0);
  }

  /**
   * Returns whether enough of what stands around is the same that the text was moved from one file
   * to the other, and not written anew. That nothing stands there says little.
   */
  boolean isMovedFrom(BaselineEntry other) {
    return commonNeighbours(other) == 2
        || before.equals(other.before) && !before.equals(NOTHING)
        || after.equals(other.after) && !after.equals(NOTHING);
  }

  BaselineEntry in(String otherFile) {
    return new BaselineEntry(otherFile, rule, at, text, content, before, after);
  }

  @Override
  public int compareTo(BaselineEntry other) {
    return ORDER.compare(this, other);
  }
}
