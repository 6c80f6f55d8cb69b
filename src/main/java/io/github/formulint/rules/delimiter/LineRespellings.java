package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Other ways to write a formula where it stands in a line of text. For one thread. */
final class LineRespellings {

  private final Formula formula;
  private final SourceFile document;
  private final List<Platform> platforms;
  private final Reach reach;
  private final List<Respelling> found = new ArrayList<>();
  private final Map<Delimiter, Integer> readersBetween = new EnumMap<>(Delimiter.class);

  /** The ids of the platforms that read the formula as it is written; asked for when needed. */
  private Optional<Set<String>> present = Optional.empty();

  LineRespellings(Formula formula, SourceFile document, List<Platform> platforms, Probe probe) {
    this.formula = formula;
    this.document = document;
    this.platforms = platforms;
    this.reach = new Reach(probe);
  }

  /**
   * A way to write a formula, whatever its TeX. Immutable.
   *
   * @param delimiter the delimiters
   * @param spacing the spaces around it
   * @param way the same, for platforms that are asked about it
   * @param isSafe whether the formula stays what it is, and its neighbours too
   */
  private record Plan(Delimiter delimiter, Spacing spacing, Reach.Way way, boolean isSafe) {}

  /**
   * A way that serves all platforms asked for. Immutable.
   *
   * @param plan the way
   * @param cost the platforms that would no longer read the formula
   * @param readers how many platforms read formulas between these delimiters at all
   */
  private record Priced(Plan plan, List<Platform> cost, int readers) {

    /** The safe ones first, then those that cost the fewest platforms, then what most read. */
    static final Comparator<Priced> BEST_FIRST =
        Comparator.<Priced, Boolean>comparing(priced -> !priced.plan.isSafe)
            .thenComparing(priced -> priced.cost.size())
            .thenComparing(priced -> -priced.readers);
  }

  /** Returns the ways that serve all platforms, or else some of them. */
  List<Respelling> all() {
    Neighbours neighbours = Neighbours.of(document.text(), formula);
    String present = formula.span().of(document.text());
    List<Plan> plans = inlinePlans(neighbours);
    List<Priced> complete =
        plans.stream()
            .filter(
                plan ->
                    reach.among(platforms, plan.way(), formula.style()).size() == platforms.size())
            .map(plan -> priced(plan, neighbours))
            .toList();
    Set<Delimiter> served = new HashSet<>();
    for (Priced priced : complete.stream().sorted(Priced.BEST_FIRST).toList()) {
      Plan plan = priced.plan();
      if (served.size() == Respelling.ENOUGH
          || served.contains(plan.delimiter())
          || isLastResort(plan)) {
        continue;
      }
      if (write(priced, neighbours, present)) {
        served.add(plan.delimiter());
      }
    }
    if (served.isEmpty()) {
      complete.stream()
          .filter(priced -> isLastResort(priced.plan()))
          .anyMatch(priced -> write(priced, neighbours, present));
    }
    if (found.isEmpty() && platforms.size() > 1) {
      partly(plans, neighbours, present);
    }
    return List.copyOf(found);
  }

  /** For people {@code $$} means a block, so it is the last resort for an inline formula. */
  private boolean isLastResort(Plan plan) {
    return formula.style() == MathStyle.INLINE && plan.delimiter() == Delimiter.DOUBLE_DOLLAR;
  }

  /** Adds the first way to write the TeX that all platforms read; returns whether there is one. */
  private boolean write(Priced priced, Neighbours neighbours, String present) {
    Plan plan = priced.plan();
    for (String tex : Names.of(Respelling.oneLine(formula.tex()))) {
      String spelling = plan.delimiter().opener() + tex + plan.delimiter().closer();
      String written = plan.spacing().apply(spelling);
      String small = plan.spacing().around(neighbours).document(spelling);
      if (!written.equals(present)
          && platforms.stream().allMatch(each -> reads(each, small, spelling, tex))) {
        found.add(respelling(priced, tex, platforms));
        return true;
      }
    }
    return false;
  }

