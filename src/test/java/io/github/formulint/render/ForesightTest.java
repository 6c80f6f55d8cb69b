package io.github.formulint.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Formulas of which an engine need not be asked. */
class ForesightTest {

  private static final MathSource PLAIN = new MathSource("plain", MathStyle.INLINE);
  private static final MathSource OTHER = new MathSource("other", MathStyle.INLINE);
  private static final MathSource REJECTED = new MathSource("reject", MathStyle.INLINE);

  private final FakeProvider engine = new FakeProvider(EngineId.KATEX);
  private final ConcurrentLinkedQueue<String> notices = new ConcurrentLinkedQueue<>();

  /** Foresees that {@link #PLAIN} renders, and leaves all else to an engine. */
  private record Foreseeing(RenderEngine.Provider engine) implements RenderEngine.Provider {

    @Override
    public EngineId id() {
      return engine.id();
    }

    @Override
    public String version() {
      return engine.version();
    }

    @Override
    public Optional<RenderOutcome> foresee(MathSource formula) {
      return formula.equals(PLAIN) ? Optional.of(RenderOutcome.Rendered.CLEAN) : Optional.empty();
    }

    @Override
    public boolean isNeededEarly() {
      return false;
    }

    @Override
    public RenderEngine open() throws EngineUnavailableException {
      return engine.open();
    }
  }

  @Test
  void asksTheEngineOnlyForTheOthers() {
    try (FormulaJudge judge = judge(engine)) {
      Map<MathSource, Verdict> verdicts = judge.judge(List.of(OTHER, PLAIN, REJECTED));
      assertThat(verdicts.get(OTHER).isRendered()).isTrue();
      assertThat(verdicts.get(PLAIN).isRendered()).isTrue();
      assertThat(verdicts.get(REJECTED).isRendered()).isFalse();
    }
    assertThat(engine.asked).containsOnlyKeys(OTHER, REJECTED);
  }

  @Test
  void opensNoEngineWhereNoneIsNeeded() {
    try (FormulaJudge judge = judge(engine)) {
      judge.open();
      assertThat(judge.judge(List.of(PLAIN)).get(PLAIN).isRendered()).isTrue();
    }
    assertThat(engine.opened).hasValue(0);
  }

  @Test
  void missesAnEngineOnlyWhenItIsNeeded() {
    UnavailableProvider missing =
        new UnavailableProvider(new EngineUnavailableException("no library", null));
    try (FormulaJudge judge = judge(missing)) {
      judge.open();
      judge.judge(List.of(PLAIN));
      assertThat(notices).isEmpty();
      judge.judge(List.of(PLAIN, OTHER));
      assertThat(notices).containsExactly("KaTeX is not available: no library");
    }
  }

  private FormulaJudge judge(RenderEngine.Provider provider) {
    return new FormulaJudge(List.of(new Foreseeing(provider)), 1, notices::add);
  }
}
