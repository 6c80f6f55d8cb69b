package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.testing.SharedData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JLaTeXMath as it stands, against the library as it is published. */
class PlainLibraryTest {

  @Test
  void judgesAsTheLibraryDoes() throws InterruptedException {
    List<Cases.Case> cases =
        Cases.read(SharedData.require("conformance/engines/katex-coverage.jsonl"));
    Engines.onWorker(
        () -> {
          List<String> differing = new ArrayList<>();
          try (RenderEngine engine = Engines.open(Manner.PLAIN)) {
            for (Cases.Case one : cases) {
              boolean isRendered = engine.render(Engines.display(one.tex())).isRendered();
              if (isRendered != isAccepted(one)) {
                differing.add(one.tex());
              }
            }
          }
          assertThat(cases).hasSizeGreaterThan(3_000);
          assertThat(differing).isEmpty();
        });
  }

  /** The data were made with the jars for Greek and Cyrillic text, which are not bundled. */
  private static boolean isAccepted(Cases.Case one) {
    boolean needsJar =
        one.tex()
            .codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .anyMatch(
                script ->
                    script == Character.UnicodeScript.GREEK
                        || script == Character.UnicodeScript.CYRILLIC);
    return needsJar && one.jlatexmath().isPresent()
        ? one.jlatexmath().get().equals("accepts")
        : RawLibrary.accepts(one.tex());
  }

  @Test
  void judgesAsTheDataSay() throws InterruptedException {
    List<Cases.Case> cases =
        Cases.read(SharedData.require("conformance/engines/katex-coverage.jsonl")).stream()
            // Of those in several lines the data say that all are accepted; the library differs.
            .filter(one -> one.jlatexmath().isPresent() && !one.tex().contains("\n"))
            .toList();
    Engines.onWorker(
        () -> {
          List<String> differing = new ArrayList<>();
          try (RenderEngine engine = Engines.open(Manner.PLAIN)) {
            for (Cases.Case one : cases) {
              boolean isRendered = engine.render(Engines.display(one.tex())).isRendered();
              if (isRendered != one.jlatexmath().get().equals("accepts")) {
                differing.add(one.tex());
              }
            }
          }
          assertThat(cases).hasSizeGreaterThan(3_000);
          assertThat(differing).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\pmb{x}",
        "\\begin{align*}a&=b\\end{align*}",
        "x\\tag{1}",
        "\\cancel{x}",
        "\\color{red} x",
        "a\\lvert b\\rvert",
        "user@example",
        "\\def\\half{\\frac12}\\half"
      })
  void tellsWhatTheLibraryLacksFromWhatIsWrong(String tex) throws InterruptedException {
    assertThat(judged(tex)).isInstanceOf(RenderOutcome.Unsupported.class);
    assertThat(judged(tex + "\\nosuch")).isInstanceOf(RenderOutcome.Rejected.class);
    assertThat(judged(tex).place()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"\\longdiv{6}{2}, \\longdiv", "\\includegraphics{a.png}, \\includegraphics"})
  void saysWhatIsSwitchedOff(String tex, String command) throws InterruptedException {
    assertThat(judged(tex).message()).contains(command + " is switched off here");
  }

  @Test
  void forgetsWhatAFormulaDefines() throws InterruptedException {
    Engines.onWorker(
        () -> {
          try (RenderEngine engine = Engines.open(Manner.PLAIN)) {
            assertThat(render(engine, "\\newcommand{\\mine}{x}\\mine").isRendered()).isTrue();
            assertThat(render(engine, "\\mine").isRendered()).isFalse();
            assertThat(render(engine, "\\newcommand{\\frac}[2]{#1\\nosuch}\\frac12").isRendered())
                .isFalse();
            assertThat(render(engine, "\\frac12").isRendered()).isTrue();
            assertThat(render(engine, "\\DeclareMathOperator{\\rank}{rank}\\rank A").isRendered())
                .isEqualTo(RawLibrary.accepts("\\DeclareMathOperator{\\rank}{rank}\\rank A"));
            assertThat(render(engine, "\\rank A").isRendered()).isFalse();
            assertThat(render(engine, "\\newenvironment{mine}{(}{)}x").isRendered()).isTrue();
            assertThat(render(engine, "\\begin{mine}x\\end{mine}").isRendered()).isFalse();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\newcommand{\\a}{\\a}\\a",
        "\\newcommand{\\a}[2000000000]{x}\\a",
        "\\roman{2000000000}",
        "\\hdotsfor{1000000000}",
        "\\begin{array}{*{100000000}{c}}x\\end{array}",
        "\\sqrt{\\rule{1em}{100000000em}}",
        "\\kern{1em}\\left(\\rule{1em}{100000000em}\\right)"
      })
  void noFormulaHangsOrFillsTheMemory(String tex) throws InterruptedException {
    assertThat(judged(tex).isRendered()).isFalse();
  }

  private static RenderOutcome judged(String tex) throws InterruptedException {
    List<RenderOutcome> outcomes = new ArrayList<>();
    Engines.onWorker(
        () -> {
          try (RenderEngine engine = Engines.open(Manner.PLAIN)) {
            outcomes.add(render(engine, tex));
          }
        });
    return outcomes.get(0);
  }

  private static RenderOutcome render(RenderEngine engine, String tex) {
    return engine.render(Engines.display(tex));
  }
}
