package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Full-width punctuation, signs and brackets, which mean nothing to an engine. */
public final class FullwidthPunctuation extends PartRule {

  /** So far a paragraph is looked through, in UTF-16 code units. */
  private static final int PARAGRAPH = 2_000;

  /** A quotation mark farther back has nothing to do with this one. */
  private static final int LONGEST_QUOTATION = 100;

  /** Makes the rule. */
  public FullwidthPunctuation() {
    super("fullwidth-punctuation");
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  boolean concerns(Part part) {
    return part instanceof Part.Marks;
  }

  @Override
  Diagnostic diagnostic(JudgedFormula formula, FormulaParts parts, Part part) {
    Part.Marks marks = (Part.Marks) part;
    Span span = parts.span(part);
    String written = span.of(formula.tex());
    Fix fix =
        marks.place() == Part.Marks.Place.AT_END
            ? movedOut(formula, parts, marks)
            : grouping(formula, parts, marks).orElseGet(() -> replaced(formula, parts, marks));
    return formula.diagnostic(
        id(),
        Objection.severity(formula, parts, span),
        Objection.engine(formula, parts, span)
            .map(engine -> "`" + written + "` is full-width, and " + engine + " does not take it")
            .orElseGet(() -> message(written)),
        Optional.of(fix.description()),
        span,
        List.of(fix));
  }

  private static String message(String written) {
    boolean wide = written.codePoints().anyMatch(c -> c >= 0x3000);
    return "`"
        + written
        + (wide ? "` is full-width" : "` is a mark of text")
        + ": in a formula it is set in another font and with wrong spacing";
  }

  // At the end of an inline formula.

  private static Fix movedOut(JudgedFormula formula, FormulaParts parts, Part.Marks marks) {
    String written = parts.span(marks).of(formula.tex());
    int end = formula.formula().span().end();
    boolean there = formula.context().document().text().startsWith(written, end);
    Applicability applicability =
        isAmount(formula.tex()) ? Applicability.UNSAFE : applicability(formula);
    Edit removal = formula.edit(withBlanks(formula, parts, marks), "");
    return there
        ? new Fix(
            "remove `" + written + "`, as it stands behind the formula too",
            applicability,
            List.of(removal))
        : new Fix(
            "put `" + written + "` behind the formula",
            applicability,
            List.of(removal, new Edit(Span.at(end), written)));
  }

  /**
   * Where a dollar of the paragraph has no other end, the marks of text may stand between two
   * formulas: then moving a dollar would tear the right one.
   */
  private static Applicability applicability(JudgedFormula formula) {
    String text = formula.context().document().text();
    Span span = formula.formula().span();
    boolean isSingle = formula.formula().delimiter() == Delimiter.DOLLAR;
    int from = Math.max(0, span.start() - PARAGRAPH);
    int before = text.substring(from, span.start()).lastIndexOf("\n\n");
    int to = Math.min(text.length(), span.end() + PARAGRAPH);
    int behind = text.substring(span.end(), to).indexOf("\n\n");
    int start = before < 0 ? from : from + before;
    int end = behind < 0 ? to : span.end() + behind;
    return isSingle && hasOddDollars(text, start, end) ? Applicability.UNSAFE : Applicability.SAFE;
  }

  /** Returns whether there is nothing but a number before the first mark of text, as in a price. */
  private static boolean isAmount(String tex) {
    int at = 0;
    while (at < tex.length() && (tex.charAt(at) < 0x80 && !Character.isLetter(tex.charAt(at)))) {
      if ("0123456789.,".indexOf(tex.charAt(at)) < 0) {
        return false;
      }
      at++;
    }
    return at > 0 && at < tex.length() && tex.charAt(at) >= 0x80;
  }

  private static boolean hasOddDollars(String text, int start, int end) {
    boolean isOdd = false;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '$') {
        isOdd = !isOdd;
      }
    }
    return isOdd;
  }

  /** The blanks before the closing mark go too, unless there are some behind the opening one. */
  private static Span withBlanks(JudgedFormula formula, FormulaParts parts, Part.Marks marks) {
    if (Character.isWhitespace(formula.tex().charAt(0))) {
      return parts.span(marks);
    }
    int first = marks.first();
    while (first > 1 && parts.isSpaceInLine(first - 1)) {
      first--;
    }
    int last = marks.last();
    while (parts.isSpaceInLine(last + 1)) {
      last++;
    }
    return parts.span(first, last);
  }

  // Braces that an author means as those of TeX: x^｛2｝.

  private static Optional<Fix> grouping(
      JudgedFormula formula, FormulaParts parts, Part.Marks marks) {
    if (marks.first() != marks.last()) {
      return Optional.empty();
    }
    int opening =
        isBrace(parts, marks.first(), "｛") ? marks.first() : opening(parts, marks.first());
    if (opening < 0 || !FormulaParts.isBare(parts.tokens().get(opening).scope())) {
      return Optional.empty();
    }
    for (int i = opening + 1; i < parts.tokens().size(); i++) {
      if (isBrace(parts, i, "｛")) {
        return Optional.empty();
      }
      if (isBrace(parts, i, "｝")) {
        TexWriter writer = new TexWriter(formula, parts);
        return Optional.of(
            new Fix(
                "write `{…}`",
                Applicability.UNSAFE,
                List.of(writer.exactly(opening, opening, "{"), writer.exactly(i, i, "}"))));
      }
    }
    return Optional.empty();
  }

  /** Returns the index of the full-width brace that one closes, or -1. */
  private static int opening(FormulaParts parts, int closing) {
    if (!isBrace(parts, closing, "｝")) {
      return -1;
    }
    for (int i = closing - 1; i >= 0; i--) {
      if (isBrace(parts, i, "｛")) {
        return i;
      }
      if (isBrace(parts, i, "｝")) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isBrace(FormulaParts parts, int index, String brace) {
    return parts.tokens().get(index).text().equals(brace);
  }

  // Elsewhere.

  private static Fix replaced(JudgedFormula formula, FormulaParts parts, Part.Marks marks) {
    StringBuilder tex = new StringBuilder();
    StringBuilder text = new StringBuilder();
    Applicability applicability = applicability(formula);
    for (int i = marks.first(); i <= marks.last(); i++) {
      int c = parts.tokens().get(i).text().codePointAt(0);
      Optional<String> sign = sign(formula, parts, i, c);
      if (sign.isEmpty()) {
        text.appendCodePoint(c);
        continue;
      }
      flush(text, tex);
      String before = TexWriter.join(tex.toString(), sign.get());
      tex.setLength(0);
      tex.append(before).append(sign.get());
      if (c == '＾') {
        applicability = Applicability.UNSAFE;
      }
    }
    flush(text, tex);
    return new Fix(
        "write `" + tex + "`",
        applicability,
        List.of(new TexWriter(formula, parts).replace(marks, tex.toString())));
  }

  private static void flush(StringBuilder text, StringBuilder tex) {
    if (text.length() > 0) {
      tex.append("\\text{").append(text).append('}');
      text.setLength(0);
    }
  }

  /** Returns the TeX for a mark; empty for what keeps its look only in text. */
  private static Optional<String> sign(
      JudgedFormula formula, FormulaParts parts, int index, int c) {
    return switch (c) {
      case '’' -> isPrime(parts, index) ? Optional.of("'") : Optional.empty();
      case '｜' ->
          Optional.of(formula.formula().context() == FormulaContext.TABLE_CELL ? "\\vert" : "|");
      case '。', '｡' -> isDelimiter(parts, index) ? Optional.of(".") : Optional.empty();
      case '＾' -> isFollowed(parts, index) ? Optional.of("^") : Optional.empty();
      case '＼' -> isFullWidthBreak(parts, index) ? Optional.of("\\") : FullWidthForms.tex(c);
      default -> FullWidthForms.tex(c);
    };
  }

  /** Whether a quotation mark stands where a prime would: behind a letter, digit or bracket. */
  private static boolean isPrime(FormulaParts parts, int index) {
    if (index == 0
        || startsWith(parts, index + 1, Character::isLetter)
        || closesQuotation(parts, index)) {
      return false;
    }
    PlacedToken before = parts.tokens().get(index - 1);
    return switch (before.token().kind()) {
      case END_GROUP -> true;
      case CHARACTER -> startsWith(parts, index - 1, c -> Character.isLetterOrDigit(c) || c == ')');
      case CONTROL_WORD ->
          CommandTable.katex()
              .find(before.token().name())
              .filter(command -> command.detail().equals("mathord"))
              .isPresent();
      default -> false;
    };
  }

  private static boolean closesQuotation(FormulaParts parts, int index) {
    int open = 0;
    int from = Math.max(0, index - LONGEST_QUOTATION);
    for (PlacedToken token : parts.tokens().subList(from, index)) {
      open += token.text().equals("‘") ? 1 : token.text().equals("’") && open > 0 ? -1 : 0;
    }
    return open > 0;
  }

  private static boolean startsWith(
      FormulaParts parts, int index, java.util.function.IntPredicate test) {
    return index < parts.tokens().size()
        && parts.tokens().get(index).token().kind() == Token.Kind.CHARACTER
        && test.test(parts.tokens().get(index).text().codePointAt(0));
  }

  /** Whether {@code \left} or the like stands before it. */
  private static boolean isDelimiter(FormulaParts parts, int index) {
    return index > 0
        && (parts.tokens().get(index - 1).token().isCommand("\\left")
            || parts.tokens().get(index - 1).token().isCommand("\\right"));
  }

  private static boolean isFollowed(FormulaParts parts, int index) {
    int next = index + 1;
    if (next >= parts.tokens().size()) {
      return false;
    }
    Token.Kind kind = parts.tokens().get(next).token().kind();
    return kind == Token.Kind.BEGIN_GROUP
        || kind == Token.Kind.CONTROL_WORD
        || startsWith(parts, next, c -> Character.isLetterOrDigit(c) && !Letters.isLetter(c));
  }

  /** Whether two full-width backslashes stand where a row may end. */
  private static boolean isFullWidthBreak(FormulaParts parts, int index) {
    boolean pair =
        index > 0 && isBrace(parts, index - 1, "＼")
            || index + 1 < parts.tokens().size() && isBrace(parts, index + 1, "＼");
    return pair && parts.tokens().get(index).scope().kind() == Scope.Kind.CELL;
  }
}
