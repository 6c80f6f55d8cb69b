package io.github.formulint.render;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What GitHub's client looks at before it hands a formula to MathJax. Its code is not public; read
 * in three copies of it, the newest of September 2026, and tried with documents there. Stateless.
 */
public final class GitHubGate {

  /** What a formula may cost, and what more than that shows. */
  public static final int MOST_OF_A_FORMULA = 1000;

  /**
   * What all formulas of a page may cost; the first that goes past it is not shown, nor any after.
   */
  public static final int MOST_OF_A_PAGE = 2000;

  /** What readers see in place of a formula that costs too much. */
  public static final String UNABLE = "Unable to render expression.";

  /** In the order in which GitHub looks for them. */
  private static final List<String> REFUSED =
      List.of(
          "DeclareMathOperator",
          "DeclarePairedDelimiters",
          "renewtagform",
          "newtagform",
          "colorbox",
          "fcolorbox",
          "hphantom",
          "vphantom",
          "phantom",
          "operatorname",
          "Newextarrow",
          "definecolor",
          "mathchoice",
          "unicode",
          "mmlToken");

  private GitHubGate() {}

  /**
   * Returns the names, without their backslash, that GitHub refuses in a formula: it looks for them
   * behind any backslash, so {@code \\phantomx} and {@code \\\\phantom} hold one, too.
   *
   * @param tex the TeX that GitHub gets
   */
  public static List<String> refusedNames(String tex) {
    List<String> found = new ArrayList<>();
    if (tex.indexOf('\\') >= 0) {
      for (String name : REFUSED) {
        if (tex.contains("\\".concat(name))) {
          found.add(name);
        }
      }
    }
    return found;
  }

  /**
   * Returns where a refused name stands first, with its backslash, in UTF-16 offsets.
   *
   * @param tex the TeX that GitHub gets
   * @param name a name of {@link #refusedNames}
   */
  public static Optional<Span> place(String tex, String name) {
    int at = tex.indexOf("\\".concat(name));
    return at < 0 ? Optional.empty() : Optional.of(new Span(at, at + 1 + name.length()));
  }

  /**
   * Returns what a formula costs: 1, and 1 for each brace that opens.
   *
   * @param tex the TeX that GitHub gets
   */
  public static int cost(String tex) {
    int cost = 1;
    for (int at = tex.indexOf('{'); at >= 0; at = tex.indexOf('{', at + 1)) {
      cost++;
    }
    return cost;
  }
}
