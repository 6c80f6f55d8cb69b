package io.github.formulint.tex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacroExpanderTest {

  private static final Set<String> KNOWN = Set.of("\\frac", "\\alpha", "\\vec", "\\sqrt");

  private static String expand(String tex) throws MacroException {
    return MacroExpander.expand(
            Tokenizer.tokenize(tex),
            KNOWN::contains,
            name -> name.equals("\\frac") ? 2 : KNOWN.contains(name) ? 1 : 0)
        .stream()
        .map(Token::text)
        .collect(Collectors.joining("·"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\newcommand{\\a}{x}\\a | x",
        "\\newcommand\\a{x}\\a\\a | x·x",
        "\\newcommand{\\a}[2]{#2#1}\\a{p}{q} | q·p",
        "\\newcommand{\\a}[2][d]{#1#2}\\a x\\a[e]y | d·x·e·y",
        "\\renewcommand{\\vec}[1]{#1!}\\vec x | x·!",
        "\\providecommand{\\vec}{y}\\providecommand{\\a}{x}\\a\\vec z | x·\\vec·z",
        "\\def\\a#1{x#1}\\a{y} | x·y",
        "\\def\\a#1,#2.{#2#1}\\a p,q. | q·p",
        "\\def\\a#1#{x#1}\\a p{q} | x·p·{·q·}",
        "\\def\\a{x}\\edef\\b{\\a}\\def\\a{y}\\b | x",
        "\\def\\a{x}\\let\\b=\\a\\def\\a{y}\\b\\a | x·y",
        "\\let\\b\\frac\\b | \\frac",
        "{\\def\\a{x}\\a}\\def\\a{y}\\a | {·x·}·y",
        "\\def\\a{x}{\\def\\a{y}\\a}\\a | {·y·}·x",
        "{\\gdef\\a{x}}\\a | {·}·x",
        "{\\global\\def\\a{x}}\\a | {·}·x",
        "\\long\\def\\a{x}\\a | x",
        "\\def\\a{y}\\expandafter\\frac\\a | \\frac·y",
        "\\def\\a{y}\\noexpand\\a | \\a",
        "\\futurelet\\a\\alpha x\\a | \\alpha·x·x",
        "\\DeclareMathOperator{\\a}{op}\\a | \\operatorname·{·o·p·}",
        "\\DeclareMathOperator*{\\a}{op}\\a | \\operatorname·*·{·o·p·}",
        "\\def\\a{12}\\frac\\a\\a | \\frac·{·1·2·}·{·1·2·}",
        "\\def\\a{12}x^\\a | x·^·1·2",
        "\\def\\a#1{<#1>}\\def\\b{\\a{\\a{x}}}\\b | <·<·x·>·>"
      })
  void expands(String tex, String expansion) throws MacroException {
    assertThat(expand(tex)).isEqualTo(expansion);
  }

  @Test
  void endsADefinitionWithItsCell() throws MacroException {
    assertThat(expand("\\begin{matrix}\\def\\a{x}\\a&\\a\\end{matrix}"))
        .isEqualTo("\\begin·{·m·a·t·r·i·x·}·x·&·\\a·\\end·{·m·a·t·r·i·x·}");
  }

  @Test
  void keepsThePlaceOfEachToken() throws MacroException {
    String tex = "\\def\\a{\\nope}x\\a";
    Token token = MacroExpander.expand(Tokenizer.tokenize(tex), KNOWN::contains, name -> 0).get(1);
    assertThat(tex.substring(token.span().start(), token.span().end())).isEqualTo("\\nope");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\newcommand{\\a}",
        "\\newcommand{x}{y}",
        "\\newcommand*{\\a}{x}",
        "\\newcommand{\\a}[x]{y}",
        "\\renewcommand{\\nope}{y}",
        "\\def\\a#2{x}",
        "\\def\\a",
        "\\def{x}",
        "\\def\\a#1{#2}\\a x",
        "\\def\\a#1.{x}\\a y",
        "\\def\\a#1{x}\\a",
        "\\def\\a#1{x}{\\a}",
        "\\global x",
        "\\let"
      })
  void refusesWhatIsMalformed(String tex) {
    assertThatThrownBy(() -> expand(tex))
        .isInstanceOfSatisfying(
            MacroException.class,
            e -> assertThat(e.kind()).isEqualTo(MacroException.Kind.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\def\\a{\\a}\\a",
        "\\def\\a{\\b}\\def\\b{\\a}\\a",
        "\\def\\a{\\a\\a}\\a",
        "\\def\\a#1{\\a{#1#1}}\\a x",
        "\\def\\a{x\\a}\\edef\\b{\\a}"
      })
  void stopsWhatDoesNotEnd(String tex) {
    assertThatThrownBy(() -> expand(tex))
        .isInstanceOfSatisfying(
            MacroException.class, e -> assertThat(e.kind()).isEqualTo(MacroException.Kind.RUNAWAY));
  }
}
