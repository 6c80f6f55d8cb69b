package io.github.formulint.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.Judge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderReport;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictIndexTest {

  private static final MathSource CLEAN = new MathSource("x", MathStyle.INLINE);
  private static final MathSource SAME_IN_DISPLAY = new MathSource("x", MathStyle.DISPLAY);
  private static final MathSource DOUBTED = new MathSource("字", MathStyle.INLINE);
  private static final MathSource REJECTED = new MathSource("\\frac{", MathStyle.DISPLAY);
  private static final MathSource SLOW = new MathSource("\\slow", MathStyle.INLINE);

  @TempDir private Path folder;

  /** The formulas that were rendered. */
  private final List<MathSource> rendered = new ArrayList<>();

  private final Judge judge =
      formulas -> {
        rendered.addAll(formulas);
        return answers(formulas);
      };

  private static Map<MathSource, Verdict> answers(Collection<MathSource> formulas) {
    Map<MathSource, Verdict> answers = new LinkedHashMap<>();
    formulas.forEach(formula -> answers.put(formula, answer(formula)));
    return answers;
  }

  private static Verdict answer(MathSource formula) {
    RenderOutcome katex = RenderOutcome.Rendered.CLEAN;
    if (formula.equals(DOUBTED)) {
      katex =
          new RenderOutcome.Rendered(
              List.of(
                  new RenderReport("unicodeTextInMathMode", "文", Optional.of(new Span(0, 1))),
                  new RenderReport("other", "", Optional.empty())));
    } else if (formula.equals(REJECTED)) {
      katex = new RenderOutcome.Rejected("no end", Optional.of(new Span(5, 6)));
    } else if (formula.equals(SLOW)) {
      katex = new RenderOutcome.TimedOut("no answer");
    }
    return new Verdict(
        Map.of(EngineId.KATEX, katex, EngineId.JLATEXMATH, RenderOutcome.Rendered.CLEAN));
  }

  private VerdictIndex open(String key) {
    return VerdictIndex.open(folder.resolve("a/verdicts.index"), key, judge);
  }

  private void run(String key, MathSource... formulas) throws IOException {
    VerdictIndex index = open(key);
    assertThat(index.judge(Arrays.asList(formulas))).isEqualTo(answers(Arrays.asList(formulas)));
    index.write();
  }

  @Test
  void knowsTheVerdictsOfTheLastRun() throws IOException {
    run("1", CLEAN, SAME_IN_DISPLAY, DOUBTED, REJECTED);
    rendered.clear();
    run("1", REJECTED, DOUBTED, SAME_IN_DISPLAY, CLEAN);
    assertThat(rendered).isEmpty();
  }

  @Test
  void rendersOnlyWhatIsNew() throws IOException {
    run("1", CLEAN, DOUBTED);
    rendered.clear();
    run("1", CLEAN, REJECTED, DOUBTED);
    assertThat(rendered).containsExactly(REJECTED);
  }

  @Test
  void knowsNothingOfOtherVersions() throws IOException {
    run("1", CLEAN);
    rendered.clear();
    run("2", CLEAN);
    assertThat(rendered).containsExactly(CLEAN);
  }

  @Test
  void asksAgainWhatMayHaveBeenAnAccident() throws IOException {
    run("1", SLOW, CLEAN);
    rendered.clear();
    run("1", SLOW, CLEAN);
    assertThat(rendered).containsExactly(SLOW);
  }

  @Test
  void forgetsWhatWasNotAskedFor() throws IOException {
    run("1", CLEAN, DOUBTED);
    run("1", CLEAN);
    rendered.clear();
    run("1", DOUBTED);
    assertThat(rendered).containsExactly(DOUBTED);
  }

  @Test
  void doesWithoutADamagedFile() throws IOException {
    run("1", CLEAN, REJECTED);
    Path file = folder.resolve("a/verdicts.index");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(open("1").judge(List.of(CLEAN))).isEqualTo(answers(List.of(CLEAN)));
      byte[] wrong = whole.clone();
      wrong[length] ^= (byte) 0x80;
      Files.write(file, wrong);
      assertThat(open("1").judge(List.of(REJECTED)).keySet()).containsExactly(REJECTED);
    }
  }
}
