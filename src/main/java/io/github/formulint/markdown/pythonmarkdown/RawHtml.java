package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.TextSearch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes raw HTML blocks out: {@code HTMLExtractor} of Python-Markdown 3.10 over Python's {@code
 * html.parser}. A block begins with a block-level tag at the start of a line and ends where all its
 * tags are closed, blank lines or not.
 */
final class RawHtml {

  /** {@code block_level_elements} of Python-Markdown. */
  private static final Set<String> BLOCK_LEVEL =
      Set.of(
          ("address article aside blockquote details div dl fieldset figcaption figure footer form"
                  + " h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul"
                  + " canvas colgroup dd body dt group iframe li legend math map noscript output"
                  + " object option progress script style summary tbody td textarea tfoot th thead"
                  + " tr video")
              .split(" "));

  private static final Pattern START_TAG =
      Pattern.compile(
          "<([a-zA-Z][^`\\t\\n\\r\\f />\\x00]*+)"
              + "(?:[\\s/]*+(?:(?<=['\"\\s/])[^`\\s/>][^\\s/=>]*+"
              + "(?:\\s*+=++\\s*+(?:'[^']*+'|\"[^\"]*+\"|(?!['\"])[^`>\\s]*+)(?:\\s*+,)*+)?"
              + "(?:\\s|/(?!>))*+)*+)?+\\s*+");

  private static final Pattern END_TAG_NAME = Pattern.compile("([a-zA-Z][^\\t\\n\\r\\f />\\x00]*)");

  private static final Pattern BLANK_LINE = Pattern.compile("(?: *\\n){2}");

  private final MappedText source;
  private final String text;
  private final TextSearch search;
  private final MappedText.Builder result = new MappedText.Builder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean raw;
  private boolean tail;
  private int lineStart;
  private String rawTextElement = "";

  private RawHtml(MappedText source) {
    this.source = source;
    this.text = source.toString();
    this.search = new TextSearch(text);
  }

  /** Returns the text with marks in the place of raw HTML. */
  static MappedText remove(MappedText source) {
    return source.toString().indexOf('<') < 0 ? source : new RawHtml(source).run();
  }

  private MappedText run() {
    int at = 0;
    int lastGreater = text.lastIndexOf('>');
    while (at < text.length()) {
      int next = text.indexOf('<', at);
      if (next < 0) {
        break;
      }
      data(at, next);
      for (int i = at; i < next; i++) {
        lineStart = text.charAt(i) == '\n' ? i + 1 : lineStart;
      }
      int end = next < lastGreater ? markup(next) : -1;
      if (end < 0) {
        // Nothing whole: the sign is text.
        end = next + 1;
        data(next, end);
      }
      at = end;
    }
    data(at, text.length());
    if (raw) {
      stash(text.length());
    }
    return result.build();
  }

  private int markup(int at) {
    if (!rawTextElement.isEmpty()) {
      String close = "</" + rawTextElement;
      return text.regionMatches(true, at, close, 0, close.length()) ? endTag(at) : -1;
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (Character.isLetter(next) && next < 128) {
      return startTag(at);
    }
    if (next == '/') {
      return endTag(at);
    }
    if (text.startsWith("<!--", at)) {
      int end = search.indexOf("-->", at + 4);
      return end < 0 ? -1 : emptyTag(at, end + 3, true);
    }
    if (next == '?' || next == '!') {
      int end = atLineStart(at) || tail ? search.indexOf(">", at) : -1;
      return end < 0 ? -1 : emptyTag(at, end + 1, true);
    }
    return -1;
  }

  private int startTag(int at) {
    Matcher tag = START_TAG.matcher(text).region(at, text.length());
    if (!tag.lookingAt()) {
      return -1;
    }
    int end = tag.end();
    boolean selfClosed = text.startsWith("/>", end);
    if (!selfClosed && !text.startsWith(">", end)) {
      return -1;
    }
    end += selfClosed ? 2 : 1;
    String name = tag.group(1).toLowerCase(Locale.ROOT);
    boolean block = BLOCK_LEVEL.contains(name);
    if (selfClosed || name.equals("hr")) {
      return emptyTag(at, end, block);
    }
    if (block && (tail || atLineStart(at) && !raw)) {
      raw = true;
      result.append('\n', source.sourceStart(at), source.sourceStart(at));
    }
    if (raw) {
      open.push(name);
      rawTextElement = name.equals("script") || name.equals("style") ? name : "";
    } else {
      result.append(source, at, end);
    }
    return end;
  }

  private int endTag(int at) {
    int end = search.indexOf(">", at) + 1;
    Matcher name = END_TAG_NAME.matcher(text).region(at + 2, text.length());
    if (end == 0) {
      return -1;
    }
    rawTextElement = "";
    if (!raw) {
      result.append(source, at, end);
      return end;
    }
    String tag = name.lookingAt() ? name.group(1).toLowerCase(Locale.ROOT) : "";
    if (open.contains(tag)) {
      while (!open.pop().equals(tag)) {
        // Elements that are still open end here too.
      }
    }
    if (open.isEmpty()) {
      tail = !BLANK_LINE.matcher(text).region(end, text.length()).lookingAt();
      raw = false;
      stash(at);
      result.append("\n\n", source.sourceStart(end), source.sourceStart(end));
    }
    return end;
  }

  private int emptyTag(int at, int end, boolean block) {
    if (raw || tail) {
      return end;
    }
    if (!atLineStart(at) || !block) {
      result.append(source, at, end);
      return end;
    }
    tail = !BLANK_LINE.matcher(text).region(end, text.length()).lookingAt();
    result.append("\n", source.sourceStart(at), source.sourceStart(at));
    stash(at);
    result.append("\n\n", source.sourceStart(end), source.sourceStart(end));
    return end;
  }

  private void stash(int at) {
    int place = source.sourceStart(at);
    result.append(Preprocessors.STASHED, place, place);
  }

  private void data(int start, int end) {
    if (start >= end) {
      return;
    }
    if (tail) {
      int newline = search.indexOf("\n", start);
      tail = newline < 0 || newline >= end;
    }
    if (!raw) {
      result.append(source, start, end);
    }
  }

  private boolean atLineStart(int at) {
    return at - lineStart <= 3 && text.substring(lineStart, at).isBlank();
  }
}
