package io.github.formulint.render.katex;

import static org.assertj.core.api.Assertions.assertThat;

import app.cash.zipline.QuickJs;
import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderReport;
import io.github.formulint.render.TimeLimit;
import io.github.formulint.render.quickjs.ScriptLibrary;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Most formulas are only parsed. Their verdict must be that of KaTeX's {@code renderToString}, so
 * each part is tried in each surrounding, with both.
 */
class PlainTreeTest {

  private static final List<String> SURROUNDINGS =
      List.of(
          "#",
          "\\text{#}",
          "\\text{a $#$}",
          "\\textbf{#}",
          "\\textbf{a $#$}",
          "\\textit{\\text{#}}",
          "\\texttt{#}",
          "\\texttt{\\textbf{#}}",
          "\\textbf{a $\\texttt{#}$}",
          "\\textsf{\\'{#}}",
          "{\\bf #}",
          "\\text{\\it #}",
          "\\mathbf{#}",
          "\\mathcal{#}",
          "\\boldsymbol{#}",
          "\\operatorname{#}",
          "\\operatorname*{a#}_#",
          "\\hat{#}^{#}_{#}",
          "\\widehat{#}",
          "\\left(#\\right]",
          "\\left#x\\right#",
          "\\Bigg#",
          "\\frac{#}{\\sqrt[#]{#}}",
          "\\begin{array}{c|l:}#&#\\\\\\hline[1em]#\\end{array}",
          "\\begin{align}#&#\\tag{#}\\\\#\\end{align}",
          "\\overbrace{#}^{#}\\underbrace{#}_{#}",
          "\\pmod{#}\\overline{#}\\phantom{#}",
          "\\textcolor{red}{#}\\Huge #",
          "\\mathop{#}\\limits^#_#");

  private static final List<String> PARTS =
      List.of(
          "x",
          "7",
          "<",
          "|",
          "\"",
          "@",
          "~",
          "--",
          "``",
          "'",
          "f''",
          "é",
          "ℝ",
          "中",
          "🙂",
          "𝐀",
          "𝛼",
          "\\alpha",
          "\\imath",
          "\\$",
          "\\{",
          "\\lt",
          "\\imageof",
          "\\checkmark",
          "\\yen",
          "\\S",
          "\\textless",
          "\\pounds",
          "\\ldots",
          "\\varvdots",
          "\\sum",
          "\\lim",
          "\\iiint",
          "\\neq",
          "\\notin",
          "\\not=",
          "\\bmod",
          "\\And",
          "\\colon",
          "\\quad",
          "\\lgroup",
          "\\uparrow",
          "\\Vert",
          "\\langle",
          "\\lVert",
          "\\limits",
          "\\verb|é|",
          "\\rule{1em}{2ex}",
          "\\kern1mu",
          "\\xrightarrow[a]{b}",
          "\\cancel{x}",
          "\\htmlData{a b=c}{x}",
          "\\char`ж",
          "\\tag{1}",
          "");

  @Test
  void parsingAloneSaysWhatRenderingSays() throws Exception {
    FutureTask<List<String>> differences = new FutureTask<>(PlainTreeTest::differences);
    Thread thread = new Thread(null, differences, "katex", EngineWorker.STACK_BYTES);
    thread.start();
    assertThat(differences.get()).isEmpty();
  }

  private static List<String> differences() throws Exception {
    List<String> differences = new ArrayList<>();
    ScriptLibrary library = new ScriptLibrary(KatexProvider.class, "katex");
    try (QuickJs reference = QuickJs.create();
        RenderEngine engine = new KatexProvider(TimeLimit.byTheClock(Duration.ofHours(1))).open()) {
      reference.setMaxStackSize(EngineWorker.STACK_BYTES / 2);
      reference.evaluate(library.source(), "katex.js");
      for (String surrounding : SURROUNDINGS) {
        for (String part : PARTS) {
          String tex = surrounding.replace("#", part);
          String rendered = (String) reference.evaluate(rendering(tex), "reference.js");
          RenderOutcome outcome = engine.render(new MathSource(tex, MathStyle.DISPLAY));
          String judged = outcome.status() + " " + codes(outcome);
          if (!judged.equals(rendered)) {
            differences.add(tex + ": " + judged + ", not " + rendered);
          }
        }
      }
    }
    return differences;
  }

  /** Returns what KaTeX reports; how bare text looks is our own question. */
  private static String codes(RenderOutcome outcome) {
    return outcome instanceof RenderOutcome.Rendered rendered
        ? rendered.reports().stream()
            .map(RenderReport::code)
            .filter(code -> !code.equals("unlikeText"))
            .distinct()
            .collect(Collectors.joining(" "))
        : "";
  }

  /** Returns JavaScript that renders in full, and says how it went in the manner of the above. */
  private static String rendering(String tex) {
    StringBuilder literal = new StringBuilder();
    tex.chars().forEach(unit -> literal.append("\\u%04x".formatted(unit)));
    return """
        (function () {
          const codes = new Set();
          const note = code => { codes.add(code); return "ignore"; };
          const trust = () => { codes.add("trust"); return false; };
          try {
            katex.renderToString("%s", {displayMode: true, strict: note, trust: trust});
          } catch (e) {
            return "rejected ";
          }
          return "rendered " + [...codes].join(" ");
        })()
        """
        .formatted(literal);
  }
}
