package io.github.formulint.render.mathjax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderOutcome.Incomplete;
import io.github.formulint.render.RenderOutcome.Rejected;
import io.github.formulint.render.RenderOutcome.Rendered;
import io.github.formulint.render.RenderOutcome.UndefinedCommand;
import io.github.formulint.render.TimeLimit;
import io.github.formulint.source.Span;
import io.github.formulint.testing.ManyFormulas;
import io.github.formulint.testing.Shuffle;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathJaxEngineTest {

  private static final Map<MathJaxSetup, EngineWorker> WORKERS = new EnumMap<>(MathJaxSetup.class);

  @BeforeAll
  static void start() {
    for (MathJaxSetup setup : MathJaxSetup.values()) {
      WORKERS.put(
          setup,
          new EngineWorker(
              new MathJaxProvider(setup, TimeLimit.byTheClock(Duration.ofSeconds(2))),
              TimeLimit.byTheClock(Duration.ofSeconds(30))));
    }
  }

  @AfterAll
  static void stop() {
    WORKERS.values().forEach(EngineWorker::close);
  }

  @Test
  void rendersWhatKatexDoesNot() {
    assertThat(full("x_\\max")).isEqualTo(Rendered.CLEAN);
    assertThat(full("\\begin{eqnarray}a&=&b\\end{eqnarray}")).isEqualTo(Rendered.CLEAN);
    assertThat(full("\\mbox{a} \\label{b} \\ce{H2O}")).isEqualTo(Rendered.CLEAN);
  }

  @ParameterizedTest
  @EnumSource
  void namesWhatItDoesNotKnowAndShowsTheRest(MathJaxSetup setup) {
    assertThat(judge(setup, "\\frac{a}{\\foo} + \\baz"))
        .isEqualTo(
            new Incomplete(
                List.of(
                    new UndefinedCommand("\\foo", Optional.of(new Span(9, 13))),
                    new UndefinedCommand("\\baz", Optional.of(new Span(17, 21))))));
  }

  @Test
  void saysWhere() {
    assertThat(full("\\frac{a_b_c}{d}"))
        .isEqualTo(rejected("Double subscripts: use braces to clarify", new Span(9, 10)));
    assertThat(full("\\text{🙂} \\begin{foo}x\\end{foo}").place()).contains(new Span(10, 21));
    assertThat(full("\\sqrt{\\frac{1}{\\sqrt{a^b^c}}}").place()).contains(new Span(24, 25));
    assertThat(full("\\newcommand{\\a}[1]{#1_1_2} \\a{x} + \\a{y}").place())
        .hasValueSatisfying(place -> assertThat(new Span(27, 32).contains(place)).isTrue());
  }

  @Test
  void aPackageIsLoadedWhenItIsAskedFor() {
    assertThat(standard("\\ce{H2O} \\cancel{x}")).isEqualTo(Rendered.CLEAN);
    assertThat(standard("\\require{mhchem} \\xleftrightarrow{a}")).isEqualTo(Rendered.CLEAN);
    assertThat(standard("\\require{textmacros} \\text{\\textbf{a}}")).isEqualTo(Rendered.CLEAN);
    assertThat(standard("\\xleftrightarrow{a}")).isInstanceOf(Incomplete.class);
    assertThat(judge(MathJaxSetup.GITHUB, "\\require{cancel} x")).isInstanceOf(Incomplete.class);
  }

  @Test
  void nothingIsFetched() {
    assertThat(standard("x \\require{nosuch}"))
        .isEqualTo(rejected("Extension \"[tex]/nosuch\" cannot be loaded", new Span(2, 10)));
    assertThat(full("\\require{../../etc}").message())
        .contains("Argument for \\require is not a valid package name");
  }

  @Test
  void gitHubRefusesNamesWhereverTheyStand() {
    assertThat(judge(MathJaxSetup.GITHUB, "a \\operatorname{rank} b"))
        .isEqualTo(rejected("The following macros are not allowed: operatorname", new Span(2, 15)));
    assertThat(judge(MathJaxSetup.GITHUB, "\\phantomx").message())
        .contains("The following macros are not allowed: phantom");
    assertThat(judge(MathJaxSetup.GITHUB, "{".repeat(1000) + "}".repeat(1000)).message())
        .contains("Unable to render expression.");
    assertThat(full("\\operatorname{rank} b \\phantom{x}")).isEqualTo(Rendered.CLEAN);
  }

  @Test
  void definitionsBeforeItHold() {
    MathSource formula =
        new MathSource(
            "\\R^\\n \\foo",
            MathStyle.INLINE,
            List.of("\\newcommand{\\R}{\\mathbb{R}} x_1_2", "\\def\\n{m}", "y_1_2 \\def\\foo{x}"));
    assertThat(WORKERS.get(MathJaxSetup.FULL).render(List.of(formula)).join().get(0))
        .isEqualTo(
            new Incomplete(List.of(new UndefinedCommand("\\foo", Optional.of(new Span(6, 10))))));
    assertThat(full("\\R")).isInstanceOf(Incomplete.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\newcommand{\\leak}{x} \\leak",
        "\\def\\leak{x}",
        "\\let\\leak\\alpha",
        "\\DeclareMathOperator{\\leak}{x}",
        "\\newenvironment{leak}{x}{y}",
        "\\require{physics} \\qty{x}",
        "\\definecolor{leak}{RGB}{1,2,3}",
        "\\Newextarrow{\\leak}{5,5}{0x2190}",
        "\\DeclarePairedDelimiters{\\leak}{(}{)}",
        "\\newtagform{leak}{[}{]}",
        "\\ce{A}",
        "a \\label{leak}",
        "\\begin{equation} a \\tag{1} \\label{leak}",
      })
  void nothingLeaksIntoTheNextFormula(String hostile) {
    String probe =
        "\\leak \\qty{x} \\leak[a]{b} \\color{leak} \\usetagform{leak} \\xleftrightarrow{a}"
            + " \\label{leak} \\begin{align} a \\end{align}";
    for (MathJaxSetup setup : MathJaxSetup.values()) {
      RenderOutcome alone = alone(setup, probe);
      judge(setup, hostile);
      assertThat(judge(setup, probe)).as(setup.label()).isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\def\\a{\\a}\\a",
        "\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{\\a\\a}\\a",
        "\\newcommand{\\a}[1]{\\a{#1#1}}\\a{x}",
        "\\newenvironment{a}{\\begin{a}}{\\end{a}}\\begin{a}x\\end{a}",
        "\\let\\a\\a \\a",
        "\\def\\a#1{#1#1#1#1#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}",
      })
  void endlessMacrosEnd(String tex) {
    for (MathJaxSetup setup : MathJaxSetup.values()) {
      requireOutlives(setup, tex);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{#}", "\\sqrt{#}", "\\left(#\\right)", "x^{#}", "\\text{$#$}"})
  void deepNestingEnds(String nest) {
    String[] parts = nest.split("#");
    for (int depth : new int[] {50, 2_000, 50_000}) {
      String tex = parts[0].repeat(depth) + "x" + parts[1].repeat(depth);
      for (MathJaxSetup setup : MathJaxSetup.values()) {
        requireOutlives(setup, tex);
      }
    }
  }

  @Test
  void giantTablesEnd() {
    String tex = "\\begin{matrix}" + "a&".repeat(300_000) + "\\end{matrix}";
    requireOutlives(MathJaxSetup.FULL, tex);
  }

  @Test
  void oddCharactersDoNoHarm() {
    for (String tex : List.of("a\u0000b", "\u0080", "\ud83d", "\\", "\u2028", "\\\ud83d", "\r\n")) {
      for (MathJaxSetup setup : MathJaxSetup.values()) {
        RenderOutcome outcome = judge(setup, tex);
        assertThat(outcome).isInstanceOfAny(Rendered.class, Rejected.class, Incomplete.class);
        assertThat(outcome.message().orElse("")).doesNotContain("undefined", "null");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void judgesEachFormulaByItself(MathJaxSetup setup) throws Exception {
    List<MathSource> formulas = new ArrayList<>(ManyFormulas.oneIn(20));
    Shuffle.requireSameAnswers(formulas, 97, () -> question(setup));
  }

  private static Shuffle.Question question(MathJaxSetup setup) throws Exception {
    RenderEngine engine = new MathJaxProvider(setup).open();
    return new Shuffle.Question() {
      @Override
      public Object ask(MathSource formula) {
        return engine.render(formula);
      }

      @Override
      public void close() {
        engine.close();
      }
    };
  }

  /**
   * With an engine of its own: one that was stopped too often does not try what looks like more.
   */
  private static void requireOutlives(MathJaxSetup setup, String hostile) {
    try (EngineWorker worker =
        new EngineWorker(new MathJaxProvider(setup), EngineWorker.DEFAULT_LIMIT)) {
      List<RenderOutcome> outcomes =
          worker
              .render(
                  List.of(
                      new MathSource(hostile, MathStyle.DISPLAY),
                      new MathSource("x", MathStyle.DISPLAY)))
              .join();
      assertThat(outcomes.get(0)).isNotInstanceOf(RenderOutcome.Crashed.class);
      assertThat(outcomes.get(1)).isEqualTo(Rendered.CLEAN);
    }
  }

  private static RenderOutcome alone(MathJaxSetup setup, String tex) {
    try (EngineWorker worker =
        new EngineWorker(new MathJaxProvider(setup), EngineWorker.DEFAULT_LIMIT)) {
      return worker.render(List.of(new MathSource(tex, MathStyle.DISPLAY))).join().get(0);
    }
  }

  private static RenderOutcome judge(MathJaxSetup setup, String tex) {
    MathSource formula = new MathSource(tex, MathStyle.DISPLAY);
    return new MathJaxProvider(setup)
        .foresee(formula)
        .orElseGet(() -> WORKERS.get(setup).render(List.of(formula)).join().get(0));
  }

  private static RenderOutcome full(String tex) {
    return judge(MathJaxSetup.FULL, tex);
  }

  private static RenderOutcome standard(String tex) {
    return judge(MathJaxSetup.STANDARD, tex);
  }

  private static RenderOutcome rejected(String reason, Span place) {
    return new Rejected(reason, Optional.of(place));
  }
}
