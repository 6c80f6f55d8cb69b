package io.github.formulint.markdown.universal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.StrayDelimiter;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what the universal reading makes of some Markdown. A formula is written as its TeX between
 * its usual delimiters, whatever stands around it in the source.
 */
final class ReadingAssert {

  private static final UniversalReader READER = new UniversalReader();

  private ReadingAssert() {}

  /** Asserts that these are the formulas, in order, and that no delimiter is stray. */
  static void assertFormulas(String markdown, String... formulas) {
    Reading reading = read(markdown);
    assertThat(reading.formulas().stream().map(ReadingAssert::describe))
        .as(markdown)
        .containsExactly(formulas);
    assertThat(reading.strays()).as(markdown).isEmpty();
  }

  /** Asserts that nothing is a formula, and that no delimiter is stray. */
  static void assertNoFormula(String markdown) {
    assertFormulas(markdown);
  }

  /**
   * Asserts that these delimiters are stray, each as {@code unclosed $$} or {@code \[ closed by
   * $$}, in order.
   */
  static void assertStrays(String markdown, String... strays) {
    assertThat(read(markdown).strays().stream().map(stray -> describe(markdown, stray)))
        .as(markdown)
        .containsExactly(strays);
  }

  static Reading read(String markdown) {
    return READER.read(SourceFile.of("test.md", markdown));
  }

  /** Returns the only formula. */
  static Formula only(String markdown) {
    List<Formula> formulas = read(markdown).formulas();
    assertThat(formulas).as(markdown).hasSize(1);
    return formulas.get(0);
  }

  static List<String> describe(Reading reading) {
    List<String> all = new ArrayList<>();
    reading.formulas().forEach(formula -> all.add(describe(formula)));
    return all;
  }

  private static String describe(Formula formula) {
    Delimiter delimiter = formula.delimiter();
    return delimiter == Delimiter.ENVIRONMENT
        ? formula.tex()
        : delimiter.opener() + formula.tex() + delimiter.closer();
  }

  private static String describe(String markdown, StrayDelimiter stray) {
    String opener = stray.mark().of(markdown);
    if (stray instanceof StrayDelimiter.Unopened) {
      return "unopened " + opener;
    }
    if (stray instanceof StrayDelimiter.Nested || stray instanceof StrayDelimiter.Missing) {
      boolean nested = stray instanceof StrayDelimiter.Nested;
      return (nested ? "nested " : "bare ") + opener.strip();
    }
    if (stray instanceof StrayDelimiter.Torn) {
      return "torn " + opener;
    }
    if (stray instanceof StrayDelimiter.Cut cut) {
      return "cut " + cut.formula().of(markdown);
    }
    return stray instanceof StrayDelimiter.Mismatched mismatched
        ? opener + " closed by " + mismatched.closer().of(markdown)
        : "unclosed " + opener;
  }
}
