package io.github.formulint.rules.cjk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.fix.Analysis;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for every fix that is offered, whatever the document. */
class FixProperties {

  private static final Set<Applicability> ALL = Set.of(Applicability.SAFE, Applicability.UNSAFE);

  private static FormulaJudge judge;
  private static Linter linter;

  @BeforeContainer
  static void openEngine() {
    judge = new FormulaJudge(List.of(new KatexProvider()), 1, notice -> {});
    linter = new Linter(new UniversalReader(), judge::judge, BuiltInRules.all());
  }

  @AfterContainer
  static void closeEngine() {
    judge.close();
  }

  @Property(tries = 2500)
  void eachFixMendsItsFindingAndBreaksNothing(@ForAll("documents") String text) {
    SourceFile document = SourceFile.of("case.md", text);
    Analysis before = linter.analyze(document);
    for (Diagnostic finding : linter.lint(document).diagnostics()) {
      for (Fix fix : finding.fixes()) {
        String mended = applied(fix, text);
        Analysis after = linter.analyze(SourceFile.of("case.md", mended));
        assertThat(failures(after)).as(mended).hasSizeLessThanOrEqualTo(failures(before).size());
        assertThat(after.diagnostics().size())
            .as("%s: %s → %s", finding.rule(), text, mended)
            .isLessThanOrEqualTo(before.diagnostics().size());
        assertThat(lineEnds(mended)).isEqualTo(lineEnds(text));
        assertThat(cells(mended, text)).isEqualTo(cells(text, text));
      }
    }
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void mendingTwiceIsLikeMendingOnce(@ForAll("documents") String text) {
    SourceFile document = SourceFile.of("case.md", text);
    SourceFile once = linter.mend(document, ALL).result().document();
    assertThat(linter.mend(once, ALL).result().document().text()).isEqualTo(once.text());
    assertThat(failures(linter.analyze(once)).size())
        .isLessThanOrEqualTo(failures(linter.analyze(document)).size());
    assertThat(lineEnds(once.text())).isEqualTo(lineEnds(text));
  }

  private static String applied(Fix fix, String text) {
    StringBuilder mended = new StringBuilder(text);
    List<Edit> edits = new ArrayList<>(fix.edits());
    Collections.reverse(edits);
    for (Edit edit : edits) {
      mended.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    return mended.toString();
  }

  private static List<String> failures(Analysis analysis) {
    return analysis.context().reading().formulas().stream()
        .filter(formula -> !formula.isEmpty())
        .filter(formula -> !analysis.context().verdict(formula).isRendered())
        .map(Formula::tex)
        .toList();
  }

  private static String lineEnds(String text) {
    return text.replaceAll("[^\r\n]", "");
  }

  /** The signs that part the cells of the rows of tables in a text. */
  private static List<String> cells(String mended, String text) {
    List<String> lines = mended.lines().toList();
    List<String> before = text.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(line -> before.get(line).startsWith("| "))
        .mapToObj(line -> lines.get(line).replaceAll("[^|]", ""))
        .toList();
  }

  // Documents.

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> blocks = Arbitraries.oneOf(paragraph(), list(), quote(), table(), display());
    Arbitrary<String> ends = Arbitraries.of("\n", "\r\n");
    return Combinators.combine(blocks.list().ofMinSize(1).ofMaxSize(3), ends)
        .as((all, end) -> (String.join("\n\n", all) + "\n").replace("\n", end));
  }

  private Arbitrary<String> paragraph() {
    return Combinators.combine(prose(), inline(), prose(), inline(), prose())
        .as((a, b, c, d, e) -> a + b + c + d + e);
  }

  private Arbitrary<String> list() {
    return Combinators.combine(prose(), inline(), inline())
        .as((a, b, c) -> "- " + a + b + "\n- 二 " + c + "\n  - " + a);
  }

  private Arbitrary<String> quote() {
    return Combinators.combine(prose(), inline(), tex())
        .as((a, b, c) -> "> " + a + "\n> " + b + "\n>\n> $$\n> " + c + "\n> " + c + "\n> $$");
  }

  private Arbitrary<String> table() {
    return Combinators.combine(inline(), inline())
        .as((a, b) -> "| 甲 | b |\n|---|---|\n| " + cell(a) + " | " + cell(b) + " |");
  }

  private static String cell(String inline) {
    return inline.replace("|", "").replace("\n", " ");
  }

  private Arbitrary<String> display() {
    return Combinators.combine(tex(), tex())
        .as(
            (a, b) ->
                "$$\n\\begin{aligned}\n" + a + " &= " + b + " \\\\\n& 其他。\n\\end{aligned}\n$$");
  }

  private Arbitrary<String> prose() {
    return Arbitraries.of("设 ", "其中，", "Let ", " 则 ", "값은 ", "* a ", "`$x$` ", " costs $5, ");
  }

  private Arbitrary<String> inline() {
    return tex().map(tex -> "$" + tex.strip() + "$");
  }

  private Arbitrary<String> tex() {
    return piece(2).list().ofMinSize(1).ofMaxSize(5).map(pieces -> String.join("", pieces));
  }

  private Arbitrary<String> piece(int depth) {
    Arbitrary<String> atoms =
        Arbitraries.of(
            "x",
            "2",
            "+",
            "=",
            "(",
            ")",
            " ",
            "\n",
            "\\alpha",
            "\\le ",
            "中",
            "平均",
            "値",
            "が",
            "식",
            "한국",
            "ﾊﾝ",
            "，",
            "。",
            "（",
            "）",
            "＝",
            "１",
            "ｘ",
            "｜",
            "“",
            "”",
            "’",
            "′",
            "ㅣ",
            "ー",
            "\u3000",
            "\u00a0",
            "\u200b",
            "％",
            "＿",
            "＾",
            "｛",
            "｝",
            "，其中",
            "\\ 오른쪽",
            "\\left（",
            "\\text{中}",
            "\\frаc",
            "^",
            "_",
            "&");
    if (depth == 0) {
      return atoms;
    }
    Arbitrary<String> inner =
        piece(depth - 1).list().ofMinSize(1).ofMaxSize(3).map(pieces -> String.join("", pieces));
    Arbitrary<String> commands =
        Arbitraries.of(
            "x_%s",
            "x_{%s}",
            "\\frac%s",
            "\\frac{%s}{2}",
            "\\sqrt{%s}",
            "\\mathbf{%s}",
            "\\mathrm{%s}",
            "\\left(%s\\right)",
            "\\operatorname{%s}",
            "{%s}",
            "\\begin{cases}%s & 1 \\\\ 2 & 否\\end{cases}");
    Arbitrary<String> compounds =
        Combinators.combine(commands, inner)
            .as((command, content) -> command.replace("%s", content));
    return Arbitraries.frequencyOf(Tuple.of(4, atoms), Tuple.of(1, compounds));
  }
}
