package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Formula;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sentence with several formulas, all between the marks of one. */
public final class ProseInFormula extends PartRule {

  /** Makes the rule. */
  public ProseInFormula() {
    super("prose-in-formula");
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.UNSAFE);
  }

  @Override
  boolean concerns(Part part) {
    return part instanceof Part.Prose;
  }

  @Override
  Diagnostic diagnostic(JudgedFormula formula, FormulaParts parts, Part part) {
    Part.Prose prose = (Part.Prose) part;
    Span span = parts.span(part);
    String opener = formula.formula().delimiter().opener();
    String closer = formula.formula().delimiter().closer();
    return formula.diagnostic(
        id(),
        Objection.severity(formula, parts, span),
        "this formula holds a sentence: its words are set like variables, and no line ends in it",
        Optional.of(
            "close the formula with `"
                + closer
                + "` before the words, and open it again with `"
                + opener
                + "` behind them"),
        span,
        List.of(
            new Fix(
                "split it into formulas and text",
                Applicability.UNSAFE,
                edits(formula, parts, prose))));
  }

  private static List<Edit> edits(JudgedFormula judged, FormulaParts parts, Part.Prose prose) {
    Formula formula = judged.formula();
    String source = judged.context().document().text();
    Span openerSpan = new Span(formula.span().start(), formula.texSpan().start());
    Span closerSpan = new Span(formula.texSpan().end(), formula.span().end());
    String opener = openerSpan.of(source);
    String closer = closerSpan.of(source);
    List<Edit> edits = new ArrayList<>();
    for (Part.Text text : joined(parts, prose.texts())) {
      int first = parts.isSpace(text.first() - 1) ? text.first() - 1 : text.first();
      int last = parts.isSpace(text.last() + 1) ? text.last() + 1 : text.last();
      boolean begins = first == 0;
      boolean ends = last == parts.tokens().size() - 1;
      int start = begins ? openerSpan.end() : sourceEnd(formula, parts, first - 1);
      int end = ends ? closerSpan.start() : sourceStart(formula, parts, last + 1);
      String words = source.substring(start, end);
      edits.add(
          new Edit(
              new Span(begins ? openerSpan.start() : start, ends ? closerSpan.end() : end),
              (begins ? words.stripLeading() : closer + words) + (ends ? "" : opener)));
    }
    return edits;
  }

  /** Returns the texts, those in one that only white space parts. */
  private static List<Part.Text> joined(FormulaParts parts, List<Part.Text> texts) {
    List<Part.Text> joined = new ArrayList<>();
    for (Part.Text text : texts) {
      int last = joined.size() - 1;
      if (last >= 0 && areSpaces(parts, joined.get(last).last() + 1, text.first())) {
        joined.set(last, new Part.Text(joined.get(last).first(), text.last()));
      } else {
        joined.add(text);
      }
    }
    return joined;
  }

  private static boolean areSpaces(FormulaParts parts, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!parts.isSpace(i)) {
        return false;
      }
    }
    return true;
  }

  private static int sourceEnd(Formula formula, FormulaParts parts, int token) {
    return formula.offsets().toSource(parts.span(token, token)).end();
  }

  /** What a quote or list puts before a line lies before the first character of the line. */
  private static int sourceStart(Formula formula, FormulaParts parts, int token) {
    return formula.offsets().toSource(parts.span(token, token)).start();
  }
}
