package io.github.formulint.markdown.kramdown;

import java.util.Set;
import java.util.regex.Pattern;

/** Kramdown's HTML: {@code Kramdown::Parser::Html::Constants} of kramdown 2.4. */
final class HtmlTags {

  private static final String NAME_PART = "[\\p{L}_][\\p{L}\\p{N}\\-._]*+";

  /** An XML name, as REXML has it. */
  /** In which browsers' scripts look for no formulas. */
  static final Set<String> CODE = Set.of("pre", "code", "textarea", "noscript");

  static final String NAME = "(?:" + NAME_PART + ":)?" + NAME_PART;

  private static final String ATTRIBUTES =
      "(?>\\s+" + NAME + "(?:\\s*=\\s*(?:\\w+|\"[^\"]*+\"|'[^']*+'))?)*";

  /** Groups: name, attributes, the slash of a closed tag. */
  static final Pattern TAG = pattern("<(" + NAME + ")(" + ATTRIBUTES + ")\\s*(/)?>");

  static final Pattern CLOSE = pattern("</(" + NAME + ")\\s*>");

  static final Pattern MARKDOWN_ATTRIBUTE =
      pattern("\\s[mM]arkdown\\s*=\\s*(?:\"(\\w*)\"|'(\\w*)'|(\\w+))");

  static final Set<String> SPAN =
      words(
          "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark"
              + " option q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var");

  static final Set<String> BLOCK =
      words(
          "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset"
              + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe"
              + " legend menu li main map nav ol optgroup p pre section summary table tbody td th"
              + " thead tfoot tr ul");

  static final Set<String> WITHOUT_BODY =
      words("area base br col command embed hr img input keygen link meta param source track wbr");

  static final Set<String> BLOCK_CONTENT =
      words(
          "address applet article aside blockquote body dd details div dl fieldset figure"
              + " figcaption footer form header hgroup iframe li main map menu nav noscript object"
              + " section summary td");

  static final Set<String> SPAN_CONTENT =
      words(
          "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins"
              + " label legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup"
              + " th tt");

  private static final String NOT_SPAN = "(?!(?:" + String.join("|", SPAN) + "|script)\\b)" + NAME;

  /** A tag that ends a paragraph, behind up to three spaces at the start of a line. */
  static final String LAZY_END = "<(?>" + NOT_SPAN + ")|</(?:" + NOT_SPAN + ")\\s*>";

  private HtmlTags() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression);
  }
}
