package io.github.formulint.rules.suppression;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.ReviewingRule;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.rule.RuleNames;
import io.github.formulint.source.Span;
import io.github.formulint.suppression.Removal;
import io.github.formulint.suppression.Suppression;
import io.github.formulint.suppression.Suppression.Verb;
import io.github.formulint.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A remark that suppresses no finding, or names a rule that does not exist.
 *
 * <p>What the rules find depends on the platforms and engines asked. Where this run cannot tell
 * whether a named rule would find something, nothing is said of it.
 */
public final class UnusedSuppression implements ReviewingRule {

  private static final RuleId ID = new RuleId("unused-suppression");

  private final List<Rule> rules;
  private final RuleNames names;

  /**
   * Makes the rule.
   *
   * @param others all other rules
   */
  public UnusedSuppression(List<Rule> others) {
    List<Rule> all = new ArrayList<>(others);
    all.add(this);
    this.rules = List.copyOf(others);
    this.names = RuleNames.of(all);
  }

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.SUPPRESSION;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  public void review(
      DocumentContext document, List<Diagnostic> found, Consumer<Diagnostic> findings) {
    Suppressions suppressions = Suppressions.of(document.document());
    if (suppressions.all().isEmpty() || lacksAnswers(document)) {
      return;
    }
    Set<String> unasked = unasked(document);
    Removal removal = new Removal(document.document());
    for (Suppression each : suppressions.all()) {
      switch (each.verb()) {
        case UNKNOWN -> findings.accept(unknownVerb(each));
        case ENABLE ->
            finding(each, isUseless(each, suppressions), Set.of(), removal, suppressions, document)
                .ifPresent(findings);
        default -> unused(each, suppressions, found, document, unasked, removal, findings);
      }
    }
  }

  private static boolean lacksAnswers(DocumentContext document) {
    for (JudgedFormula formula : document.judgedFormulas()) {
      for (RenderOutcome outcome : formula.verdict().outcomes().values()) {
        if (outcome instanceof RenderOutcome.Unavailable) {
          return true;
        }
      }
    }
    return false;
  }

  private void unused(
      Suppression remark,
      Suppressions suppressions,
      List<Diagnostic> found,
      DocumentContext document,
      Set<String> unasked,
      Removal removal,
      Consumer<Diagnostic> findings) {
    List<Diagnostic> within =
        found.stream().filter(each -> Suppressions.isWithin(remark, each, names)).toList();
    for (Suppression.RuleName name : remark.rules()) {
      if (names.breadth(name.name()).isEmpty()) {
        findings.accept(unknownRule(name));
      }
    }
    List<Suppression.RuleName> useless =
        remark.rules().stream()
            .filter(name -> names.breadth(name.name()).isPresent())
            .filter(
                name -> within.stream().noneMatch(each -> names.means(name.name(), each.rule())))
            .filter(name -> canTell(name.name(), unasked))
            .toList();
    boolean isUseless = remark.rules().isEmpty() ? within.isEmpty() : !useless.isEmpty();
    Set<String> uselessNames =
        useless.stream().map(Suppression.RuleName::name).collect(Collectors.toSet());
    finding(remark, isUseless, uselessNames, removal, suppressions, document).ifPresent(findings);
  }

  /** Returns whether this run would find what a rule is about; of a family, some rule of it. */
  private static boolean canTell(String name, Set<String> unasked) {
    if (name.equals(ID.name())) {
      return false;
    }
    return !unasked.contains(name);
  }

  /** Returns the rules that find nothing with what this run asks. */
  private Set<String> unasked(DocumentContext document) {
    Set<EngineId> engines =
        document.judgedFormulas().stream()
            .flatMap(formula -> formula.verdict().outcomes().keySet().stream())
            .collect(Collectors.toSet());
    boolean hasPlatforms = !document.comparisons().isEmpty();
    return rules.stream()
        .filter(rule -> !rule.canFind(engines, hasPlatforms))
        .map(rule -> rule.id().name())
        .collect(Collectors.toSet());
  }

