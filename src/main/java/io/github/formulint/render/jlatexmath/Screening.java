package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.jlatexmath.translation.Environment;
import io.github.formulint.render.jlatexmath.translation.Length;
import io.github.formulint.render.jlatexmath.translation.RefusalException;
import io.github.formulint.render.jlatexmath.translation.Vocabulary;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whether a formula is known to be cheap for JLaTeXMath: all its commands are listed here, and
 * it keeps within bounds that real documents keep by far. It looks at the formula after macros are
 * expanded, in one pass. A formula that is not known to be cheap may still be.
 */
final class Screening {

  /** JLaTeXMath recurses for each level. So deep no document goes, and this much fits the stack. */
  private static final int MAX_DEPTH = 500;

  /** JLaTeXMath's work grows with the square of the length; this much takes some milliseconds. */
  private static final int MAX_CHARACTERS = 5_000;

  /**
   * Each level is read anew by the one around it, and delimiters may double in size with each: 2 to
   * the 14th is the most that still takes milliseconds. Documents have 10.
   */
  private static final int MAX_CHEAP_DEPTH = 14;

  /** What a command reads or lays out twice: 2 to the 4th. */
  private static final int MAX_DOUBLINGS = 4;

  /** Each script without a letter of its own stands at all before it, which is laid out anew. */
  private static final int MAX_SCRIPTS_IN_A_ROW = 50;

  /** Delimiters, roots and braces are built of pieces of about 1 em. */
  private static final double MAX_EM = 200;

  /** Rows are made as long as the longest, so few characters make many cells. */
  private static final int MAX_CELLS = 5_000;

  /** Environments that KaTeX lacks and JLaTeXMath lays out as it does those that both have. */
  private static final Set<String> ENVIRONMENTS =
      Set.of("smallmatrix", "eqnarray", "multline", "flalign", "displaymath", "tabular");

  private static final Set<String> WITH_COLUMNS = Set.of("array", "darray", "subarray", "tabular");

  /** Commands that read or lay out twice what they take, or what is around them. */
  private static final Set<String> DOUBLINGS =
      Set.of("\\middle", "\\sideset", "\\prescript", "\\undertilde", "\\utilde");

  /** Commands that take the rest of the group for an argument, up to the end of the cell. */
  private static final Set<String> TAKING_THE_REST =
      Set.of(
          ("\\displaystyle \\textstyle \\scriptstyle \\scriptscriptstyle \\tiny \\scriptsize"
                  + " \\footnotesize \\small \\normalsize \\normal \\large \\Large \\LARGE \\huge"
                  + " \\Huge \\sixptsize \\rm \\bf \\it \\sf \\tt \\cal \\sc \\color \\over \\atop"
                  + " \\above \\choose \\brace \\brack \\bangle")
              .split(" "));

  /** Commands with lengths in brackets and in their first arguments. */
  private static final Set<String> WITH_LENGTHS =
      Set.of(
          "\\rule",
          "\\kern",
          "\\mkern",
          "\\hskip",
          "\\mskip",
          "\\hspace",
          "\\raisebox",
          "\\above",
          "\\genfrac");

