package io.github.formulint.suppression;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.suppression.Suppression.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where remarks could be written. It proposes and proves nothing: whoever takes an edit reads the
 * document again. For one document. Immutable.
 */
public final class Placement {

  /** What stands in a quote, or before the content of a list item, on each line. */
  private static final Pattern PREFIX = Pattern.compile("[\\s>]*");

  private static final Pattern ITEM =
      Pattern.compile("([\\s>]*)((?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)+)");

  /** A line behind which a remark may be taken for something else by some platform. */
  private static final Pattern CLOSED =
      Pattern.compile(
          "[\\s>]*(?:\\[![A-Za-z]+\\].*|:::.*|[!?]{3}.*|\\{[%{].*|\\|.*|[=-]+|<.*"
              + "|.*(?:\\$\\$|\\\\\\]|```|~~~|\\\\end\\{[^}]*\\}|\\|))\\s*");

  private static final Pattern END_OF_LINE = Pattern.compile("[ \\t]*\\\\?$");

  private final SourceFile document;
  private final String text;
  private final LineIndex lines;
  private final Blocks blocks;
  private final boolean isMdx;
  private final String ending;

  /**
   * Makes it for a document.
   *
   * @param document the document
   */
  public Placement(SourceFile document) {
    this.document = Objects.requireNonNull(document);
    this.text = document.text();
    this.lines = document.lines();
    this.blocks = new Blocks(document);
    this.isMdx = document.name().toLowerCase(Locale.ROOT).endsWith(".mdx");
    this.ending = text.contains("\r\n") ? "\r\n" : text.contains("\n") ? "\n" : lonely(text);
  }

  private static String lonely(String text) {
    return text.contains("\r") ? "\r" : "\n";
  }

  /**
   * Returns the number of the line that a remark has to be written before: that of a place or, in a
   * table or a block of HTML, the first of that.
   *
   * @param place a place in the document, in UTF-16 code units
   */
  public int lineOf(int place) {
    List<Span> wholes = blocks.wholesAround(place);
    return lines.lineOf(wholes.isEmpty() ? place : wholes.get(0).start());
  }

  /**
   * Returns the number of the line on which the outermost block begins that holds a place.
   *
   * @param place a place in the document, in UTF-16 code units
   */
  public int blockOf(int place) {
    return lines.lineOf(blocks.topAround(place).start());
  }

  /**
   * Returns the ways to write a remark about the next line, the best first.
   *
   * @param line the number of the line, from 1
   * @param rules the names of the rules that it is to mean
   */
  public List<List<Edit>> besideLine(int line, List<String> rules) {
    String remark = remark(Verb.DISABLE_NEXT_LINE, rules);
    Span span = lines.line(line);
    String content = span.of(text);
    Matcher item = ITEM.matcher(content);
    boolean isItem = item.lookingAt();
    List<List<Edit>> behindLineBefore = behindLineBefore(line, remark);
    List<List<Edit>> ways = new ArrayList<>();
    boolean isAfterText = !isBlank(line - 1);
    if (isAfterText) {
      ways.addAll(behindLineBefore);
    }
    Matcher prefix = PREFIX.matcher(content);
    String before = prefix.lookingAt() ? prefix.group() : "";
    if (!isMdx || !isAfterText) {
      ways.add(List.of(inserted(span.start(), before + remark + ending)));
      ways.add(
          List.of(
              inserted(span.start(), before + remark + ending + before.stripTrailing() + ending)));
    }
    if (isItem) {
      String indent = item.group(1) + " ".repeat(item.group(2).length());
      ways.add(List.of(inserted(span.start() + item.end(), remark + ending + indent)));
    }
    return ways;
  }

  private List<List<Edit>> behindLineBefore(int line, String remark) {
    if (line <= 1 || lines.line(line - 1).end() <= blocks.bodyStart()) {
      return List.of();
    }
    Span before = lines.line(line - 1);
    if (CLOSED.matcher(before.of(text)).matches()) {
      return List.of();
    }
    Matcher end = END_OF_LINE.matcher(text).region(before.start(), before.end());
    int at = end.find() ? end.start() : before.end();
    return List.of(List.of(inserted(at, " " + remark)));
  }

  /**
   * Returns the ways to write remarks before and behind an outermost block, the best first.
   *
   * @param line the number of the line on which the block begins, from 1
   * @param rules the names of the rules that they are to mean
   */
  public List<List<Edit>> aroundBlock(int line, List<String> rules) {
    Span block = blocks.topAround(lines.line(line).start());
    int last = lines.lineOf(block.end());
    Span end = lines.line(last);
    boolean isBeforeText = last < lines.lineCount() && !isBlank(last + 1);
    return List.of(
        List.of(
            inserted(lines.line(line).start(), remark(Verb.DISABLE, rules) + ending + ending),
            inserted(
                end.end(),
                ending
                    + ending
                    + remark(Verb.ENABLE, rules)
                    + (isBeforeText || last == lines.lineCount() ? ending : ""))));
  }

  /**
   * Returns the ways to write a remark about the whole file, the best first.
   *
   * @param rules the names of the rules that it is to mean
   */
  public List<List<Edit>> forFile(List<String> rules) {
    String remark = remark(Verb.DISABLE_FILE, rules);
    int body = blocks.bodyStart();
    boolean hasFrontMatter = body > (document.hasByteOrderMark() ? 1 : 0);
    boolean endsLine = text.endsWith("\n") || text.endsWith("\r");
    return List.of(
        List.of(inserted(text.length(), (endsLine ? ending : ending + ending) + remark + ending)),
        List.of(
            inserted(
                body,
                hasFrontMatter ? ending + ending + remark + ending : remark + ending + ending)));
  }

  private String remark(Verb verb, List<String> rules) {
    String words = verb.word() + " " + String.join(" ", rules);
    return isMdx ? "{/* " + words + " */}" : "<!-- " + words + " -->";
  }

  private static Edit inserted(int place, String added) {
    return new Edit(Span.at(place), added);
  }

  private boolean isBlank(int line) {
    return line < 1
        || lines.line(line).end() <= blocks.bodyStart()
        || PREFIX.matcher(lines.line(line).of(text)).matches();
  }
}
