package io.github.formulint.markdown.comparison;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a platform's reading of a document differs from what its author meant. Immutable.
 *
 * @param platform the platform
 * @param reading what it reads
 * @param formulas the formulas that the author meant, but for empty ones, in order of their place
 * @param accidental the formulas that only the platform reads, but for empty ones: they overlap
 *     none that was meant, and do not look as if they were meant; in order of their place
 */
public record Comparison(
    Platform platform, Reading reading, List<ComparedFormula> formulas, List<Formula> accidental) {

  /** What may stand behind a display formula on its line. */
  private static final String BEHIND = " \t\r.,;:!?。，、；：！？";

  /** Copies the lists. */
  public Comparison {
    Objects.requireNonNull(platform);
    Objects.requireNonNull(reading);
    formulas = List.copyOf(formulas);
    accidental = List.copyOf(accidental);
  }

  /**
   * Compares what a platform reads in a document with what was meant.
   *
   * @param platform the platform
   * @param document the document
   * @param meant the universal reading of the document
   * @param universal the universal reader
   */
  public static Comparison of(
      Platform platform, SourceFile document, Reading meant, MarkdownReader universal) {
    Reading reading = platform.reader().read(document);
    List<Formula> seen = reading.formulas();
    List<Formula> all = meant.formulas();
    List<ComparedFormula> compared = new ArrayList<>();
    Set<Formula> met = new HashSet<>();
    int first = 0;
    for (int i = 0; i < all.size(); i++) {
      Formula formula = all.get(i);
      while (first < seen.size() && seen.get(first).span().end() <= formula.span().start()) {
        first++;
      }
      List<Formula> overlapping = new ArrayList<>();
      for (int j = first; j < seen.size() && seen.get(j).span().overlaps(formula.span()); j++) {
        overlapping.add(seen.get(j));
      }
      met.addAll(overlapping);
      if (!formula.isEmpty()) {
        Span room = room(all, i);
        compared.add(
            new ComparedFormula(formula, fate(formula, overlapping, room, document), overlapping));
      }
    }
    List<Formula> accidental =
        seen.stream()
            .filter(formula -> !formula.isEmpty() && !met.contains(formula))
            .filter(formula -> !looksMeant(formula.span(), document.text(), universal))
            .toList();
    return new Comparison(platform, reading, compared, accidental);
  }

  /**
   * Returns what becomes of a formula.
   *
   * @param formula a formula as its author meant it; if it is empty, nothing is returned
   */
  public Optional<ComparedFormula> find(Formula formula) {
    int low = 0;
    int high = formulas.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      ComparedFormula compared = formulas.get(middle);
      int order = compared.meant().span().compareTo(formula.span());
      if (order == 0) {
        return Optional.of(compared);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what the platform makes up: the accidental formulas, and those that begin in text and
   * end in a formula that was meant.
   */
  public List<Formula> madeUp() {
    Set<Formula> madeUp = new LinkedHashSet<>(accidental);
    int endOfLast = 0;
    for (ComparedFormula compared : formulas) {
      if (compared.fate() == Fate.LOST && !compared.seen().isEmpty()) {
        Formula seen = compared.seen().get(0);
        int start = seen.span().start();
        if (start < compared.meant().span().start() && start >= endOfLast) {
          madeUp.add(seen);
        }
      }
      endOfLast = compared.meant().span().end();
    }
    return madeUp.stream().sorted(Comparator.comparing(Formula::span)).toList();
  }

  /**
   * Returns how many formulas have a fate.
   *
   * @param fate what becomes of them
   */
  public int count(Fate fate) {
    return (int) formulas.stream().filter(formula -> formula.fate() == fate).count();
  }

  /**
   * Returns whether the author meant a formula that only a platform reads: the universal reading
   * passes over some places, such as descriptions of images.
   */
  private static boolean looksMeant(Span span, String text, MarkdownReader universal) {
    // What follows tells prices, such as `$7, $12`, from formulas.
    int end = Math.min(text.length(), span.end() + 1);
    String source = text.substring(span.start(), end);
    return universal.read(SourceFile.of("", source)).formulas().stream()
        .anyMatch(
            formula -> formula.span().start() == 0 && formula.span().length() == span.length());
  }

  /** Returns the span between the neighbours of a formula. */
  private static Span room(List<Formula> all, int index) {
    int start = index == 0 ? 0 : all.get(index - 1).span().end();
    int end = index + 1 == all.size() ? Integer.MAX_VALUE : all.get(index + 1).span().start();
    return new Span(start, end);
  }

  private static Fate fate(Formula meant, List<Formula> seen, Span room, SourceFile document) {
    if (seen.size() != 1) {
      return Fate.LOST;
    }
    Formula formula = seen.get(0);
    if (!room.contains(formula.span())) {
      return Fate.LOST;
    }
    if (formula.hasTex(meant.tex())) {
      return formula.style() == meant.style() || isInText(meant, document.text())
          ? Fate.READ
          : Fate.ALTERED;
    }
    // What a platform leaves of a code fence is shown, however little it is.
    boolean isSameFence =
        meant.delimiter() == Delimiter.MATH_FENCE && formula.span().equals(meant.span());
    boolean holdsAll = isSameFence || formula.texSpan().contains(content(meant));
    boolean holdsMore =
        formula.texSpan().start() < meant.span().start()
            || formula.texSpan().end() > meant.span().end();
    return holdsAll && !holdsMore ? Fate.ALTERED : Fate.LOST;
  }

  /**
   * Returns whether text stands beside a formula, on the line where it begins or ends. Such a
   * {@code $$…$$} serves its reader inline as well as in display style; on kramdown it is the only
   * way to write a formula in text.
   */
  private static boolean isInText(Formula formula, String text) {
    int start = formula.span().start();
    while (start > 0 && isMarker(text, start - 1)) {
      start--;
    }
    int end = formula.span().end();
    while (end < text.length() && BEHIND.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return start > 0 && text.charAt(start - 1) != '\n'
        || end < text.length() && text.charAt(end) != '\n';
  }

  /**
   * Returns whether a character can belong to the quotes, list markers or indentation of a line.
   */
  private static boolean isMarker(String text, int at) {
    char c = text.charAt(at);
    boolean endsMarker = at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
    return c == ' '
        || c == '\t'
        || c == '>'
        || "-*+.)".indexOf(c) >= 0 && endsMarker
        || Character.isDigit(c) && at + 1 < text.length() && isOfNumber(text.charAt(at + 1));
  }

  private static boolean isOfNumber(char c) {
    return c == '.' || c == ')' || Character.isDigit(c);
  }

  /** Returns where the TeX stands in the source, without the white space around it. */
  private static Span content(Formula formula) {
    String tex = formula.tex();
    int start = tex.length() - tex.stripLeading().length();
    return formula.offsets().toSource(new Span(start, tex.stripTrailing().length()));
  }
}
