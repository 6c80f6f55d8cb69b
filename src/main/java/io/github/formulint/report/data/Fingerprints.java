package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.TextDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the findings of one document from each other, and knows them again in the next run. A
 * fingerprint is made of the rule, the formula, what is written at the place, and the number of the
 * finding among those that share all three; so it stays when lines are added above, when paragraphs
 * move, and when formulint words its messages anew. For one document and one thread.
 */
final class Fingerprints {

  /** Half of SHA-256 is plenty. */
  private static final int BYTES = 16;

  private final SourceFile document;
  private final String scope;
  private final Map<String, Integer> seen = new HashMap<>();

  private Fingerprints(SourceFile document, String scope) {
    this.document = document;
    this.scope = scope;
  }

  /**
   * Returns fingerprints that no other document shares.
   *
   * @param document the document
   */
  static Fingerprints withPath(SourceFile document) {
    return new Fingerprints(document, document.name() + "\0");
  }

  /**
   * Returns fingerprints that stay when the document gets another name.
   *
   * @param document the document
   */
  static Fingerprints withoutPath(SourceFile document) {
    return new Fingerprints(document, "");
  }

  /**
   * Returns the fingerprint of each finding of the document, 32 hexadecimal digits. Those that are
   * not wanted count as well, so that a choice changes none. The keys are compared by identity.
   *
   * @param result what was found in the document
   */
  Map<Diagnostic, String> of(LintedDocument result) {
    List<Diagnostic> all = new ArrayList<>(result.diagnostics());
    result.dropped().forEach(each -> all.add(each.finding()));
    all.sort(Diagnostic.BY_PLACE);
    Map<Diagnostic, String> fingerprints = new IdentityHashMap<>();
    all.forEach(each -> fingerprints.put(each, next(each)));
    return fingerprints;
  }

  private String next(Diagnostic diagnostic) {
    String subject =
        scope
            + String.join(
                "\0",
                List.of(
                    diagnostic.rule().name(),
                    diagnostic.formula().map(formula -> Json.cut(formula.tex())).orElse(""),
                    Json.cut(diagnostic.span().of(document.text()))));
    return TextDigest.of(subject + "\0" + seen.merge(subject, 1, Integer::sum), BYTES);
  }
}
