package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Commands that all have a backslash too many, {@code \\frac}: to TeX a line break and letters.
 * They come from programs that escape strings twice; platforms whose Markdown takes a backslash
 * away show what was meant.
 */
public final class DoubledBackslash implements FormulaRule {

  private static final RuleId ID = new RuleId("doubled-backslash");

  private static final CommandTable COMMANDS = CommandTable.katex();

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.UNSAFE);
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (!formula.tex().contains("\\\\") || isRightEverywhere(formula)) {
      return;
    }
    first(formula).ifPresent(command -> findings.accept(diagnostic(formula, command)));
  }

  /** Returns whether each platform asked for takes backslashes away. */
  private static boolean isRightEverywhere(JudgedFormula formula) {
    return !formula.context().comparisons().isEmpty()
        && formula.context().comparisons().stream()
            .allMatch(
                comparison ->
                    comparison
                        .find(formula.formula())
                        .filter(compared -> compared.fate() == Fate.ALTERED)
                        .isPresent());
  }

  /** Returns the first command if each of them has two backslashes and none has one. */
  private static Optional<Span> first(JudgedFormula formula) {
    String tex = formula.tex();
    Optional<Span> first = Optional.empty();
    int known = 0;
    boolean takesArgument = false;
    int at = 0;
    while (at < tex.length()) {
      if (tex.charAt(at) != '\\') {
        at++;
        continue;
      }
      int letters = at;
      while (letters < tex.length() && tex.charAt(letters) == '\\') {
        letters++;
      }
      int end = letters;
      while (end < tex.length() && Tokenizer.isNameCharacter(tex.charAt(end))) {
        end++;
      }
      int backslashes = letters - at;
      if (end == letters) {
        // A row break that lost nothing, or one that was doubled too.
        if (backslashes == 1) {
          return Optional.empty();
        }
      } else if (backslashes % 2 == 1) {
        return Optional.empty();
      } else if (backslashes == 2 && isCommand(tex.substring(letters, end))) {
        known++;
        takesArgument |= end < tex.length() && tex.charAt(end) == '{';
        if (first.isEmpty()) {
          first = Optional.of(new Span(at, end));
        }
      }
      at = end;
    }
    boolean isSure = takesArgument || known > 1 || formula.formula().style() == MathStyle.INLINE;
    return isSure ? first : Optional.empty();
  }

  private static boolean isCommand(String name) {
    return name.length() > 1 && COMMANDS.find("\\" + name).isPresent();
  }

  private static Diagnostic diagnostic(JudgedFormula formula, Span command) {
    String doubled = formula.tex().substring(command.start(), command.end());
    String single = doubled.substring(1);
    return formula.diagnostic(
        ID,
        Severity.WARNING,
        "each backslash is doubled, so `"
            + doubled
            + "` is a line break and the letters `"
            + single.substring(1)
            + "`, unless Markdown takes one backslash away",
        Optional.of("write `" + single + "`"),
        command,
        List.of(new Fix("halve the backslashes", Applicability.UNSAFE, halved(formula))));
  }

  private static List<Edit> halved(JudgedFormula formula) {
    String tex = formula.tex();
    List<Edit> edits = new ArrayList<>();
    for (int at = tex.indexOf('\\'); at >= 0; at = tex.indexOf('\\', at)) {
      int end = at;
      while (end < tex.length() && tex.charAt(end) == '\\') {
        end++;
      }
      if (end - at > 1) {
        edits.add(formula.edit(new Span(at, at + (end - at) / 2), ""));
      }
      at = end;
    }
    return edits;
  }
}