  /**
   * The commands of JLaTeXMath that do more than draw one thing, and are cheap if what they take
   * is. Not among them: what scales, repeats or spans, defines, or has been found to be slow.
   */
  private static final Set<String> COMMANDS =
      Set.of(
          ("\\! \\\" \\' \\, \\- \\. \\: \\; \\= \\^ \\` \\~ \\H \\T \\U \\b \\c \\d \\k \\r \\t \\u"
                  + " \\v \\L \\l \\IJ \\ij \\Bbb \\Big \\Bigg \\Biggl \\Biggr \\Bigl \\Bigr \\big"
                  + " \\bigg \\biggl \\biggr \\bigl \\bigr \\Bra \\Braket \\Ket \\Set \\Join \\LaTeX"
                  + " \\acute \\approxcolon \\approxcoloncolon \\bar \\binom \\bold \\boldsymbol"
                  + " \\boxed \\breve \\cfrac \\check \\clap \\colonapprox \\coloncolon"
                  + " \\coloncolonapprox \\coloncolonequals \\coloncolonminus \\coloncolonsim"
                  + " \\colonequals \\colonminus \\colonsim \\cong \\copyright \\cr \\dbinom"
                  + " \\ddddot \\dddot \\ddot \\ddots \\dfrac \\dot \\doteq \\dotminus"
                  + " \\equalscolon \\equalscoloncolon \\fbox \\frac \\frak \\genfrac \\geoprop"
                  + " \\grave \\hat \\hline \\hphantom \\iddots \\idotsint \\iiiint \\iiint \\iint"
                  + " \\int \\joinrel \\limits \\llap \\lmoustache \\mathbb \\mathbf \\mathbin"
                  + " \\mathcal \\mathclap \\mathclose \\mathds \\mathfrak \\mathinner \\mathit"
                  + " \\mathllap \\mathnormal \\mathop \\mathopen \\mathord \\mathpunct \\mathrel"
                  + " \\mathring \\mathrlap \\mathrm \\mathscr \\mathsf \\mathtt \\mbox \\medspace"
                  + " \\middle \\minuscolon \\minuscoloncolon \\mod \\nbsp \\negmedspace"
                  + " \\negthickspace \\negthinspace \\nolimits \\oint \\overbrace \\overbrack"
                  + " \\overleftarrow \\overleftrightarrow \\overline \\overparen"
                  + " \\overrightarrow \\overset \\parr \\phantom \\pmod \\pod \\prescript \\qquad"
                  + " \\quad \\questeq \\raisebox \\ratio \\reflectbox \\rlap \\rmoustache \\rule"
                  + " \\sfrac \\sideset \\simcolon \\simcoloncolon \\smallfrowneq \\smash \\sqrt"
                  + " \\st \\stackrel \\substack \\surd \\tbinom \\text \\textbf \\textcircled"
                  + " \\textit \\textrm \\textsc \\textsf \\textsubscript \\textsuperscript"
                  + " \\texttt \\tfrac \\thickspace \\thinspace \\tilde \\underbrace \\underbrack"
                  + " \\underleftarrow \\underleftrightarrow \\underline \\underparen"
                  + " \\underrightarrow \\underscore \\underset \\undertilde \\vdots \\vec"
                  + " \\vphantom \\widehat \\widetilde \\with \\xleftarrow \\xrightarrow")
              .split(" "));

  /** How far a length without braces is looked for. */
  private static final int LENGTH_TOKENS = 24;

  private final List<Token> tokens;
  private final Vocabulary vocabulary;

  private boolean isCheap = true;
  private int depth;

  /** How many commands that take arguments stand in a row: each is the argument of the last. */
  private int bareDepth;

  /** How many commands that take the rest are at work in all open levels. */
  private int takers;

  private int characters;
  private int doublings;
  private int scriptsInARow;
  private double em;

  /** Whether brackets that come now belong to a command. */
  private boolean awaitsBracket;

  // For each open level, as far as they are cheap.
  private final boolean[] isBracket = new boolean[MAX_CHEAP_DEPTH + 1];
  private final int[] takersOf = new int[MAX_CHEAP_DEPTH + 1];
  private final int[] rows = new int[MAX_CHEAP_DEPTH + 1];
  private final int[] columns = new int[MAX_CHEAP_DEPTH + 1];
  private final int[] mostColumns = new int[MAX_CHEAP_DEPTH + 1];

  private Screening(List<Token> tokens, Vocabulary vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
  }

  /**
   * Returns whether a formula is known to be cheap.
   *
   * @param tokens its tokens, macros expanded
   * @param vocabulary what commands there are
   * @throws RefusalException if it is nested so deeply that nobody needs to try
   */
  static boolean isCheap(List<Token> tokens, Vocabulary vocabulary) throws RefusalException {
    Screening screening = new Screening(tokens, vocabulary);
    for (int i = 0; i < tokens.size(); i++) {
      screening.add(tokens.get(i), i);
    }
    return screening.isCheap;
  }

