package io.github.formulint.suppression;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.markdown.Formula;
import io.github.formulint.rule.RuleNames;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * The remarks in a document that say which findings are not wanted: comments, and an entry of its
 * front matter. Immutable and thread-safe.
 *
 * @param all the remarks, in order of their place
 */
public record Suppressions(List<Suppression> all) {

  /** None. */
  public static final Suppressions NONE = new Suppressions(List.of());

  /** Stands in each remark. */
  private static final String MARK = "formulint";

  /** Copies the list. */
  public Suppressions {
    all = List.copyOf(all);
  }

  /**
   * Returns the remarks of a document, or of all documents in a file. Those in code are none: they
   * are shown to readers.
   *
   * @param document the document
   */
  public static Suppressions of(SourceFile document) {
    if (!document.text().contains(MARK)) {
      return NONE;
    }
    return document.parts().isEmpty()
        ? new SuppressionReader(document).read()
        : new Suppressions(
            document.parts().stream()
                .flatMap(part -> of(part.document()).all().stream().map(new InFile(document, part)))
                .toList());
  }

  /**
   * Returns the remark by which a finding is not wanted, the nearest if there are several.
   *
   * @param finding a finding of the document
   * @param names the names of the rules
   */
  public Optional<Suppression> covering(Diagnostic finding, RuleNames names) {
    Suppression found = null;
    for (Suppression each : all) {
      if (covers(each, finding, names)) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * Returns whether a finding is not wanted by a remark.
   *
   * @param remark a remark of the document
   * @param finding a finding of the document
   * @param names the names of the rules
   */
  public static boolean covers(Suppression remark, Diagnostic finding, RuleNames names) {
    return isWithin(remark, finding, names) && means(remark, finding.rule(), names);
  }

  /**
   * Returns whether findings of a rule are not wanted at a place.
   *
   * @param rule the rule
   * @param place a place in the document, in UTF-16 code units
   * @param names the names of the rules
   */
  public boolean hold(RuleId rule, int place, RuleNames names) {
    for (Suppression remark : all) {
      if (means(remark, rule, names)
          && remark.covered().stream()
              .anyMatch(
                  each ->
                      isIn(each, place)
                          && each.lifted().stream().noneMatch(name -> names.means(name, rule)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a remark means a rule.
   *
   * @param remark the remark
   * @param rule the rule
   * @param names the names of the rules
   */
  public static boolean means(Suppression remark, RuleId rule, RuleNames names) {
    return remark.rules().isEmpty()
        || remark.rules().stream().anyMatch(each -> names.means(each.name(), rule));
  }

  /**
   * Returns whether a finding stands where a remark holds, whatever rule it is of.
   *
   * @param remark a remark of the document
   * @param finding a finding of the document
   * @param names the names of the rules
   */
  public static boolean isWithin(Suppression remark, Diagnostic finding, RuleNames names) {
    int place = finding.span().start();
    int formula = finding.formula().map(Formula::span).orElse(finding.span()).start();
    for (Suppression.Cover each : remark.covered()) {
      if ((isIn(each, place) || isIn(each, formula))
          && each.lifted().stream().noneMatch(name -> names.means(name, finding.rule()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Suppression.Cover cover, int place) {
    return place >= cover.span().start() && place < cover.span().end();
  }
}
