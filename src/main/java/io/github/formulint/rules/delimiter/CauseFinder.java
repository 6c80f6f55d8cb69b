package io.github.formulint.rules.delimiter;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.ComparedFormula;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Optional;

/**
 * Finds out why a platform loses a formula, by asking the platform about small documents in which
 * one thing is changed at a time: what makes the platform read it is the cause.
 */
final class CauseFinder {

  /** Signs that Markdown may take for its own, with those most often to blame first. */
  private static final List<String> SIGNS = List.of("_", "*", "\\\\", "<", "`", "[", "~", "&", "|");

  /** How far back a list is read to know where its items stand, in UTF-16 code units. */
  private static final int MOST_LIST = 2000;

  private final String text;
  private final Platform platform;
  private final Formula formula;
  private final List<Formula> seen;
  private final Neighbours neighbours;

  private CauseFinder(ComparedFormula lost, Platform platform, SourceFile document) {
    this.text = document.text();
    this.platform = platform;
    this.formula = lost.meant();
    this.seen = lost.seen();
    this.neighbours = Neighbours.of(text, formula);
  }

  /**
   * Returns why a platform loses a formula.
   *
   * @param lost the formula
   * @param platform the platform
   * @param document where it stands
   */
  static Cause find(ComparedFormula lost, Platform platform, SourceFile document) {
    return new CauseFinder(lost, platform, document).find();
  }

  /**
   * Returns why a platform would lose a formula over which it reads from somewhere in front of it,
   * if it did not; nothing if it would read it then.
   */
  static Optional<Cause> findOwn(ComparedFormula lost, Platform platform, SourceFile document) {
    ComparedFormula alone = new ComparedFormula(lost.meant(), Fate.LOST, List.of());
    return Optional.of(find(alone, platform, document)).filter(cause -> !cause.isPlace());
  }

  private Cause find() {
    if (!isKnown(formula.delimiter())) {
      return new Cause(Cause.Kind.DELIMITER, unknown());
    }
    if (!isKnownInText()) {
      return new Cause(
          Cause.Kind.DELIMITER,
          "it knows "
              + Quotes.code(formula.delimiter().opener() + "…" + formula.delimiter().closer())
              + " only on lines of its own");
    }
    if (seen.isEmpty() && isIndented() && isCodeThere()) {
      return place();
    }
    if (formula.delimiter() == Delimiter.DOUBLE_DOLLAR && sharesLine() && readsOnOwnLines()) {
      return new Cause(Cause.Kind.SHARED_LINE, "its `$$` should stand on lines of their own");
    }
    String spelling = opener() + formula.tex() + closer();
    if (reads(neighbours, spelling)) {
      return place();
    }
    String trimmed = opener().strip() + formula.tex().strip() + closer().strip();
    if (!trimmed.equals(spelling) && reads(neighbours, trimmed)) {
      return new Cause(
          Cause.Kind.SPACE_INSIDE, "there is a space inside the " + Quotes.code(opener().strip()));
    }
    if (neighbours.hasTextBefore() && readsSomehow(neighbours.withSpaceBefore(), trimmed)) {
      return before();
    }
    if (neighbours.hasTextBehind() && readsSomehow(neighbours.withSpaceBehind(), trimmed)) {
      return behind();
    }
    if (neighbours.hasTextBefore()
        && neighbours.hasTextBehind()
        && readsSomehow(neighbours.withSpaceBefore().withSpaceBehind(), trimmed)) {
      return before();
    }
    String first = formula.tex().strip().substring(0, 1);
    if (readsSomehow(neighbours, opener().strip() + "{}" + formula.tex().strip() + closer())) {
      return new Cause(
          Cause.Kind.FIRST_SIGN,
          Quotes.code(first) + " stands right behind its opening " + Quotes.code(opener().strip()));
    }
    return inside(trimmed);
  }

