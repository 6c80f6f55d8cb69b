package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.ForeignCommand;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a command from elsewhere is written for KaTeX. */
final class ForeignCommandFix {

  /** Commands whose replacement prints just what they are for. */
  private static final Set<String> ALIKE =
      Set.of(
          "\\dd",
          "\\divides",
          "\\notdivides",
          "\\equals",
          "\\gradient",
          "\\grad",
          "\\curl",
          "\\divergence",
          "\\greaterthan",
          "\\lessthan",
          "\\infinity",
          "\\intersect",
          "\\intersection",
          "\\union",
          "\\laplacian",
          "\\lVERT",
          "\\rVERT",
          "\\mbox",
          "\\minus",
          "\\plus",
          "\\nequal",
          "\\notequal",
          "\\noteq",
          "\\percent",
          "\\therefor",
          "\\celsius",
          "\\degreeCelsius",
          "\\faculty",
          "\\half",
          "\\colour",
          "\\mathbfit",
          "\\mathbold",
          "\\symbf",
          "\\symbfit",
          "\\symcal",
          "\\symit",
          "\\symrm",
          "\\textsl",
          "\\va",
          "\\vb",
          "\\vu",
          "\\vect",
          "\\vectorbold",
          "\\widebar",
          "\\implied");

  /** Commands that change all behind them up to the end of the group. */
  private static final Set<String> SWITCHES =
      Set.of(
          "\\bfseries",
          "\\em",
          "\\itshape",
          "\\mit",
          "\\rmfamily",
          "\\sffamily",
          "\\sl",
          "\\ttfamily");

  /** The commands of KaTeX that do. */
  private static final Set<String> FONTS = Set.of("\\bf", "\\cal", "\\it", "\\rm", "\\sf", "\\tt");

  /** Commands that print nothing; engines other than KaTeX may still need some of them. */
  private static final Map<String, Applicability> SILENT =
      Map.of(
          "\\centering", Applicability.SAFE,
          "\\noindent", Applicability.SAFE,
          "\\label", Applicability.UNSAFE,
          "\\require", Applicability.UNSAFE,
          "\\usepackage", Applicability.UNSAFE);

  /** Commands that put marks around what they work on. */
  private static final Set<String> FENCES = Set.of("\\abs", "\\norm", "\\ev", "\\expval");

  /** Derivatives, and what stands before each part of the fraction. */
  private static final Map<String, String> DERIVATIVES =
      Map.of(
          "\\dv", "\\mathrm{d}",
          "\\derivative", "\\mathrm{d}",
          "\\pdv", "\\partial ",
          "\\partialderivative", "\\partial ");

  /** Commands of siunitx. */
  private static final Set<String> UNITS = Set.of("\\SI", "\\si", "\\num", "\\unit", "\\ang");

  /** Commands that only the author can replace. */
  private static final Set<String> BY_HAND =
      Set.of("\\ce", "\\pu", "\\qty", "\\ref", "\\eqref", "\\pageref", "\\eqno", "\\leqno");

  private final BrokenFormula formula;
  private final Token command;
  private final ForeignCommand known;

  private ForeignCommandFix(BrokenFormula formula, Token command, ForeignCommand known) {
    this.formula = formula;
    this.command = command;
    this.known = known;
  }

  /** Returns whether a command prints nothing. */
  static boolean isSilent(ForeignCommand known) {
    return SILENT.containsKey(known.name());
  }

  /** Returns the fix, if there is one that can be tried. */
  static Optional<Fix> of(BrokenFormula formula, Token command, ForeignCommand known) {
    return new ForeignCommandFix(formula, command, known).fix();
  }

  private Optional<Fix> fix() {
    String name = known.name();
    if (SILENT.containsKey(name)) {
      return Optional.of(
          BrokenFormula.fix(
              "take it away",
              SILENT.get(name),
              formula.edit(withLine(formula.extent(command)), "")));
    }
    if (known.replacements().isEmpty()) {
      return Optional.empty();
    }
    if (SWITCHES.contains(name)) {
      return switched();
    }
    if (DERIVATIVES.containsKey(name)) {
      return derivative();
    }
    if (UNITS.contains(name)) {
      return unit();
    }
    if (BY_HAND.contains(name)) {
      return Optional.empty();
    }
    if (name.equals("\\relmiddle")) {
      return Optional.of(spacedMiddle());
    }
    String instead = known.replacements().get(0);
    if (instead.startsWith("\\begin{")) {
      return environment(instead.substring("\\begin{".length(), instead.length() - 1));
    }
    if (FENCES.contains(name)) {
      return fences();
    }
    return renamed(instead);
  }

