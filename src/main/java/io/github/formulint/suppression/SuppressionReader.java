package io.github.formulint.suppression;

import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.suppression.Suppression.Cover;
import io.github.formulint.suppression.Suppression.Home;
import io.github.formulint.suppression.Suppression.RuleName;
import io.github.formulint.suppression.Suppression.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the remarks of a document. A remark is a comment on one line, {@code <!-- formulint-… -->}
 * or, as MDX has it, {@code {/* formulint-… *}{@code /}}. For one document and one thread.
 */
final class SuppressionReader {

  private static final String MARK = "formulint-";

  /** Each is held against each finding, so their number is bounded; later ones are not read. */
  private static final int MOST_REMARKS = 5_000;

  private static final Pattern WORD = Pattern.compile("[^\\s,]+");

  /** What stands in a quote or before the text of a list item on a line without content. */
  private static final Pattern NOTHING = Pattern.compile("[\\s>]*");

  private final SourceFile document;
  private final String text;
  private final LineIndex lines;

  /** Where the line ends that was last found to hold no end of a kind of comment. */
  private final Map<String, Integer> lineWithout = new HashMap<>();

  SuppressionReader(SourceFile document) {
    this.document = document;
    this.text = document.text();
    this.lines = document.lines();
  }

  Suppressions read() {
    List<Suppression> found =
        new ArrayList<>(FrontMatterSuppression.of(document).stream().toList());
    if (text.contains(MARK)) {
      Blocks blocks = new Blocks(document);
      List<Remark> remarks = remarks(blocks);
      Map<Integer, List<Span>> byLine = new HashMap<>();
      for (Remark each : remarks) {
        byLine
            .computeIfAbsent(lines.lineOf(each.span().start()), line -> new ArrayList<>())
            .add(each.span());
      }
      for (int i = 0; i < remarks.size(); i++) {
        found.add(suppression(i, remarks, byLine, blocks));
      }
    }
    return new Suppressions(found);
  }

  /** A remark as it is written. */
  private record Remark(
      Verb verb, List<RuleName> rules, Optional<String> reason, Span span, Home home) {}

  private List<Remark> remarks(Blocks blocks) {
    List<Remark> found = new ArrayList<>();
    int at = text.indexOf(MARK, blocks.bodyStart());
    while (at >= 0 && found.size() < MOST_REMARKS) {
      Optional<Remark> remark = remarkAt(at, blocks);
      remark.ifPresent(found::add);
      at = text.indexOf(MARK, remark.map(each -> each.span().end()).orElse(at + MARK.length()));
    }
    return found;
  }

  private Optional<Remark> remarkAt(int mark, Blocks blocks) {
    int open = mark;
    while (open > 0 && (text.charAt(open - 1) == ' ' || text.charAt(open - 1) == '\t')) {
      open--;
    }
    Home home;
    String closer;
    if (text.startsWith("<!--", open - 4)) {
      open -= 4;
      home = Home.HTML_COMMENT;
      closer = "-->";
    } else if (text.startsWith("{/*", open - 3)) {
      open -= 3;
      home = Home.MDX_COMMENT;
      closer = "*/}";
    } else {
      return Optional.empty();
    }
    int lineEnd = lines.line(lines.lineOf(mark)).end();
    int close = closerOnLine(closer, mark, lineEnd);
    if (close < 0 || isEscaped(open) || blocks.isInCode(open)) {
      return Optional.empty();
    }
    return Optional.of(remark(mark, close, new Span(open, close + closer.length()), home));
  }

  /** Returns where a comment ends, or -1; a line without an end is looked through once. */
  private int closerOnLine(String closer, int from, int lineEnd) {
    if (lineEnd == lineWithout.getOrDefault(closer, -1)) {
      return -1;
    }
    for (int i = from; i <= lineEnd - closer.length(); i++) {
      if (text.startsWith(closer, i)) {
        return i;
      }
    }
    lineWithout.put(closer, lineEnd);
    return -1;
  }

  private boolean isEscaped(int offset) {
    int start = offset;
    while (start > 0 && text.charAt(start - 1) == '\\') {
      start--;
    }
    return (offset - start) % 2 != 0;
  }

  private Remark remark(int start, int end, Span span, Home home) {
    Matcher words = WORD.matcher(text).region(start, end);
    List<RuleName> rules = new ArrayList<>();
    Verb verb = Verb.UNKNOWN;
    Optional<String> reason = Optional.empty();
    boolean isFirst = true;
    while (words.find() && reason.isEmpty()) {
      if (isFirst) {
        verb = Verb.of(words.group());
        isFirst = false;
      } else if (words.group().startsWith("--")) {
        reason = Optional.of(text.substring(words.start() + 2, end).strip());
      } else {
        rules.add(new RuleName(words.group(), new Span(words.start(), words.end())));
      }
    }
    return new Remark(verb, rules, reason.filter(each -> !each.isEmpty()), span, home);
  }

  private Suppression suppression(
      int index, List<Remark> remarks, Map<Integer, List<Span>> byLine, Blocks blocks) {
    Remark remark = remarks.get(index);
    List<Cover> covered =
        switch (remark.verb()) {
          case DISABLE_NEXT_LINE -> List.of(new Cover(nextLine(remark, byLine, blocks), List.of()));
          case DISABLE -> regions(index, remarks);
          case DISABLE_FILE -> List.of(new Cover(new Span(0, text.length() + 1), List.of()));
          case ENABLE, UNKNOWN -> List.of();
        };
    return new Suppression(
        remark.verb(), remark.rules(), remark.reason(), remark.span(), covered, remark.home());
  }

  /**
   * Returns the next line that holds more than remarks; with all of the table or the HTML that
   * starts there, since no comment can stand between their lines.
   */
  private Span nextLine(Remark remark, Map<Integer, List<Span>> byLine, Blocks blocks) {
    int first = lines.lineOf(remark.span().end()) + 1;
    for (int line = first; line <= lines.lineCount(); line++) {
      Span span = lines.line(line);
      if (!isBlank(span, byLine.getOrDefault(line, List.of()))) {
        return new Span(span.start(), Math.max(span.end(), blocks.endOfWhole(span)) + 1);
      }
    }
    return Span.at(text.length());
  }

  private boolean isBlank(Span line, List<Span> remarks) {
    StringBuilder rest = new StringBuilder();
    int at = line.start();
    for (Span each : remarks) {
      rest.append(text, at, Math.max(at, Math.min(each.start(), line.end())));
      at = Math.max(at, Math.min(each.end(), line.end()));
    }
    rest.append(text, at, line.end());
    return NOTHING.matcher(rest).matches();
  }

  /** Returns where a {@code disable} holds: up to the {@code enable} that takes all of it back. */
  private List<Cover> regions(int index, List<Remark> remarks) {
    List<Cover> regions = new ArrayList<>();
    List<String> lifted = new ArrayList<>();
    Remark start = remarks.get(index);
    int from = start.span().end();
    for (Remark each : remarks.subList(index + 1, remarks.size())) {
      if (each.verb() != Verb.ENABLE) {
        continue;
      }
      regions.add(new Cover(new Span(from, each.span().start()), lifted));
      each.rules().forEach(name -> lifted.add(name.name()));
      from = each.span().end();
      boolean endsAll =
          each.rules().isEmpty()
              || !start.rules().isEmpty()
                  && start.rules().stream().allMatch(name -> lifted.contains(name.name()));
      if (endsAll) {
        return regions;
      }
    }
    regions.add(new Cover(new Span(from, text.length() + 1), lifted));
    return regions;
  }
}
