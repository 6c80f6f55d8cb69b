package io.github.formulint.rules.delimiter;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.ComparedFormula;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out why a platform loses a formula, by asking the platform about small documents in which
 * one thing is changed at a time: what makes the platform read it is the cause.
 */
final class CauseFinder {

  /** Signs that Markdown may take for its own, with those most often to blame first. */
  private static final List<String> SIGNS =
      List.of("_", "*", "\\\\", "<", "`", "[", "~", "&", "|", "$");

  /** What begins a block of Markdown on a line of its own. */
  private static final Pattern BLOCK_START =
      Pattern.compile("^(?:=+$|-+$|[-+*>][ \\t]+|>|#{1,6}(?:[ \\t]+|$)|\\d{1,9}[.)][ \\t]+)");

  /** What Markdown takes for a line break (CommonMark 0.31.2, section 6.7). */
  private static final Pattern SPACES_AT_END = Pattern.compile(" {2,}(?=\\r?\\n)");

  private static final Pattern BACKSLASH_AT_END =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\(?=\\r?\\n)");

  /** How far back a list is read to know where its items stand, in UTF-16 code units. */
  private static final int MOST_LIST = 2000;

  private final String text;
  private final Platform platform;
  private final Formula formula;
  private final List<Formula> seen;
  private final Neighbours neighbours;
  private final Probe probe;
  private final LinkTargets links;

