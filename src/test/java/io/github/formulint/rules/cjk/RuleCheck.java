package io.github.formulint.rules.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.jlatexmath.JLatexMathProvider;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.rule.Rule;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.source.SourceFile;
import java.util.List;
import java.util.Set;

/** What one rule says of small documents, and what its proven fixes make of them. */
final class RuleCheck implements AutoCloseable {

  private final Rule rule;
  private final FormulaJudge judge;
  private final Linter alone;
  private final Linter all;

  /** Starts the real engines. */
  RuleCheck(Rule rule) {
    this.rule = rule;
    judge =
        new FormulaJudge(
            List.of(new KatexProvider(), new JLatexMathProvider(Manner.TRANSLATED, notice -> {})),
            1,
            notice -> {});
    alone = new Linter(new UniversalReader(), judge::judge, List.of(rule));
    all = new Linter(new UniversalReader(), judge::judge, BuiltInRules.all());
  }

  @Override
  public void close() {
    judge.close();
  }

  /** Asserts that the rule finds exactly these places, and no other rule says the same. */
  void finds(String document, String... places) {
    assertThat(findings(document))
        .as(document)
        .extracting(finding -> finding.span().of(document))
        .containsExactly(places);
  }

  /** Asserts that the rule has nothing to say. */
  void leavesAlone(String document) {
    finds(document);
  }

  /** Asserts what the safe fixes of this rule make of a document. */
  void mends(String document, String expected) {
    assertThat(mended(document, Set.of(Applicability.SAFE))).isEqualTo(expected);
    assertThat(mended(expected, Set.of(Applicability.SAFE))).isEqualTo(expected);
  }

  /** Asserts that no safe fix changes a document, and what the unsafe ones make of it. */
  void mendsUnsafely(String document, String expected) {
    assertThat(mended(document, Set.of(Applicability.SAFE))).isEqualTo(document);
    assertThat(mended(document, Set.of(Applicability.SAFE, Applicability.UNSAFE)))
        .isEqualTo(expected);
  }

  /** Asserts that something is found and nothing offered. */
  void offersNoFix(String document) {
    assertThat(findings(document)).isNotEmpty().allMatch(finding -> finding.fixes().isEmpty());
  }

  /** Asserts how much all findings of this rule matter. */
  void rates(String document, Severity severity) {
    assertThat(findings(document))
        .isNotEmpty()
        .allMatch(finding -> finding.severity() == severity, severity.label());
  }

  /** Returns the findings of this rule among those of all rules. */
  List<Diagnostic> findings(String document) {
    return all.lint(SourceFile.of("case.md", document)).diagnostics().stream()
        .filter(finding -> finding.rule().equals(rule.id()))
        .toList();
  }

  private String mended(String document, Set<Applicability> allowed) {
    return alone.mend(SourceFile.of("case.md", document), allowed).result().document().text();
  }
}
