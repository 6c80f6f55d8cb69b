package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.TextSearch;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML tags as pandoc's Markdown reader sees them, for one text. Not thread-safe: remembers what is
 * not closed.
 */
final class HtmlSyntax {

  private static final Pattern TAG =
      Pattern.compile(
          "</?([a-zA-Z][\\w:-]*+)(?<!:)(?:\\s++\\p{L}[\\p{L}\\p{N}_:.-]*+(?:\\s*+=\\s*+"
              + "(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'=<>`]++))?+)*+\\s*+/?>");

  private static final Pattern AUTOLINK =
      Pattern.compile(
          "<(?:[a-zA-Z][a-zA-Z0-9.+-]*+:[^\\s<>]++|[^\\s<>@]++@[^\\s<>@][^\\s<>@.]*+\\.[^\\s<>@]++)>");

  /** {@code blockHtmlTags} and {@code eitherBlockOrInline} of pandoc. */
  private static final Set<String> BLOCK =
      Set.of(
          ("address article aside blockquote body canvas caption center col colgroup dd details dir"
                  + " div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header"
                  + " hgroup hr html isindex li main menu meta nav noframes ol output p pre"
                  + " section summary table tbody td textarea tfoot th thead tr ul frame frameset"
                  + " style")
              .split(" "));

  private static final Set<String> EITHER =
      Set.of(
          ("audio applet button iframe embed del ins progress map area noscript script svg video"
                  + " object source")
              .split(" "));

  /** The elements whose content is not Markdown, and what closes them. */
  private static final Map<String, Pattern> VERBATIM =
      Map.of(
          "pre", closer("pre"),
          "style", closer("style"),
          "script", closer("script"),
          "textarea", closer("textarea"));

  private final String text;
  private final TextSearch search;

  HtmlSyntax(String text, TextSearch search) {
    this.text = text;
    this.search = search;
  }

  private static Pattern closer(String name) {
    return Pattern.compile("</" + name, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Returns the index behind the tag that may stand in text, or -1. */
  int inlineEnd(int index) {
    if (text.startsWith("<!--", index)) {
      int end = search.indexOf("-->", index);
      return end < 0 ? -1 : end + 3;
    }
    Matcher autolink = AUTOLINK.matcher(text).region(index, text.length());
    if (autolink.lookingAt()) {
      return autolink.end();
    }
    Matcher tag = TAG.matcher(text).region(index, text.length());
    boolean found = tag.lookingAt() && !BLOCK.contains(name(tag));
    return found ? tag.end() : -1;
  }

  /**
   * Returns the index behind what stands for a block of HTML: a tag, or an element whose content is
   * not Markdown; -1 if there is none.
   */
  int blockEnd(int index) {
    if (text.startsWith("<!--", index)) {
      int end = search.indexOf("-->", index);
      return end < 0 ? -1 : end + 3;
    }
    Matcher tag = TAG.matcher(text).region(index, text.length());
    if (!tag.lookingAt() || !BLOCK.contains(name(tag)) && !EITHER.contains(name(tag))) {
      return -1;
    }
    if (VERBATIM.containsKey(name(tag)) && text.charAt(index + 1) != '/') {
      int close = search.find(VERBATIM.get(name(tag)), tag.end());
      if (close >= 0) {
        int end = search.indexOf(">", close);
        return end < 0 ? text.length() : end + 1;
      }
    }
    return tag.end();
  }

  /** Returns whether a tag at an index always ends a paragraph. */
  boolean isBlockTag(int index) {
    Matcher tag = TAG.matcher(text).region(index, text.length());
    return tag.lookingAt() && BLOCK.contains(name(tag));
  }

  private static String name(Matcher tag) {
    return tag.group(1).toLowerCase(Locale.ROOT);
  }
}
