package io.github.formulint.tex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.tex.Command.Kind;
import io.github.formulint.tex.Command.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTableTest {

  private final CommandTable table = CommandTable.katex();

  @Test
  void isOfTheBundledKatex() {
    String webJar = "/META-INF/resources/webjars/katex/" + table.version() + "/dist/katex.min.js";

    assertThat(CommandTable.class.getResource(webJar)).isNotNull();
  }

  @Test
  void knowsFunctionsWithTheirArguments() {
    assertThat(command("\\frac").arguments())
        .containsExactly(ArgumentType.ORIGINAL, ArgumentType.ORIGINAL);
    assertThat(command("\\sqrt").optionalArguments()).containsExactly(ArgumentType.ORIGINAL);
    assertThat(command("\\href").arguments())
        .containsExactly(ArgumentType.URL, ArgumentType.ORIGINAL);
    assertThat(command("\\text").arguments()).containsExactly(ArgumentType.TEXT);
    assertThat(command("\\over").has(Trait.INFIX)).isTrue();
    assertThat(command("\\mathrm").has(Trait.ALLOWED_AS_ARGUMENT)).isTrue();
  }

  @Test
  void knowsHowMacrosReadTheirArguments() {
    assertThat(command("\\tag").arguments()).containsExactly(ArgumentType.TEXT);
    assertThat(command("\\tag").has(Trait.STARRED)).isTrue();
    assertThat(command("\\hspace").arguments()).containsExactly(ArgumentType.SIZE);
    assertThat(command("\\operatorname").arguments()).containsExactly(ArgumentType.ORIGINAL);
    assertThat(command("\\operatorname").has(Trait.STARRED)).isTrue();
    assertThat(command("\\bra").has(Trait.STARRED)).isFalse();
    assertThat(command("\\rlap").arguments()).containsExactly(ArgumentType.TEXT);
    assertThat(command("\\newcommand").has(Trait.IRREGULAR)).isTrue();
  }

  @Test
  void knowsWhereACommandMayStand() {
    assertThat(command("\\frac").isAllowedIn(Mode.TEXT)).isFalse();
    assertThat(command("\\textbf").isAllowedIn(Mode.TEXT)).isTrue();
    assertThat(command("\\_").modes()).containsExactlyInAnyOrder(Mode.MATH, Mode.TEXT);
    assertThat(command("\\'").isAllowedIn(Mode.TEXT)).isTrue();
    assertThat(command("_").kind()).isEqualTo(Kind.SYNTAX);
  }

  @Test
  void knowsDelimitersAndOperatorsWithLimits() {
    assertThat(
            List.of("(", ".", "\\langle", "\\lang", "\\|", "\\}", "\\uparrow").stream()
                .filter(name -> !command(name).has(Trait.DELIMITER)))
        .isEmpty();
    assertThat(command("+").has(Trait.DELIMITER)).isFalse();
    assertThat(command("\\sum").has(Trait.TAKES_LIMITS)).isTrue();
    assertThat(command("\\argmin").has(Trait.TAKES_LIMITS)).isTrue();
    assertThat(command("\\to").has(Trait.TAKES_LIMITS)).isFalse();
  }

  @Test
  void knowsEnvironments() {
    assertThat(environment("array").arguments()).hasSize(1);
    assertThat(environment("align").displayOnly()).isTrue();
    assertThat(environment("aligned").displayOnly()).isFalse();
    assertThat(environment("pmatrix*").alignmentOption()).isTrue();
    assertThat(environment("pmatrix").alignmentOption()).isFalse();
    assertThat(environment("split").maxColumns()).hasValue(2);
    assertThat(environment("matrix").maxColumns()).isEmpty();
    assertThat(table.findEnvironment("eqnarray")).isEmpty();
  }

  @Test
  void doesNotKnowWhatKatexDoesNotKnow() {
    assertThat(table.find("\\mpasto")).isEmpty();
    assertThat(table.find("\\cdrightarrow")).isEmpty();
    assertThat(table.find("frac")).isEmpty();
  }

  @Test
  void findsEveryCharacterAndCommandByItsName() {
    assertThat(table.commands()).hasSizeGreaterThan(2000);
    assertThat(table.commands())
        .allSatisfy(command -> assertThat(table.find(command.name())).contains(command));
    assertThat(table.environments())
        .hasSizeGreaterThan(30)
        .allSatisfy(known -> assertThat(table.findEnvironment(known.name())).contains(known));
    assertThat(command("α").isAllowedIn(Mode.MATH)).isTrue();
    assertThat(command("𝐀").isAllowedIn(Mode.MATH)).isTrue();
  }

  private Command command(String name) {
    return table.find(name).orElseThrow();
  }

  private Environment environment(String name) {
    return table.findEnvironment(name).orElseThrow();
  }
}
