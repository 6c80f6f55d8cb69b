package io.github.formulint.rules.structure;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code &} where no columns are. */
public final class MisplacedAlignment extends DefectRule {

  private static final Map<String, String> ENTITIES = Map.of("&lt;", "\\lt", "&gt;", "\\gt");

  /** Makes the rule. */
  public MisplacedAlignment() {
    super(
        "misplaced-alignment",
        Defect.MISPLACED_ALIGNMENT,
        Applicability.SAFE,
        Applicability.UNSAFE);
  }

  @Override
  protected Stream<Fault> told(BrokenFormula formula) {
    // Several signs that lack one environment, or a column of one, are one fault.
    Optional<Fault> first = outside(formula).findFirst();
    Set<Token> told = new HashSet<>();
    return super.told(formula)
        .filter(fault -> !isOutside(formula, fault) || first.filter(fault::equals).isPresent())
        .filter(fault -> begin(formula, fault).map(told::add).orElse(true));
  }

  private static Stream<Fault> outside(BrokenFormula formula) {
    return formula.faults(Defect.MISPLACED_ALIGNMENT).stream()
        .filter(fault -> isOutside(formula, fault));
  }

  private static boolean isOutside(BrokenFormula formula, Fault fault) {
    return fault.fault().kind() != TexFault.Kind.TOO_MANY_COLUMNS
        && entity(formula, fault).isEmpty();
  }

  private static Optional<String> entity(BrokenFormula formula, Fault fault) {
    return ENTITIES.keySet().stream()
        .filter(entity -> formula.tex().startsWith(entity, fault.span().start()))
        .findFirst();
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    if (fault.fault().kind() == TexFault.Kind.TOO_MANY_COLUMNS) {
      return new Finding(
          fault.span(),
          "this line has more `&` than the environment has columns",
          "take the `&` too many away, or allow more columns",
          widen(formula, fault));
    }
    Optional<String> entity = entity(formula, fault);
    if (entity.isPresent()) {
      return entityFinding(formula, fault, entity.get());
    }
    return new Finding(
        fault.span(),
        "a `&` stands outside an alignment",
        "write `\\&` for the character, or put the lines into `\\begin{aligned}…\\end{aligned}`",
        fixes(formula, fault));
  }

  /** The number behind {@code \begin{alignat}} counts pairs of columns. */
  private static List<Fix> widen(BrokenFormula formula, Fault fault) {
    Optional<Scope> environment =
        formula
            .tokenAt(fault.span().start())
            .flatMap(token -> token.scope().enclosing(Scope.Kind.ENVIRONMENT))
            .filter(scope -> scope.environment().orElse("").startsWith("align"));
    Optional<Span> number =
        environment
            .flatMap(Scope::owner)
            .flatMap(
                begin ->
                    formula.structure().scopes().stream()
                        .filter(scope -> scope.kind() == Scope.Kind.ARGUMENT && scope.isBraced())
                        .filter(scope -> scope.owner().filter(begin::equals).isPresent())
                        .skip(1)
                        .findFirst())
            .map(scope -> new Span(scope.span().start() + 1, scope.span().end() - 1));
    if (number.isEmpty()) {
      return List.of();
    }
    int columns =
        formula.structure().scopes().stream()
            .filter(scope -> scope.kind() == Scope.Kind.CELL)
            .filter(scope -> scope.owner().equals(environment.get().owner()))
            .mapToInt(scope -> scope.index() + 1)
            .max()
            .orElse(1);
    String pairs = Integer.toString((columns + 1) / 2);
    return List.of(
        BrokenFormula.fix(
            "allow " + pairs + " pairs of columns",
            Applicability.SAFE,
            formula.edit(number.get(), pairs)));
  }

  /** Returns the environment in which a line has too many columns. */
  private static Optional<Token> begin(BrokenFormula formula, Fault fault) {
    return formula
        .tokenAt(fault.span().start())
        .flatMap(token -> token.scope().enclosing(Scope.Kind.ENVIRONMENT))
        .filter(scope -> fault.fault().kind() == TexFault.Kind.TOO_MANY_COLUMNS)
        .flatMap(Scope::owner);
  }

  private static Finding entityFinding(BrokenFormula formula, Fault fault, String entity) {
    Span span = new Span(fault.span().start(), fault.span().start() + entity.length());
    String command = ENTITIES.get(entity);
    boolean glued = formula.tokenAt(span.end()).filter(next -> isLetter(next.text())).isPresent();
    return new Finding(
        span,
        "`" + entity + "` is HTML, not TeX",
        "write `" + command + "`",
        List.of(
            BrokenFormula.fix(
                "write `" + command + "`",
                Applicability.SAFE,
                formula.edit(span, glued ? command + " " : command))));
  }

