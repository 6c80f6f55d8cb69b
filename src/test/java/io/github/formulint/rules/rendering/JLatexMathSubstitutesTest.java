package io.github.formulint.rules.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.config.EngineChoice;
import io.github.formulint.config.MathJaxChoice;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said to print the same, asked of both engines. */
class JLatexMathSubstitutesTest {

  @Test
  void jlatexmathLacksTheCommandAndBothHaveTheReplacement() {
    try (FormulaJudge plain = judge(EngineChoice.JLATEXMATH);
        FormulaJudge katex = judge(EngineChoice.KATEX)) {
      List<String> wrong = new ArrayList<>();
      for (Map.Entry<String, String> each : JLatexMathSubstitutes.commands().entrySet()) {
        String command = each.getKey();
        boolean takesArgument =
            CommandTable.katex().find(command).filter(c -> !c.arguments().isEmpty()).isPresent();
        String argument = takesArgument ? "{x}" : "";
        MathSource written = formula(command, command + argument);
        MathSource instead = formula(command, each.getValue() + argument);
        boolean holds =
            !renders(plain, written)
                && renders(katex, written)
                && renders(plain, instead)
                && renders(katex, instead);
        if (!holds) {
          wrong.add(command);
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static FormulaJudge judge(EngineChoice choice) {
    return new FormulaJudge(
        new StandardWiring().engines(choice.engines(MathJaxChoice.FULL, List.of()), notice -> {}),
        1,
        notice -> {});
  }

  /** What is for text alone stands in text. */
  private static MathSource formula(String command, String tex) {
    boolean isForText = command.startsWith("\\text") && !command.equals("\\textcopyright");
    String around = "a " + tex + " b";
    return new MathSource(isForText ? "\\text{" + around + "}" : around, MathStyle.DISPLAY);
  }

  private static boolean renders(FormulaJudge judge, MathSource formula) {
    return judge.judge(List.of(formula)).get(formula).isRendered();
  }
}
