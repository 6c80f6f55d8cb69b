package io.github.formulint.markdown.platform;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A way in which authors write a formula, or something that looks like one, to ask a reader about.
 * Immutable.
 *
 * @param label what people are shown
 * @param document a tiny document in which it stands
 * @param formula the formula that its author meant; none if it is no formula
 */
public record Spelling(String label, String document, Optional<Meant> formula) {

  /**
   * The formula of a spelling.
   *
   * @param delimiter the marks around it
   * @param tex its TeX, without white space at its ends
   */
  public record Meant(Delimiter delimiter, String tex) {

    /** Checks that nothing is missing. */
    public Meant {
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(tex);
    }
  }

  private static final List<Spelling> ALL =
      List.of(
          formula("$x$", Delimiter.DOLLAR, "x", "so $x$ is\n"),
          formula("$ x $", Delimiter.DOLLAR, "x", "so $ x $ is\n"),
          formula("\u4E2D$x$\u6587", Delimiter.DOLLAR, "x", "\u4E2D$x$\u6587\n"),
          formula("$a\\,b$", Delimiter.DOLLAR, "a\\,b", "so $a\\,b$ is\n"),
          formula(
              "$a\\|b$ in a table",
              Delimiter.DOLLAR,
              "a\\|b",
              "| so | is |\n| --- | --- |\n| $a\\|b$ | it |\n"),
          formula("$`x`$", Delimiter.DOLLAR_BACKTICK, "x", "so $`x`$ is\n"),
          formula("\\(x\\)", Delimiter.PARENTHESIS, "x", "so \\(x\\) is\n"),
          formula(
              "\\\\(x\\\\)", Delimiter.DOUBLE_BACKSLASH_PARENTHESIS, "x", "so \\\\(x\\\\) is\n"),
          formula("$$x$$ alone", Delimiter.DOUBLE_DOLLAR, "x", "$$x$$\n"),
          formula("$$x$$ in a sentence", Delimiter.DOUBLE_DOLLAR, "x", "so $$x$$ is\n"),
          formula(
              "$$ on lines of its own", Delimiter.DOUBLE_DOLLAR, "x", "so\n\n$$\nx\n$$\n\nis\n"),
          formula("$$ on the lines of the TeX", Delimiter.DOUBLE_DOLLAR, "x\ny", "$$x\ny$$\n"),
          formula("\\[x\\]", Delimiter.BRACKET, "x", "\\[x\\]\n"),
          formula("\\\\[x\\\\]", Delimiter.DOUBLE_BACKSLASH_BRACKET, "x", "\\\\[x\\\\]\n"),
          formula("```math", Delimiter.MATH_FENCE, "x", "```math\nx\n```\n"),
          formula(
              "\\begin{align}",
              Delimiter.ENVIRONMENT,
              "\\begin{align}\nx\n\\end{align}",
              "\\begin{align}\nx\n\\end{align}\n"),
          text("$5 and $6", "costs $5 and $6 now\n"),
          text("\\$x\\$", "so \\$x\\$ is\n"),
          text("$x$ in front matter", "---\ntitle: so $x$ is\n---\n\ntext\n"));

  /** Checks that nothing is missing. */
  public Spelling {
    Objects.requireNonNull(label);
    Objects.requireNonNull(document);
    Objects.requireNonNull(formula);
  }

  private static Spelling formula(String label, Delimiter delimiter, String tex, String document) {
    return new Spelling(label, document, Optional.of(new Meant(delimiter, tex)));
  }

  private static Spelling text(String label, String document) {
    return new Spelling(label, document, Optional.empty());
  }

  /** Returns the spellings that tell platforms apart, in the order in which they are listed. */
  public static List<Spelling> all() {
    return ALL;
  }

  /**
   * Returns the delimiters that a reader takes: those with a spelling that it reads as it is meant.
   *
   * @param reader the reader
   */
  public static List<Delimiter> delimiters(MarkdownReader reader) {
    return Arrays.stream(Delimiter.values())
        .filter(
            delimiter ->
                ALL.stream().anyMatch(each -> each.has(delimiter) && each.isReadBy(reader)))
        .toList();
  }

  /**
   * Returns the formulas that a reader finds in it.
   *
   * @param reader the reader
   */
  public List<Formula> readBy(MarkdownReader reader) {
    return reader.read(SourceFile.of(label, document)).formulas();
  }

  /**
   * Returns whether a formula is what the author meant.
   *
   * @param read a formula that a reader found in it
   */
  public boolean isMeant(Formula read) {
    return formula.isPresent() && read.tex().strip().equals(formula.get().tex());
  }

  private boolean has(Delimiter delimiter) {
    return formula.isPresent() && formula.get().delimiter() == delimiter;
  }

  private boolean isReadBy(MarkdownReader reader) {
    List<Formula> read = readBy(reader);
    return read.size() == 1 && isMeant(read.get(0));
  }
}
