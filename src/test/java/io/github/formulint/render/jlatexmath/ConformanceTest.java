package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.testing.SharedData;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

class ConformanceTest {

  private static final Class<?> RAW = raw();

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
                      && !isRenderedWithoutHelp(one.tex());
              if (isNew) {
                newlyAccepted.add(one.tex());
              }
            }
          }
          assertThat(newlyAccepted).isEmpty();
        });
  }

  /** Asks the library as it is published, in a class loader of its own: engines change theirs. */
  private static boolean isRenderedWithoutHelp(String tex) {
    try {
      Object formula = RAW.getConstructor(String.class).newInstance(tex);
      RAW.getMethod("createTeXIcon", int.class, float.class)
          .invoke(formula, TeXConstants.STYLE_DISPLAY, 20f);
      return true;
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(RuntimeException.class);
      return false;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> raw() {
    URL library = TeXFormula.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return new URLClassLoader(new URL[] {library}, ClassLoader.getPlatformClassLoader())
          .loadClass(TeXFormula.class.getName());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
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
