package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.ComparedFormula;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A formula that a platform does not read. A formula that is lost only because the platform reads
 * on from another is not reported by itself: mending the other one brings it back.
 */
public final class LostFormula implements Rule {

  private static final RuleId ID = new RuleId("lost-formula");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.DELIMITER;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  public boolean isAboutPlatforms() {
    return true;
  }

  @Override
  public void check(DocumentContext context, Consumer<Diagnostic> findings) {
    Map<Loss, List<Platform>> losses = new LinkedHashMap<>();
    LinkTargets links = new LinkTargets(context.document().text());
    for (Comparison comparison : context.comparisons()) {
      for (Loss loss : losses(comparison, context, links)) {
        losses.computeIfAbsent(loss, each -> new ArrayList<>()).add(comparison.platform());
      }
    }
    losses.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(loss -> loss.first().span())))
        .map(entry -> diagnostic(entry.getKey(), entry.getValue(), context))
        .forEach(findings);
  }

  /**
   * Formulas that are lost together. Immutable.
   *
   * @param first the first of them
   * @param last the last of them
   * @param count how many they are, 1 or more
   * @param cause why they are lost
   * @param lastLine the last line of what the platform reads in their place, from 1; 0 if it does
   *     not read on behind them
   */
  private record Loss(Formula first, Formula last, int count, Cause cause, int lastLine) {

    Loss and(Formula next) {
      return new Loss(first, next, count + 1, cause, lastLine);
    }
  }

  private static List<Loss> losses(
      Comparison comparison, DocumentContext context, LinkTargets links) {
    List<Loss> losses = new ArrayList<>();
    boolean continues = false;
    for (ComparedFormula compared : comparison.formulas()) {
      if (compared.fate() != Fate.LOST) {
        continues = false;
        continue;
      }
      Optional<Cause> cause = cause(compared, comparison.platform(), context, links);
      if (cause.isPresent()) {
        int last = losses.size() - 1;
        if (continues && cause.get().isPlace() && losses.get(last).cause().equals(cause.get())) {
          losses.set(last, losses.get(last).and(compared.meant()));
        } else {
          losses.add(
              new Loss(
                  compared.meant(), compared.meant(), 1, cause.get(), lastLine(compared, context)));
        }
        continues = true;
      }
    }
    return losses;
  }

  /** Returns why a formula is lost; nothing if mending one in front of it brings it back. */
  private static Optional<Cause> cause(
      ComparedFormula lost, Platform platform, DocumentContext context, LinkTargets links) {
    return isSwallowed(lost)
        ? CauseFinder.findOwn(lost, platform, context, links)
        : Optional.of(CauseFinder.find(lost, platform, context, links));
  }

  /** Returns whether the platform reads over a formula from somewhere in front of it. */
  private static boolean isSwallowed(ComparedFormula compared) {
    return !compared.seen().isEmpty()
        && compared.seen().get(0).span().start() < compared.meant().span().start();
  }

  private static int lastLine(ComparedFormula compared, DocumentContext context) {
    if (isSwallowed(compared)) {
      return 0;
    }
    return compared.seen().stream()
        .map(seen -> seen.span().end())
        .filter(end -> end > compared.meant().span().end())
        .map(end -> context.document().lines().position(end - 1).line())
        .findFirst()
        .orElse(0);
  }

  private static Diagnostic diagnostic(
      Loss loss, List<Platform> platforms, DocumentContext context) {
    Mending mending =
        loss.cause().kind() == Cause.Kind.INDENTED_CODE
            ? Mending.NONE
            : Mending.of(loss.first(), context);
    return new Diagnostic(
        ID,
        Severity.ERROR,
        message(loss, platforms, context),
        mending.hint(),
        new Span(loss.first().span().start(), loss.last().span().end()),
        Optional.of(loss.first()),
        Optional.empty(),
        mending.fixes(),
        platforms);
  }

  private static String message(Loss loss, List<Platform> platforms, DocumentContext context) {
    String cause = ": " + loss.cause().words();
    if (loss.lastLine() > 0) {
      int line = context.document().lines().position(loss.first().span().start()).line();
      return PlatformNames.with(platforms, "reads", "read")
          + " on from here"
          + (loss.lastLine() > line ? " to line " + loss.lastLine() : "")
          + ", so readers see the wrong part as a formula"
          + cause;
    }
    return PlatformNames.with(platforms, "does", "do")
        + " not read "
        + (loss.count() == 1
            ? "this formula, so readers see its source"
            : "these " + loss.count() + " formulas, so readers see their source")
        + cause;
  }
}
