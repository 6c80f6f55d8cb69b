package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Formula;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A brace or bracket without its partner. */
public final class UnbalancedBrace extends DefectRule {

  /** So much may stand between the marks of a formula within a formula. */
  private static final int MOST_BETWEEN = 60;

  /** Makes the rule. */
  public UnbalancedBrace() {
    super("unbalanced-brace", Defect.UNBALANCED_BRACE, Applicability.UNSAFE);
  }

  /** What is left of a formula that was cut in two is told where it was cut. */
  @Override
  protected Stream<Fault> told(BrokenFormula formula) {
    return super.told(formula)
        .filter(
            fault ->
                fault.fault().kind() != TexFault.Kind.STRAY_GROUP_END || !isRest(formula.judged()));
  }

  /** Returns whether a formula is only the rest of one that a mark within it cut in two. */
  public static boolean isRest(JudgedFormula formula) {
    List<TexFault> faults = formula.structure().faults();
    return faults.size() == 1
        && faults.get(0).kind() == TexFault.Kind.STRAY_GROUP_END
        && hasNeighbour(formula, -1, TexFault.Kind.UNCLOSED_GROUP);
  }

  private static boolean isCutByNested(BrokenFormula formula, Fault fault) {
    return fault.fault().kind() == TexFault.Kind.UNCLOSED_GROUP
        && hasNeighbour(formula.judged(), 1, TexFault.Kind.STRAY_GROUP_END);
  }

