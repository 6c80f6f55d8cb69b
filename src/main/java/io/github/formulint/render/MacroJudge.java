package io.github.formulint.render;

import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Judges formulas as pages show them that define macros before. A formula that uses some is judged
 * with their definitions before it; all others as they are. Thread-safe if the judge is.
 */
public final class MacroJudge implements Judge {

  private final Judge judge;
  private final Map<String, String> macros;

  /**
   * Makes a judge.
   *
   * @param judge says whether formulas render
   * @param macros what each name stands for, with {@code #1} to {@code #9} for its arguments
   */
  public MacroJudge(Judge judge, Map<String, String> macros) {
    this.judge = Objects.requireNonNull(judge);
    this.macros = Map.copyOf(macros);
  }

  @Override
  public Map<MathSource, Verdict> judge(Collection<MathSource> formulas) {
    Map<MathSource, MathSource> asked = new LinkedHashMap<>();
    for (MathSource formula : formulas) {
      String definitions = definitions(formula.tex());
      asked.put(
          formula,
          definitions.isEmpty()
              ? formula
              : new MathSource(
                  definitions + formula.tex(), formula.style(), formula.definitions()));
    }
    Map<MathSource, Verdict> verdicts = judge.judge(List.copyOf(asked.values()));
    Map<MathSource, Verdict> own = new LinkedHashMap<>();
    asked.forEach(
        (formula, defined) -> {
          int shift = defined.tex().length() - formula.tex().length();
          Verdict verdict = verdicts.get(defined);
          own.put(formula, shift == 0 ? verdict : moved(verdict, shift));
        });
    return own;
  }

  /** Formulas that use a macro are not drawn for it. */
  @Override
  public Map<MathSource, List<DrawnSign>> signs(Collection<MathSource> formulas) {
    return judge.signs(formulas);
  }

  /** Returns the definitions of the macros that a formula uses, and of those that they use. */
  private String definitions(String tex) {
    Set<String> used = new LinkedHashSet<>();
    use(tex, used);
    StringBuilder definitions = new StringBuilder();
    for (String name : used) {
      String body = macros.get(name);
      definitions.append("\\def").append(name);
      for (int i = 1; body.contains("#" + i); i++) {
        definitions.append('#').append(i);
      }
      definitions.append('{').append(body).append('}');
    }
    return definitions.toString();
  }

  private void use(String tex, Set<String> used) {
    if (macros.keySet().stream().noneMatch(tex::contains)) {
      return;
    }
    for (Token token : Tokenizer.tokenize(tex)) {
      if (macros.containsKey(token.text()) && used.add(token.text())) {
        use(macros.get(token.text()), used);
      }
    }
  }

  private static Verdict moved(Verdict verdict, int shift) {
    Map<EngineId, RenderOutcome> outcomes = new EnumMap<>(EngineId.class);
    verdict.outcomes().forEach((engine, outcome) -> outcomes.put(engine, moved(outcome, shift)));
    return new Verdict(outcomes);
  }

  private static RenderOutcome moved(RenderOutcome outcome, int shift) {
    if (outcome instanceof RenderOutcome.Rejected rejected) {
      return new RenderOutcome.Rejected(rejected.reason(), moved(rejected.place(), shift));
    }
    if (outcome instanceof RenderOutcome.Rendered rendered && !rendered.reports().isEmpty()) {
      return new RenderOutcome.Rendered(
          rendered.reports().stream()
              .map(
                  report ->
                      new RenderReport(
                          report.code(), report.message(), moved(report.place(), shift)))
              .toList());
    }
    if (outcome instanceof RenderOutcome.Incomplete incomplete) {
      // Where the page cannot define anything, the definition itself is not known either.
      List<RenderOutcome.UndefinedCommand> undefined =
          incomplete.undefined().stream()
              .filter(each -> each.place().map(place -> place.start() >= shift).orElse(true))
              .map(
                  each ->
                      new RenderOutcome.UndefinedCommand(each.name(), moved(each.place(), shift)))
              .toList();
      return undefined.isEmpty() ? outcome : new RenderOutcome.Incomplete(undefined);
    }
    return outcome;
  }

  /** What is wrong in a macro has no place in the formula. */
  private static Optional<Span> moved(Optional<Span> place, int shift) {
    return place
        .filter(span -> span.start() >= shift)
        .map(span -> new Span(span.start() - shift, span.end() - shift));
  }
}
