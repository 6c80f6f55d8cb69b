package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.testing.SharedData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConformanceTest {

  private static List<Cases.Case> coverage() {
    return Cases.read(SharedData.require("conformance/engines/katex-coverage.jsonl"));
  }

  private static List<Cases.Case> broken() {
    return Cases.read(SharedData.require("conformance/engines/broken-formulas.jsonl"));
  }

  @Test
  void acceptsWhatKatexAccepts() throws InterruptedException {
    List<Cases.Case> cases = coverage();
    Engines.onWorker(
        () -> {
          List<String> rejected = new ArrayList<>();
          int accepted = 0;
          try (RenderEngine engine = Engines.open()) {
            for (Cases.Case one : cases) {
              if (!one.isAccepted()) {
                continue;
              }
              RenderOutcome outcome = engine.render(Engines.display(one.tex()));
              if (outcome.isRendered()) {
                accepted++;
              } else {
                rejected.add(one.tex() + ": " + outcome);
              }
            }
          }
          assertThat(accepted / (double) (accepted + rejected.size()))
              .as(String.join("\n", rejected))
              .isGreaterThanOrEqualTo(0.995);
        });
  }

  @Test
  void acceptsNothingThatBothEnginesReject() throws InterruptedException {
    List<Cases.Case> cases = new ArrayList<>(coverage());
    cases.addAll(broken());
    Engines.onWorker(
        () -> {
          List<String> newlyAccepted = new ArrayList<>();
          try (RenderEngine engine = Engines.open()) {
            for (Cases.Case one : cases) {
              boolean isNew =
                  !one.isAccepted()
                      && engine.render(Engines.display(one.tex())).isRendered()
                      && !RawLibrary.accepts(one.tex());
              if (isNew) {
                newlyAccepted.add(one.tex());
              }
            }
          }
          assertThat(newlyAccepted).isEmpty();
        });
  }

  @Test
  void judgesAFormulaTheSameInAnyOrder() throws InterruptedException {
    List<Cases.Case> cases = new ArrayList<>(coverage());
    cases.addAll(broken());
    Engines.onWorker(
        () -> {
          List<String> inOrder = new ArrayList<>();
          try (RenderEngine engine = Engines.open()) {
            for (Cases.Case one : cases) {
              inOrder.add(engine.render(Engines.display(one.tex())).toString());
            }
          }
          List<Integer> order = new ArrayList<>();
          for (int i = 0; i < cases.size(); i++) {
            order.add(i);
          }
          Collections.shuffle(order, new Random(7));
          try (RenderEngine engine = Engines.open()) {
            for (int i : order) {
              assertThat(engine.render(Engines.display(cases.get(i).tex())).toString())
                  .as(cases.get(i).tex())
                  .isEqualTo(inOrder.get(i));
            }
          }
        });
  }
}