  /** Whether the formula before or behind, in the same line, has such a fault. */
  private static boolean hasNeighbour(JudgedFormula formula, int step, TexFault.Kind kind) {
    Formula here = formula.formula();
    List<JudgedFormula> all = formula.context().judgedFormulas();
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).formula().span().start() < here.span().start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int index = low + step;
    if (index < 0 || index >= all.size()) {
      return false;
    }
    JudgedFormula other = all.get(index);
    int from = Math.min(here.span().end(), other.formula().span().end());
    int to = Math.max(here.span().start(), other.formula().span().start());
    return other.formula().delimiter() == here.delimiter()
        && to > from
        && to - from <= MOST_BETWEEN
        && formula.context().document().text().substring(from, to).indexOf('\n') < 0
        && other.structure().faults().stream().anyMatch(fault -> fault.kind() == kind);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    String subject = fault.fault().subject();
    if (isCutByNested(formula, fault)) {
      String mark = formula.judged().formula().delimiter().closer();
      return new Finding(
          fault.span(),
          "the `" + mark + "` behind it ends the formula before this `{` is closed",
          "take the `" + mark + "` within the formula away",
          List.of());
    }
    Optional<Finding> half = halfEscaped(formula, fault);
    if (half.isPresent()) {
      return half.get();
    }
    return switch (fault.fault().kind()) {
      case STRAY_GROUP_END ->
          new Finding(
              fault.span(),
              "a `" + subject + "` has no `" + opener(subject) + "`",
              "take the `" + subject + "` away, or write its `" + opener(subject) + "`",
              List.of(
                  BrokenFormula.fix(
                      "take it away", Applicability.UNSAFE, formula.edit(fault.span(), ""))));
      case UNCLOSED_OPTIONAL_ARGUMENT ->
          new Finding(fault.span(), "a `[` has no `]`", "write the missing `]`", List.of());
      default ->
          new Finding(
              fault.span(),
              "a `" + subject + "` has no `" + closer(subject) + "`",
              "write the missing `" + closer(subject) + "`",
              close(formula, fault));
    };
  }

  /** {@code \\{…}} or <code>{…\\}</code>: one of the two lost its backslash. */
  private static Optional<Finding> halfEscaped(BrokenFormula formula, Fault fault) {
    boolean isEnd = fault.fault().subject().equals("}");
    if (!isEnd && !fault.fault().subject().equals("{")) {
      return Optional.empty();
    }
    Optional<PlacedToken> brace = formula.tokenAt(fault.span().start());
    Optional<PlacedToken> escaped =
        brace.flatMap(token -> partner(formula, token, isEnd ? "\\{" : "\\}", isEnd));
    if (escaped.isEmpty()) {
      return Optional.empty();
    }
    Span partner = escaped.get().span();
    char last = partner.start() > 0 ? formula.tex().charAt(partner.start() - 1) : ' ';
    if (isEnd && (last == '_' || last == '^')) {
      return Optional.of(
          new Finding(
              partner,
              "the `\\{` behind `"
                  + last
                  + "` is a brace that readers see, not the one of a script",
              "write `" + last + "{…}`",
              List.of(
                  BrokenFormula.fix(
                      "take the backslash away",
                      Applicability.UNSAFE,
                      formula.edit(partner, "{")))));
    }
    List<Fix> fixes = new ArrayList<>();
    fixes.add(
        BrokenFormula.fix(
            "write `\\" + fault.fault().subject() + "`",
            Applicability.UNSAFE,
            formula.edit(Span.at(fault.span().start()), "\\")));
    boolean isScript =
        isEnd
            && partner.start() > 0
            && Character.isLetterOrDigit(formula.tex().charAt(partner.start() - 1));
    fixes.add(
        isScript
            ? BrokenFormula.fix(
                "write `_{` instead of `\\{`", Applicability.UNSAFE, formula.edit(partner, "_{"))
            : BrokenFormula.fix(
                "take the backslash of the other brace away",
                Applicability.UNSAFE,
                formula.edit(partner, isEnd ? "{" : "}")));
    return Optional.of(
        new Finding(
            fault.span(),
            isEnd
                ? "the `\\{` before it is closed by a `}` without a backslash"
                : "this `{` has no backslash, but the `\\}` behind it has one",
            isEnd
                ? "write `\\{…\\}` for braces that readers see; `_{…}` for a subscript"
                : "write `\\{…\\}` for braces that readers see",
            fixes));
  }

  /** Returns the nearest escaped brace in the same group that has no partner of its own. */
  private static Optional<PlacedToken> partner(
      BrokenFormula formula, PlacedToken brace, String wanted, boolean isBefore) {
    String other = wanted.equals("\\{") ? "\\}" : "\\{";
    List<PlacedToken> around =
        formula.structure().tokens().stream()
            .filter(token -> token.text().equals(wanted) || token.text().equals(other))
            .filter(token -> token.span().start() < brace.span().start() == isBefore)
            .toList();
    int open = 0;
    for (int i = 0; i < around.size(); i++) {
      PlacedToken token = around.get(isBefore ? around.size() - 1 - i : i);
      open += token.text().equals(other) ? 1 : -1;
      if (open < 0) {
        int before = token.span().start() - 1;
        boolean isScript =
            isBefore && before >= 0 && "_^".indexOf(formula.tex().charAt(before)) >= 0;
        boolean sameScope = token.scope() == brace.scope() || isScript;
        return Optional.of(token).filter(each -> sameScope);
      }
    }
    return Optional.empty();
  }

  private static String opener(String closer) {
    return closer.equals("}") ? "{" : closer.replace("end", "begin").replace("\\egr", "\\bgr");
  }

  private static String closer(String opener) {
    return opener.equals("{") ? "}" : opener.replace("begin", "end").replace("\\bgr", "\\egr");
  }

  /**
   * Closes a brace at the end of the formula or of its cell. What an author would hardly write
   * within braces makes that end unsure.
   */
  private static List<Fix> close(BrokenFormula formula, Fault fault) {
    Optional<PlacedToken> opener = formula.tokenAt(fault.span().start());
    if (opener.isEmpty() || !fault.fault().subject().equals("{")) {
      return List.of();
    }
    Scope scope = opener.get().scope();
    List<PlacedToken> inside =
        formula.structure().tokens().stream()
            .filter(token -> token.scope() == scope)
            .filter(token -> token.span().start() >= fault.span().end())
            .toList();
    Optional<PlacedToken> cellEnd =
        inside.stream()
            .filter(UnbalancedBrace::endsCell)
            .filter(token -> scope.enclosing(Scope.Kind.CELL).isPresent())
            .findFirst();
    int end = cellEnd.map(token -> token.span().start()).orElse(formula.tex().length());
    boolean unsure =
        cellEnd.isEmpty() && fault.fault().noticedAt().start() < end
            || inside.stream()
                .filter(token -> token.span().start() < end)
                .anyMatch(token -> endsCell(token) || isRelation(token));
    return unsure
        ? List.of()
        : List.of(
            BrokenFormula.fix(
                "close it at the end of the " + (cellEnd.isPresent() ? "cell" : "formula"),
                Applicability.UNSAFE,
                formula.edit(formula.insertionBefore(end), "}")));
  }

  private static boolean endsCell(PlacedToken token) {
    return token.token().kind() == Token.Kind.ALIGNMENT || token.token().isCommand("\\\\");
  }

  private static boolean isRelation(PlacedToken token) {
    return CommandTable.katex()
        .find(token.token().name())
        .filter(command -> command.detail().equals("rel"))
        .isPresent();
  }
}
