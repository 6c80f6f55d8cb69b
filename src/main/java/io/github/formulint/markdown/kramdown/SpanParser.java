package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.TextSearch;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The span parsers of kramdown 2.4 that decide over formulas: code, HTML, links, extensions,
 * escapes and {@code $$…$$}. Emphasis and typography take nothing away from a formula. Not
 * thread-safe.
 */
final class SpanParser {

  private record Bracket(int start, int formulas) {}

  private static final String ESCAPABLE = "\\.*_+`<>()[]{}#!:|\"'$=-";
  private static final Pattern AUTOLINK =
      Pattern.compile(
          "<(?:(?:mailto|https?|ftps?):.+?|[\\p{L}\\p{N}\\-_.]+?@[\\p{L}\\p{N}\\-_.]+?)>");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^(\\w[\\w-]*)\\]");
  private static final Pattern LINK_ID = Pattern.compile("\\s*?\\[([^\\]]+)?\\]");
  private static final Pattern TITLE =
      Pattern.compile("\\s*?([\"'])(.{1,1000}?)\\1\\s*?\\)", Pattern.DOTALL);
  private static final Pattern TITLE_START = Pattern.compile("\\s(?=['\"])");
  private static final Pattern STRIKE_END = Pattern.compile("[^\\s~]~~");
  private static final Pattern ANGLE_TARGET = Pattern.compile("\\(<(.*?)>");
  private static final Pattern EXTENSION =
      Pattern.compile("\\{::(comment|nomarkdown|options)(?:\\s[^}]*|)(/)?\\}");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("\\{:[^}]++(?:(?<=\\\\)\\}[^}]*+){0,50}+\\}");
  private static final Pattern STRIKETHROUGH =
      Pattern.compile("~~(?!\\s|~).*?[^\\s~]~~", Pattern.DOTALL);

  private final MappedText mapped;
  private final String text;
  private final FormulaContext context;
  private final Dialect dialect;
  private final Set<String> links;
  private final Set<String> footnotes;
  private final List<Formula> formulas = new ArrayList<>();
  private final TextSearch search;
  private final Set<String> markers = new HashSet<>();
  private int[] closers;
  private int nextTitle = -1;
  private int noStrikeFrom = Integer.MAX_VALUE;

  /**
   * Makes a parser of one text.
   *
   * @param links names of the defined links
   * @param footnotes names of the defined footnotes
   */
  SpanParser(Node node, Dialect dialect, Set<String> links, Set<String> footnotes) {
    this.mapped = node.text();
    this.text = mapped.toString();
    this.search = new TextSearch(text);
    this.context = node.context;
    this.dialect = dialect;
    this.links = links;
    this.footnotes = footnotes;
  }

  /** Returns the formulas. */
  List<Formula> parse() {
    spans(0, text.length());
    return formulas;
  }

  /** Returns the names of the footnotes that the text refers to; known after {@link #parse()}. */
  Set<String> markers() {
    return markers;
  }

  /** Returns the name of a link as kramdown compares it. */
  static String normalized(String name) {
    return name.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private void spans(int from, int to) {
    Deque<Bracket> brackets = new ArrayDeque<>();
    boolean element = false;
    int i = from;
    while (i < to) {
      int end = next(i, to, brackets, element);
      element = end > i;
      i = element ? end : Math.max(i + 1, -end);
    }
  }

  /**
   * Returns the index behind the element at an index; for text, the negative of the index behind
   * it.
   */
  private int next(int i, int to, Deque<Bracket> brackets, boolean afterElement) {
    switch (text.charAt(i)) {
      case '\\':
        return -(i + escape(i));
      case '$':
        return math(i, to);
      case '`':
        return code(i, to);
      case '<':
        return html(i, to);
      case '!':
        if (i + 1 < to && text.charAt(i + 1) == '[' && isLinkStart(i + 2, to)) {
          brackets.push(new Bracket(i, formulas.size()));
          return -(i + 2);
        }
        return -(i + 1);
      case '[':
        return bracket(i, to, brackets);
      case ']':
        return brackets.isEmpty() ? -(i + 1) : link(i, to, brackets.pop());
      case '{':
        return extension(i, to, afterElement);
      case '~':
        return strikethrough(i, to);
      default:
        return -(i + 1);
    }
  }

  private int escape(int i) {
    if (text.startsWith("\\\\\n", i)) {
      return 2;
    }
    if (text.startsWith("\\<<", i) || text.startsWith("\\>>", i)) {
      return 3;
    }
    boolean escapes = i + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(i + 1)) >= 0;
    boolean gfm = dialect == Dialect.GFM && text.startsWith("\\~", i);
    return escapes || gfm ? 2 : 1;
  }

  private int math(int i, int to) {
    if (!text.startsWith("$$", i)) {
      return -(i + 1);
    }
    int closer = search.indexOf("$$", i + 2);
    if (closer < 0 || closer + 2 > to) {
      return -(i + 1);
    }
    formulas.add(BlockParser.formula(mapped, MathStyle.INLINE, i, closer, context));
    return closer + 2;
  }

  private int code(int i, int to) {
    int end = CodeSpans.end(text, search, i);
    return end >= 0 && end <= to ? end : -Math.min(to, i + CodeSpans.run(text, i));
  }

  private int html(int i, int to) {
    if (isClosedOnLine(i)) {
      Matcher autolink = AUTOLINK.matcher(text).region(i, to);
      if (autolink.lookingAt()) {
        return autolink.end();
      }
    }
    if (text.startsWith("<!--", i)) {
      int end = search.indexOf("-->", i);
      return end >= 0 ? end + 3 : -(i + 1);
    }
    Matcher close = HtmlTags.CLOSE.matcher(text).region(i, to);
    if (close.lookingAt()) {
      return -close.end();
    }
    Matcher tag = HtmlTags.TAG.matcher(text).region(i, to);
    if (!tag.lookingAt()) {
      return -(i + 1);
    }
    String name = tag.group(1).toLowerCase(Locale.ROOT);
    if (HtmlTags.BLOCK.contains(tag.group(1))) {
      return -tag.end();
    }
    boolean empty = tag.group(3) != null || HtmlTags.WITHOUT_BODY.contains(name);
    return empty || isParsed(tag, name) ? tag.end() : rawElementEnd(tag.end(), to, name);
  }

  /** Asks before an expression goes to the end of the line for nothing. */
  private boolean isClosedOnLine(int i) {
    int close = search.indexOf(">", i);
    int line = search.indexOf("\n", i);
    return close >= 0 && (line < 0 || close < line);
  }

  private static boolean isParsed(Matcher tag, String name) {
    boolean parsed = HtmlTags.SPAN_CONTENT.contains(name) || HtmlTags.BLOCK_CONTENT.contains(name);
    Matcher attribute = HtmlTags.MARKDOWN_ATTRIBUTE.matcher(tag.group(2));
    if (attribute.find()) {
      String value = attribute.group().replaceAll(".*=|[\"'\\s]", "");
      return value.equals("span") || parsed && !value.equals("0");
    }
    return parsed;
  }

  private int rawElementEnd(int from, int to, String name) {
    String close = "</" + name;
    for (int i = text.indexOf("</", from); i >= 0 && i < to; i = text.indexOf("</", i + 1)) {
      if (text.regionMatches(true, i, close, 0, close.length())) {
        int end = text.indexOf('>', i);
        return end < 0 ? to : end + 1;
      }
    }
    return to;
  }

  /** Returns where the HTML element that begins at an index ends, or -1. */
  static int elementEnd(String text, TextSearch search, int start) {
    if (text.startsWith("<!--", start)) {
      int end = search.indexOf("-->", start);
      return end < 0 ? -1 : end + 3;
    }
    Matcher tag = HtmlTags.TAG.matcher(text).region(start, text.length());
    if (!tag.lookingAt() || HtmlTags.BLOCK.contains(tag.group(1))) {
      return -1;
    }
    if (tag.group(3) != null || HtmlTags.WITHOUT_BODY.contains(tag.group(1))) {
      return tag.end();
    }
    int close = text.indexOf("</" + tag.group(1), tag.end());
    int end = close < 0 ? -1 : text.indexOf('>', close);
    return end < 0 ? text.length() : end + 1;
  }

  private int bracket(int i, int to, Deque<Bracket> brackets) {
    Matcher marker = FOOTNOTE.matcher(text).region(i, to);
    if (marker.lookingAt()) {
      if (footnotes.contains(marker.group(1))) {
        markers.add(marker.group(1));
        return marker.end();
      }
      return -marker.end();
    }
    if (isLinkStart(i + 1, to)) {
      brackets.push(new Bracket(i, formulas.size()));
    }
    return -(i + 1);
  }

  private boolean isLinkStart(int i, int to) {
    return i < to && text.charAt(i) != '^';
  }

  private int link(int close, int to, Bracket opener) {
    int end = targetEnd(opener, close, to);
    if (end < 0) {
      return -(close + 1);
    }
    if (text.charAt(opener.start) == '!') {
      // The text of an image is an attribute.
      formulas.subList(opener.formulas, formulas.size()).clear();
    }
    return end;
  }

  private int targetEnd(Bracket opener, int close, int to) {
    int start = close + 1;
    Matcher id = LINK_ID.matcher(text).region(start, to);
    boolean hasId = id.lookingAt();
    if (hasId || start >= to || text.charAt(start) != '(') {
      int open = text.indexOf('[', opener.start) + 1;
      String name = hasId && id.group(1) != null ? id.group(1) : text.substring(open, close);
      return links.contains(normalized(name)) ? hasId ? id.end() : start : -1;
    }
    Matcher angle = ANGLE_TARGET.matcher(text).region(start, to);
    int at = start;
    if (isClosedOnLine(start) && angle.lookingAt()) {
      at = angle.end();
      if (at < to && text.charAt(at) == ')') {
        return at + 1;
      }
    } else {
      int parenthesis = closingParenthesis(start);
      int titleStart = Math.min(to, titleStart(start));
      if (parenthesis >= 0 && parenthesis < to && parenthesis < titleStart) {
        return parenthesis + 1;
      }
      at = titleStart;
    }
    Matcher title = TITLE.matcher(text).region(at, to);
    return title.lookingAt() ? title.end() : -1;
  }

  private int closingParenthesis(int open) {
    if (closers == null) {
      closers = new int[text.length()];
      Arrays.fill(closers, -1);
      Deque<Integer> openers = new ArrayDeque<>();
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) == '(') {
          openers.push(i);
        } else if (text.charAt(i) == ')' && !openers.isEmpty()) {
          closers[openers.pop()] = i;
        }
      }
    }
    return closers[open];
  }

  /** Returns the index of the next quote behind white space, or the length of the text. */
  private int titleStart(int from) {
    if (nextTitle < from) {
      Matcher title = TITLE_START.matcher(text);
      nextTitle = title.find(from) ? title.end() : text.length();
    }
    return nextTitle;
  }

  private int extension(int i, int to, boolean afterElement) {
    if (!text.startsWith("{:", i)) {
      return -(i + 1);
    }
    if (search.indexOf("}", i) < 0) {
      return -(i + 1);
    }
    Matcher extension = EXTENSION.matcher(text).region(i, to);
    if (extension.lookingAt()) {
      if (extension.group(2) != null) {
        return extension.end();
      }
      int stop = search.indexOf("{:/", extension.end());
      int end = stop < 0 ? -1 : search.indexOf("}", stop);
      return end < 0 ? -(i + 1) : end + 1;
    }
    Matcher attributes = ATTRIBUTES.matcher(text).region(i, to);
    return afterElement && attributes.lookingAt() ? attributes.end() : -(i + 1);
  }

  private int strikethrough(int i, int to) {
    if (dialect != Dialect.GFM || !text.startsWith("~~", i) || i >= noStrikeFrom) {
      return -(i + 1);
    }
    if (!STRIKE_END.matcher(text).region(i, to).find()) {
      noStrikeFrom = i;
      return -(i + 1);
    }
    Matcher strike = STRIKETHROUGH.matcher(text).region(i, to);
    if (!strike.lookingAt()) {
      return -(i + 1);
    }
    spans(i + 2, strike.end() - 2);
    return strike.end();
  }
}
