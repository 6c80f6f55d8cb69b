package io.github.formulint.markdown;

/** The pairs of marks between which authors write formulas. */
public enum Delimiter {
  /** {@code $…$}. */
  DOLLAR("$", "$"),
  /** {@code $`…`$}, of GitHub and GitLab. */
  DOLLAR_BACKTICK("$`", "`$"),
  /** {@code $$…$$}. */
  DOUBLE_DOLLAR("$$", "$$"),
  /** {@code \(…\)}. */
  PARENTHESIS("\\(", "\\)"),
  /** {@code \\(…\\)}: {@code \(…\)} with the backslashes that Markdown takes away. */
  DOUBLE_BACKSLASH_PARENTHESIS("\\\\(", "\\\\)"),
  /** {@code \[…\]}. */
  BRACKET("\\[", "\\]"),
  /** {@code \\[…\\]}: {@code \[…\]} with the backslashes that Markdown takes away. */
  DOUBLE_BACKSLASH_BRACKET("\\\\[", "\\\\]"),
  /** A code fence with the info string {@code math}. */
  MATH_FENCE("```math", "```"),
  /** A bare {@code \begin{env}…\end{env}} of a display environment; its TeX holds both. */
  ENVIRONMENT("\\begin", "\\end");

  private final String opener;
  private final String closer;

  Delimiter(String opener, String closer) {
    this.opener = opener;
    this.closer = closer;
  }

  /** Returns the opening mark, in its usual form. */
  public String opener() {
    return opener;
  }

  /** Returns the closing mark, in its usual form. */
  public String closer() {
    return closer;
  }
}
