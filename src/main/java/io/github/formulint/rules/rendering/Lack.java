package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.EnvironmentEdits;
import io.github.formulint.source.Span;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something in a formula that JLaTeXMath 1.0.7 lacks.
 *
 * @param name the command, or the beginning of the environment
 * @param place where it stands, in UTF-16 offsets into the TeX
 * @param hint what to write instead
 * @param fix the edits for that, if they can be told
 */
record Lack(String name, Span place, String hint, Optional<Fix> fix) {

  private static final Set<String> NUMBERED = Set.of("align", "gather", "equation", "alignat");

  private static final Set<String> BEFORE_DELIMITER =
      Set.of(
          "\\left",
          "\\right",
          "\\middle",
          "\\big",
          "\\Big",
          "\\bigg",
          "\\Bigg",
          "\\bigl",
          "\\Bigl",
          "\\biggl",
          "\\Biggl",
          "\\bigr",
          "\\Bigr",
          "\\biggr",
          "\\Biggr",
          "\\bigm",
          "\\Bigm",
          "\\biggm",
          "\\Biggm");

  /** Returns all that a formula has, in order. */
  static List<Lack> in(BrokenFormula formula) {
    List<Lack> lacks = new ArrayList<>();
    for (PlacedToken placed : formula.structure().tokens()) {
      if (placed.token().isCommand()) {
        of(formula, placed).ifPresent(lacks::add);
      }
    }
    return lacks;
  }

  private static Optional<Lack> of(BrokenFormula formula, PlacedToken placed) {
    Token token = placed.token();
    if (token.text().length() == 2 && Character.isISOControl(token.text().charAt(1))) {
      return Optional.of(brokenLine(formula, token));
    }
    return switch (token.name()) {
      case "\\begin" -> environment(formula, token);
      case "\\color" -> Optional.of(color(formula, placed));
      case "\\tag" -> Optional.of(tag(formula, token));
      case "\\operatornamewithlimits" -> Optional.of(operator(formula, token));
      default ->
          JLatexMathSubstitutes.ofCommand(token.name())
              .map(instead -> command(formula, placed, instead));
    };
  }

  /** A backslash at the end of a line prints a space, as one before a space does. */
  private static Lack brokenLine(BrokenFormula formula, Token token) {
    return new Lack(
        "\\",
        token.span(),
        "write a space behind the backslash",
        Optional.of(
            BrokenFormula.fix(
                "write a space behind the backslash",
                Applicability.SAFE,
                formula.edit(Span.at(token.span().start() + 1), " "))));
  }

  private static Lack command(BrokenFormula formula, PlacedToken placed, String instead) {
    Token token = placed.token();
    if (instead.isEmpty()) {
      boolean isNumbered =
          placed
              .scope()
              .andAncestors()
              .anyMatch(scope -> scope.environment().filter(NUMBERED::contains).isPresent());
      return lack(
          token,
          "take it away: JLaTeXMath numbers nothing, and breaks no lines",
          BrokenFormula.fix(
              "take it away",
              isNumbered ? Applicability.UNSAFE : Applicability.SAFE,
              formula.edit(token.span(), "")));
    }
    String written = delimiter(formula, token).orElse(instead);
    boolean isBare =
        (placed.scope().kind() == Scope.Kind.ARGUMENT || placed.scope().kind() == Scope.Kind.SCRIPT)
            && !placed.scope().isBraced()
            && written.length() > 1;
    String replacement = isBare && !isOneCommand(written) ? "{" + written + "}" : written;
    return lack(
        token,
        "write `" + written + "`, which prints the same",
        BrokenFormula.fix(
            "write `" + replacement + "`",
            Applicability.SAFE,
            formula.edit(token.span(), replacement)));
  }

  /** A vertical bar that is stretched needs nothing that tells which side it stands at. */
  private static Optional<String> delimiter(BrokenFormula formula, Token token) {
    boolean isBar = token.isCommand("\\lvert") || token.isCommand("\\rvert");
    return formula
        .previous(token.span().start())
        .filter(before -> isBar && BEFORE_DELIMITER.contains(before.token().name()))
        .map(before -> "\\vert");
  }

  private static boolean isOneCommand(String tex) {
    return tex.matches("\\\\(?:[A-Za-z]+|.)");
  }

