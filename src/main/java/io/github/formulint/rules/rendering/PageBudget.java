package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.GitHubGate;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A document with more braces in its formulas than GitHub shows on one page. */
public final class PageBudget implements Rule {

  private static final RuleId ID = new RuleId("page-budget");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public boolean canFind(Set<EngineId> engines, boolean hasPlatforms) {
    return hasPlatforms && engines.contains(EngineId.MATHJAX_GITHUB);
  }

  @Override
  public void check(DocumentContext document, Consumer<Diagnostic> findings) {
    for (Comparison comparison : document.comparisons()) {
      if (comparison.platform().profile().engine() == EngineId.MATHJAX_GITHUB) {
        diagnostic(comparison).ifPresent(findings);
      }
    }
  }

  private static Optional<Diagnostic> diagnostic(Comparison comparison) {
    List<Formula> formulas = comparison.reading().formulas();
    int cost = 0;
    for (int i = 0; i < formulas.size(); i++) {
      cost += GitHubGate.cost(formulas.get(i).tex());
      if (cost > GitHubGate.MOST_OF_A_PAGE) {
        return Optional.of(diagnostic(comparison, formulas.get(i), i, formulas.size() - i - 1));
      }
    }
    return Optional.empty();
  }

  private static Diagnostic diagnostic(
      Comparison comparison, Formula first, int shown, int behind) {
    String name = comparison.platform().displayName();
    return new Diagnostic(
        ID,
        Severity.ERROR,
        name
            + " shows no formula from here on, since the page has too many: readers see \""
            + GitHubGate.UNABLE
            + "\" instead of this one"
            + (behind == 0 ? "" : " and the " + (behind == 1 ? "one" : behind) + " behind it"),
        Optional.of(
            "split the document before this formula: "
                + name
                + " shows so many that their number and that of all their `{` are "
                + GitHubGate.MOST_OF_A_PAGE
                + " at most, which the "
                + shown
                + " formulas before use up; or write fewer braces, such as `x^2` for `x^{2}`"),
        first.span(),
        Optional.of(first),
        Optional.empty(),
        List.of(),
        List.of(comparison.platform()));
  }
}
