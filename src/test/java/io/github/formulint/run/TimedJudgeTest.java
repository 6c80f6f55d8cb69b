package io.github.formulint.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.Judge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimedJudgeTest {

  private static final Verdict GOOD =
      new Verdict(Map.of(EngineId.KATEX, RenderOutcome.Rendered.CLEAN));

  private final Judge judge =
      formulas -> formulas.stream().collect(Collectors.toMap(each -> each, each -> GOOD));

  private final List<MathSource> formulas =
      IntStream.range(0, 1000)
          .mapToObj(number -> new MathSource("x" + number, MathStyle.INLINE))
          .toList();

  @Test
  void answersAllWhereThereIsTime() {
    TimedJudge timed = new TimedJudge(judge, Duration.ofDays(1));
    assertThat(timed.judge(formulas)).hasSize(1000).containsValue(GOOD);
    assertThat(timed.judge(formulas).values()).containsOnly(GOOD);
  }

  @Test
  void triesNoMoreOfADocumentThatHasTakenItsTime() {
    TimedJudge timed = new TimedJudge(judge, Duration.ZERO);
    Map<MathSource, Verdict> verdicts = timed.judge(formulas);
    assertThat(verdicts).hasSize(1000).containsEntry(formulas.get(0), GOOD);
    assertThat(verdicts.get(formulas.get(999)).of(EngineId.KATEX))
        .contains(RenderOutcome.NotTried.TIME_IS_UP);
    MathSource later = new MathSource("y", MathStyle.INLINE);
    assertThat(timed.judge(List.of(later)).get(later).isRendered()).isFalse();
  }
}