  /** Returns whether the platform knows the delimiter where nothing else is in the way. */
  private boolean isKnown(Delimiter delimiter) {
    String opener = delimiter.opener();
    String closer = delimiter.closer();
    return switch (delimiter) {
      case ENVIRONMENT ->
          !Probe.formulas(platform, "a\n\n\\begin{align}\nx\n\\end{align}\n\na\n").isEmpty();
      case MATH_FENCE -> Probe.reads(platform, "```math\nx\n```\n", "x");
      case DOLLAR, DOLLAR_BACKTICK, PARENTHESIS, DOUBLE_BACKSLASH_PARENTHESIS ->
          Probe.reads(platform, "a " + opener + "x" + closer + " a\n", "x");
      case DOUBLE_DOLLAR, BRACKET, DOUBLE_BACKSLASH_BRACKET ->
          Probe.reads(platform, "a " + opener + "x" + closer + " a\n", "x")
              || Probe.reads(platform, "a\n\n" + opener + "\nx\n" + closer + "\n\na\n", "x");
    };
  }

  /** Returns whether the platform knows the delimiter in a line of text, if it stands in one. */
  private boolean isKnownInText() {
    Delimiter delimiter = formula.delimiter();
    boolean isInText =
        (neighbours.hasTextBefore() || neighbours.hasTextBehind() || neighbours.isBetweenWords())
            && (delimiter == Delimiter.DOUBLE_DOLLAR
                || delimiter == Delimiter.BRACKET
                || delimiter == Delimiter.DOUBLE_BACKSLASH_BRACKET);
    return !isInText
        || Probe.reads(
            platform, "a " + delimiter.opener() + "x" + delimiter.closer() + " a\n", "x");
  }

  private String unknown() {
    return formula.delimiter() == Delimiter.ENVIRONMENT
        ? "it does not know formulas without delimiters, such as a bare `\\begin{align}`"
        : "it does not know "
            + Quotes.code(formula.delimiter().opener() + "…" + formula.delimiter().closer());
  }

  /** Returns whether something stands beside the opening or the closing delimiter. */
  private boolean sharesLine() {
    boolean isLong = formula.tex().strip().indexOf('\n') >= 0 || !seen.isEmpty();
    return isLong
        && (!opener().endsWith("\n")
            || !closer().startsWith("\n")
            || neighbours.hasTextBefore()
            || neighbours.hasTextBehind());
  }

  private boolean readsOnOwnLines() {
    return Probe.reads(
        platform,
        "a\n\n" + Respelling.onOwnLines("$$", formula.tex(), "$$") + "\n\na\n",
        Respelling.withoutBlankLines(formula.tex()));
  }

  /** Returns whether it is read as one formula there, be it with other TeX. */
  private boolean readsSomehow(Neighbours around, String spelling) {
    return Probe.formulas(platform, around.document(spelling)).size() == 1;
  }

  /** Returns whether the platform takes the place of the formula for code. */
  private boolean isCodeThere() {
    if (formula.context() != FormulaContext.LIST) {
      return true;
    }
    int line = LineBounds.start(text, formula.span().start());
    int content = line;
    while (text.charAt(content) == ' ' || text.charAt(content) == '\t') {
      content++;
    }
    int list = list(line);
    String indentation = text.substring(line, content);
    String spelling = formula.delimiter().opener() + "x" + formula.delimiter().closer();
    String document = text.substring(list, line) + indentation + "a " + spelling + " a\n";
    return Probe.formulas(platform, document).stream()
        .noneMatch(each -> each.span().start() > line - list);
  }

  /**
   * Returns where to begin to read, so that a line is still in its list: the document if it is
   * small, else the last line without indentation that is near.
   */
  private int list(int line) {
    int furthest = line - MOST_LIST;
    if (furthest <= 0) {
      return 0;
    }
    int start = line;
    while (start > furthest) {
      start = LineBounds.start(text, start - 1);
      if (!Character.isWhitespace(text.charAt(start))) {
        return start;
      }
    }
    return start;
  }

  private boolean reads(Neighbours around, String spelling) {
    return formula.style() == MathStyle.DISPLAY
            && !around.hasTextBefore()
            && !around.hasTextBehind()
            && !around.isBetweenWords()
        ? Probe.reads(platform, "a\n\n" + spelling + "\n\na\n", formula.tex())
        : Probe.reads(platform, around.document(spelling), formula.tex());
  }

