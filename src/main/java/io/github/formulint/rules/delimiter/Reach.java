package io.github.formulint.rules.delimiter;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  /**
   * A small document with one formula written in some way. Immutable.
   *
   * @param document the document
   * @param isStandIn whether the formula is the {@code x}, and not an environment with it
   * @param style how the platform must show it; empty if that does not matter
   */
  private record Sample(String document, boolean isStandIn, Optional<MathStyle> style) {

    boolean isRead(Platform platform, Probe probe) {
      List<Formula> formulas = probe.formulas(platform, document);
      return formulas.size() == 1
          && (!isStandIn || formulas.get(0).hasTex(STAND_IN))
          && style.filter(wanted -> formulas.get(0).style() != wanted).isEmpty();
    }
  }

  /** A way to write formulas. */
  sealed interface Way {

    /**
     * Returns documents with formulas that are written so; who reads it in all of them reads
     * formulas that are written so.
     *
     * @param style how the formula must be shown
     */
    List<Sample> samples(MathStyle style);

    /** Returns whether a platform reads formulas that are written so. */
    default boolean isRead(Platform platform, MathStyle style, Probe probe) {
      return samples(style).stream().allMatch(sample -> sample.isRead(platform, probe));
    }
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

    /** Returns one document for each side: for all pairs of neighbours there would be thousands. */
    @Override
    public List<Sample> samples(MathStyle style) {
      String formula = opener + STAND_IN + closer;
      String before = around.before();
      String behind = around.behind();
      String left = (before.isEmpty() ? "" : "a" + before) + formula + " a\n";
      String right = "a " + formula + (behind.isEmpty() ? "" : behind + "a") + "\n";
      Optional<MathStyle> shown = Optional.of(style).filter(each -> each == MathStyle.INLINE);
      return List.of(new Sample(left, true, shown), new Sample(right, true, shown));
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
    public List<Sample> samples(MathStyle style) {
      String document = "a\n\n" + opener + STAND_IN + closer + "\n\na\n";
      return List.of(new Sample(document, true, Optional.of(style)));
    }
  }

  /** As an environment without delimiters, such as {@code align}. */
  record Bare() implements Way {

    @Override
    public List<Sample> samples(MathStyle style) {
      String document = "a\n\n\\begin{align}\nx\n\\end{align}\n\na\n";
      return List.of(new Sample(document, false, Optional.empty()));
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
    return platforms.stream().filter(each -> way.isRead(each, style, probe)).toList();
  }

  /** Returns how many platforms of the catalogue read formulas that are written so. */
  int count(Way way, MathStyle style) {
    return readers(way, style).size();
  }

  /** Returns the ids of the platforms of the catalogue that read formulas that are written so. */
  Set<String> readers(Way way, MathStyle style) {
    Set<String> readers = null;
    for (Sample sample : way.samples(style)) {
      Set<String> known = probe.known().platforms(sample, () -> readers(sample));
      if (readers == null) {
        readers = known;
      } else if (!known.containsAll(readers)) {
        readers = new HashSet<>(readers);
        readers.retainAll(known);
      }
    }
    return readers;
  }

  private Set<String> readers(Sample sample) {
    return Platforms.all().stream()
        .filter(each -> sample.isRead(each, probe))
        .map(Platform::id)
        .collect(Collectors.toSet());
  }

  /**
   * Returns the platforms that would no longer read a formula.
   *
   * @param then the ids of those that read it as it is written
   * @param after how it would be written
   * @param style how it must be shown
   * @param asked the platforms that it is written anew for; they are not among those returned
   */
  List<Platform> cost(Set<String> then, Way after, MathStyle style, List<Platform> asked) {
    Set<String> now = readers(after, style);
    if (now.containsAll(then)) {
      return List.of();
    }
    return Platforms.all().stream()
        .filter(each -> then.contains(each.id()) && !now.contains(each.id()))
        .filter(each -> asked.stream().noneMatch(platform -> platform.id().equals(each.id())))
        .toList();
  }

  /**
   * Returns the cost of a fix as a clause behind what it does; empty if there is none. Platforms
   * that are set up otherwise, such as {@code remark-no-single-dollar}, go without saying beside
   * those as they come, and are named last.
   */
  static String words(List<Platform> cost) {
    List<Platform> named =
        cost.stream()
            .filter(each -> cost.stream().noneMatch(other -> isSetupOf(each, other)))
            .sorted(Comparator.comparing(Reach::isSetup))
            .toList();
    if (named.isEmpty()) {
      return "";
    }
    int more = named.size() - NAMED;
    String names =
        more <= 1
            ? PlatformNames.joined(named)
            : String.join(
                    ", ", named.subList(0, NAMED).stream().map(Platform::displayName).toList())
                + " and "
                + more
                + " others";
    return "; " + names + " would no longer read it";
  }

  private static boolean isSetup(Platform platform) {
    return Platforms.all().stream().anyMatch(other -> isSetupOf(platform, other));
  }

  private static boolean isSetupOf(Platform platform, Platform other) {
    String id = platform.id();
    int length = other.id().length();
    return id.length() > length && id.charAt(length) == '-' && id.startsWith(other.id());
  }
}
