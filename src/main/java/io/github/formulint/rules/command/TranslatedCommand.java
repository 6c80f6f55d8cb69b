package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.rules.fault.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** TeX whose commands a translator has translated, or has torn from their backslashes. */
public final class TranslatedCommand implements FormulaRule {

  private static final RuleId ID = new RuleId("translated-command");

  /** How many names a message quotes. */
  private static final int MOST_QUOTED = 3;

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.UNSAFE);
  }

  /** What a translator has been at is no TeX any more: nothing else that is found in it helps. */
  @Override
  public boolean tellsAll() {
    return true;
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (!TranslatedNames.mayHold(formula.tex())) {
      return;
    }
    List<TranslatedNames.Name> names = TranslatedNames.of(formula.structure().tokens());
    if (!names.isEmpty()) {
      findings.accept(diagnostic(formula, names));
    }
  }

  private static Diagnostic diagnostic(JudgedFormula formula, List<TranslatedNames.Name> names) {
    boolean isTorn = names.stream().allMatch(TranslatedNames.Name::isTorn);
    boolean areKnown = names.stream().allMatch(name -> name.meant().isPresent());
    Set<String> written = new LinkedHashSet<>();
    Set<String> meant = new LinkedHashSet<>();
    for (TranslatedNames.Name name : names) {
      written.add(name.span().of(formula.tex()));
      name.meant().ifPresent(meant::add);
    }
    boolean isOne = written.size() == 1;
    String message =
        quoted(written, ", ")
            + (isTorn
                ? (isOne ? " is a command" : " are commands") + " torn from the backslash"
                : (isOne ? " looks like a command" : " look like commands")
                    + " that a translator has translated")
            + "; readers see words instead of the formula";
    return formula.diagnostic(
        ID,
        Judgement.of(formula.verdict())
                .filter(each -> each.kind() == Judgement.Kind.FAILURE)
                .isPresent()
            ? Severity.ERROR
            : Severity.WARNING,
        message,
        Optional.of(
            meant.isEmpty()
                ? "write the command of the original"
                : "write " + quoted(meant, " and ") + (areKnown ? "" : ", as in the original")),
        names.get(0).span(),
        areKnown ? List.of(fix(formula, names, meant)) : List.of());
  }

  private static Fix fix(
      JudgedFormula formula, List<TranslatedNames.Name> names, Set<String> meant) {
    List<Edit> edits = new ArrayList<>();
    for (TranslatedNames.Name name : names) {
      String command = name.meant().orElseThrow();
      int end = name.span().end();
      boolean runsOn = end < formula.tex().length() && isLetter(formula.tex().charAt(end));
      edits.add(formula.edit(name.span(), runsOn ? command + " " : command));
    }
    return new Fix("write " + quoted(meant, " and "), Applicability.UNSAFE, edits);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static String quoted(Set<String> pieces, String separator) {
    StringBuilder quoted = new StringBuilder();
    int count = 0;
    for (String piece : pieces) {
      if (count == MOST_QUOTED) {
        return quoted.append(", …").toString();
      }
      quoted.append(count++ == 0 ? "" : separator).append('`').append(piece).append('`');
    }
    return quoted.toString();
  }
}
