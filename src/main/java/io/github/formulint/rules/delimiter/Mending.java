package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.rule.DocumentContext;
import java.util.List;
import java.util.Optional;

/**
 * What can be done about a formula that a platform does not read as it was meant. Immutable.
 *
 * @param fixes ways to write it that all platforms asked for read, not yet proven
 * @param hint what to say where there is none
 */
record Mending(List<Fix> fixes, Optional<String> hint) {

  /** More ways would only cost time: the first is nearly always proven. */
  private static final int MOST_FIXES = 2;

  private static final int SHOWN = 40;

  static final Mending NONE = new Mending(List.of(), Optional.empty());

  /** Copies the list. */
  Mending {
    fixes = List.copyOf(fixes);
  }

  /** Returns what can be done about a formula of a document. */
  static Mending of(Formula formula, DocumentContext context) {
    List<Platform> platforms = context.comparisons().stream().map(Comparison::platform).toList();
    List<Respelling> ways =
        Respelling.of(formula, context.document(), platforms, new Probe(context.smallReadings()));
    List<Fix> fixes =
        ways.stream()
            .filter(way -> way.readers().size() == platforms.size())
            .map(Respelling::fix)
            .limit(MOST_FIXES)
            .toList();
    if (!fixes.isEmpty() || platforms.size() == 1) {
      return new Mending(fixes, Optional.empty());
    }
    String none = "no way to write it serves all of these platforms";
    return new Mending(
        List.of(),
        Optional.of(
            ways.stream()
                .findFirst()
                .map(way -> none + "; " + say(way) + PlatformNames.joined(way.readers()))
                .orElse(none)));
  }

  private static String say(Respelling way) {
    return Quotes.code(way.shown(), SHOWN) + " would serve ";
  }
}
