package io.github.formulint.rules.fault;

import io.github.formulint.markdown.Platform;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.Profile;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.JudgedFormula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What readers see of a formula that engines refuse. */
public final class Effect {

  private static final String NAME_IN_RED = "the name of the command in red";

  private Effect() {}

  /**
   * Returns the effect as the second half of a sentence. It names the platforms, unless it is the
   * same on all that were asked for.
   *
   * @param formula the formula
   * @param engines the engines that refuse it
   */
  public static String of(JudgedFormula formula, List<EngineId> engines) {
    List<Platform> platforms = formula.platforms(engines);
    if (platforms.isEmpty()) {
      return "readers see " + alone(formula.verdict(), engines);
    }
    Map<String, List<String>> seen = new LinkedHashMap<>();
    for (Platform platform : platforms) {
      Profile profile = platform.profile();
      seen.computeIfAbsent(
              seen(formula.verdict(), profile.engine(), profile.failure()),
              what -> new ArrayList<>())
          .add(platform.displayName());
    }
    if (seen.size() == 1 && platforms.size() == formula.context().comparisons().size()) {
      return "readers see " + seen.keySet().iterator().next();
    }
    List<String> clauses = new ArrayList<>();
    seen.forEach((what, where) -> clauses.add("on " + joined(where) + " see " + what));
    return "readers " + String.join(", ", clauses);
  }

  private static String alone(Verdict verdict, List<EngineId> engines) {
    EngineId engine = engines.get(0);
    String what =
        switch (engine) {
          case KATEX, KATEX_SHARED -> seen(verdict, engine, Profile.Failure.RED_SOURCE);
          case MATHJAX_GITHUB, MATHJAX_FULL, MATHJAX_STANDARD ->
              seen(verdict, engine, Profile.Failure.MESSAGE);
          case JLATEXMATH -> "no formula";
        };
    boolean isOnlyOne =
        verdict.outcomes().entrySet().stream()
            .filter(each -> each.getKey() != EngineId.JLATEXMATH)
            .anyMatch(each -> each.getValue().isRendered());
    return isOnlyOne ? what + ", where " + engine.displayName() + " shows the page" : what;
  }

  private static String seen(Verdict verdict, EngineId engine, Profile.Failure failure) {
    return verdict.of(engine).orElse(RenderOutcome.Rendered.CLEAN)
            instanceof RenderOutcome.Incomplete
        ? NAME_IN_RED
        : failure.description();
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