  private void add(Token token, int index) throws RefusalException {
    characters += token.text().length();
    require(characters <= MAX_CHARACTERS);
    if (token.isBlank()) {
      return;
    }
    boolean isOptional = awaitsBracket && token.text().equals("[");
    awaitsBracket = false;
    boolean isArgumentOfNone = true;
    boolean isScript = false;
    switch (token.kind()) {
      case BEGIN_GROUP -> open();
      case END_GROUP -> close();
      case ALIGNMENT -> endCell();
      case CONTROL_WORD, CONTROL_SYMBOL -> isArgumentOfNone = !command(token, index);
      case CHARACTER -> {
        isScript = isScript(token.text().charAt(0));
        if (isOptional) {
          open();
          isBracket[Math.min(depth, MAX_CHEAP_DEPTH)] = depth <= MAX_CHEAP_DEPTH;
          isArgumentOfNone = false;
        } else if (token.text().equals("]") && depth <= MAX_CHEAP_DEPTH && isBracket[depth]) {
          close();
        } else if (token.text().equals("@")) {
          // Arrows of a commutative diagram part its cells.
          endCell();
        }
      }
      default -> {}
    }
    bareDepth = isArgumentOfNone ? 0 : bareDepth;
    scriptsInARow = isScript ? scriptsInARow + 1 : 0;
    require(scriptsInARow <= MAX_SCRIPTS_IN_A_ROW);
    require(depth + takers + bareDepth <= MAX_CHEAP_DEPTH);
    if (depth > MAX_DEPTH || bareDepth > MAX_DEPTH) {
      throw RefusalException.at(token, "is nested too deeply");
    }
  }

  private void require(boolean isWithinBound) {
    isCheap &= isWithinBound;
  }

  /** Returns whether the command takes arguments. */
  private boolean command(Token token, int index) {
    String name = token.name();
    switch (name) {
      case "\\left", "\\begingroup", "\\bgroup", "\\(", "\\[" -> open();
      case "\\right", "\\endgroup", "\\egroup", "\\end", "\\)", "\\]" -> close();
      case "\\begin" -> {
        open();
        environment(index + 1);
      }
      case "\\\\", "\\cr", "\\newline" -> {
        endRow();
        gap(index + 1);
      }
      default -> other(name, index);
    }
    boolean takesArguments = vocabulary.argumentCount(name) > 0;
    if (takesArguments) {
      bareDepth++;
      awaitsBracket = true;
    }
    return takesArguments;
  }

  private void other(String name, int index) {
    require(!vocabulary.isMacro(name) || isListed(name) || vocabulary.isAdded(name));
    if (DOUBLINGS.contains(name)) {
      doublings++;
      require(doublings <= MAX_DOUBLINGS);
    }
    if (TAKING_THE_REST.contains(name)) {
      takers++;
      takersOf[Math.min(depth, MAX_CHEAP_DEPTH)]++;
    }
    if (WITH_LENGTHS.contains(name)) {
      lengths(index + 1);
    }
  }

  private static boolean isListed(String name) {
    return COMMANDS.contains(name) || TAKING_THE_REST.contains(name);
  }

  private void open() {
    depth++;
    if (depth <= MAX_CHEAP_DEPTH) {
      isBracket[depth] = false;
      takersOf[depth] = 0;
      rows[depth] = 1;
      columns[depth] = 1;
      mostColumns[depth] = 1;
    }
  }

  private void close() {
    while (depth > 0 && depth <= MAX_CHEAP_DEPTH && isBracket[depth]) {
      // A bracket that was none.
      leave();
    }
    leave();
  }

  private void leave() {
    if (depth > 0) {
      releaseTakers();
      depth--;
    }
  }

  private void releaseTakers() {
    if (depth <= MAX_CHEAP_DEPTH) {
      takers -= takersOf[depth];
      takersOf[depth] = 0;
    }
  }

  private void endCell() {
    if (depth <= MAX_CHEAP_DEPTH) {
      releaseTakers();
      columns[depth]++;
      mostColumns[depth] = Math.max(mostColumns[depth], columns[depth]);
      require(rows[depth] * mostColumns[depth] <= MAX_CELLS);
    }
  }

  private void endRow() {
    if (depth <= MAX_CHEAP_DEPTH) {
      releaseTakers();
      columns[depth] = 1;
      rows[depth]++;
      require(rows[depth] * mostColumns[depth] <= MAX_CELLS);
    }
  }

