package io.github.formulint.markdown.flexmark;

import io.github.formulint.markdown.MappedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metadata in front of a document of Maven's site: {@code key: value} lines up to a blank line,
 * where the first key is one of a list ({@code METADATA_SECTION_PATTERN} of {@code MarkdownParser}
 * of doxia-module-markdown 2.0). YAML front matter is taken away before.
 */
final class DoxiaMetadata {

  private static final Pattern FIRST_KEY =
      Pattern.compile(
          "(?:title|author|date|address|affiliation|copyright|email|keywords|language|phone"
              + "|subtitle)[ \\t]*:",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BLANK_LINE = Pattern.compile("^[ \\t]*$", Pattern.MULTILINE);

  private DoxiaMetadata() {}

  /**
   * Returns a document without its metadata.
   *
   * @param markdown the document
   */
  static MappedText without(MappedText markdown) {
    Matcher key = FIRST_KEY.matcher(markdown);
    if (!key.lookingAt()) {
      return markdown;
    }
    Matcher blank = BLANK_LINE.matcher(markdown);
    return key.end() < markdown.length() && blank.find(key.end() + 1)
        ? markdown.slice(blank.end())
        : markdown;
  }
}
