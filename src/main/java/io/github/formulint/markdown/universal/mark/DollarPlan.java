package io.github.formulint.markdown.universal.mark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which single dollars of a paragraph belong together, decided for all of them at once. It is made
 * where two neighbours make a doubtful pair: then the next dollar may close what this one opens, or
 * open a formula of its own, and all the dollars behind depend on it. Of all ways to pair
 * neighbours or to leave one alone the most plausible counts; it is found in one pass. Immutable.
 */
public final class DollarPlan {

  /** What a dollar left alone costs, and one that begins a price or the name of a variable. */
  private static final double LONE = -1.5;

  private static final double LONE_SIGN = -0.25;

  /** What a formula gains that looks like one by itself. */
  private static final double LOOKS_RIGHT = 4;

  /** What it costs if TeX stands between two formulas. */
  private static final double TEX_OUTSIDE = -2;

  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /** For each dollar that opens a formula the one that closes it; -1 for those left alone. */
  private final Map<Integer, Integer> closers = new HashMap<>();

  private DollarPlan() {}

  /**
   * Makes a plan.
   *
   * @param text the text of a block
   * @param first the character before the text
   * @param dollars offsets of its single dollars, in order
   */
  public static DollarPlan of(String text, char first, List<Integer> dollars) {
    int count = dollars.size();
    DollarPlan plan = new DollarPlan();
    double[] best = new double[count + 2];
    boolean[] opens = new boolean[count];
    for (int i = count - 1; i >= 0; i--) {
      double alone = best[i + 1] + lone(text, first, dollars.get(i));
      double paired = NEVER;
      if (i + 1 < count) {
        int next = i + 2 < count ? dollars.get(i + 2) : text.length();
        double pair = pair(text, first, dollars.get(i), dollars.get(i + 1));
        paired = best[i + 2] + pair + outside(text, dollars.get(i + 1) + 1, next);
      }
      opens[i] = paired > NEVER && paired >= alone;
      best[i] = opens[i] ? paired : alone;
    }
    for (int i = 0; i < count; i++) {
      plan.closers.put(dollars.get(i), opens[i] ? dollars.get(i + 1) : -1);
      i += opens[i] ? 1 : 0;
    }
    return plan;
  }

  /** Returns whether the plan says what becomes of a dollar. */
  public boolean knows(int dollar) {
    return closers.containsKey(dollar);
  }

  /** Returns the dollar that closes what a dollar opens, or -1 if it is left alone. */
  public int closer(int dollar) {
    return closers.get(dollar);
  }

  private static double lone(String text, char first, int dollar) {
    char next = dollar + 1 < text.length() ? text.charAt(dollar + 1) : '\n';
    char last = dollar > 0 ? text.charAt(dollar - 1) : first;
    boolean isSign =
        next >= '0' && next <= '9' && !Character.isLetterOrDigit(last)
            || next == '{'
            || last >= '0' && last <= '9' && !Character.isLetterOrDigit(next);
    return isSign ? LONE_SIGN : LONE;
  }

  private static double pair(String text, char first, int opener, int closer) {
    String content = text.substring(opener + 1, closer);
    char before = opener > 0 ? text.charAt(opener - 1) : first;
    char after = closer + 1 < text.length() ? text.charAt(closer + 1) : '\n';
    DollarRule.Verdict verdict = DollarRule.judge(content, before, after);
    if (verdict == DollarRule.Verdict.NEVER) {
      return NEVER;
    }
    double score = DollarRule.plausibility(content, before, after);
    if (verdict == DollarRule.Verdict.UNLIKELY) {
      return score > 0 ? score : NEVER;
    }
    return score + LOOKS_RIGHT;
  }

  private static double outside(String text, int start, int end) {
    for (int i = start; i + 1 < end; i++) {
      if (text.charAt(i) == '\\') {
        if (Character.isLetter(text.charAt(i + 1))) {
          return TEX_OUTSIDE;
        }
        i++;
      }
    }
    return 0;
  }
}
