package io.github.formulint.render.mathjax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.testing.Json;
import io.github.formulint.testing.SharedData;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdicts, messages and unknown commands against those of MathJax in Node. */
class MathJaxConformanceTest {

  private static final List<String> FILES = List.of("mathjax-coverage", "mathjax-real");

  @ParameterizedTest
  @EnumSource
  void agreesWithTheRealOne(MathJaxSetup setup) throws IOException {
    List<Map<String, Object>> cases = new ArrayList<>();
    for (String file : FILES) {
      cases.addAll(
          Json.lines(
              Files.readString(SharedData.require("conformance/engines/" + file + ".jsonl"))));
    }
    assertThat(cases).hasSizeGreaterThan(7_000);
    Map<MathSource, Verdict> verdicts = judge(setup, cases);
    List<String> differences = new ArrayList<>();
    for (Map<String, Object> each : cases) {
      Object said = described(verdicts.get(source(each)).of(setup.engine()).orElseThrow());
      Object expected = each.get(setup.label());
      if (!said.equals(expected)) {
        differences.add(each.get("tex") + ": " + said + ", not " + expected);
      }
    }
    assertThat(differences).isEmpty();
  }

  private static Map<MathSource, Verdict> judge(
      MathJaxSetup setup, List<Map<String, Object>> cases) {
    try (FormulaJudge judge =
        new FormulaJudge(
            List.of(new MathJaxProvider(setup)),
            1,
            EngineWorker.DEFAULT_LIMIT,
            notice -> {
              throw new AssertionError(notice);
            })) {
      return judge.judge(cases.stream().map(MathJaxConformanceTest::source).toList());
    }
  }

  private static MathSource source(Map<String, Object> each) {
    return new MathSource(
        (String) each.get("tex"),
        each.get("display").equals(true) ? MathStyle.DISPLAY : MathStyle.INLINE);
  }

  private static Object described(RenderOutcome outcome) {
    if (outcome instanceof RenderOutcome.Rejected rejected) {
      return Map.of("rejected", rejected.reason());
    }
    if (outcome instanceof RenderOutcome.Incomplete incomplete) {
      return Map.of("undefined", incomplete.names());
    }
    return outcome.status();
  }
}
