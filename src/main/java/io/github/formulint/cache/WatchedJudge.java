package io.github.formulint.cache;

import io.github.formulint.render.DrawnSign;
import io.github.formulint.render.Judge;
import io.github.formulint.render.Verdict;
import io.github.formulint.tex.MathSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Watches whether every engine answered all that one document had to ask. Thread-safe. */
final class WatchedJudge implements Judge {

  private final Judge judge;
  private volatile boolean hadAllAnswers = true;

  WatchedJudge(Judge judge) {
    this.judge = judge;
  }

  @Override
  public Map<MathSource, Verdict> judge(Collection<MathSource> formulas) {
    Map<MathSource, Verdict> verdicts = judge.judge(formulas);
    for (Verdict verdict : verdicts.values()) {
      if (!VerdictEntry.isLasting(verdict)) {
        hadAllAnswers = false;
      }
    }
    return verdicts;
  }

  @Override
  public Map<MathSource, List<DrawnSign>> signs(Collection<MathSource> formulas) {
    return judge.signs(formulas);
  }

  boolean hadAllAnswers() {
    return hadAllAnswers;
  }
}