  private static Optional<Lack> environment(BrokenFormula formula, Token begin) {
    Optional<EnvironmentEdits> edits = EnvironmentEdits.of(formula, begin.span());
    Optional<String> name = edits.flatMap(each -> each.scope().environment());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String begins = "\\begin{" + name.get() + "}";
    // Without its own environment, nothing would mark it as a formula.
    boolean isBare =
        formula.judged().formula().delimiter() == Delimiter.ENVIRONMENT
            && edits.get().scope().parent().filter(p -> p.kind() == Scope.Kind.FORMULA).isPresent();
    if (name.get().equals("equation") || name.get().equals("equation*")) {
      return Optional.of(
          new Lack(
              begins,
              begin.span(),
              "take the environment away, and write the formula between `$$` and `$$`",
              Optional.of(
                  BrokenFormula.fix(
                      "take the environment away",
                      name.get().endsWith("*") ? Applicability.SAFE : Applicability.UNSAFE,
                      isBare ? edits.get().replaceBoth("$$", "$$") : edits.get().unwrap()))));
    }
    return JLatexMathSubstitutes.ofEnvironment(name.get())
        .map(
            instead ->
                new Lack(
                    begins,
                    begin.span(),
                    "write `\\begin{" + instead + "}` between `$$` and `$$`",
                    Optional.of(
                        BrokenFormula.fix(
                            "use `" + instead + "`",
                            Applicability.SAFE,
                            isBare
                                ? edits
                                    .get()
                                    .replaceBoth(
                                        "$$\n\\begin{" + instead + "}",
                                        "\\end{" + instead + "}\n$$")
                                : edits.get().rename(instead)))));
  }

  /** What follows in the group is put in braces, for the command that takes it as an argument. */
  private static Lack color(BrokenFormula formula, PlacedToken placed) {
    Token token = placed.token();
    Optional<Fix> fix =
        formula
            .bracedArgument(token, 0)
            .flatMap(
                color ->
                    endOf(placed.scope())
                        .filter(end -> end >= color.span().end())
                        .map(end -> colored(formula, token, color, end)));
    return new Lack(
        token.name(),
        token.span(),
        "write `\\textcolor{…}{…}`, with what it colours in the second braces",
        fix);
  }

  private static Fix colored(BrokenFormula formula, Token token, Scope color, int end) {
    Span ending = formula.insertionBefore(end);
    int last = Math.max(color.span().end(), ending.start());
    List<Edit> edits = new ArrayList<>();
    edits.add(formula.edit(token.span(), "\\textcolor"));
    int from = color.span().end();
    while (from < last && Character.isWhitespace(formula.tex().charAt(from))) {
      from++;
    }
    edits.add(formula.edit(new Span(color.span().end(), from), "{"));
    edits.add(formula.edit(Span.at(last), "}"));
    return new Fix("write `\\textcolor{…}{…}`", Applicability.SAFE, edits);
  }

  /** Returns where the content of a scope ends; empty where another token of it stands there. */
  private static Optional<Integer> endOf(Scope scope) {
    return switch (scope.kind()) {
      case FORMULA, CELL -> Optional.of(scope.span().end());
      case GROUP, ARGUMENT, SCRIPT ->
          scope.isBraced() ? Optional.of(scope.span().end() - 1) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Lack tag(BrokenFormula formula, Token token) {
    String hint = "write the number in text, as in `\\qquad\\text{(1)}`";
    Optional<Fix> fix =
        formula
            .bracedArgument(token, 0)
            .map(
                argument -> {
                  String between =
                      formula.tex().substring(token.span().end(), argument.span().start());
                  boolean isBare = between.contains("*");
                  String text =
                      formula
                          .tex()
                          .substring(argument.span().start() + 1, argument.span().end() - 1);
                  return BrokenFormula.fix(
                      "write it in text",
                      Applicability.UNSAFE,
                      formula.edit(
                          new Span(token.span().start(), argument.span().end()),
                          "\\qquad\\text{" + (isBare ? text : "(" + text + ")") + "}"));
                });
    return new Lack(token.name(), token.span(), hint, fix);
  }

  private static Lack operator(BrokenFormula formula, Token token) {
    Optional<Fix> fix =
        formula
            .bracedArgument(token, 0)
            .map(
                name ->
                    BrokenFormula.fix(
                        "write `\\mathop{\\mathrm{…}}`",
                        Applicability.SAFE,
                        formula.edit(
                            new Span(token.span().start(), name.span().start()),
                            "\\mathop{\\mathrm"),
                        formula.edit(Span.at(name.span().end()), "}")));
    return new Lack(
        token.name(), token.span(), "write `\\mathop{\\mathrm{…}}`, which prints the same", fix);
  }

  private static Lack lack(Token token, String hint, Fix fix) {
    return new Lack(token.name(), token.span(), hint, Optional.of(fix));
  }
}
