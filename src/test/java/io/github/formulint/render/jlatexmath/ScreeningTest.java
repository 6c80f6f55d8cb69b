package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.translation.RefusalException;
import io.github.formulint.render.jlatexmath.translation.Vocabulary;
import io.github.formulint.render.sandbox.Sandbox;
import io.github.formulint.testing.SharedData;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.MacroException;
import io.github.formulint.tex.MacroExpander;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is called cheap is answered by JLaTeXMath in a process with little memory, and what is
 * known to hang or fill the memory is not called so.
 */
class ScreeningTest {

  private static final int DEEPEST = 20;
  private static final int LONGEST = 4_900;

  private static Vocabulary vocabulary;
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws Exception {
    vocabulary =
        new Vocabulary(new TypesetterFactory().create(Manner.TRANSLATED), Manner.TRANSLATED);
    sandbox =
        new Sandbox(
            SandboxedJLatexMath.shared(
                Manner.TRANSLATED,
                notice -> {
                  throw new AssertionError(notice);
                }));
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  static Stream<String> hostile() {
    return Stream.of(
            HostileFormulaTest.endless(),
            HostileFormulaTest.deep(),
            Stream.of(
                "\\roman{2000000000}",
                "\\fcscore{2000000000}",
                "\\longdiv{1}{-1}",
                "\\sideset{}{}{".repeat(20) + "x" + "}".repeat(20),
                "\\sqrt{\\rule{1em}{1000em}}",
                "\\sqrt{\\rule{1em}{1e9em}}",
                "\\sqrt{\\rule{1em}{.1e9 em}}",
                "\\sqrt{\\rule[999999em]{1em}{1em}}",
                "\\sqrt{\\raisebox{99999em}{x}}",
                "\\left(" + "\\rule{1em}{99em}\\\\".repeat(100) + "\\right)",
                "\\genfrac{(}{)}{100000em}{}{a}{b}",
                "\\genfrac{(}{)}{0pt}{0}{".repeat(40) + "x" + "}{y}".repeat(40),
                "\\begin{array}{c*{9}{c*{9}{c}}}a\\end{array}",
                "\\begin{matrix}" + "a&".repeat(1_000) + "\\\\".repeat(1_000) + "\\end{matrix}",
                "\\begin{CD}" + "a@>>>".repeat(300) + "\\\\".repeat(300) + "b\\end{CD}",
                "\\sqrt[\\sqrt[".repeat(20) + "x" + "]y]y".repeat(20),
                "\\rm ".repeat(1_000) + "x",
                "x\\choose ".repeat(100) + "y",
                "\\color{red}".repeat(100) + "x",
                "\\hat".repeat(100) + "x",
                "x" + "'".repeat(1_000),
                "x" + "\u00B2".repeat(1_000),
                "\\begin{cases}".repeat(50) + "x" + "\\end{cases}".repeat(50),
                "{".repeat(40) + "x" + "}".repeat(40)))
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void callsNothingHostileCheap(String tex) {
    assertThat(isCheap(tex)).as(tex.substring(0, Math.min(80, tex.length()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}",
        "\\begin{pmatrix}a&b\\\\[1ex]c&d\\end{pmatrix}",
        "\\left(\\sum_{i=1}^{n}\\left|x_i\\right|^{p}\\middle|y\\right)^{1/p}",
        "\\text{if }x>0\\text{, und $y$}",
        "\\rule{1em}{0.4pt}\\hspace{2em}\\kern-.5em",
        "\\begin{array}{l|cr}a&b&c\\\\\\hline d&e&f\\end{array}",
        "f''(x)+\\sin^{2}\\theta\\leq\\mathbb{R}",
        "\\newcommand{\\R}{\\mathbb{R}}x\\in\\R",
        "\\undefinedcommand{x}"
      })
  void callsOrdinaryFormulasCheap(String tex) {
    assertThat(isCheap(tex)).isTrue();
  }

  @Test
  void whatIsCheapOfTheCoverageIsAnswered() {
    List<Cases.Case> cases =
        new ArrayList<>(Cases.read(SharedData.require("conformance/engines/katex-coverage.jsonl")));
    cases.addAll(Cases.read(SharedData.require("conformance/engines/broken-formulas.jsonl")));
    int cheap = 0;
    for (Cases.Case one : cases) {
      if (isCheap(one.tex())) {
        cheap++;
        assertIsAnswered(one.tex());
      }
    }
    assertThat(cheap).isGreaterThan(cases.size() * 9 / 10);
  }

  @Test
  void everyCommandIsAnsweredAsDeepAndAsOftenAsItIsCheap() {
    for (String command : commands()) {
      int arguments = vocabulary.argumentCount(command);
      String once = command + " " + "{x}".repeat(arguments);
      assertCheapIsAnswered("\\sqrt{" + once.repeat(1_000 / once.length()) + "}");
      for (int at = 0; at < arguments; at++) {
        nestAndFill(
            command + "{y}".repeat(at) + "{", "}" + "{y}".repeat(arguments - 1 - at), 1_000);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{|}",
        "x^{|}",
        "\\left(\\frac{|}{x}\\right)",
        "\\left(a_{\\overset{a}{|}}\\right)",
        "\\left(x\\middle/|\\right)",
        "\\prescript{a}{b}{|}",
        "\\sideset{}{}{|}",
        "\\utilde{|}",
        "{a\\choose |}",
        "{\\large |}",
        "\\color{red}|",
        "\\mathchoice{x}{x}{x}{|}",
        "\\xrightarrow[|]{x}",
        "\\sqrt[|]{x}",
        "\\begin{pmatrix}a\\\\b\\\\|\\end{pmatrix}",
        "\\begin{cases}\\displaystyle a&b\\\\|\\end{cases}",
        "\\text{x $|$}",
        "\\Set{a|}",
        "\\href{a}{|}",
        "\\cancel{|}"
      })
  void everyNestIsAnsweredAsDeepAndAsLongAsItIsCheap(String nest) {
    int hole = nest.lastIndexOf('|');
    nestAndFill(nest.substring(0, hole), nest.substring(hole + 1), LONGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x+y ", "\\frac{a}{b}", "\u4E2D", "\\P", "\\rule{9em}{.1em}", "\\hat x"})
  void longFormulasAreAnsweredAsLongAsTheyAreCheap(String piece) {
    assertCheapIsAnswered(piece.repeat(LONGEST / piece.length()));
    assertCheapIsAnswered("\\left(" + piece.repeat(LONGEST / piece.length() - 5) + "\\right)");
  }

  @Test
  void tablesAreAnsweredAsLargeAsTheyAreCheap() {
    for (String name :
        List.of("matrix", "aligned", "cases", "gathered", "Bmatrix", "smallmatrix")) {
      for (int columns = 1; columns < 2_000; columns *= 3) {
        String row = "&".repeat(columns);
        String rows = "\\\\".repeat((LONGEST - 100 - columns) / 2);
        for (int used = rows.length(); used > 0; used -= 500) {
          String tex = "\\begin{" + name + "}" + row + rows.substring(rows.length() - used / 2 * 2);
          assertCheapIsAnswered(tex + "\\end{" + name + "}");
        }
      }
    }
  }

  private static void nestAndFill(String open, String close, int length) {
    for (int depth = DEEPEST; depth > 0; depth--) {
      String start = open.repeat(depth);
      String end = close.repeat(depth);
      int room = length - start.length() - end.length();
      String tex = start + "x+\\frac{a}{b}".repeat(Math.max(1, room / 13)) + end;
      if (isCheap(tex)) {
        assertIsAnswered(tex);
        return;
      }
    }
  }

  private static void assertCheapIsAnswered(String tex) {
    if (isCheap(tex)) {
      assertIsAnswered(tex);
    }
  }

  private static void assertIsAnswered(String tex) {
    assertThat(sandbox.render(Engines.display(tex)))
        .as(tex)
        .isInstanceOfAny(RenderOutcome.Rendered.class, RenderOutcome.Rejected.class);
  }

  private static Set<String> commands() {
    Set<String> names = new TreeSet<>();
    for (Command command : CommandTable.katex().commands()) {
      if (command.name().startsWith("\\")) {
        names.add(command.name());
      }
    }
    return names;
  }

  private static boolean isCheap(String tex) {
    try {
      List<Token> tokens = Tokenizer.tokenize(tex);
      if (MacroExpander.isNeededFor(tokens)) {
        tokens = MacroExpander.expand(tokens, vocabulary::isKnown, vocabulary::argumentCount);
      }
      return Screening.isCheap(tokens, vocabulary);
    } catch (MacroException | RefusalException e) {
      return false;
    }
  }
}
