package io.github.formulint.rules.delimiter;

import io.github.formulint.source.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links by a label, such as {@code [1]}, whose target stands elsewhere in a document. For one
 * thread.
 */
final class LinkTargets {

  private static final Pattern LABEL = Pattern.compile("\\[([^\\[\\]\\n]{1,100})\\]");

  private static final Pattern TARGET =
      Pattern.compile("^[ \\t>]{0,20}\\[([^\\[\\]\\n]{1,100})\\]:", Pattern.MULTILINE);

  private final String text;

  /** The labels that have a target; looked for when first asked. */
  private Optional<Set<String>> labels = Optional.empty();

  /**
   * Makes the links of a document.
   *
   * @param text the document
   */
  LinkTargets(String text) {
    this.text = text;
  }

  /**
   * Returns the first label in a formula that the document has a target for.
   *
   * @param formula where the formula stands
   */
  Optional<String> label(Span formula) {
    Matcher label = LABEL.matcher(text).region(formula.start(), formula.end());
    while (label.find()) {
      if (labels().contains(label.group(1))) {
        return Optional.of(label.group(1));
      }
    }
    return Optional.empty();
  }

  private Set<String> labels() {
    if (labels.isEmpty()) {
      Set<String> found = new HashSet<>();
      Matcher target = TARGET.matcher(text);
      while (target.find()) {
        found.add(target.group(1));
      }
      labels = Optional.of(found);
    }
    return labels.get();
  }
}