  /** Returns a span with the line that it is alone on: an empty one would end the paragraph. */
  private Span withLine(Span span) {
    String tex = formula.tex();
    int start = span.start();
    while (start > 0 && tex.charAt(start - 1) == ' ') {
      start--;
    }
    int end = span.end();
    while (end < tex.length() && tex.charAt(end) == ' ') {
      end++;
    }
    boolean isAlone = start > 0 && tex.charAt(start - 1) == '\n';
    return isAlone && end < tex.length() && tex.charAt(end) == '\n'
        ? new Span(start - 1, end)
        : span;
  }

  private Optional<Fix> renamed(String instead) {
    int arguments = CommandTable.katex().find(instead).map(c -> c.arguments().size()).orElse(0);
    if (arguments != known.arguments().size()) {
      return Optional.empty();
    }
    return Optional.of(
        BrokenFormula.fix(
            "write `" + instead + "`",
            isAlike(instead) ? Applicability.SAFE : Applicability.UNSAFE,
            formula.edit(command.span(), instead)));
  }

  /**
   * {@code \relmiddle|} leaves room on both sides as a relation does; {@code \middle|} does not.
   */
  private Fix spacedMiddle() {
    return BrokenFormula.fix(
        "write `\\middle` between `\\mathrel{}` and `\\mathrel{}`",
        Applicability.SAFE,
        formula.edit(command.span(), "\\mathrel{}\\middle"),
        formula.edit(Span.at(formula.extent(command).end()), "\\mathrel{}"));
  }

  private boolean isAlike(String instead) {
    boolean namesItself =
        instead.startsWith("\\operatorname{")
            && instead
                .toLowerCase(Locale.ROOT)
                .equals(
                    "\\operatorname{" + known.name().substring(1).toLowerCase(Locale.ROOT) + "}");
    boolean lettersOnly =
        Set.of("\\mathds", "\\mathbbm", "\\mathbbold").contains(known.name())
            && formula
                .bracedArgument(command, 0)
                .map(scope -> scope.span().of(formula.tex()))
                .filter(
                    text ->
                        text.chars().allMatch(c -> "{} ".indexOf(c) >= 0 || c >= 'A' && c <= 'Z'))
                .isPresent();
    return namesItself || lettersOnly || ALIKE.contains(known.name());
  }

  /** {@code \eqalign{…}} becomes {@code \begin{aligned}…\end{aligned}}. */
  private Optional<Fix> environment(String name) {
    boolean numbered = known.name().contains("no");
    return formula
        .bracedArgument(command, 0)
        .filter(this::isClosed)
        .map(
            argument ->
                BrokenFormula.fix(
                    "use `" + name + "`",
                    numbered ? Applicability.UNSAFE : Applicability.SAFE,
                    formula.edit(
                        new Span(command.span().start(), argument.span().start() + 1),
                        "\\begin{" + name + "}"),
                    formula.edit(lastOf(argument), "\\end{" + name + "}")));
  }

  /** {@code \abs{x}} becomes {@code \lvert x \rvert}. */
  private Optional<Fix> fences() {
    return formula
        .bracedArgument(command, 0)
        .filter(this::isClosed)
        .map(
            argument ->
                BrokenFormula.fix(
                    "write `"
                        + known.replacements().get(0)
                        + " … "
                        + known.replacements().get(1)
                        + "`",
                    Applicability.SAFE,
                    formula.edit(
                        new Span(command.span().start(), argument.span().start() + 1),
                        known.replacements().get(0) + " "),
                    formula.edit(lastOf(argument), " " + known.replacements().get(1))));
  }

