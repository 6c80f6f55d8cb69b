package io.github.formulint.markdown.kramdown;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The expressions of kramdown's block parsers. {@code ^} stands for the start of a line; lines end
 * with line feeds only.
 */
final class Syntax {

  private static final String ATTRIBUTE_CHARS = "[^}]++(?:(?<=\\\\)\\}[^}]*+){0,50}+";

  private static final String NAME = "\\w[\\w-]*";

  private static final String ATTRIBUTE_LIST = "\\{:(?![:/])" + ATTRIBUTE_CHARS + "\\}\\s*?\\n";

  static final Pattern BLANK = pattern("(?>^\\s*\\n)+");
  static final Pattern INDENT = pattern("^(?:\\t| {4})");
  static final Pattern END_OF_BLOCK = pattern("^\\^\\s*?\\n");
  static final Pattern BLOCK_ATTRIBUTES = pattern("^ {0,3}" + ATTRIBUTE_LIST);
  static final Pattern LINE = pattern("^.*?\\n");

  static final Pattern BOUNDARY =
      pattern("(?>^\\s*\\n)+|^\\^\\s*?\\n|^ {0,3}" + ATTRIBUTE_LIST + "|\\Z");

  private static final String LAZY_END_SOURCE =
      "^\\s*\\n|^ {0,3}"
          + ATTRIBUTE_LIST
          + "|^\\^\\s*?\\n|^ {0,3}(?:"
          + HtmlTags.LAZY_END
          + ")|\\Z";

  static final Pattern LAZY_END = pattern(LAZY_END_SOURCE);

  static final Pattern QUOTE = pattern("^ {0,3}> ?");
  static final Pattern BULLET = pattern("^( {0,3}[+*-])([\\t| ].*?\\n)");
  static final Pattern NUMBER = pattern("^( {0,3}\\d+\\.)([\\t| ].*?\\n)");
  static final Pattern DEFINITION = pattern("^( {0,3}:)([\\t| ].*?\\n)");
  static final Pattern RULE =
      pattern(
          "^ {0,3}(?:\\*[ \\t]*\\*[ \\t]*\\*[* \\t]*|-[ \\t]*-[ \\t]*-[- \\t]*|_[ \\t]*_[ \\t]*_[_ \\t]*)\\n");
  static final Pattern ATX_HEADING = pattern("^#{1,6}[\\t ]*([^ \\t].*)\\n");
  static final Pattern ATX_HEADING_GFM = pattern("^#{1,6}[\\t ]+(.*)\\n");
  static final Pattern SETEXT_HEADING =
      pattern("^ {0,3}([^ \\t].*)\\n[-=][-=]*[ \\t\\r\\f\\x0B]*\\n");
  static final Pattern HEADING_ID = pattern("[\\t ]\\{#[\\p{L}_:][\\p{L}\\p{N}\\-._:]*\\}\\z");

  static final Pattern FENCE =
      Pattern.compile(
          "^((~){3,})\\s*?(?:(?:\\S+?)(?:\\?\\S*)?)?\\s*?\\n(?:.*?)^\\1\\2*\\s*?\\n",
          Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.DOTALL);
  static final Pattern FENCE_GFM =
      Pattern.compile(
          "^ {0,3}(([~`]){3,})\\s*?(?:(?:\\S+?)(?:\\?\\S*)?)?\\s*?\\n(?:.*?)^ {0,3}\\1\\2*\\s*?\\n",
          Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.DOTALL);
  static final Pattern FENCE_START = pattern("^~{3,}");
  static final Pattern FENCE_START_GFM = pattern("^ {0,3}[~`]{3,}");
  static final Pattern FENCE_END = pattern("^ {0,3}[~`]{3,}\\s*?\\n");

  static final Pattern PARAGRAPH_END = pattern(LAZY_END_SOURCE + "|" + DEFINITION.pattern());
  static final Pattern PARAGRAPH_END_GFM =
      pattern(
          LAZY_END_SOURCE
              + "|"
              + String.join(
                  "|",
                  BULLET.pattern(),
                  NUMBER.pattern(),
                  ATX_HEADING_GFM.pattern(),
                  DEFINITION.pattern(),
                  QUOTE.pattern(),
                  FENCE_START_GFM.pattern()));

  static final Pattern FOOTNOTE = pattern("^ {0,3}\\[\\^(" + NAME + ")\\]:\\s*?");
  static final Pattern LINK_DEFINITION =
      pattern(
          "^ {0,3}\\[([^\\n\\]]+)\\]:[ \\t]*(?:<(.*?)>|([^\\n]*?\\S[^\\n]*?))"
              + "(?:(?:[ \\t]*?\\n|[ \\t]+?)[ \\t]*?([\"'])(.+?)\\4)?[ \\t]*?\\n");
  static final Pattern QUOTED_TITLE = pattern("[ \\t]+[\"']");
  static final Pattern ABBREVIATION = pattern("^ {0,3}\\*\\[(.+?)\\]:(.*?)\\n");

  static final Pattern ATTRIBUTE_DEFINITION =
      pattern("^ {0,3}\\{:" + NAME + ":" + ATTRIBUTE_CHARS + "\\}\\s*?\\n");
  static final Pattern EXTENSION =
      pattern("^ {0,3}\\{::(comment|nomarkdown|options)(?:\\s[^}]*|)(/)?\\}\\s*?\\n");

  /** For each extension, the line that ends it. */
  static final Map<String, Pattern> EXTENSION_STOPS =
      Map.of(
          "comment", extensionStop("comment"),
          "nomarkdown", extensionStop("nomarkdown"),
          "options", extensionStop("options"));

  static final Pattern LIST_ITEM_ATTRIBUTES =
      Pattern.compile("^\\s*\\{:(?!(?:" + NAME + ")?:|/)" + ATTRIBUTE_CHARS + "\\}\\s*");
  static final Pattern LIST_ITEM_EMPTY =
      pattern("^(?:\\s*\\{:(?!(?:" + NAME + ")?:|/)" + ATTRIBUTE_CHARS + "\\}\\s*)?\\s*\\n");

  static final Pattern COMMENT =
      Pattern.compile("^ {0,3}<!--.*?-->", Pattern.DOTALL | Pattern.MULTILINE);
  static final Pattern TRAILING_SPACE = pattern("[ \\t]*\\n");

  static final Pattern TABLE_LINE = pattern("(?:\\||.*?[^\\\\\\n]\\|).*?\\n");
  static final Pattern TABLE_START = pattern("^ {0,3}(?=\\S)(?:\\||.*?[^\\\\\\n]\\|).*?\\n");
  static final Pattern TABLE_SEPARATOR = pattern("^[+|: \\t-]*?-[+|: \\t-]*?[ \\t]*\\n");
  static final Pattern TABLE_FOOTER = pattern("^[+|: \\t=]*?=[+|: \\t=]*?[ \\t]*\\n");

  private Syntax() {}

  private static Pattern extensionStop(String name) {
    return Pattern.compile("^ {0,3}\\{:/(?:" + name + ")?\\}\\s*?\\n", Pattern.MULTILINE);
  }

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.MULTILINE | Pattern.UNIX_LINES);
  }
}
