package io.github.formulint.rules.fault;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes to an environment of a formula that stands there from its begin to its end. */
public final class EnvironmentEdits {

  private final BrokenFormula formula;
  private final Scope scope;
  private final Span beginName;
  private final Span endName;

  private EnvironmentEdits(BrokenFormula formula, Scope scope, Span beginName, Span endName) {
    this.formula = formula;
    this.scope = scope;
    this.beginName = beginName;
    this.endName = endName;
  }

  /**
   * Returns the environment that begins at a place.
   *
   * @param begin where its {@code \begin} stands
   * @return empty if its end is missing, or one of its names does not stand in braces
   */
  public static Optional<EnvironmentEdits> of(BrokenFormula formula, Span begin) {
    List<Scope> scopes = formula.structure().scopes();
    Optional<Scope> found =
        scopes.stream()
            .filter(scope -> scope.kind() == Scope.Kind.ENVIRONMENT)
            .filter(scope -> scope.span().start() == begin.start())
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Scope scope = found.get();
    Optional<Span> beginName =
        names(scopes, "\\begin")
            .filter(name -> name.owner().equals(scope.owner()))
            .findFirst()
            .map(EnvironmentEdits::withoutBraces);
    Optional<Span> endName =
        names(scopes, "\\end")
            .filter(name -> name.span().end() == scope.span().end())
            .findFirst()
            .map(EnvironmentEdits::withoutBraces);
    return beginName.flatMap(
        first -> endName.map(last -> new EnvironmentEdits(formula, scope, first, last)));
  }

  private static Stream<Scope> names(List<Scope> scopes, String command) {
    return scopes.stream()
        .filter(scope -> scope.isArgumentOf(command) && scope.index() == 0 && scope.isBraced());
  }

  private static Span withoutBraces(Scope name) {
    return new Span(name.span().start() + 1, name.span().end() - 1);
  }

  /** Returns the environment. */
  public Scope scope() {
    return scope;
  }

  /** Returns its cells, in order. */
  public List<Scope> cells() {
    return formula.structure().scopes().stream()
        .filter(cell -> cell.kind() == Scope.Kind.CELL && cell.owner().equals(scope.owner()))
        .toList();
  }

  /** Returns the edits that give it another name. */
  public Edit[] rename(String name) {
    return new Edit[] {formula.edit(beginName, name), formula.edit(endName, name)};
  }

  /** Returns the edit that gives its end the name of its begin. */
  public Edit renameEnd() {
    return formula.edit(endName, beginName.of(formula.tex()));
  }

  /** Returns the edits that take its begin and end away. */
  public Edit[] unwrap() {
    return replaceBoth("", "");
  }

  /** Returns the edits that put something else in the place of its begin and end. */
  public Edit[] replaceBoth(String begins, String ends) {
    Token begin = scope.owner().orElseThrow();
    int end =
        formula.structure().scopes().stream()
            .filter(name -> name.isArgumentOf("\\end"))
            .filter(name -> name.span().end() == scope.span().end())
            .findFirst()
            .flatMap(Scope::owner)
            .orElseThrow()
            .span()
            .start();
    return new Edit[] {
      formula.edit(new Span(begin.span().start(), beginName.end() + 1), begins),
      formula.edit(new Span(end, scope.span().end()), ends)
    };
  }
}
