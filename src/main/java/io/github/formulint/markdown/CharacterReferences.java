package io.github.formulint.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Follows text through escapes and character references to the characters they stand for. */
public final class CharacterReferences {

  /** CommonMark 0.31.2, section 2.5; HTML takes the named ones alike. */
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});");

  private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private CharacterReferences() {}

  /**
   * Returns the characters of a text node, each with the place of the Markdown that stands for it.
   *
   * @param markdown the Markdown of the node: itself, escapes and entities
   * @param literal what the parser made of it
   */
  public static MappedText inMarkdown(MappedText markdown, String literal) {
    return follow(markdown, literal, true);
  }

  /**
   * Returns the characters of a text node, each with the place of the HTML that stands for it.
   *
   * @param html the HTML of the node: itself and entities
   * @param text what the parser made of it
   */
  public static MappedText inHtml(MappedText html, String text) {
    return follow(html, text, false);
  }

  /**
   * Returns the text that a browser shows for HTML without tags.
   *
   * @param html the HTML
   */
  public static MappedText decoded(MappedText html) {
    Matcher reference = ENTITY.matcher(html);
    MappedText.Builder result = new MappedText.Builder();
    int at = 0;
    while (reference.find()) {
      String decoded = Parser.unescapeEntities(reference.group(), false);
      result.append(html, at, reference.start());
      result.append(
          decoded, html.sourceStart(reference.start()), html.sourceEnd(reference.end() - 1));
      at = reference.end();
    }
    return at == 0 ? html : result.append(html, at, html.length()).build();
  }

  private static MappedText follow(MappedText from, String to, boolean escapes) {
    if (from.toString().equals(to)) {
      return from;
    }
    MappedText.Builder result = new MappedText.Builder();
    Matcher entity = ENTITY.matcher(from.toString());
    int i = 0;
    for (int j = 0; j < to.length(); ) {
      if (i >= from.length()) {
        int end = from.sourceStart(from.length());
        result.append(to.substring(j), end, end);
        break;
      }
      char c = from.charAt(i);
      if (escapes && c == '\\' && isEscapeOf(from, i, to.charAt(j))) {
        result.append(to.charAt(j++), from.sourceStart(i), from.sourceEnd(i + 1));
        i += 2;
        continue;
      }
      if (c == '&' && entity.region(i, from.length()).lookingAt()) {
        String decoded = Parser.unescapeEntities(entity.group(), false);
        if (!decoded.equals(entity.group()) && to.startsWith(decoded, j)) {
          result.append(decoded, from.sourceStart(i), from.sourceEnd(entity.end() - 1));
          j += decoded.length();
          i = entity.end();
          continue;
        }
      }
      result.append(to.charAt(j++), from.sourceStart(i), from.sourceEnd(i));
      i++;
    }
    return result.build();
  }

  private static boolean isEscapeOf(MappedText from, int i, char c) {
    return i + 1 < from.length() && from.charAt(i + 1) == c && ESCAPABLE.indexOf(c) >= 0;
  }
}
