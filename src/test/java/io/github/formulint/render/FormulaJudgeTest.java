package io.github.formulint.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FormulaJudgeTest {

  private final FakeProvider katex = new FakeProvider(EngineId.KATEX);
  private final FakeProvider jlatexmath = new FakeProvider(EngineId.JLATEXMATH);
  private final ConcurrentLinkedQueue<String> notices = new ConcurrentLinkedQueue<>();

  @AfterEach
  void release() {
    katex.release.countDown();
    jlatexmath.release.countDown();
  }

  @Test
  void asksAllEngines() {
    try (FormulaJudge judge = judge(1, katex, jlatexmath)) {
      Verdict verdict = judge.judge(List.of(formula("reject"))).get(formula("reject"));
      assertThat(verdict.outcomes()).containsOnlyKeys(EngineId.KATEX, EngineId.JLATEXMATH);
      assertThat(verdict.isRendered()).isFalse();
      assertThat(judge.judge(List.of(formula("x"))).get(formula("x")).isRendered()).isTrue();
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void keepsTheOrderAndTellsInlineFromDisplay() {
    MathSource inline = new MathSource("x", MathStyle.INLINE);
    MathSource display = new MathSource("x", MathStyle.DISPLAY);
    try (FormulaJudge judge = judge(1, katex)) {
      assertThat(judge.judge(List.of(display, inline, display)).keySet())
          .containsExactly(display, inline);
    }
  }

  @Test
  void opensNothingUntilAFormulaComes() {
    try (FormulaJudge judge = judge(2, katex, jlatexmath)) {
      assertThat(judge.judge(List.of())).isEmpty();
      assertThat(judge.versions())
          .containsEntry(EngineId.KATEX, "1.2.3")
          .containsEntry(EngineId.JLATEXMATH, "1.2.3");
    }
    assertThat(katex.opened).hasValue(0);
    assertThat(jlatexmath.opened).hasValue(0);
  }

  @Test
  void judgesEachFormulaOnceForAllCallers() {
    List<MathSource> formulas =
        IntStream.range(0, 3_000)
            .mapToObj(i -> formula(i % 7 == 0 ? "reject" + i : "x" + i))
            .toList();
    try (FormulaJudge judge = judge(3, katex, jlatexmath)) {
      IntStream.range(0, 8)
          .parallel()
          .forEach(
              caller -> {
                List<MathSource> shuffled = new ArrayList<>(formulas);
                Collections.shuffle(shuffled, new Random(caller));
                for (int from = 0; from < shuffled.size(); from += 100) {
                  judge
                      .judge(shuffled.subList(from, from + 100))
                      .forEach(
                          (formula, verdict) ->
                              assertThat(verdict.isRendered())
                                  .isEqualTo(formula.tex().startsWith("x")));
                }
              });
    }
    assertThat(katex.asked)
        .hasSize(3_000)
        .allSatisfy((formula, times) -> assertThat(times).isOne());
    assertThat(jlatexmath.asked).hasSize(3_000);
    assertThat(katex.opened.get()).isBetween(1, 3);
  }

  @Test
  void aHangOfOneEngineLeavesTheOther() {
    try (FormulaJudge judge =
        new FormulaJudge(
            List.of(katex, jlatexmath),
            1,
            TimeLimit.byTheClock(Duration.ofMillis(100)),
            notices::add)) {
      jlatexmath.release.countDown();
      Map<MathSource, Verdict> verdicts = judge.judge(List.of(formula("hang"), formula("y")));
      Map<EngineId, RenderOutcome> hang = verdicts.get(formula("hang")).outcomes();
      assertThat(hang.get(EngineId.KATEX)).isInstanceOf(RenderOutcome.TimedOut.class);
      assertThat(hang.get(EngineId.JLATEXMATH)).isEqualTo(RenderOutcome.Rendered.CLEAN);
      assertThat(verdicts.get(formula("y")).isRendered()).isTrue();
    }
  }

  @Test
  void saysOnceThatAnEngineIsMissing() {
    UnavailableProvider missing =
        new UnavailableProvider(new EngineUnavailableException("no library", null));
    try (FormulaJudge judge = judge(2, missing, jlatexmath)) {
      for (int i = 0; i < 10; i++) {
        List<MathSource> formulas = List.of(formula("x" + i), formula("reject" + i));
        Map<MathSource, Verdict> verdicts = judge.judge(formulas);
        assertThat(verdicts.get(formulas.get(0)).isRendered()).isTrue();
        assertThat(verdicts.get(formulas.get(1)).isRendered()).isFalse();
      }
    }
    assertThat(notices).containsExactly("KaTeX is not available: no library");
  }

  @Test
  void refusesToJudgeOnceClosed() {
    FormulaJudge judge = judge(1, katex);
    judge.close();
    assertThatThrownBy(() -> judge.judge(List.of(formula("x"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void needsEnginesEachOnce() {
    assertThatThrownBy(() -> judge(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> judge(1, katex, new FakeProvider(EngineId.KATEX)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private FormulaJudge judge(int workers, RenderEngine.Provider... providers) {
    return new FormulaJudge(List.of(providers), workers, notices::add);
  }

  private static MathSource formula(String tex) {
    return new MathSource(tex, MathStyle.INLINE);
  }
}
