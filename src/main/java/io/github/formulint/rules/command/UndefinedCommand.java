package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.Explanation;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.Command.Trait;
import io.github.formulint.tex.CommandSuggestions;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.ForeignCommands;
import io.github.formulint.tex.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A command that KaTeX does not know, and that is not known from elsewhere either. */
public final class UndefinedCommand extends DefectRule {

  /** Operators that are printed as words. */
  private static final Set<String> WORDS =
      Set.of(
          "\\arg", "\\deg", "\\det", "\\dim", "\\exp", "\\gcd", "\\hom", "\\inf", "\\ker", "\\lim",
          "\\log", "\\max", "\\min", "\\sup", "\\cos", "\\sin", "\\tan");

  /** Makes the rule. */
  public UndefinedCommand() {
    super("undefined-command", Defect.UNDEFINED_COMMAND, Applicability.UNSAFE);
  }

  /**
   * Whether a digit follows a backslash in a cell, or a small letter one that touches what is
   * before it: {@code 5\\6} and {@code a\\b} are halves of line breaks.
   */
  private static boolean isHalfBreak(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    int start = fault.span().start();
    boolean touches = start > 0 && Character.isLetterOrDigit(formula.tex().charAt(start - 1));
    return name.length() == 2
        && (Character.isDigit(name.charAt(1)) || Character.isLowerCase(name.charAt(1)) && touches)
        && formula
            .tokenAt(fault.span().start())
            .filter(token -> token.scope().kind() == Scope.Kind.CELL)
            .isPresent();
  }

  /**
   * Returns the operator that a capital letter makes of a known name: {@code \\Min(x)} is one, and
   * so is {@code \\Prime(x)}, which is no prime; but {@code \\Frac{a}{b}} is {@code \\frac}.
   */
  private static Optional<String> operator(
      BrokenFormula formula, Fault fault, List<String> suggestions) {
    String name = fault.fault().subject();
    Optional<Command> known =
        suggestions.stream()
            .filter(each -> each.equalsIgnoreCase(name))
            .findFirst()
            .flatMap(CommandTable.katex()::find);
    boolean isCapitalized =
        name.length() > 3
            && Character.isUpperCase(name.charAt(1))
            && name.substring(2).equals(name.substring(2).toLowerCase(Locale.ROOT));
    boolean isForeignOperator =
        isCapitalized
            && known.isEmpty()
            && ForeignCommands.find(name.toLowerCase(Locale.ROOT))
                .filter(
                    each ->
                        each.replacements()
                            .contains(
                                "\\operatorname{"
                                    + name.substring(1).toLowerCase(Locale.ROOT)
                                    + "}"))
                .isPresent();
    boolean isWordOfItsOwn = isCapitalized && known.isEmpty() && isApplied(formula, fault);
    if (isForeignOperator || isWordOfItsOwn) {
      return Optional.of("\\operatorname{" + name.substring(1) + "}");
    }
    if (known.isEmpty() || !isCapitalized || known.get().takesArguments()) {
      return Optional.empty();
    }
    boolean isWord = known.get().detail().equals("op") && !known.get().has(Trait.TAKES_LIMITS);
    boolean isApplied = isApplied(formula, fault);
    boolean isNamedOperator = WORDS.contains(known.get().name());
    return isWord && isApplied || isNamedOperator || isApplied && !known.get().detail().equals("op")
        ? Optional.of("\\operatorname{" + name.substring(1) + "}")
        : Optional.empty();
  }

  private static boolean isApplied(BrokenFormula formula, Fault fault) {
    return formula
        .next(fault.span().end())
        .filter(token -> token.text().equals("(") || token.token().isCommand("\\left"))
        .isPresent();
  }

  /** Returns the finding of a command that another formula defines, which does not hold here. */
  static Optional<Finding> definedElsewhere(BrokenFormula formula, Span place, String name) {
    DocumentContext context = formula.judged().context();
    return context
        .definitionBefore(name, formula.judged().formula())
        .map(
            offset ->
                new Finding(
                    place,
                    "`"
                        + name
                        + "` is not known here: the formula in line "
                        + context.document().lines().position(offset).line()
                        + " that defines it stands by itself",
                    "write what `" + name + "` stands for, or define it in this formula, too",
                    List.of()));
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    String name = fault.fault().subject();
    Optional<Finding> defined = definedElsewhere(formula, fault.span(), name);
    if (defined.isPresent()) {
      return defined.get();
    }
    if (CommandTable.katex().find(name).isPresent()) {
      return new Finding(
          fault.span(),
          formula.engine().displayName() + " does not know `" + name + "`",
          "write it with commands that it knows",
          List.of());
    }
    if (isHalfBreak(formula, fault)) {
      return new Finding(
          fault.span(),
          "`"
              + name
              + "` is no command"
              + (Character.isDigit(name.charAt(1)) ? ": the" : "; maybe the")
              + " line break `\\\\` has lost a backslash",
          "write `\\" + name + "`",
          List.of(
              BrokenFormula.fix(
                  "write `\\" + name + "`",
                  Applicability.UNSAFE,
                  formula.edit(Span.at(fault.span().start()), "\\"))));
    }
    List<String> suggestions = CommandSuggestions.nearest(name);
    List<Fix> fixes = List.of();
    Optional<String> operator = operator(formula, fault, suggestions);
    if (operator.isPresent()) {
      return new Finding(
          fault.span(),
          "`" + name + "` is not a known command",
          "for an operator of that name write `" + operator.get() + "`",
          List.of(
              BrokenFormula.fix(
                  "write `" + operator.get() + "`",
                  Applicability.UNSAFE,
                  formula.edit(fault.span(), operator.get()))));
    }
    if (suggestions.size() == 1) {
      String meant = suggestions.get(0);
      fixes =
          List.of(
              BrokenFormula.fix(
                  "write `" + meant + "`",
                  Applicability.UNSAFE,
                  formula.edit(fault.span(), meant)));
    }
    return new Finding(
        fault.span(),
        "`" + name + "` is not a known command",
        Explanation.didYouMean(suggestions).orElse(""),
        fixes);
  }
}
