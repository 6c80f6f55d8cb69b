package io.github.formulint.tex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSuggestionsTest {

  @ParameterizedTest
  @CsvSource({
    "\\mpasto, \\mapsto",
    "\\textitt, \\textit",
    "\\lamda, \\lambda",
    "\\rigtharrow, \\rightarrow",
    "\\lfet, \\left",
    "\\farc, \\frac",
    "\\epsilion, \\epsilon",
    "\\infy, \\infty",
    "\\opertorname, \\operatorname",
    "\\matbf, \\mathbf",
    "\\overrightarow, \\overrightarrow",
    "\\cdott, \\cdot",
  })
  void mendsTypingErrors(String unknown, String meant) {
    assertThat(CommandSuggestions.nearest(unknown)).first().isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "\\Max, \\max",
    "\\Frac, \\frac",
    "\\SUM, \\sum",
    "\\Cdot, \\cdot",
    "\\GAMMA, \\Gamma"
  })
  void prefersTheSameLettersInAnotherCase(String unknown, String meant) {
    assertThat(CommandSuggestions.nearest(unknown)).first().isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "\\alphax, \\alpha x",
    "\\cdotx, \\cdot x",
    "\\timesb, \\times b",
    "\\leqn, \\leq n",
    "\\sinx, \\sin x",
    "\\cdotfrac, \\cdot\\frac",
    "\\alphabeta, \\alpha\\beta",
  })
  void partsWhatIsGlued(String unknown, String meant) {
    assertThat(CommandSuggestions.nearest(unknown)).first().isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "\\grad, \\nabla",
    "\\VERT, \\Vert",
    "\\relmiddle, \\middle",
    "\\mit, \\mathit",
    "\\mbox, \\text",
    "\\mathds, \\mathbb",
    "\\eqalign, \\begin{aligned}",
    "\\sgn, \\operatorname{sgn}",
  })
  void knowsNamesFromElsewhere(String unknown, String meant) {
    assertThat(CommandSuggestions.nearest(unknown)).first().isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\x", "\\zq", "\\qwertyuiop", "\\오른쪽", "\\", "\\label", "\\mycommand", "\\,"})
  void saysNothingWhereNothingIsNear(String unknown) {
    assertThat(CommandSuggestions.nearest(unknown)).isEmpty();
  }

  @Test
  void namesAtMostThree() {
    assertThat(CommandSuggestions.nearest("\\mathb")).hasSizeBetween(2, 3);
  }

  @ParameterizedTest
  @CsvSource({"eqnarray, align", "tabular, array", "pmatirx, pmatrix", "Aligned, aligned"})
  void mendsEnvironments(String unknown, String meant) {
    assertThat(CommandSuggestions.nearestEnvironments(unknown)).first().isEqualTo(meant);
  }

  @Test
  void saysNothingForAnEnvironmentThatIsLikeNone() {
    assertThat(CommandSuggestions.nearestEnvironments("theorem")).isEmpty();
  }

  @Test
  void noForeignCommandIsOneOfKatex() {
    assertThat(ForeignCommands.commands())
        .extracting(ForeignCommand::name)
        .allSatisfy(name -> assertThat(CommandTable.katex().find(name)).isEmpty());
    assertThat(ForeignCommands.environments())
        .extracting(ForeignCommand::name)
        .allSatisfy(name -> assertThat(CommandTable.katex().findEnvironment(name)).isEmpty());
  }

  @Test
  void katexKnowsAllThatIsOfferedForAForeignCommand() {
    List<Token> offered =
        ForeignCommands.commands().stream()
            .flatMap(command -> command.replacements().stream())
            .flatMap(tex -> Tokenizer.tokenize(tex).stream())
            .filter(Token::isCommand)
            .toList();

    assertThat(offered)
        .isNotEmpty()
        .allSatisfy(token -> assertThat(CommandTable.katex().find(token.text())).isPresent());
    assertThat(ForeignCommands.environments())
        .flatExtracting(ForeignCommand::replacements)
        .allSatisfy(
            name ->
                assertThatCode(() -> CommandTable.katex().findEnvironment(name).orElseThrow())
                    .doesNotThrowAnyException());
  }
}