  /** Adds the ways that serve some of the platforms, each more of them than those before. */
  private void partly(List<Plan> plans, Neighbours neighbours, String present) {
    int best = 0;
    for (Plan plan : plans) {
      if (reach.among(platforms, plan.way(), formula.style()).size() <= best) {
        continue;
      }
      for (String tex : Names.of(Respelling.oneLine(formula.tex()))) {
        String spelling = plan.delimiter().opener() + tex + plan.delimiter().closer();
        String small = plan.spacing().around(neighbours).document(spelling);
        List<Platform> readers =
            platforms.stream().filter(each -> reads(each, small, spelling, tex)).toList();
        if (readers.size() > best && !plan.spacing().apply(spelling).equals(present)) {
          best = readers.size();
          found.add(respelling(priced(plan, neighbours), tex, readers));
          break;
        }
      }
    }
  }

  private Respelling respelling(Priced priced, String tex, List<Platform> readers) {
    Plan plan = priced.plan();
    String spelling = plan.delimiter().opener() + tex + plan.delimiter().closer();
    Fix fix =
        new Fix(
            describe(plan, tex) + Reach.words(priced.cost()),
            plan.isSafe() ? Applicability.SAFE : Applicability.UNSAFE,
            List.of(new Edit(formula.span(), plan.spacing().apply(spelling))));
    return new Respelling(fix, spelling, readers);
  }

  /** Returns the ways to write a formula in a line, the nearest to what stands there first. */
  private List<Plan> inlinePlans(Neighbours neighbours) {
    Map<Boolean, List<Spacing>> spacings =
        Spacing.of(neighbours).stream()
            .collect(Collectors.partitioningBy(spacing -> spacing.isUsual(neighbours)));
    List<Plan> plans = new ArrayList<>();
    // A space that shows comes behind other delimiters, which do not show.
    for (boolean isUsual : List.of(true, false)) {
      for (Delimiter delimiter : inlineDelimiters(formula)) {
        for (Spacing spacing : spacings.get(isUsual)) {
          Reach.Way way = Reach.InLine.of(delimiter, spacing.around(neighbours));
          boolean staysDisplay =
              formula.style() == MathStyle.INLINE || delimiter == Delimiter.DOUBLE_DOLLAR;
          plans.add(
              new Plan(delimiter, spacing, way, staysDisplay && spacing.isHarmless(neighbours)));
        }
      }
    }
    return plans;
  }

  private Priced priced(Plan plan, Neighbours neighbours) {
    if (present.isEmpty()) {
      Reach.Way way = Reach.InLine.asWritten(formula, neighbours);
      present = Optional.of(reach.readers(way, formula.style()));
    }
    int readers =
        readersBetween.computeIfAbsent(
            plan.delimiter(),
            each -> reach.count(Reach.InLine.of(each, Neighbours.SPACES), formula.style()));
    return new Priced(
        plan, reach.cost(present.get(), plan.way(), formula.style(), platforms), readers);
  }

  /**
   * Returns whether a platform reads it, all of it, and does not make a block of an inline formula.
   */
  private boolean reads(Platform platform, String small, String spelling, String tex) {
    Optional<Formula> read = reach.probe().readsAll(platform, small, spelling, tex);
    return read.isPresent()
        && (formula.style() == MathStyle.DISPLAY || read.get().style() == MathStyle.INLINE);
  }

  private static List<Delimiter> inlineDelimiters(Formula formula) {
    List<Delimiter> delimiters = new ArrayList<>();
    if (formula.style() == MathStyle.DISPLAY) {
      delimiters.add(Delimiter.DOUBLE_DOLLAR);
    } else if (formula.delimiter() != Delimiter.ENVIRONMENT) {
      delimiters.add(formula.delimiter());
    }
    for (Delimiter delimiter :
        List.of(
            Delimiter.DOLLAR,
            Delimiter.DOLLAR_BACKTICK,
            Delimiter.PARENTHESIS,
            Delimiter.DOUBLE_BACKSLASH_PARENTHESIS,
            Delimiter.DOUBLE_DOLLAR)) {
      if (!delimiters.contains(delimiter)) {
        delimiters.add(delimiter);
      }
    }
    return delimiters;
  }

  private String describe(Plan plan, String tex) {
    boolean isRenamed = !tex.equals(Respelling.oneLine(formula.tex()));
    String names = isRenamed ? Names.changes(Respelling.oneLine(formula.tex()), tex) : "";
    if (plan.delimiter() != formula.delimiter()) {
      return "write it between "
          + Respelling.marks(plan.delimiter())
          + (isRenamed ? ", with " + names : "");
    }
    if (isRenamed) {
      return "write " + names;
    }
    return plan.spacing() == Spacing.NONE
        ? "take away the white space inside the delimiters"
        : "put a space between the text and the formula";
  }
}