  private CauseFinder(
      ComparedFormula lost, Platform platform, DocumentContext context, LinkTargets links) {
    this.links = links;
    this.text = context.document().text();
    this.probe = new Probe(context.smallReadings());
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
   * @param context the document in which it stands
   * @param links the links of that document
   */
  static Cause find(
      ComparedFormula lost, Platform platform, DocumentContext context, LinkTargets links) {
    return new CauseFinder(lost, platform, context, links).find();
  }

  /**
   * Returns why a platform would lose a formula over which it reads from somewhere in front of it,
   * if it did not; nothing if it would read it then.
   */
  static Optional<Cause> findOwn(
      ComparedFormula lost, Platform platform, DocumentContext context, LinkTargets links) {
    ComparedFormula alone = new ComparedFormula(lost.meant(), Fate.LOST, List.of());
    return Optional.of(find(alone, platform, context, links)).filter(cause -> !cause.isPlace());
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
    Optional<Cause> beside = beside();
    if (beside.isPresent()) {
      return beside.get();
    }
    Optional<Cause> block = isOnOwnLines() ? block() : Optional.empty();
    if (block.isPresent()) {
      return block.get();
    }
    Optional<Cause> lineEnd = lineEnd();
    if (lineEnd.isPresent()) {
      return lineEnd.get();
    }
    String spelling = opener() + formula.tex() + closer();
    if (reads(neighbours, spelling)) {
      return place();
    }
    String trimmed = open() + formula.tex().strip() + close();
    if (!opener().endsWith("\n") && !trimmed.equals(spelling) && reads(neighbours, trimmed)) {
      return new Cause(
          Cause.Kind.SPACE_INSIDE, "there is a space inside the " + Quotes.code(opener().strip()));
    }
    if (neighbours.hasTextBefore() && readsSomehow(neighbours.withSpaceBefore(), trimmed)) {
      return before();
    }
    if (neighbours.hasTextBehind() && readsSomehow(neighbours.withSpaceBehind(), trimmed)) {
      return behind();
    }
    String first = firstSign();
    boolean isFirst =
        !isOnOwnLines()
            && readsSomehow(neighbours, open() + "x" + close())
            && !readsSomehow(neighbours, open() + first + "x" + close())
            && readsSomehow(neighbours, open() + "{}" + formula.tex().strip() + close());
    if (isFirst) {
      return new Cause(
          Cause.Kind.FIRST_SIGN,
          Quotes.code(first) + " stands right behind its opening " + Quotes.code(opener().strip()));
    }
    if (readsWhole(spelling)) {
      return place();
    }
    return inside();
  }

  private String firstSign() {
    String tex = formula.tex().strip();
    return Character.toString(tex.codePointAt(0));
  }

  /**
   * Returns whether the platform reads all of it, be it with other TeX, where nothing is around.
   */
  private boolean readsWhole(String spelling) {
    String document =
        isOnOwnLines() ? "a\n\n" + spelling + "\n\na\n" : neighbours.document(spelling);
    List<Formula> read = probe.formulas(platform, document);
    return read.size() == 1 && read.get(0).span().length() >= spelling.strip().length();
  }

  /** Returns the end of a line of it that Markdown takes for a line break, if one is in the way. */
  private Optional<Cause> lineEnd() {
    String written = formula.span().of(text).replaceAll("\\n[ \\t]*(?:>[ \\t]?)+", "\n");
    if (written.indexOf('\n') < 0) {
      return Optional.empty();
    }
    String unspaced = SPACES_AT_END.matcher(written).replaceAll("");
    String unbroken = BACKSLASH_AT_END.matcher(unspaced).replaceAll("$1");
    if (unbroken.equals(written) || readsWhole(written) || !readsWhole(unbroken)) {
      return Optional.empty();
    }
    String sign =
        unspaced.equals(written) || !readsWhole(unspaced)
            ? "the last " + Quotes.code("\\") + " of one of its lines"
            : "the spaces at the end of one of its lines";
    return Optional.of(
        new Cause(Cause.Kind.MARKDOWN, "Markdown takes " + sign + " for a line break"));
  }

  /**
   * Returns whether a neighbour keeps the platform from reading any formula there, as {@code x} in
   * the place of this one tells.
   */
  private Optional<Cause> beside() {
    String any = opener().strip() + "x" + closer().strip();
    Neighbours around = neighbours.standIns();
    if (readsSomehow(around, any)) {
      return Optional.empty();
    }
    if (neighbours.hasTextBefore() && readsSomehow(around.withSpaceBefore(), any)) {
      return Optional.of(before());
    }
    if (neighbours.hasTextBehind() && readsSomehow(around.withSpaceBehind(), any)) {
      return Optional.of(behind());
    }
    return neighbours.hasTextBefore()
            && neighbours.hasTextBehind()
            && readsSomehow(around.withSpaceBefore().withSpaceBehind(), any)
        ? Optional.of(before())
        : Optional.empty();
  }

  /** Returns whether nothing stands beside it on the lines where it begins and ends. */
  private boolean isOnOwnLines() {
    return formula.style() == MathStyle.DISPLAY
        && !neighbours.hasTextBefore()
        && !neighbours.hasTextBehind()
        && !neighbours.isBetweenWords();
  }

  /** Returns what is in the way of a block: a line above or below, or one inside it. */
  private Optional<Cause> block() {
    if (!readsBlock("", "x", "")) {
      return Optional.empty();
    }
    String tex = formula.tex().strip();
    LineNeighbours lines = LineNeighbours.of(text, formula.span());
    boolean isBelow = lines.hasBelow() && !readsBlock("", "x", "a\n");
    if (lines.hasAbove() && !readsBlock("a\n", "x", "")) {
      return Optional.of(
          new Cause(
              Cause.Kind.GLUED,
              "a line of text stands right above it"
                  + (isBelow ? ", another right below" : "")
                  + "; a blank line is missing"));
    }
    if (isBelow) {
      return Optional.of(
          new Cause(
              Cause.Kind.GLUED, "a line of text stands right below it; a blank line is missing"));
    }
    if (tex.matches("(?s).*\\n[ \\t]*\\n.*") && !readsBlock("", "x\n\ny", "")) {
      return Optional.of(new Cause(Cause.Kind.BLANK_LINE, "there is a blank line inside"));
    }
    boolean isEmptied =
        (opener() + formula.tex() + closer())
            .matches("(?s)\\S+[ \\t]*\\n[ \\t]*\\n.*|.*\\n[ \\t]*\\n[ \\t]*\\S+");
    if (isEmptied && !readsBlock("", "\nx\n", "")) {
      return Optional.of(new Cause(Cause.Kind.BLANK_LINE, "there is a blank line inside"));
    }
    return lineStart(tex);
  }

  /** Returns a line of the TeX whose beginning Markdown takes for a heading, a list, or a quote. */
  private Optional<Cause> lineStart(String tex) {
    String[] lines = tex.split("\\n");
    if (lines.length == 1 && opener().indexOf('\n') < 0) {
      return Optional.empty();
    }
    for (int i = opener().endsWith("\n") ? 0 : 1; i < lines.length; i++) {
      String line = lines[i].strip();
      Matcher mark = BLOCK_START.matcher(line);
      if (!mark.find()
          || readsBlock(
              "", "x\n" + mark.group() + (mark.end() < line.length() ? "y" : "") + "\nz", "")) {
        continue;
      }
      String sign = Quotes.code(mark.group().strip());
      boolean isUnderline = line.matches("=+|-+") && i + (opener().endsWith("\n") ? 1 : 0) > 0;
      return Optional.of(
          new Cause(
              Cause.Kind.LINE_START,
              isUnderline
                  ? "its line " + sign + " makes a heading of the lines above it"
                  : "its line that begins with " + sign + " begins a block of its own"));
    }
    return Optional.empty();
  }

  private boolean readsBlock(String above, String tex, String below) {
    String end = below.isEmpty() ? "\n\na\n" : "\n" + below;
    String document = "a\n\n" + above + opener() + tex + closer() + end;
    return probe.reads(platform, document, Respelling.withoutBlankLines(tex))
        || probe.reads(platform, document, tex);
  }

  /** Returns the opening delimiter without white space, but with the line end behind it. */
  private String open() {
    return opener().endsWith("\n") ? opener() : opener().strip();
  }

  /** Returns the closing delimiter without white space, but with the line end in front of it. */
  private String close() {
    return closer().startsWith("\n") ? closer() : closer().strip();
  }

  /** Returns whether the platform knows the delimiter where nothing else is in the way. */
  private boolean isKnown(Delimiter delimiter) {
    String opener = delimiter.opener();
    String closer = delimiter.closer();
    return switch (delimiter) {
      case ENVIRONMENT ->
          !probe.formulas(platform, "a\n\n\\begin{align}\nx\n\\end{align}\n\na\n").isEmpty();
      case MATH_FENCE -> probe.reads(platform, "```math\nx\n```\n", "x");
      case DOLLAR, DOLLAR_BACKTICK, PARENTHESIS, DOUBLE_BACKSLASH_PARENTHESIS ->
          probe.reads(platform, "a " + opener + "x" + closer + " a\n", "x");
      case DOUBLE_DOLLAR, BRACKET, DOUBLE_BACKSLASH_BRACKET ->
          probe.reads(platform, "a " + opener + "x" + closer + " a\n", "x")
              || probe.reads(platform, "a\n\n" + opener + "\nx\n" + closer + "\n\na\n", "x");
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
        || probe.reads(
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
    return probe.reads(
        platform,
        "a\n\n" + Respelling.onOwnLines("$$", formula.tex(), "$$") + "\n\na\n",
        Respelling.withoutBlankLines(formula.tex()));
  }

  /** Returns whether it is read as one formula there, be it with other TeX. */
  private boolean readsSomehow(Neighbours around, String spelling) {
    return probe.formulas(platform, around.document(spelling)).size() == 1;
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
    return probe.formulas(platform, document).stream()
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
        ? probe.reads(platform, "a\n\n" + spelling + "\n\na\n", formula.tex())
        : probe.reads(platform, around.document(spelling), formula.tex());
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
    Vicinity vicinity = Vicinity.of(text, formula.span());
    if (!isReadIn(vicinity, formula.span().of(text))) {
      for (String sign : List.of("_", "*", "<", "`", "[", "~")) {
        String written = formula.span().of(text);
        if (formula.tex().contains(sign) && isReadIn(vicinity, written.replace(sign, "+"))) {
          return pairing(sign);
        }
      }
      Optional<String> around = vicinity.signInTheWay(each -> isReadIn(each, each.formula()));
      if (around.isPresent()) {
        return new Cause(Cause.Kind.SURROUNDINGS, pairingAround(around.get()));
      }
      if (vicinity.startsLine() && isReadIn(vicinity.behindBlankLine(), formula.span().of(text))) {
        return new Cause(
            Cause.Kind.GLUED, "it goes on with the text above it; a blank line is missing");
      }
    }
    Optional<String> link = links.label(formula.span());
    if (link.isPresent()) {
      return new Cause(
          Cause.Kind.MARKDOWN,
          "Markdown takes "
              + Quotes.code("[" + link.get() + "]")
              + " in it for a link, since "
              + Quotes.code("[" + link.get() + "]:")
              + " is defined in this document");
    }
    return new Cause(Cause.Kind.SURROUNDINGS, "what stands around it is in the way");
  }

  private static String pairingAround(String sign) {
    String mark =
        switch (sign) {
          case "_", "*" -> " for emphasis";
          case "~" -> " for deleted text";
          case "`" -> " for code";
          case "[" -> " for a link";
          case "<" -> " for HTML";
          default -> " for the other end of one of its own";
        };
    return "Markdown takes the " + Quotes.code(sign) + " in the text around it" + mark;
  }

  private static Cause pairing(String sign) {
    String mark =
        switch (sign) {
          case "_", "*" -> " and another around it for emphasis";
          case "~" -> " and another around it for deleted text";
          case "`" -> " and another around it for code";
          case "[" -> " and what follows for a link";
          default -> " and what follows for HTML";
        };
    return new Cause(
        Cause.Kind.MARKDOWN, "Markdown takes the " + Quotes.code(sign) + " in it" + mark);
  }

  /** Returns whether a formula is read there, with whatever TeX. */
  private boolean isReadIn(Vicinity vicinity, String written) {
    int start = vicinity.before().length();
    int end = start + written.length();
    return probe.formulas(platform, vicinity.before() + written + vicinity.behind()).stream()
        .anyMatch(each -> each.span().start() == start && each.span().end() == end);
  }

  private boolean isIndented() {
    return LineBounds.isIndented(text, formula.span().start());
  }

  /** Neither the delimiters nor the neighbours are to blame. */
  private Cause inside() {
    String tex = formula.tex();
    if (tex.strip().matches("(?s).*\\n[ \\t]*\\n.*") && isRead(Respelling.withoutBlankLines(tex))) {
      return new Cause(Cause.Kind.BLANK_LINE, "there is a blank line inside");
    }
    String spelling = open() + tex.strip() + close();
    if (formula.context() == FormulaContext.TABLE_CELL
        && spelling.contains("|")
        && isRead(tex.strip().replace("|", "+"))) {
      return new Cause(Cause.Kind.TABLE, "its `|` ends the cell of the table");
    }
    String line = Respelling.oneLine(tex);
    if (tex.strip().indexOf('\n') >= 0 && isRead(line)) {
      return new Cause(Cause.Kind.LINE_BREAK, "it goes over several lines");
    }
    Optional<String> sign = sign(line);
    if (sign.filter("$"::equals).isPresent()) {
      return new Cause(Cause.Kind.MARKDOWN, "the " + Quotes.code("$") + " inside it ends it there");
    }
    if (sign.isPresent()) {
      return new Cause(
          Cause.Kind.MARKDOWN, "Markdown takes " + Quotes.code(sign.get()) + " in it for its own");
    }
    return isIndented()
        ? new Cause(Cause.Kind.INDENTED_CODE, "lines that are indented so far are code there")
        : new Cause(Cause.Kind.SURROUNDINGS, "what stands in it or around it is in the way");
  }

  /** Returns the sign inside it that alone keeps the platform from reading it, if there is one. */
  private Optional<String> sign(String line) {
    String harmless = without(line, SIGNS);
    if (!isReadSomehow(harmless)) {
      return Optional.empty();
    }
    for (String sign : SIGNS) {
      List<String> others = SIGNS.stream().filter(other -> !other.equals(sign)).toList();
      if (line.contains(sign) && !isReadSomehow(without(line, others))) {
        return Optional.of(sign);
      }
    }
    return Optional.empty();
  }

  private static String without(String tex, List<String> signs) {
    String without = tex;
    for (String sign : signs) {
      without = without.replace(sign, "+");
    }
    return without;
  }

  private boolean isReadSomehow(String tex) {
    Neighbours free = neighbours.withSpaceBefore().withSpaceBehind();
    String line = free.document(opener().strip() + tex + closer().strip());
    String block = "a\n\n" + open() + tex + close() + "\n\na\n";
    return probe.formulas(platform, isOnOwnLines() ? block : line).size() == 1;
  }

  private boolean isRead(String tex) {
    Neighbours free = neighbours.withSpaceBefore().withSpaceBehind();
    String spelling = opener().strip() + tex.strip() + closer().strip();
    String alone =
        "a\n\n" + opener().strip() + "\n" + tex.strip() + "\n" + closer().strip() + "\n\na\n";
    return probe.reads(platform, free.document(spelling), tex)
        || formula.style() == MathStyle.DISPLAY && probe.reads(platform, alone, tex);
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
