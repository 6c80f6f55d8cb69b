package io.github.formulint.rules.command;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.rules.fault.BrokenFormula;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.rules.fault.Defect;
import io.github.formulint.rules.fault.DefectRule;
import io.github.formulint.rules.fault.EnvironmentEdits;
import io.github.formulint.source.Span;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A {@code \tag} in an inline formula, or a second one in the same row. */
public final class MisplacedTag extends DefectRule {

  /** Environments with one number, and those with one for each line. */
  private static final Map<String, String> LINES =
      Map.of("aligned", "align", "gathered", "gather", "split", "align");

  /** What stands around a formula within a line, and what around one on its own. */
  private static final Map<Delimiter, String> DISPLAY =
      Map.of(Delimiter.DOLLAR, "$$", Delimiter.PARENTHESIS, "\\[");

  /** Makes the rule. */
  public MisplacedTag() {
    super("misplaced-tag", Defect.MISPLACED_TAG, Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  protected Finding find(BrokenFormula formula, Fault fault) {
    if (fault.fault().kind() == TexFault.Kind.SECOND_TAG) {
      return new Finding(
          fault.span(),
          "the formula has more than one `\\tag`",
          "keep one `\\tag`, or put each line into `\\begin{align}…\\end{align}`",
          numbered(formula, fault));
    }
    return new Finding(
        fault.span(),
        "`\\tag` works only in formulas on lines of their own",
        "write the formula between `$$` and `$$` on lines of their own, or take the `\\tag` away",
        Stream.concat(display(formula).stream(), asText(formula, fault).stream()).toList());
  }

  /** {@code aligned} has one number for all its lines, {@code align} one for each. */
  private static List<Fix> numbered(BrokenFormula formula, Fault fault) {
    Optional<Scope> cell =
        formula
            .tokenAt(fault.span().start())
            .map(PlacedToken::scope)
            .filter(scope -> scope.kind() == Scope.Kind.CELL)
            .filter(scope -> LINES.containsKey(scope.environment().orElse("")));
    Optional<Scope> environment =
        cell.flatMap(Scope::parent)
            .filter(scope -> scope.parent().filter(p -> p.parent().isEmpty()).isPresent());
    if (environment.isEmpty()) {
      return List.of();
    }
    Set<Integer> rows = new HashSet<>();
    Set<Integer> tagged = new HashSet<>();
    for (PlacedToken token : formula.structure().tokens()) {
      boolean inside = token.scope().owner().equals(environment.get().owner());
      if (inside && token.scope().kind() == Scope.Kind.CELL && !token.token().isBlank()) {
        rows.add(token.scope().row());
        if (token.token().isCommand("\\tag") && !tagged.add(token.scope().row())) {
          return List.of();
        }
      }
    }
    String name =
        LINES.get(cell.get().environment().orElseThrow()) + (rows.equals(tagged) ? "" : "*");
    return EnvironmentEdits.of(formula, environment.get().span())
        .map(
            edits ->
                BrokenFormula.fix("use `" + name + "`", Applicability.SAFE, edits.rename(name)))
        .stream()
        .toList();
  }

  /** A formula with a number that is a paragraph of its own is meant to stand on its own line. */
  private static Optional<Fix> display(BrokenFormula formula) {
    Formula as = formula.judged().formula();
    String opener = DISPLAY.get(as.delimiter());
    String text = formula.judged().context().document().text();
    if (opener == null || !isParagraph(text, as.span())) {
      return Optional.empty();
    }
    String closer = opener.equals("$$") ? "$$" : "\\]";
    return Optional.of(
        BrokenFormula.fix(
            "write it between `" + opener + "` and `" + closer + "`, on lines of its own",
            Applicability.UNSAFE,
            new Edit(new Span(as.span().start(), as.texSpan().start()), opener + "\n"),
            new Edit(new Span(as.texSpan().end(), as.span().end()), "\n" + closer)));
  }

  /** Whether a place is all that stands on its line, with an empty line before and behind. */
  private static boolean isParagraph(String text, Span span) {
    int end = span.end();
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\r')) {
      end++;
    }
    boolean begins =
        span.start() == 0
            || text.charAt(span.start() - 1) == '\n' && endsLine(text, span.start() - 2);
    return begins
        && (end == text.length() || text.charAt(end) == '\n' && beginsEmptyLine(text, end + 1));
  }

  /** Whether the line before is empty, seen from what stands before its end. */
  private static boolean endsLine(String text, int offset) {
    int at = offset;
    while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
      at--;
    }
    return at < 0 || text.charAt(at) == '\n';
  }

  private static boolean beginsEmptyLine(String text, int offset) {
    int at = offset;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\r')) {
      at++;
    }
    return at >= text.length() || text.charAt(at) == '\n';
  }

  private static List<Fix> asText(BrokenFormula formula, Fault fault) {
    Token tag = formula.tokenAt(fault.span().start()).orElseThrow().token();
    Optional<Scope> argument = formula.bracedArgument(tag, 0);
    if (argument.isEmpty()) {
      return List.of();
    }
    Span span = argument.get().span();
    Span label = new Span(span.start() + 1, span.end() - 1);
    boolean bare = new Span(tag.span().end(), span.start()).of(formula.tex()).contains("*");
    String text = label.of(formula.judged().tex());
    return List.of(
        BrokenFormula.fix(
            "write the number as text",
            Applicability.UNSAFE,
            formula.edit(
                new Span(tag.span().start(), span.end()),
                "\\qquad\\text{" + (bare ? text : "(" + text + ")") + "}")));
  }
}
