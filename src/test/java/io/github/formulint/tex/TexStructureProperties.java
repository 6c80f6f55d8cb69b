package io.github.formulint.tex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TexStructureProperties {

  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "^",
    "_",
    "&",
    "\\\\",
    "\\\\[",
    "$",
    "#",
    "#1",
    "%",
    "\n",
    " ",
    "'",
    "~",
    "|",
    "(",
    "a",
    "1",
    "中",
    "²",
    "é",
    "x\u0301",
    "\u0007",
    "\uD83D",
    "\\",
    "\\frac",
    "\\sqrt",
    "\\text",
    "\\mbox",
    "\\left",
    "\\right",
    "\\middle",
    "\\big",
    "\\begin",
    "\\end",
    "\\begin{cases}",
    "\\end{cases}",
    "\\begin{array}",
    "\\begin{align}",
    "\\end{align}",
    "\\begin{pmatrix*}[",
    "\\begin{CD}",
    "\\over",
    "\\above",
    "\\limits",
    "\\sum",
    "\\hline",
    "\\tag",
    "\\color{red}",
    "\\textcolor",
    "\\href",
    "\\url",
    "\\substack",
    "\\kern",
    "\\hspace",
    "\\rule",
    "\\genfrac",
    "\\operatorname",
    "*",
    "\\def",
    "\\let",
    "\\newcommand",
    "\\a",
    "\\char",
    "\\verb|",
    "\\(",
    "\\)",
    "\\bgroup",
    "\\egroup",
    "\\begingroup",
    "\\endgroup",
    "\\mod",
    "\\bra",
    "\\Set",
    "\\relax",
    "\\displaystyle",
    "\\unknown",
    "\\expandafter",
    "\\cr",
    "\\smash",
    "\\includegraphics",
    "\\dv"
  };

  @Property(tries = 5000)
  void readsAnythingAndLosesNothing(@ForAll("tex") String tex) {
    for (MathStyle style : MathStyle.values()) {
      TexStructure structure = TexStructure.of(new MathSource(tex, style));

      assertThat(structure.tokens().stream().map(PlacedToken::text).collect(Collectors.joining()))
          .isEqualTo(tex);
      assertThat(structure.faults())
          .allSatisfy(
              fault -> {
                assertThat(fault.span().end()).isLessThanOrEqualTo(tex.length());
                assertThat(fault.noticedAt().end()).isLessThanOrEqualTo(tex.length());
              });
    }
  }

  @Property(tries = 2000)
  void everyScopeLiesWithinTheOneAround(@ForAll("tex") String tex) {
    TexStructure structure = TexStructure.of(new MathSource(tex, MathStyle.DISPLAY));

    for (Scope scope : structure.scopes()) {
      scope.parent().ifPresent(parent -> assertThat(parent.span().contains(scope.span())).isTrue());
    }
    for (PlacedToken token : structure.tokens()) {
      assertThat(token.scope().span().contains(token.span())).isTrue();
    }
  }

  @Provide
  Arbitrary<String> tex() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  /** Each is repeated 60,000 times; anything but linear time would take minutes. */
  @Example
  void takesTimeInProportionToTheLength() {
    List<String> pieces =
        List.of(
            "\\frac{",
            "\\sqrt[",
            "x^{",
            "\\begin{cases}",
            "\\text{$",
            "\\href{%",
            "\\def\\a{",
            "\\def\\a",
            "\\newcommand{\\a}[",
            "{\\cr",
            "{\\end{a}",
            "\\begin{a}\\end{b}",
            "\\begin{a}\\left(&",
            "{\\right)",
            "{\\middle|");
    for (String piece : pieces) {
      MathSource source = new MathSource(piece.repeat(60_000), MathStyle.DISPLAY);
      assertTimeout(
          Duration.ofSeconds(15),
          () -> assertThat(TexStructure.of(source).faults()).isNotEmpty(),
          piece);
    }
  }
}
