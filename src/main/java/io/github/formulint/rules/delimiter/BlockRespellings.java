package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Other ways to write a formula as a block of its own. For one thread. */
final class BlockRespellings {

  private static final List<Delimiter> BLOCKS =
      List.of(
          Delimiter.DOUBLE_DOLLAR,
          Delimiter.MATH_FENCE,
          Delimiter.BRACKET,
          Delimiter.DOUBLE_BACKSLASH_BRACKET);

  private final Formula formula;
  private final SourceFile document;
  private final List<Platform> platforms;
  private final Reach reach;
  private final List<Respelling> found = new ArrayList<>();

  BlockRespellings(Formula formula, SourceFile document, List<Platform> platforms, Probe probe) {
    this.formula = formula;
    this.document = document;
    this.platforms = platforms;
    this.reach = new Reach(probe);
  }

  /**
   * A block of its own. Immutable.
   *
   * @param delimiter the delimiters
   * @param lines whether they stand on lines of their own
   * @param cost the platforms that would no longer read it
   * @param readers how many platforms read such blocks at all
   */
  private record BlockPlan(
      Delimiter delimiter, Reach.Block lines, List<Platform> cost, int readers) {

    static final Comparator<BlockPlan> BEST_FIRST =
        Comparator.<BlockPlan>comparingInt(plan -> plan.cost.size())
            .thenComparingInt(plan -> -plan.readers);

    String spelling(String tex) {
      return lines.opener()
          + (lines.opener().endsWith("\n") ? tex : Respelling.oneLine(tex))
          + lines.closer();
    }
  }

  /**
   * Returns the ways that serve all platforms, or else some of them.
   *
   * @param applicability who may apply them
   */
  List<Respelling> all(Applicability applicability) {
    BlockEdit edit = BlockEdit.of(formula, document.text());
    String plain = Respelling.withoutBlankLines(edit.tex());
    Set<Delimiter> served = new HashSet<>();
    List<BlockPlan> plans = blockPlans();
    for (BlockPlan plan : plans.stream().sorted(BlockPlan.BEST_FIRST).toList()) {
      if (served.size() == Respelling.ENOUGH
          || served.contains(plan.delimiter())
          || reach.among(platforms, plan.lines(), formula.style()).size() < platforms.size()) {
        continue;
      }
      for (String tex : Names.of(plain)) {
        if (blockReaders(plan.spelling(tex), tex).size() == platforms.size()) {
          found.add(respelling(plan, edit, tex, applicability, platforms));
          served.add(plan.delimiter());
          break;
        }
      }
    }
    if (found.isEmpty() && platforms.size() > 1) {
      partly(plans, edit, plain, applicability);
    }
    return List.copyOf(found);
  }

  private void partly(
      List<BlockPlan> plans, BlockEdit edit, String plain, Applicability applicability) {
    int best = 0;
    for (BlockPlan plan : plans) {
      if (reach.among(platforms, plan.lines(), formula.style()).size() <= best) {
        continue;
      }
      for (String tex : Names.of(plain)) {
        List<Platform> readers = blockReaders(plan.spelling(tex), tex);
        if (readers.size() > best) {
          best = readers.size();
          found.add(respelling(plan, edit, tex, applicability, readers));
          break;
        }
      }
    }
  }

  private Respelling respelling(
      BlockPlan plan,
      BlockEdit edit,
      String tex,
      Applicability applicability,
      List<Platform> readers) {
    String spelling = plan.spelling(tex);
    Fix fix =
        new Fix(
            describe(plan.delimiter(), edit, tex, spelling) + Reach.words(plan.cost()),
            applicability,
            edit.write(spelling));
    return new Respelling(fix, spelling.replace("\n", " "), readers);
  }

  private List<Platform> blockReaders(String spelling, String tex) {
    String small = "a\n\n" + spelling + "\n\na\n";
    return platforms.stream()
        .filter(
            each ->
                reach
                    .probe()
                    .readsAll(each, small, spelling, tex)
                    .filter(read -> read.style() == MathStyle.DISPLAY)
                    .isPresent())
        .toList();
  }

  private List<BlockPlan> blockPlans() {
    Set<String> present = reach.readers(Reach.asWritten(formula, document.text()), formula.style());
    List<BlockPlan> plans = new ArrayList<>();
    for (Delimiter delimiter : BLOCKS) {
      for (String lineEnd : List.of("\n", "")) {
        if (delimiter == Delimiter.MATH_FENCE && lineEnd.isEmpty()) {
          continue;
        }
        Reach.Block way =
            new Reach.Block(delimiter.opener() + lineEnd, lineEnd + delimiter.closer());
        plans.add(
            new BlockPlan(
                delimiter,
                way,
                reach.cost(present, way, formula.style(), platforms),
                reach.count(way, MathStyle.DISPLAY)));
      }
    }
    return plans;
  }

  private String describe(Delimiter delimiter, BlockEdit edit, String tex, String spelling) {
    String place = spelling.contains("\n") ? "on lines of their own" : "on a line of its own";
    boolean isRenamed = !tex.equals(Respelling.withoutBlankLines(edit.tex()));
    String names =
        isRenamed ? ", with " + Names.changes(Respelling.withoutBlankLines(edit.tex()), tex) : "";
    return delimiter == formula.delimiter() && spelling.contains("\n")
        ? "put " + Quotes.code(delimiter.opener()) + " " + place + names
        : "write it between " + Respelling.marks(delimiter) + ", " + place + names;
  }
}