  private static boolean isLetter(String text) {
    return Character.isLetter(text.charAt(0));
  }

  private static List<Fix> fixes(BrokenFormula formula, Fault fault) {
    List<Fault> signs = outside(formula).toList();
    boolean outermost = signs.stream().allMatch(sign -> isOutermost(formula, sign.span()));
    boolean hasLines =
        formula.structure().tokens().stream()
            .anyMatch(
                token ->
                    token.token().isCommand("\\\\") && token.scope().kind() == Scope.Kind.FORMULA);
    boolean display = formula.judged().formula().style() == MathStyle.DISPLAY;
    if (outermost && hasLines) {
      return List.of(aligned(formula, signs, display));
    }
    if (signs.size() != 1) {
      return List.of();
    }
    boolean isRelation =
        formula.next(fault.span().end()).filter(MisplacedAlignment::isRelation).isPresent();
    boolean joinsNames =
        isNextTo(formula, fault.span().start() - 1) && isNextTo(formula, fault.span().end());
    return List.of(
        joinsNames
            ? BrokenFormula.fix(
                "write `\\&`", Applicability.UNSAFE, formula.edit(fault.span(), "\\&"))
            : BrokenFormula.fix(
                "take it away: there is nothing to align with",
                isRelation && outermost ? Applicability.SAFE : Applicability.UNSAFE,
                formula.edit(fault.span(), "")));
  }

  /** Whether a letter stands there, as on both sides of {@code R&D}. */
  private static boolean isNextTo(BrokenFormula formula, int offset) {
    return offset >= 0
        && offset < formula.tex().length()
        && Character.isLetter(formula.tex().charAt(offset));
  }

  private static boolean isRelation(PlacedToken token) {
    return CommandTable.katex()
        .find(token.token().name())
        .filter(command -> command.detail().equals("rel"))
        .isPresent();
  }

  /** In {@code a &=& b} the second sign is that of {@code eqnarray}: {@code aligned} has none. */
  private static Fix aligned(BrokenFormula formula, List<Fault> signs, boolean display) {
    List<Edit> edits = new ArrayList<>();
    edits.add(
        formula.edit(Span.at(formula.next(0).orElseThrow().span().start()), "\\begin{aligned} "));
    boolean isSure = display;
    int row = 0;
    Span before = Span.at(0);
    int column = 0;
    List<PlacedToken> breaks =
        formula.structure().tokens().stream()
            .filter(token -> token.token().isCommand("\\\\"))
            .filter(token -> token.scope().kind() == Scope.Kind.FORMULA)
            .toList();
    for (Fault sign : signs) {
      int start = sign.span().start();
      while (row < breaks.size() && breaks.get(row).span().start() < start) {
        row++;
        column = 0;
      }
      column++;
      if (column == 2 && isRelationBetween(formula, before.end(), start)) {
        edits.add(formula.edit(sign.span(), glues(formula, start) ? " " : ""));
      } else if (column > 1) {
        isSure = false;
      }
      before = sign.span();
    }
    edits.add(formula.edit(formula.insertionBefore(formula.tex().length()), " \\end{aligned}"));
    return new Fix(
        "put the lines into `aligned`", isSure ? Applicability.SAFE : Applicability.UNSAFE, edits);
  }

  /** Whether the name of a command would run on into what stands behind a sign. */
  private static boolean glues(BrokenFormula formula, int sign) {
    String tex = formula.tex();
    return sign > 0
        && sign + 1 < tex.length()
        && Tokenizer.isNameCharacter(tex.charAt(sign - 1))
        && Tokenizer.isNameCharacter(tex.charAt(sign + 1));
  }

  /** Whether nothing but one sign of relation stands between two places. */
  private static boolean isRelationBetween(BrokenFormula formula, int start, int end) {
    Optional<PlacedToken> first = formula.next(start).filter(MisplacedAlignment::isRelation);
    return first
        .flatMap(token -> formula.next(token.span().end()))
        .filter(token -> token.span().start() == end)
        .isPresent();
  }

  private static boolean isOutermost(BrokenFormula formula, Span span) {
    return formula
        .tokenAt(span.start())
        .filter(token -> token.scope().kind() == Scope.Kind.FORMULA)
        .isPresent();
  }
}