  private Cause before() {
    return new Cause(
        Cause.Kind.BEFORE,
        "its "
            + Quotes.code(opener().strip())
            + " stands right behind "
            + Quotes.code(neighbours.before()));
  }

  private Cause behind() {
    return new Cause(
        Cause.Kind.BEHIND,
        "its closing "
            + Quotes.code(closer().strip())
            + " stands right before "
            + Quotes.code(neighbours.behind()));
  }

  /** The formula would be read as it is written, but not where it stands. */
  private Cause place() {
    if (formula.context() == FormulaContext.HTML) {
      return new Cause(Cause.Kind.HTML, "it leaves HTML as it is");
    }
    if (isIndented()) {
      return new Cause(Cause.Kind.INDENTED_CODE, "lines that are indented so far are code there");
    }
    if (platform.mathText() == Platform.MathText.AFTER_MARKDOWN) {
      for (String sign : List.of("_", "*")) {
        if (formula.tex().contains(sign)) {
          return new Cause(
              Cause.Kind.MARKDOWN,
              "Markdown may take the " + Quotes.code(sign) + " in it and another for emphasis");
        }
      }
    }
    return new Cause(Cause.Kind.SURROUNDINGS, "what stands around it is in the way");
  }

  private boolean isIndented() {
    return LineBounds.isIndented(text, formula.span().start());
  }

  /** Neither the delimiters nor the neighbours are to blame. */
  private Cause inside(String trimmed) {
    String tex = formula.tex();
    if (tex.strip().matches("(?s).*\\n[ \\t]*\\n.*") && isRead(Respelling.withoutBlankLines(tex))) {
      return new Cause(Cause.Kind.BLANK_LINE, "there is a blank line inside");
    }
    if (formula.context() == FormulaContext.TABLE_CELL
        && trimmed.contains("|")
        && isRead(tex.strip().replace("|", "+"))) {
      return new Cause(Cause.Kind.TABLE, "its `|` ends the cell of the table");
    }
    String line = tex.strip().replaceAll("\\s*\\n\\s*", " ");
    if (tex.strip().indexOf('\n') >= 0 && isRead(line)) {
      return new Cause(Cause.Kind.LINE_BREAK, "it goes over several lines");
    }
    for (String sign : SIGNS) {
      if (line.contains(sign) && isRead(line.replace(sign, "+"))) {
        return new Cause(
            Cause.Kind.MARKDOWN, "Markdown takes " + Quotes.code(sign) + " in it for its own");
      }
    }
    return isIndented()
        ? new Cause(Cause.Kind.INDENTED_CODE, "lines that are indented so far are code there")
        : new Cause(Cause.Kind.SURROUNDINGS, "what stands in it or around it is in the way");
  }

  private boolean isRead(String tex) {
    Neighbours free = neighbours.withSpaceBefore().withSpaceBehind();
    String spelling = opener().strip() + tex.strip() + closer().strip();
    String alone = "a\n\n" + opener().strip() + "\n" + tex.strip() + "\n" + closer().strip() + "\n";
    return Probe.reads(platform, free.document(spelling), tex)
        || formula.style() == MathStyle.DISPLAY && Probe.reads(platform, alone, tex);
  }

  /** Returns the opening delimiter as it is written, with the line end behind it. */
  private String opener() {
    String written = new Span(formula.span().start(), formula.texSpan().start()).of(text);
    int line = written.indexOf('\n');
    return line < 0 ? written : written.substring(0, line).strip() + "\n";
  }

  /** Returns the closing delimiter as it is written, with the line end in front of it. */
  private String closer() {
    String written = new Span(formula.texSpan().end(), formula.span().end()).of(text);
    int line = written.lastIndexOf('\n');
    return line < 0
        ? written
        : "\n" + written.substring(line + 1).replaceFirst("^[\\s>]+", "").strip();
  }
}
