package io.github.formulint.render.katex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderOutcome.Rejected;
import io.github.formulint.render.RenderOutcome.Rendered;
import io.github.formulint.render.RenderOutcome.TimedOut;
import io.github.formulint.render.RenderReport;
import io.github.formulint.render.TimeLimit;
import io.github.formulint.render.quickjs.ScriptLibrary;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KatexEngineTest {

  private static final TimeLimit HOUR = TimeLimit.byTheClock(Duration.ofHours(1));

  private static EngineWorker worker;

  @BeforeAll
  static void start() {
    worker =
        new EngineWorker(
            new KatexProvider(TimeLimit.byTheClock(Duration.ofSeconds(2))),
            TimeLimit.byTheClock(Duration.ofSeconds(30)));
  }

  @AfterAll
  static void stop() {
    worker.close();
  }

  @Test
  void rendersWhatKatexRenders() {
    assertThat(display("\\frac{a}{b} + \\text{中文} + 𝐀")).isInstanceOf(Rendered.class);
    assertThat(inline("x^2")).isEqualTo(Rendered.CLEAN);
  }

  @Test
  void saysWhyAndWhereWithoutNameAndPositionOfTheEngine() {
    assertThat(inline("a + \\foo"))
        .isEqualTo(rejected("Undefined control sequence: \\foo", new Span(4, 8)));
  }

  @Test
  void placesTheEndOfInput() {
    assertThat(inline("{x")).isEqualTo(rejected("Expected '}', got 'EOF'", Span.at(2)));
  }

  @Test
  void countsInUtf16() {
    String tex = "\\text{🙂𠮷é\"\\\\}\n\\foo";
    int start = tex.indexOf("\\foo");
    assertThat(inline(tex).place()).contains(new Span(start, start + 4));
  }

  @Test
  void halfASurrogatePairArrivesAsItIs() {
    assertThat(inline("\\text{\ud83d}"))
        .isEqualTo(rejected("Unexpected character: '\ud83d'", new Span(6, 7)));
  }

  @Test
  void placesFailuresInTheFormulaNotInKatexMacros() {
    String tex = "\\set{x\\VERT x<5}";
    assertThat(inline(tex))
        .isEqualTo(rejected("Undefined control sequence: \\VERT", new Span(6, 11)));
    assertThat(inline("a\\tag{1}").place()).contains(new Span(1, 5));
    assertThat(inline("a\\begin{align}b\\end{align}").place()).contains(new Span(1, 14));
  }

  @Test
  void knowsInlineFromDisplay() {
    assertThat(display("x \\tag{1}")).isEqualTo(Rendered.CLEAN);
    assertThat(inline("x \\tag{1}").message()).contains("\\tag works only in display equations");
  }

  @Test
  void reportsDoubts() {
    assertThat(reports("a中b"))
        .contains(
            new RenderReport(
                "unicodeTextInMathMode",
                "Unicode text character \"中\" used in math mode",
                Optional.of(new Span(1, 2))))
        .doesNotHaveDuplicates();
  }

  @Test
  void reportsSymbolsWithoutGlyph() {
    assertThat(reports("a \\imageof b")).extracting(RenderReport::code).contains("symbolNotInFont");
    assertThat(reports("\\text{Ⓐ}")).extracting(RenderReport::code).contains("symbolNotInFont");
    assertThat(reports("\\textit{<}")).extracting(RenderReport::code).contains("symbolNotInFont");
  }

  @Test
  void reportsCommandsThatNeedTrust() {
    assertThat(reports("a \\href{https://example.org/}{x}"))
        .containsExactly(
            new RenderReport(
                "trust",
                "\\href is shown in red unless the page trusts it",
                Optional.of(new Span(2, 7))));
  }

  /** KaTeX parses these, and fails when it builds them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\textbf{\\checkmark}",
        "\\textit{ℝ}",
        "\\text{\\textbf{a $b\\yen$}}",
      })
  void rejectsWhatParsesAndDoesNotBuild(String tex) {
    assertThat(inline(tex).message()).hasValueSatisfying(m -> assertThat(m).contains("AMS-"));
  }

  @Test
  void rejectsWhereKatexThrowsNoParseError() {
    assertThat(inline("\\begin{array}\\\\1\\end{array}").status()).isEqualTo("rejected");
    assertThat(inline("\\char").message()).contains("Invalid base-10 digit EOF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\gdef\\foo{x}",
        "\\global\\let\\foo=x",
        "\\gdef\\frac#1#2{\\foo}",
        "\\gdef\\foo{x}\\gdef\\x{\\x\\x}\\undefined",
        "\\global\\def\\foo{x}{",
        "\\text{\\def\\foo{x}",
      })
  void formulasDoNotReachTheNext(String tex) {
    display(tex);
    assertThat(display("\\foo").message()).contains("Undefined control sequence: \\foo");
    assertThat(display("\\frac{a}{b}")).isEqualTo(Rendered.CLEAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\begin{toString}x\\end{toString}",
        "\\begin{__proto__}x\\end{__proto__}",
        "\\constructor",
        "\\__proto__",
        "\\htmlData{__proto__=x}{y}",
        "\\color{constructor}x",
        "\"}); while (true) {} ({\"",
        "\");katex=null;(\"",
        "\u2028\u2029\u0000\r\n'`${katex}",
      })
  void namesOfJavaScriptMeanNothing(String tex) {
    assertThat(inline(tex).status()).isIn("rendered", "rejected");
    assertThat(inline("\\foo").place()).contains(new Span(0, 4));
  }

  @Test
  void writesNothingToTheConsole() {
    assertThat(inline("\\message{hi}\\errmessage{ho}x")).isEqualTo(Rendered.CLEAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "\\sqrt{", "\\frac{1}{", "x^{", "\\left(", "\\text{"})
  void survivesDeepNesting(String open) {
    String tex = open.repeat(100_000);
    assertThat(inline(tex).status()).isIn("rejected", "timeout");
    assertThat(inline("x")).isEqualTo(Rendered.CLEAN);
  }

  @Test
  void saysThatNestingIsTooDeep() {
    String tex = "{".repeat(100_000) + "}".repeat(100_000);
    assertThat(inline(tex)).isEqualTo(new Rejected("nested too deeply", Optional.empty()));
  }

  @Test
  void takesNestingThatSomeoneMightWrite() {
    assertThat(inline("\\frac{1}{".repeat(200) + "x" + "}".repeat(200))).isEqualTo(Rendered.CLEAN);
  }

  @Test
  void stopsEndlessMacros() {
    assertThat(inline("\\def\\a{\\a\\a}\\a").message())
        .hasValueSatisfying(m -> assertThat(m).contains("Too many expansions"));
  }

  @Test
  void stopsExplosions() {
    String tex = "\\def\\a{" + "x".repeat(20_000) + "}" + "\\a".repeat(900);
    assertThat(inline(tex)).isInstanceOf(TimedOut.class);
    assertThat(inline("x")).isEqualTo(Rendered.CLEAN);
  }

  @Test
  void saysThatTheMemoryIsFullWhenItIsTooFullForAnError() {
    try (EngineWorker other = new EngineWorker(new KatexProvider(HOUR), HOUR)) {
      String tex = "\\begin{alignedat}{2147483648}x\\end{alignedat}";
      assertThat(other.render(List.of(formula(tex), formula("x"))).join())
          .containsExactly(RenderOutcome.OutOfMemory.TOO_MUCH, Rendered.CLEAN);
    }
  }

  @Test
  void stopsAtTheDeadline() {
    EngineWorker hasty =
        new EngineWorker(new KatexProvider(TimeLimit.byTheClock(Duration.ofMillis(1))), HOUR);
    try (hasty) {
      List<RenderOutcome> outcomes =
          hasty.render(List.of(formula("x+y=z\\\\".repeat(20_000)), formula("\\foo"))).join();
      assertThat(outcomes.get(0)).isEqualTo(TimedOut.NO_ANSWER);
    }
  }

  @Test
  void triesNoMoreExplosionsAfterTooMany() {
    KatexProvider provider = new KatexProvider(TimeLimit.byTheClock(Duration.ofMillis(100)));
    String tex = "\\def\\a{" + "x".repeat(20_000) + "}" + "\\a".repeat(900);
    try (EngineWorker other = new EngineWorker(provider, HOUR)) {
      List<MathSource> formulas =
          IntStream.range(0, 40)
              .mapToObj(i -> i == 39 ? "x" : tex + i)
              .map(KatexEngineTest::formula)
              .toList();
      List<RenderOutcome> outcomes = other.render(formulas).join();
      assertThat(outcomes.get(0)).isEqualTo(TimedOut.NO_ANSWER);
      assertThat(outcomes.subList(10, 39)).hasOnlyElementsOfType(RenderOutcome.NotTried.class);
      assertThat(outcomes.get(39)).isEqualTo(Rendered.CLEAN);
    }
  }

  @Test
  void rendersLongFormulas() {
    assertThat(inline("a+b=c ".repeat(2_000))).isEqualTo(Rendered.CLEAN);
  }

  @Test
  void quotesNoNameOfAnyLength() {
    String tex = "\\begin{" + "x".repeat(100_000) + "}";
    assertThat(inline(tex).message().orElseThrow()).hasSizeLessThan(1_000);
  }

  @Test
  void anyNumberOfWorkersSaysTheSame() {
    List<MathSource> formulas =
        IntStream.range(0, 400)
            .mapToObj(i -> i % 3 == 0 ? "\\gdef\\x{" + i + "}{" : "\\x中^{" + i + "}\\textbf{é}")
            .map(tex -> new MathSource(tex, MathStyle.DISPLAY))
            .toList();
    List<RenderOutcome> expected = worker.render(formulas).join();
    List<EngineWorker> others =
        Stream.generate(() -> new EngineWorker(new KatexProvider(), HOUR)).limit(3).toList();
    List<CompletableFuture<List<RenderOutcome>>> answers =
        others.stream().map(other -> other.render(formulas)).toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(expected));
    others.forEach(EngineWorker::close);
  }

  @Test
  void knowsItsVersionWithoutStarting() {
    ScriptLibrary library = new ScriptLibrary(KatexProvider.class, "katex");
    assertThat(new KatexProvider().version()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(library.source()).contains("\"" + library.version() + "\"");
  }

  private static MathSource formula(String tex) {
    return new MathSource(tex, MathStyle.INLINE);
  }

  private static RenderOutcome rejected(String reason, Span place) {
    return new Rejected(reason, Optional.of(place));
  }

  private static List<RenderReport> reports(String tex) {
    return ((Rendered) inline(tex)).reports();
  }

  private static RenderOutcome inline(String tex) {
    return worker.render(List.of(formula(tex))).join().get(0);
  }

  private static RenderOutcome display(String tex) {
    return worker.render(List.of(new MathSource(tex, MathStyle.DISPLAY))).join().get(0);
  }
}
