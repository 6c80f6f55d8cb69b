package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code &} where no columns are. */
public final class MisplacedAlignment extends DefectRule {

  private static final Map<String, String> ENTITIES = Map.of("&lt;", "\\lt ", "&gt;", "\\gt ");

  /** Makes the rule. */
  public MisplacedAlignment() {
    super("misplaced-alignment", Defect.MISPLACED_ALIGNMENT);
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    // Several signs that lack one environment are one fault.
    List<Diagnostic> all = new ArrayList<>();
    super.check(formula, all::add);
    boolean told = false;
    for (Diagnostic each : all) {
      boolean outside = each.message().startsWith(OUTSIDE);
      if (!outside || !told) {
        findings.accept(each);
      }
      told |= outside;
    }
  }

  private static final String OUTSIDE = "a `&` stands outside an alignment";

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    if (fault.fault().kind() == TexFault.Kind.TOO_MANY_COLUMNS) {
      return new Finding(
          fault.span(),
          "this line has more `&` than the environment has columns",
          "take the `&` too many away, or allow more columns",
          List.of());
    }
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      if (formula.tex().startsWith(entity.getKey(), fault.span().start())) {
        Span span = new Span(fault.span().start(), fault.span().start() + entity.getKey().length());
        String command = entity.getValue().strip();
        return new Finding(
            span,
            "`" + entity.getKey() + "` is HTML, not TeX",
            "write `" + command + "`",
            List.of(
                BrokenFormula.fix(
                    "write `" + command + "`",
                    Applicability.SAFE,
                    formula.edit(span, entity.getValue()))));
      }
    }
    return new Finding(
        fault.span(),
        OUTSIDE,
        "write `\\&` for the character, or put the lines into `\\begin{aligned}…\\end{aligned}`",
        fixes(formula, fault));
  }

  private static List<Fix> fixes(BrokenFormula formula, Fault fault) {
    List<Fault> signs =
        formula.faults(Defect.MISPLACED_ALIGNMENT).stream()
            .filter(each -> each.fault().kind() != TexFault.Kind.TOO_MANY_COLUMNS)
            .toList();
    boolean outermost = signs.stream().allMatch(sign -> isOutermost(formula, sign.span()));
    boolean hasLines =
        formula.structure().tokens().stream()
            .anyMatch(
                token ->
                    token.token().isCommand("\\\\") && token.scope().kind() == Scope.Kind.FORMULA);
    boolean display = formula.judged().formula().style() == MathStyle.DISPLAY;
    if (outermost && hasLines) {
      Span first = Span.at(formula.next(0).orElseThrow().span().start());
      return List.of(
          BrokenFormula.fix(
              "put the lines into `aligned`",
              display ? Applicability.SAFE : Applicability.UNSAFE,
              formula.edit(first, "\\begin{aligned} "),
              formula.edit(formula.insertionBefore(formula.tex().length()), " \\end{aligned}")));
    }
    if (signs.size() != 1) {
      return List.of();
    }
    boolean isRelation =
        formula
            .next(fault.span().end())
            .flatMap(token -> CommandTable.katex().find(token.token().name()))
            .filter(command -> command.detail().equals("rel"))
            .isPresent();
    return List.of(
        isRelation
            ? BrokenFormula.fix(
                "take it away: there is nothing to align with",
                outermost ? Applicability.SAFE : Applicability.UNSAFE,
                formula.edit(fault.span(), ""))
            : BrokenFormula.fix(
                "write `\\&`", Applicability.UNSAFE, formula.edit(fault.span(), "\\&")));
  }

  private static boolean isOutermost(BrokenFormula formula, Span span) {
    return formula
        .tokenAt(span.start())
        .filter(token -> token.scope().kind() == Scope.Kind.FORMULA)
        .isPresent();
  }
}