  private Optional<Fix> derivative() {
    Optional<Scope> above = formula.bracedArgument(command, 0);
    Optional<Scope> below = formula.bracedArgument(command, 1);
    if (above.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    String sign = DERIVATIVES.get(known.name());
    return Optional.of(
        BrokenFormula.fix(
            "write it as `\\frac{…}{…}`",
            Applicability.SAFE,
            formula.edit(command.span(), "\\frac"),
            formula.edit(Span.at(above.get().span().start() + 1), sign),
            formula.edit(Span.at(below.get().span().start() + 1), sign)));
  }

  /** Numbers and units as KaTeX could print them; siunitx would also choose spaces and signs. */
  private Optional<Fix> unit() {
    List<Scope> arguments = new ArrayList<>();
    for (int i = 0; i < known.arguments().size(); i++) {
      formula.bracedArgument(command, i).filter(this::isPlain).ifPresent(arguments::add);
    }
    if (arguments.size() < known.arguments().size()) {
      return Optional.empty();
    }
    String first = content(arguments.get(0));
    String written =
        switch (known.name()) {
          case "\\num" -> first;
          case "\\ang" -> first + "^\\circ";
          case "\\SI" -> first + "\\,\\mathrm{" + content(arguments.get(1)) + "}";
          default -> "\\mathrm{" + first + "}";
        };
    return Optional.of(
        BrokenFormula.fix(
            "write `" + written + "`",
            Applicability.DISPLAY_ONLY,
            formula.edit(formula.extent(command), written)));
  }

  private boolean isPlain(Scope argument) {
    return isClosed(argument)
        && content(argument)
            .chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || ".-+/".indexOf(c) >= 0);
  }

  private String content(Scope argument) {
    return new Span(argument.span().start() + 1, argument.span().end() - 1)
        .of(formula.judged().tex());
  }

  /** {@code {\mit x}} becomes {@code {\mathit{x}}}. */
  private Optional<Fix> switched() {
    String instead = known.replacements().get(0);
    PlacedToken token = formula.tokenAt(command.span().start()).orElseThrow();
    Optional<PlacedToken> next = formula.next(command.span().end());
    if (next.isEmpty() || next.get().scope() != token.scope() && !isGroup(next.get())) {
      return Optional.empty();
    }
    boolean braced = token.scope().isBraced() && isClosed(token.scope());
    Optional<Token> earlier = earlierSwitch(token);
    if (earlier.isPresent()) {
      return known.name().equals("\\mit") ? Optional.of(ended(earlier.get())) : Optional.empty();
    }
    Span meant =
        braced
            ? new Span(next.get().span().start(), token.scope().span().end() - 1)
            : isGroup(next.get()) ? next.get().scope().span() : extent(next.get());
    return Optional.of(
        BrokenFormula.fix(
            "write `" + instead + "{…}`",
            braced ? Applicability.SAFE : Applicability.UNSAFE,
            formula.edit(new Span(command.span().start(), meant.start()), instead + "{"),
            formula.edit(Span.at(meant.end()), "}")));
  }

  /** Returns the command that switches to another font before this one, in the same group. */
  private Optional<Token> earlierSwitch(PlacedToken token) {
    return formula.structure().tokens().stream()
        .filter(each -> each.scope() == token.scope())
        .filter(each -> each.span().start() < token.span().start())
        .filter(each -> FONTS.contains(each.text()) || SWITCHES.contains(each.text()))
        .reduce((first, last) -> last)
        .map(PlacedToken::token);
  }

  /**
   * {@code \bf x \mit y} becomes <code>{\bf x} y</code>: italics are what mathematics has anyway.
   */
  private Fix ended(Token earlier) {
    Span end = formula.insertionBefore(command.span().start());
    int next = formula.next(command.span().end()).orElseThrow().span().start();
    return BrokenFormula.fix(
        "end `" + earlier.text() + "` there with braces",
        Applicability.UNSAFE,
        formula.edit(Span.at(earlier.span().start()), "{"),
        formula.edit(new Span(end.start(), next), "} "));
  }

  /** Returns a command with its arguments, or the token alone. */
  private Span extent(PlacedToken token) {
    return token.token().isCommand() ? formula.extent(token.token()) : token.span();
  }

  private static boolean isGroup(PlacedToken token) {
    return token.token().kind() == Token.Kind.BEGIN_GROUP;
  }

  private boolean isClosed(Scope scope) {
    return scope.isBraced()
        && scope.span().length() > 1
        && lastOf(scope).of(formula.tex()).equals("}");
  }

  private static Span lastOf(Scope scope) {
    return new Span(scope.span().end() - 1, scope.span().end());
  }
}
