package io.github.formulint.lint;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.ComparedFormula;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.Judge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.DocumentDefinitions;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.Mode;
import io.github.formulint.tex.TexStructure;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Says of formulas that KaTeX refuses on which platforms with MathJax readers see them
 * nevertheless. Only where no platform was asked for: else the engines of those have decided.
 * Thread-safe if the judge is.
 *
 * <p>It asks only about formulas all of whose faults are of kinds that MathJax may bear with, since
 * few documents have one and MathJax takes a while to start. The platform has to read the formula
 * just as it stands, and its own engine, set up as there, has to render it.
 */
public final class ShownElsewhere {

  /** The rules whose faults MathJax bears with, or some of them. */
  private static final Set<String> MAY_BE_SHOWN =
      Set.of(
          "display-only-environment",
          "invalid-color",
          "invalid-columns",
          "invalid-length",
          "misplaced-alignment",
          "misplaced-limits",
          "misplaced-tag",
          "render-failure",
          "script-in-text",
          "unbraced-argument",
          "undefined-command",
          "unsupported-command",
          "unsupported-environment");

  /** MathJax shows them, but not what they are to show: the number of another formula. */
  private static final Set<String> REFERENCES = Set.of("\\ref", "\\eqref");

  private final Supplier<List<Platform>> platforms;
  private final Judge judge;

  /**
   * Makes it.
   *
   * @param platforms returns the platforms that are named, in the order in which they are; not
   *     called before there is a formula to ask about, since making them takes time
   * @param judge asks at least the engines of those platforms; not called before there is a formula
   *     to ask about
   */
  public ShownElsewhere(Supplier<List<Platform>> platforms, Judge judge) {
    this.platforms = Objects.requireNonNull(platforms);
    this.judge = Objects.requireNonNull(judge);
  }

  /** Returns the engines that have to be asked, in the order of {@link EngineId}. */
  public static List<EngineId> engines(Collection<Platform> platforms) {
    return platforms.stream()
        .map(platform -> platform.profile().engine())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Returns the findings of a document, with hints that say where their formulas are shown.
   *
   * @param context the document
   * @param diagnostics its findings
   * @param universal the universal reader
   */
  List<Diagnostic> tell(
      DocumentContext context, List<Diagnostic> diagnostics, MarkdownReader universal) {
    Set<Formula> asked = asked(context, diagnostics);
    if (asked.isEmpty()) {
      return diagnostics;
    }
    Map<Formula, List<String>> shown = shown(context, asked, universal);
    return diagnostics.stream()
        .map(
            diagnostic ->
                diagnostic
                    .formula()
                    .map(shown::get)
                    .filter(where -> mayBeShown(diagnostic))
                    .map(where -> diagnostic.withHint(hint(diagnostic.hint(), where)))
                    .orElse(diagnostic))
        .toList();
  }

  /**
   * Returns the formulas that KaTeX alone decides on, and whose faults may not matter elsewhere.
   */
  private static Set<Formula> asked(DocumentContext context, List<Diagnostic> diagnostics) {
    Set<Formula> asked = new LinkedHashSet<>();
    if (!context.comparisons().isEmpty()) {
      return asked;
    }
    Set<Formula> hopeless = new LinkedHashSet<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR && diagnostic.formula().isPresent()) {
        (mayBeShown(diagnostic) ? asked : hopeless).add(diagnostic.formula().get());
      }
    }
    asked.removeAll(hopeless);
    asked.removeIf(formula -> refersToOthers(formula) || isUnknown(context, formula, diagnostics));
    return asked;
  }

  private static boolean mayBeShown(Diagnostic diagnostic) {
    return MAY_BE_SHOWN.contains(diagnostic.rule().toString())
        && diagnostic.severity() == Severity.ERROR
        && diagnostic.verdict().filter(ShownElsewhere::isRefusedByKatexAlone).isPresent();
  }

  private static boolean isRefusedByKatexAlone(Verdict verdict) {
    return verdict.of(EngineId.KATEX).filter(RenderOutcome.Rejected.class::isInstance).isPresent()
        && verdict.outcomes().keySet().stream()
            .allMatch(engine -> engine == EngineId.KATEX || engine == EngineId.JLATEXMATH);
  }

  private static boolean refersToOthers(Formula formula) {
    return formula.tex().contains("ref")
        && REFERENCES.stream().anyMatch(name -> formula.tex().contains(name));
  }

  /** Returns whether a command is not known, and no formula before defines it either. */
  private static boolean isUnknown(
      DocumentContext context, Formula formula, List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.rule().toString().equals("undefined-command"))
        .filter(diagnostic -> diagnostic.formula().filter(formula::equals).isPresent())
        .map(diagnostic -> diagnostic.span().of(context.document().text()))
        .anyMatch(name -> context.definitionBefore(name, formula).isEmpty());
  }

  /** Returns the names of the platforms that show each formula, of those that some do. */
  private Map<Formula, List<String>> shown(
      DocumentContext context, Set<Formula> asked, MarkdownReader universal) {
    SourceFile document = context.document();
    Map<Formula, Map<Platform, MathSource>> read = new LinkedHashMap<>();
    Set<MathSource> sources = new LinkedHashSet<>();
    for (Platform platform : platforms.get()) {
      Comparison comparison = Comparison.of(platform, document, context.reading(), universal);
      DocumentDefinitions definitions =
          DocumentDefinitions.of(document, context.reading(), List.of(platform), List.of());
      for (Formula formula : asked) {
        Optional<ComparedFormula> compared =
            comparison.find(formula).filter(each -> each.fate() == Fate.READ);
        if (compared.isPresent()) {
          MathSource source = definitions.source(compared.get().shown());
          read.computeIfAbsent(formula, each -> new LinkedHashMap<>()).put(platform, source);
          sources.add(source);
        }
      }
    }
    Map<MathSource, Verdict> verdicts = sources.isEmpty() ? Map.of() : judge.judge(sources);
    Map<Formula, List<String>> shown = new IdentityHashMap<>();
    read.forEach(
        (formula, where) -> {
          List<String> names = new ArrayList<>();
          where.forEach(
              (platform, source) -> {
                if (isShown(verdicts.get(source), platform.profile().engine(), formula, context)) {
                  names.add(platform.displayName());
                }
              });
          if (!names.isEmpty()) {
            shown.put(formula, names);
          }
        });
    return shown;
  }

  private static boolean isShown(
      Verdict verdict, EngineId engine, Formula formula, DocumentContext context) {
    // Set up so, MathJax 3 shows the commands of text as they stand, and says nothing of it.
    boolean isLiteral = engine == EngineId.MATHJAX_STANDARD && hasCommandInText(formula, context);
    return !isLiteral && verdict.of(engine).filter(RenderOutcome::isRendered).isPresent();
  }

  private static boolean hasCommandInText(Formula formula, DocumentContext context) {
    return formula.tex().contains("text")
        && TexStructure.of(formula.source()).tokens().stream()
            .anyMatch(
                placed ->
                    placed.token().kind() == Token.Kind.CONTROL_WORD
                        && placed.scope().mode() == Mode.TEXT);
  }

  private static String hint(Optional<String> hint, List<String> names) {
    int last = names.size() - 1;
    String where =
        last == 0
            ? names.get(0) + " shows"
            : String.join(", ", names.subList(0, last)) + " and " + names.get(last) + " show";
    return hint.map(said -> said + "; ").orElse("") + where + " it as it stands";
  }
}
