package io.github.formulint.rules.delimiter;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which platforms read a way to write formulas, whatever the formula: they are asked about an
 * {@code x} in its place. What serves one platform may cost others, and the author is told. An
 * answer for all platforms together would be asked for thousands of pairs of neighbours, so each
 * side is asked about by itself. Immutable.
 *
 * @param probe asks the platforms
 */
record Reach(Probe probe) {

  /** So many platforms are named that no longer read a formula; of others there is the number. */
  private static final int NAMED = 3;

  private static final String STAND_IN = "x";

  /** A way to write formulas. */
  sealed interface Way {

    /**
     * Returns whether a platform reads formulas that are written so.
     *
     * @param style how it must show them
     */
    boolean isRead(Platform platform, MathStyle style, Probe probe);
  }

  /**
   * In a line of text.
   *
   * @param opener what opens the formula, with the white space behind it
   * @param closer what closes it, with the white space in front of it
   * @param around what stands beside it
   */
  record InLine(String opener, String closer, Neighbours around) implements Way {

    static InLine of(Delimiter delimiter, Neighbours around) {
      return new InLine(delimiter.opener(), delimiter.closer(), around);
    }

    /** Returns how a formula is written that stands in a line. */
    static InLine asWritten(Formula formula, Neighbours around) {
      String tex = formula.tex();
      boolean isSpacedBefore = !tex.isEmpty() && Character.isWhitespace(tex.charAt(0));
      boolean isSpacedBehind =
          !tex.isEmpty() && Character.isWhitespace(tex.charAt(tex.length() - 1));
      return new InLine(
          formula.delimiter().opener() + (isSpacedBefore ? " " : ""),
          (isSpacedBehind ? " " : "") + formula.delimiter().closer(),
          around);
    }

    /** Takes neighbours that platforms take for the same, of which there are few. */
    InLine {
      around = around.standIns();
    }

    @Override
    public boolean isRead(Platform platform, MathStyle style, Probe probe) {
      String formula = opener + STAND_IN + closer;
      String before = around.before();
      String behind = around.behind();
      String left = (before.isEmpty() ? "" : "a" + before) + formula + " a\n";
      String right = "a " + formula + (behind.isEmpty() ? "" : behind + "a") + "\n";
      return isReadAs(style, platform, left, probe) && isReadAs(style, platform, right, probe);
    }

    private static boolean isReadAs(
        MathStyle style, Platform platform, String document, Probe probe) {
      return style == MathStyle.INLINE
          ? probe.reads(platform, document, STAND_IN, style)
          : probe.reads(platform, document, STAND_IN);
    }
  }

  /**
   * As a block between blank lines.
   *
   * @param opener what opens the formula, with the line end behind it, if any
   * @param closer what closes it, with the line end in front of it, if any
   */
  record Block(String opener, String closer) implements Way {

    @Override
    public boolean isRead(Platform platform, MathStyle style, Probe probe) {
      String document = "a\n\n" + opener + STAND_IN + closer + "\n\na\n";
      return probe.reads(platform, document, STAND_IN, style);
    }
  }

  /** As an environment without delimiters, such as {@code align}. */
  record Bare() implements Way {

    @Override
    public boolean isRead(Platform platform, MathStyle style, Probe probe) {
      return probe.formulas(platform, "a\n\n\\begin{align}\nx\n\\end{align}\n\na\n").size() == 1;
    }
  }

  /** Returns how a formula is written in a document, in a line or as a block. */
  static Way asWritten(Formula formula, String text) {
    if (formula.delimiter() == Delimiter.ENVIRONMENT) {
      return new Bare();
    }
    if (!BlockEdit.isAlone(formula, text)) {
      return InLine.asWritten(formula, Neighbours.of(text, formula));
    }
    String opener = new Span(formula.span().start(), formula.texSpan().start()).of(text);
    String closer = new Span(formula.texSpan().end(), formula.span().end()).of(text);
    boolean opensOnItsLine = opener.indexOf('\n') >= 0 || formula.tex().startsWith("\n");
    boolean closesOnItsLine = closer.indexOf('\n') >= 0 || formula.tex().endsWith("\n");
    return new Block(
        formula.delimiter().opener() + (opensOnItsLine ? "\n" : ""),
        (closesOnItsLine ? "\n" : "") + formula.delimiter().closer());
  }

  /** Returns which of some platforms read formulas that are written so. */
  List<Platform> among(List<Platform> platforms, Way way, MathStyle style) {
    Set<String> readers = readers(way, style);
    return platforms.stream()
        .filter(
            each ->
                isOfCatalogue(each) ? readers.contains(each.id()) : way.isRead(each, style, probe))
        .toList();
  }

  /** Returns how many platforms of the catalogue read formulas that are written so. */
  int count(Way way, MathStyle style) {
    return readers(way, style).size();
  }

  /** A question that all platforms of the catalogue are asked. */
  private record Question(Way way, MathStyle style) {}

  private Set<String> readers(Way way, MathStyle style) {
    return probe
        .known()
        .platforms(
            new Question(way, style),
            () ->
                Platforms.all().stream()
                    .filter(each -> way.isRead(each, style, probe))
                    .map(Platform::id)
                    .collect(Collectors.toSet()));
  }

  private static boolean isOfCatalogue(Platform platform) {
    return Platforms.find(platform.id()).filter(known -> known == platform).isPresent();
  }

  /**
   * Returns the platforms that would no longer read a formula.
   *
   * @param before how it is written
   * @param after how it would be
   * @param formula the formula
   * @param asked the platforms that it is written anew for; they are not among those returned
   */
  List<Platform> cost(Way before, Way after, Formula formula, List<Platform> asked) {
    Set<String> then = readers(before, formula.style());
    Set<String> now = readers(after, formula.style());
    if (now.containsAll(then)) {
      return List.of();
    }
    return Platforms.all().stream()
        .filter(each -> then.contains(each.id()) && !now.contains(each.id()))
        .filter(each -> asked.stream().noneMatch(platform -> platform.id().equals(each.id())))
        .toList();
  }

  /** Returns the cost of a fix as a clause behind what it does; empty if there is none. */
  static String words(List<Platform> cost) {
    if (cost.isEmpty()) {
      return "";
    }
    int more = cost.size() - NAMED;
    String names =
        more <= 1
            ? PlatformNames.joined(cost)
            : String.join(", ", cost.subList(0, NAMED).stream().map(Platform::displayName).toList())
                + " and "
                + more
                + " others";
    return "; " + names + " would no longer read it";
  }
}
