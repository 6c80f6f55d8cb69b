package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code \left}, {@code \middle} or {@code \right} without its partner. */
public final class UnpairedLeftRight extends DefectRule {

  private static final Map<String, String> CLOSERS =
      Map.ofEntries(
          Map.entry("(", ")"),
          Map.entry("[", "]"),
          Map.entry("\\{", "\\}"),
          Map.entry("\\lbrace", "\\rbrace"),
          Map.entry("\\lbrack", "\\rbrack"),
          Map.entry("\\langle", "\\rangle"),
          Map.entry("\\lvert", "\\rvert"),
          Map.entry("\\lVert", "\\rVert"),
          Map.entry("\\lfloor", "\\rfloor"),
          Map.entry("\\lceil", "\\rceil"));

  /** Makes the rule. */
  public UnpairedLeftRight() {
    super(
        "unpaired-left-right",
        Defect.UNPAIRED_LEFT_RIGHT,
        Applicability.SAFE,
        Applicability.UNSAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    return switch (fault.fault().kind()) {
      case LEFT_WITHOUT_RIGHT ->
          new Finding(
              fault.span(),
              "a `\\left` has no `\\right` in the same group or cell",
              "write the missing `\\right`; for an invisible one `\\right.`",
              fixLeft(formula, fault));
      case RIGHT_WITHOUT_LEFT ->
          new Finding(
              fault.span(),
              "a `\\right` has no `\\left` in the same group or cell",
              "write the missing `\\left`; for an invisible one `\\left.`",
              fixRight(formula, fault));
      default ->
          new Finding(
              fault.span(),
              "a `\\middle` stands outside `\\left … \\right`",
              "put `\\left` and `\\right` around it, or take the `\\middle` away",
              List.of(
                  BrokenFormula.fix(
                      "take the `\\middle` away",
                      Applicability.UNSAFE,
                      formula.edit(fault.span(), ""))));
    };
  }

  private static List<Fix> fixLeft(BrokenFormula formula, Fault fault) {
    Optional<PlacedToken> opener = formula.next(fault.span().end());
    String closer = opener.map(token -> CLOSERS.get(token.text())).orElse(null);
    if (closer != null) {
      int depth = 0;
      for (PlacedToken token : formula.structure().tokens()) {
        boolean inside =
            token.span().start() > opener.get().span().start()
                && token.scope() == opener.get().scope()
                && !isSized(formula, token);
        if (inside && token.text().equals(opener.get().text())) {
          depth++;
        } else if (inside && token.text().equals(closer) && depth-- == 0) {
          return List.of(
              BrokenFormula.fix(
                  "write `\\right" + closer + "`",
                  Applicability.SAFE,
                  formula.edit(Span.at(token.span().start()), "\\right")));
        }
      }
    }
    Span end = formula.insertionBefore(end(formula, fault));
    boolean empty = opener.filter(token -> token.span().end() <= end.start()).isEmpty();
    return empty
        ? List.of()
        : List.of(
            BrokenFormula.fix(
                "end it with the invisible `\\right.`",
                hasPartner(formula, fault) ? Applicability.SAFE : Applicability.UNSAFE,
                formula.edit(end, "\\right.")));
  }

  /** Returns where a {@code \left} must end: with its line, or where the parser misses its end. */
  private static int end(BrokenFormula formula, Fault fault) {
    Optional<Scope> scope = formula.tokenAt(fault.span().start()).map(PlacedToken::scope);
    return formula.structure().tokens().stream()
        .filter(token -> token.token().isCommand("\\\\"))
        .filter(token -> scope.filter(token.scope()::equals).isPresent())
        .findFirst()
        .map(token -> token.span().start())
        .orElse(fault.fault().noticedAt().start());
  }

  private static List<Fix> fixRight(BrokenFormula formula, Fault fault) {
    PlacedToken right = formula.tokenAt(fault.span().start()).orElseThrow();
    Optional<PlacedToken> closer = formula.next(fault.span().end());
    Optional<String> opener =
        closer.flatMap(
            token ->
                CLOSERS.entrySet().stream()
                    .filter(pair -> pair.getValue().equals(token.text()))
                    .map(Map.Entry::getKey)
                    .findFirst());
    if (opener.isPresent()) {
      int depth = 0;
      List<PlacedToken> tokens = formula.structure().tokens();
      for (int i = tokens.indexOf(right) - 1; i >= 0; i--) {
        PlacedToken token = tokens.get(i);
        boolean inside = token.scope() == right.scope() && !isSized(formula, token);
        if (inside && token.text().equals(closer.get().text())) {
          depth++;
        } else if (inside && token.text().equals(opener.get()) && depth-- == 0) {
          return List.of(
              BrokenFormula.fix(
                  "write `\\left" + opener.get() + "`",
                  Applicability.SAFE,
                  formula.edit(Span.at(token.span().start()), "\\left")));
        }
      }
    }
    Span start = Span.at(start(formula, right));
    return List.of(
        BrokenFormula.fix(
            "begin it with the invisible `\\left.`",
            hasPartner(formula, fault) ? Applicability.SAFE : Applicability.UNSAFE,
            formula.edit(start, "\\left.")));
  }

  /** Returns where the group or cell begins, behind its brace. */
  private static int start(BrokenFormula formula, PlacedToken token) {
    return formula.structure().tokens().stream()
        .filter(each -> each.scope() == token.scope())
        .filter(each -> !each.token().isBlank())
        .filter(each -> each.token().kind() != Token.Kind.BEGIN_GROUP)
        .findFirst()
        .orElse(token)
        .span()
        .start();
  }

  /** Whether a {@code \left} or {@code \big} stands before it already. */
  private static boolean isSized(BrokenFormula formula, PlacedToken token) {
    return formula
        .previous(token.span().start())
        .map(PlacedToken::text)
        .filter(text -> text.equals("\\left") || text.equals("\\right") || text.contains("ig"))
        .isPresent();
  }

  /** Whether a pair stands on two lines: then each half needs an invisible partner. */
  private static boolean hasPartner(BrokenFormula formula, Fault fault) {
    boolean left = fault.fault().kind() == TexFault.Kind.LEFT_WITHOUT_RIGHT;
    Optional<String> own = formula.next(fault.span().end()).map(PlacedToken::text);
    return formula.faults().stream()
        .filter(
            other ->
                other.fault().kind()
                        == (left
                            ? TexFault.Kind.RIGHT_WITHOUT_LEFT
                            : TexFault.Kind.LEFT_WITHOUT_RIGHT)
                    && left == fault.span().start() < other.span().start())
        .map(other -> formula.next(other.span().end()).map(PlacedToken::text))
        .anyMatch(
            other ->
                left ? other.equals(own.map(CLOSERS::get)) : own.equals(other.map(CLOSERS::get)));
  }
}
