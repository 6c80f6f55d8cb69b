package io.github.formulint.report.data;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Tells the findings of one document from each other, and knows them again in the next run. A
 * fingerprint is made of the rule, the formula, what is written at the place, and the number of the
 * finding among those that share all three; so it stays when lines are added above, when paragraphs
 * move, and when formulint words its messages anew. For one document and one thread.
 */
final class Fingerprints {

  /** Hexadecimal digits; half of SHA-256 is plenty. */
  private static final int LENGTH = 32;

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
   * Returns the fingerprint of the next finding.
   *
   * @param diagnostic the finding; findings come in the order of the document
   * @return 32 hexadecimal digits
   */
  String next(Diagnostic diagnostic) {
    String subject =
        scope
            + String.join(
                "\0",
                List.of(
                    diagnostic.rule().name(),
                    diagnostic.formula().map(formula -> Json.cut(formula.tex())).orElse(""),
                    Json.cut(diagnostic.span().of(document.text()))));
    return digest(subject + "\0" + seen.merge(subject, 1, Integer::sum));
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
