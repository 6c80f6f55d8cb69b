package io.github.formulint.suppression;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.suppression.Suppression.Home;
import io.github.formulint.suppression.Suppression.RuleName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes remarks out of a document, with the line or the space that they leave. Immutable. */
public final class Removal {

  /** What stands in a quote before the content of a line. */
  private static final Pattern QUOTE = Pattern.compile("[\\s>]*");

  /** The marks of a list item, with those of quotes. */
  private static final Pattern ITEM = Pattern.compile("[\\s>]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)+");

  private final SourceFile document;
  private final String text;

  /**
   * Makes what takes remarks out.
   *
   * @param document the document in which they stand
   */
  public Removal(SourceFile document) {
    this.document = Objects.requireNonNull(document);
    this.text = document.text();
  }

  /**
   * Returns the edits that take away remarks.
   *
   * @param remarks remarks of the document
   */
  public List<Edit> of(List<Suppression> remarks) {
    return remarks.stream().map(each -> new Edit(removed(each.span()), "")).toList();
  }

  /**
   * Returns the edits that take away names from a remark in which others stay.
   *
   * @param remark a remark of the document
   * @param names the names to take away
   * @return no edit if they are not parted by spaces or commas alone
   */
  public List<Edit> of(Suppression remark, Set<String> names) {
    List<RuleName> kept =
        remark.rules().stream().filter(each -> !names.contains(each.name())).toList();
    List<RuleName> all = remark.rules();
    Span span = new Span(all.get(0).span().start(), all.get(all.size() - 1).span().end());
    if (remark.home() == Home.FRONT_MATTER && span.of(text).lines().count() > 1) {
      return List.of();
    }
    boolean hasCommas = span.of(text).contains(",");
    String list = String.join(hasCommas ? ", " : " ", kept.stream().map(RuleName::name).toList());
    return List.of(new Edit(span, list));
  }

  private Span removed(Span remark) {
    int line = document.lines().lineOf(remark.start());
    int lastLine = document.lines().lineOf(remark.end());
    Span first = document.lines().line(line);
    Span last = document.lines().line(lastLine);
    String before = text.substring(first.start(), remark.start());
    boolean endsLine = text.substring(remark.end(), last.end()).isBlank();
    if (endsLine && QUOTE.matcher(before).matches()) {
      return wholeLines(line, lastLine);
    }
    if (endsLine && ITEM.matcher(before).matches() && lastLine < document.lines().lineCount()) {
      Span next = document.lines().line(lastLine + 1);
      int content = next.start();
      while (content < next.end() && " \t>".indexOf(text.charAt(content)) >= 0) {
        content++;
      }
      return content < next.end() ? new Span(remark.start(), content) : remark;
    }
    if (before.endsWith(" ")) {
      return new Span(remark.start() - 1, remark.end());
    }
    boolean hasSpaceBehind = remark.end() < text.length() && text.charAt(remark.end()) == ' ';
    return before.isEmpty() && hasSpaceBehind ? new Span(remark.start(), remark.end() + 1) : remark;
  }

  /** With the line ending behind them or, at the end of the document, the one before. */
  private Span wholeLines(int first, int last) {
    int start = document.lines().line(first).start();
    if (last < document.lines().lineCount()) {
      return new Span(start, document.lines().line(last + 1).start());
    }
    return new Span(
        first > 1 ? document.lines().line(first - 1).end() : start,
        document.lines().line(last).end());
  }
}