  /** Returns whether what a name means can all be told in this run, so that nothing is lost. */
  private boolean canTellAll(Set<String> useless, DocumentContext document) {
    if (useless.isEmpty() && document.comparisons().isEmpty()) {
      return false;
    }
    return !document.comparisons().isEmpty()
        || useless.stream()
            .allMatch(
                name ->
                    rules.stream()
                        .filter(Rule::isAboutPlatforms)
                        .noneMatch(rule -> names.means(name, rule.id())));
  }

  private static boolean isUseless(Suppression enable, Suppressions suppressions) {
    return suppressions.all().stream()
        .filter(each -> each.verb() == Verb.DISABLE)
        .flatMap(each -> each.covered().stream())
        .noneMatch(cover -> cover.span().end() == enable.span().start());
  }

  private Optional<Diagnostic> finding(
      Suppression remark,
      boolean isUseless,
      Set<String> useless,
      Removal removal,
      Suppressions suppressions,
      DocumentContext document) {
    if (!isUseless) {
      return Optional.empty();
    }
    boolean isWhole =
        useless.size() == remark.rules().stream().distinct().count() || useless.isEmpty();
    String message =
        remark.verb() == Verb.ENABLE
            ? "nothing is disabled before this `" + Verb.ENABLE.word() + "`"
            : useless.isEmpty()
                ? "this suppresses nothing: there is no finding here"
                : "this suppresses nothing: there is no finding of " + quoted(useless) + " here";
    Applicability applicability =
        remark.verb() == Verb.ENABLE || canTellAll(useless, document)
            ? Applicability.SAFE
            : Applicability.UNSAFE;
    List<Edit> edits =
        isWhole ? removal.of(withItsEnd(remark, suppressions)) : removal.of(remark, useless);
    String description = isWhole ? "take it away" : "take away " + quoted(useless);
    return Optional.of(
        diagnostic(
            message,
            Optional.empty(),
            remark.span(),
            edits.isEmpty() ? List.of() : List.of(new Fix(description, applicability, edits))));
  }

  /** Returns a remark and, where it begins something, the one that ends this and nothing else. */
  private static List<Suppression> withItsEnd(Suppression remark, Suppressions suppressions) {
    List<Suppression> both = new ArrayList<>(List.of(remark));
    for (Suppression.Cover cover : remark.covered()) {
      boolean endsOthers =
          suppressions.all().stream()
              .filter(each -> !each.equals(remark))
              .flatMap(each -> each.covered().stream())
              .anyMatch(other -> other.span().end() == cover.span().end());
      if (!endsOthers) {
        suppressions.all().stream()
            .filter(each -> each.verb() == Verb.ENABLE)
            .filter(each -> each.span().start() == cover.span().end())
            .forEach(both::add);
      }
    }
    return both;
  }

  private static String quoted(Set<String> rules) {
    return rules.stream().sorted().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private Diagnostic unknownRule(Suppression.RuleName name) {
    List<Fix> fixes =
        names
            .nearest(name.name())
            .map(
                nearest ->
                    new Fix(
                        "write `" + nearest + "`",
                        Applicability.UNSAFE,
                        List.of(new Edit(name.span(), nearest))))
            .stream()
            .toList();
    return diagnostic(
        "there is no rule `" + name.name() + "`, so this suppresses nothing",
        Optional.of(
            names
                .nearest(name.name())
                .map(nearest -> "did you mean `" + nearest + "`?")
                .orElse("`formulint rules` lists the rules")),
        name.span(),
        fixes);
  }

  private static Diagnostic unknownVerb(Suppression remark) {
    return diagnostic(
        "formulint knows no such comment, so it suppresses nothing",
        Optional.of(
            "write `formulint-disable-next-line`, `formulint-disable`, `formulint-enable` or"
                + " `formulint-disable-file`"),
        remark.span(),
        List.of());
  }

  private static Diagnostic diagnostic(
      String message, Optional<String> hint, Span span, List<Fix> fixes) {
    return new Diagnostic(
        ID, Severity.WARNING, message, hint, span, Optional.empty(), Optional.empty(), fixes);
  }
}