  /** Looks at the name of an environment and at its columns. */
  private void environment(int from) {
    int open = skipBlanks(from);
    if (open == tokens.size() || tokens.get(open).kind() != Token.Kind.BEGIN_GROUP) {
      return;
    }
    int close = closing(open);
    String name = text(open + 1, close);
    require(Environment.named(name).isPresent() || ENVIRONMENTS.contains(name));
    if (!WITH_COLUMNS.contains(name)) {
      return;
    }
    int next = skipBlanks(close + 1);
    if (next < tokens.size() && tokens.get(next).text().equals("[")) {
      next = skipBlanks(next + 3);
    }
    if (next < tokens.size() && tokens.get(next).kind() == Token.Kind.BEGIN_GROUP) {
      for (int i = next + 1; i < closing(next) && isCheap; i++) {
        // What repeats columns, *{9}{c}, is not among these.
        require("lcr|: \n".contains(tokens.get(i).text()));
      }
    }
  }

  /** Reads the length in brackets right behind the end of a row. */
  private void gap(int from) {
    if (from < tokens.size() && tokens.get(from).text().equals("[")) {
      length(from + 1);
    }
  }

  /** Reads the lengths in brackets and arguments after a command, or one without braces. */
  private void lengths(int from) {
    int at = skipBlanks(from);
    boolean isFirst = true;
    for (int arguments = 0; arguments < 5 && at < tokens.size() && isCheap; ) {
      Token token = tokens.get(at);
      if (token.text().equals("*")) {
        at = skipBlanks(at + 1);
      } else if (token.text().equals("[") || token.kind() == Token.Kind.BEGIN_GROUP) {
        int end = token.text().equals("[") ? indexOf("]", at) : closing(at);
        if (hasDigit(at + 1, end)) {
          length(at + 1);
        }
        at = skipBlanks(end + 1);
        arguments++;
        isFirst = false;
      } else {
        if (isFirst) {
          length(at);
        }
        return;
      }
    }
  }

  private void length(int from) {
    Matcher matcher =
        Lengths.PATTERN.matcher(text(from, Math.min(from + LENGTH_TOKENS, tokens.size())));
    require(matcher.matches() && !matcher.group(1).isEmpty() && !matcher.group(1).equals("."));
    if (isCheap) {
      Optional<Length> unit = Length.parse("1" + matcher.group(2));
      require(unit.isPresent());
      em += Double.parseDouble(matcher.group(1)) * unit.map(Length::em).orElse(0.0);
      require(em <= MAX_EM);
    }
  }

  private boolean hasDigit(int from, int end) {
    for (int i = from; i < end; i++) {
      char first = tokens.get(i).text().charAt(0);
      if (first >= '0' && first <= '9') {
        return true;
      }
    }
    return false;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < tokens.size() && tokens.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private int indexOf(String text, int from) {
    int at = from;
    while (at < tokens.size() && !tokens.get(at).text().equals(text)) {
      at++;
    }
    return at;
  }

  /** Returns the index of the brace that closes the group, or how many tokens there are. */
  private int closing(int open) {
    int inner = 0;
    for (int i = open; i < tokens.size(); i++) {
      Token.Kind kind = tokens.get(i).kind();
      inner += kind == Token.Kind.BEGIN_GROUP ? 1 : kind == Token.Kind.END_GROUP ? -1 : 0;
      if (inner == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private String text(int from, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < end; i++) {
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }

  /** Primes, the degree sign, raised and lowered digits. */
  private static boolean isScript(char c) {
    return c == '\''
        || c == '\u00B0'
        || c == '\u00B2'
        || c == '\u00B3'
        || c == '\u00B9'
        || c >= '\u2032' && c <= '\u2037'
        || c >= '\u2070' && c <= '\u209C';
  }

  /** Made when first used: most formulas hold no length. */
  private static final class Lengths {

    /** A number of up to four digits and a unit, all that JLaTeXMath and KaTeX read alike. */
    private static final Pattern PATTERN =
        Pattern.compile("\\s*[-+]?\\s*(\\d{0,4}(?:\\.\\d{0,9})?)\\s*([a-z]{2}).*", Pattern.DOTALL);
  }
}
