package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.translation.RefusalException;
import io.github.formulint.render.jlatexmath.translation.Vocabulary;
import io.github.formulint.render.sandbox.Sandbox;
import io.github.formulint.tex.Tokenizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Of formulas put together at random, too, what is called cheap is answered. */
class ScreeningProperties {

  private static final List<String> FRAMES =
      List.of(
          "{|}",
          "x^{|}",
          "_{|}",
          "'|",
          "\\frac{|}{|}",
          "\\sqrt[|]{|}",
          "\\left(|\\middle/|\\right]",
          "\\left\\{|\\right.",
          "\\binom{|}{|}",
          "{|\\over|}",
          "|\\choose|",
          "\\overset{|}{|}",
          "\\underbrace{|}_{|}",
          "\\begin{pmatrix}|&|\\\\|&|\\end{pmatrix}",
          "\\begin{cases}|&|\\\\[2em]|\\end{cases}",
          "\\text{a $|$}",
          "\\color{red}|",
          "\\Huge |",
          "\\displaystyle |&|\\\\|",
          "\\sideset{|}{|}{|}",
          "\\prescript{|}{|}{|}",
          "\\utilde{|}",
          "\\xrightarrow[|]{|}",
          "\\mathchoice{|}{|}{|}{|}",
          "\\rule{9em}{20em}|",
          "\\raisebox{5em}{$|$}",
          "\\sum_{|}^{|}|",
          "\\hat|",
          "\\cancel{|}",
          "\\scalebox{9}{|}",
          "| | |");

  private static Vocabulary vocabulary;
  private static Sandbox sandbox;

  @BeforeContainer
  static void open() throws Exception {
    vocabulary =
        new Vocabulary(new TypesetterFactory().create(Manner.TRANSLATED), Manner.TRANSLATED);
    sandbox = new Sandbox(SandboxedJLatexMath.shared(Manner.TRANSLATED, notice -> {}));
  }

  @AfterContainer
  static void close() {
    sandbox.close();
  }

  @Property(tries = 400)
  void whatIsCheapIsAnswered(@ForAll("formulas") String tex) {
    if (isCheap(tex)) {
      assertThat(sandbox.render(Engines.display(tex)))
          .isInstanceOfAny(RenderOutcome.Rendered.class, RenderOutcome.Rejected.class);
    }
  }

  /** Frames put into frames; each hole gets what was made so far, so they double. */
  @Provide
  Arbitrary<String> formulas() {
    Arbitrary<String> leaves = Arbitraries.of("x", "\\alpha", "12", "+", "\u4E2D", "\\P", "");
    Arbitrary<List<String>> frames = Arbitraries.of(FRAMES).list().ofMinSize(1).ofMaxSize(14);
    return Combinators.combine(leaves, frames)
        .as(
            (leaf, chosen) -> {
              String tex = leaf;
              for (String frame : chosen) {
                String grown = frame.replace("|", tex);
                tex =
                    grown.length() > 5_000
                        ? frame.replaceFirst("\\|", " ").replace("|", "y") + tex
                        : grown;
              }
              return tex;
            });
  }

  private static boolean isCheap(String tex) {
    try {
      return Screening.isCheap(Tokenizer.tokenize(tex), vocabulary);
    } catch (RefusalException e) {
      return false;
    }
  }
}
