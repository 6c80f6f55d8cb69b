package io.github.formulint.tex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexStructureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "中 ¦ MATH ¦ FORMULA",
        "x_中 ¦ MATH ¦ SCRIPT",
        "x_{中} ¦ MATH ¦ SCRIPT",
        "{中} ¦ MATH ¦ GROUP",
        "\\frac中x ¦ MATH ¦ ARGUMENT",
        "\\sqrt[中]{x} ¦ MATH ¦ OPTIONAL_ARGUMENT",
        "\\mathrm{中} ¦ MATH ¦ ARGUMENT",
        "\\operatorname{中} ¦ MATH ¦ ARGUMENT",
        "\\operatorname*{中} ¦ MATH ¦ ARGUMENT",
        "\\text{中} ¦ TEXT ¦ ARGUMENT",
        "\\text{a $中$} ¦ MATH ¦ INNER_FORMULA",
        "\\text{a \\(中\\)} ¦ MATH ¦ INNER_FORMULA",
        "\\text{a {中}} ¦ TEXT ¦ GROUP",
        "\\textbf{中} ¦ TEXT ¦ ARGUMENT",
        "\\mbox{中} ¦ TEXT ¦ ARGUMENT",
        "\\tag{中} ¦ TEXT ¦ ARGUMENT",
        "\\tag*{中} ¦ TEXT ¦ ARGUMENT",
        "\\fbox{中} ¦ TEXT ¦ ARGUMENT",
        "\\rlap{中} ¦ TEXT ¦ ARGUMENT",
        "\\label{中} ¦ RAW ¦ ARGUMENT",
        "\\href{中}{x} ¦ RAW ¦ ARGUMENT",
        "\\href{u}{中} ¦ MATH ¦ ARGUMENT",
        "\\textcolor{red}{中} ¦ MATH ¦ ARGUMENT",
        "\\text{\\textcolor{red}{中}} ¦ TEXT ¦ ARGUMENT",
        "\\color{red}中 ¦ MATH ¦ FORMULA",
        "\\begin{cases}中&x\\end{cases} ¦ MATH ¦ CELL",
        "\\begin{中}x\\end{中} ¦ RAW ¦ ARGUMENT",
        "\\left(中\\right) ¦ MATH ¦ DELIMITED",
        "\\newcommand{\\a}{中} ¦ RAW ¦ DEFINITION",
        "\\def\\a{中} ¦ RAW ¦ DEFINITION",
        "\\newcommand{\\a}[1]{\\text{#1}}\\a{中} ¦ TEXT ¦ ARGUMENT",
      })
  void saysWhereACharacterStands(String tex, Mode mode, Scope.Kind kind) {
    PlacedToken han = han(tex);

    assertThat(han.mode()).isEqualTo(mode);
    assertThat(han.scope().kind()).isEqualTo(kind);
  }

  @Test
  void commentsAndVerbatimAreRaw() {
    assertThat(display("x%中\n").tokens().get(1).mode()).isEqualTo(Mode.RAW);
    assertThat(display("\\verb|中|").tokens().get(0).mode()).isEqualTo(Mode.RAW);
  }

  @Test
  void percentIsALetterInAnAddress() {
    TexStructure structure = display("\\href{https://x/%20a~b}{y}z");

    assertThat(structure.faults()).isEmpty();
    assertThat(structure.tokenAt(structure.tex().length() - 1).orElseThrow().scope().kind())
        .isEqualTo(Scope.Kind.FORMULA);
  }

  @Test
  void tellsArgumentsOfOneTokenApart() {
    List<TexStructure.Run> runs =
        display("\\frac路程时间").runs(token -> token.text().codePointAt(0) > 0x4000);

    assertThat(runs).extracting(run -> run.span().of("\\frac路程时间")).containsExactly("路", "程", "时间");
    assertThat(runs).extracting(run -> run.scope().index()).containsExactly(0, 1, 0);
    assertThat(runs.get(1).scope().isArgumentOf("\\frac")).isTrue();
    assertThat(runs.get(1).scope().isBraced()).isFalse();
    assertThat(runs.get(2).scope().kind()).isEqualTo(Scope.Kind.FORMULA);
  }

  @Test
  void numbersRowsAndColumns() {
    Scope cell = han("\\begin{cases} a & b \\\\[1em] c & 中 \\end{cases}").scope();

    assertThat(cell.row()).isEqualTo(1);
    assertThat(cell.index()).isEqualTo(1);
    assertThat(cell.environment()).contains("cases");
    assertThat(cell.enclosing(Scope.Kind.ENVIRONMENT)).isPresent();
    assertThat(cell.parent().flatMap(Scope::parent)).map(Scope::kind).contains(Scope.Kind.FORMULA);
  }

  @Test
  void scopesCoverTheirBracesAndCommands() {
    String tex = "a\\left(\\frac{b}{c}\\right)_{d}e";

    assertThat(display(tex).scopes())
        .extracting(scope -> scope.span().of(tex))
        .containsExactly(tex, "\\left(\\frac{b}{c}\\right)", "{b}", "{c}", "{d}");
  }

  @Test
  void findsTheCommentThatSwallowsTheRest() {
    assertThat(display("x % y").unfinishedComment()).map(PlacedToken::text).contains("% y");
    assertThat(display("x % y\nz").unfinishedComment()).isEmpty();
    assertThat(display("x % y\n").unfinishedComment()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "a{b ¦ UNCLOSED_GROUP ¦ { ¦ 1",
        "\\frac{a}{b ¦ UNCLOSED_GROUP ¦ { ¦ 8",
        "a}b ¦ STRAY_GROUP_END ¦ } ¦ 1",
        "\\sqrt[3{x} ¦ UNCLOSED_OPTIONAL_ARGUMENT ¦ [ ¦ 5",
        "\\frac{a} ¦ MISSING_ARGUMENT ¦ \\frac ¦ 0",
        "{x^} ¦ MISSING_SCRIPT ¦ ^ ¦ 2",
        "\\sum_\\limits{i} ¦ MISSING_SCRIPT ¦ _ ¦ 4",
        "a^b^c ¦ DOUBLE_SUPERSCRIPT ¦ ^ ¦ 3",
        "a'^b^c ¦ DOUBLE_SUPERSCRIPT ¦ ^ ¦ 4",
        "SUM_N_MAX ¦ DOUBLE_SUBSCRIPT ¦ _ ¦ 5",
        "\\text{find_kth} ¦ SCRIPT_IN_TEXT ¦ _ ¦ 10",
        "x_\\max ¦ COMMAND_NEEDS_BRACES ¦ \\max ¦ 2",
        "a&b ¦ ALIGNMENT_OUTSIDE_ENVIRONMENT ¦ & ¦ 1",
        "\\begin{equation}a&b\\end{equation} ¦ TOO_MANY_COLUMNS ¦ & ¦ 17",
        "\\left(x ¦ LEFT_WITHOUT_RIGHT ¦ \\left ¦ 0",
        "{\\left(x}\\right) ¦ LEFT_WITHOUT_RIGHT ¦ \\left ¦ 1",
        "x\\right) ¦ RIGHT_WITHOUT_LEFT ¦ \\right ¦ 1",
        "a\\middle|b ¦ MIDDLE_WITHOUT_LEFT ¦ \\middle ¦ 1",
        "\\left{x\\right} ¦ INVALID_DELIMITER ¦ { ¦ 5",
        "\\bigl x ¦ INVALID_DELIMITER ¦ x ¦ 6",
        "\\begin{cases}a ¦ UNCLOSED_ENVIRONMENT ¦ \\begin ¦ 0",
        "\\begin{cases}a\\end{case} ¦ MISMATCHED_END ¦ \\end ¦ 14",
        "a\\end{cases} ¦ END_WITHOUT_BEGIN ¦ \\end ¦ 1",
        "\\begin{eqnarray}a\\end{eqnarray} ¦ UNKNOWN_ENVIRONMENT ¦ \\begin{eqnarray} ¦ 0",
        "\\grad f ¦ UNKNOWN_COMMAND ¦ \\grad ¦ 0",
        "\\text{a\\alpha} ¦ WRONG_MODE ¦ \\alpha ¦ 7",
        "a$b ¦ MATH_SHIFT_IN_MATH ¦ $ ¦ 1",
        "\\text{a $b} ¦ UNCLOSED_INNER_FORMULA ¦ $ ¦ 8",
        "a\\hline ¦ MISPLACED_LINE ¦ \\hline ¦ 1",
        "x\\limits_a ¦ LIMITS_WITHOUT_OPERATOR ¦ \\limits ¦ 1",
        "a\\over b\\over c ¦ SECOND_INFIX ¦ \\over ¦ 8",
        "a\\hspace7ex ¦ INVALID_SIZE ¦ 7 ¦ 8",
        "a\\\\[k] ¦ INVALID_SIZE ¦ [k] ¦ 3",
        "\\color{#12}x ¦ INVALID_COLOR ¦ {#12} ¦ 6",
        "\\begin{array}\\\\1\\end{array} ¦ INVALID_COLUMNS ¦ \\\\ ¦ 13",
        "\\tag{1}\\tag{2} ¦ SECOND_TAG ¦ \\tag ¦ 7",
        "\\newcommand{\\frac}{x} ¦ INVALID_DEFINITION ¦ \\newcommand{\\frac} ¦ 0",
        "a#b ¦ PARAMETER_CHARACTER ¦ # ¦ 1",
        "\\verb|x ¦ UNCLOSED_VERBATIM ¦ \\verb ¦ 0",
      })
  void findsOneFault(String tex, TexFault.Kind kind, String text, int start) {
    TexFault fault = display(tex).faults().get(0);

    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.span().of(tex)).isEqualTo(text);
    assertThat(fault.span().start()).isEqualTo(start);
  }

  @Test
  void findsWhatKatexCannotRead() {
    assertThat(display("a\u0007b").faults())
        .extracting(TexFault::kind)
        .containsExactly(TexFault.Kind.UNREADABLE_CHARACTER);
  }

  @Test
  void saysWhereAParserNotices() {
    TexFault fault = display("{\\left(x}").faults().get(0);

    assertThat(fault.noticedAt().of("{\\left(x}")).isEqualTo("}");
    assertThat(display("\\frac{a").faults().get(0).noticedAt().start()).isEqualTo(7);
  }

  @Test
  void knowsWhatNeedsADisplayFormula() {
    for (String tex : List.of("\\begin{align}a\\end{align}", "a\\tag{1}")) {
      assertThat(read(tex, MathStyle.INLINE).faults())
          .extracting(TexFault::kind)
          .containsExactly(TexFault.Kind.NEEDS_DISPLAY);
      assertThat(display(tex).faults()).isEmpty();
    }
  }

  @Test
  void goesOnBehindAFault() {
    assertThat(display("a^b^c \\text{x_y} \\grad \\left( z").faults())
        .extracting(TexFault::kind)
        .containsExactly(
            TexFault.Kind.DOUBLE_SUPERSCRIPT,
            TexFault.Kind.SCRIPT_IN_TEXT,
            TexFault.Kind.UNKNOWN_COMMAND,
            TexFault.Kind.LEFT_WITHOUT_RIGHT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x'^2",
        "x^2\\relax^3",
        "x²³",
        "a \\over b",
        "\\sqrt[3]{x}",
        "\\big{(}",
        "\\substack{a\\\\b}",
        "a \\mod \\frac{b}{c}",
        "\\begin{array}{c|c}\\hline a&b\\\\ \\hline\\end{array}",
        "\\left(\\frac{a \\middle| b}{c}\\right)",
        "\\Set{x \\middle| y}",
        "\\kern1em x",
        "\\kern 1 em x",
        "\\def\\be{\\begin{aligned}}\\be a & b\\end{aligned}",
        "\\newcommand{\\vv}[1]{\\mathbf{#1}}\\vv{a}+\\vv b",
        "\\char`\\% \\char\"41",
        "\\begin{pmatrix*}[r]1&2\\end{pmatrix*}",
        "\\text{é, 中 and $x^2$}",
        "\\sum\\nolimits_i",
        "",
      })
  void findsNoFaultInWhatKatexTakes(String tex) {
    assertThat(display(tex).faults()).isEmpty();
  }

  @Test
  void knowsThePlaceOfEveryOffset() {
    TexStructure structure = display("ab\\frac");

    assertThat(structure.tokenAt(4)).map(PlacedToken::text).contains("\\frac");
    assertThat(structure.tokenAt(7)).isEmpty();
    assertThat(display("").tokenAt(0)).isEmpty();
  }

  private static PlacedToken han(String tex) {
    Optional<PlacedToken> han =
        display(tex).tokens().stream().filter(token -> token.text().equals("中")).findFirst();
    return han.orElseThrow();
  }

  private static TexStructure display(String tex) {
    return read(tex, MathStyle.DISPLAY);
  }

  private static TexStructure read(String tex, MathStyle style) {
    return TexStructure.of(new MathSource(tex, style));
  }
}
