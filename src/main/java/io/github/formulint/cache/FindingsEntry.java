package io.github.formulint.cache;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.lint.FormulaTally;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.OffsetMap;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.PlatformCounts;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a document, as an entry: all but the document itself. Platforms are written as
 * numbers in the list of those asked for, which is a part of the key.
 */
final class FindingsEntry {

  /** Each part takes more. */
  private static final int LEAST_BYTES = 4;

  private FindingsEntry() {}

  static byte[] write(LintedDocument linted, List<Platform> platforms) {
    EntryWriter out = new EntryWriter();
    out.number(linted.formulas().count());
    long[] fingerprints = linted.formulas().fingerprints();
    out.number(fingerprints.length);
    for (long fingerprint : fingerprints) {
      out.number(fingerprint);
    }
    out.number(linted.platforms().size());
    for (PlatformCounts counts : linted.platforms()) {
      out.number(platforms.indexOf(counts.platform()));
      out.number(counts.read());
      out.number(counts.lost());
      out.number(counts.altered());
      out.number(counts.accidental());
    }
    out.number(linted.diagnostics().size());
    for (Diagnostic diagnostic : linted.diagnostics()) {
      write(diagnostic, platforms, out);
    }
    return out.bytes();
  }

  private static void write(Diagnostic diagnostic, List<Platform> platforms, EntryWriter out) {
    out.text(diagnostic.rule().name());
    out.constant(diagnostic.severity());
    out.text(diagnostic.message());
    out.text(diagnostic.hint());
    out.span(diagnostic.span());
    out.number(diagnostic.formula().isPresent() ? 1 : 0);
    if (diagnostic.formula().isPresent()) {
      write(diagnostic.formula().get(), out);
    }
    out.number(diagnostic.verdict().isPresent() ? 1 : 0);
    if (diagnostic.verdict().isPresent()) {
      VerdictEntry.write(diagnostic.verdict().get(), out);
    }
    out.number(diagnostic.fixes().size());
    for (Fix fix : diagnostic.fixes()) {
      out.text(fix.description());
      out.constant(fix.applicability());
      out.number(fix.edits().size());
      for (Edit edit : fix.edits()) {
        out.span(edit.span());
        out.text(edit.replacement());
      }
    }
    out.number(diagnostic.platforms().size());
    for (Platform platform : diagnostic.platforms()) {
      out.number(platforms.indexOf(platform));
    }
  }

  private static void write(Formula formula, EntryWriter out) {
    out.constant(formula.delimiter());
    out.constant(formula.style());
    out.span(formula.span());
    out.span(formula.texSpan());
    out.text(formula.tex());
    out.constant(formula.context());
    OffsetMap offsets = formula.offsets();
    out.number(offsets.texLength());
    out.number(offsets.toSource(offsets.texLength()));
    List<OffsetMap.Piece> pieces = offsets.pieces();
    out.number(pieces.size());
    for (OffsetMap.Piece piece : pieces) {
      out.number(piece.tex());
      out.number(piece.source());
    }
  }

  /**
   * Returns what was found.
   *
   * @throws RuntimeException if it was written by someone else
   */
  static LintedDocument read(EntryReader in, SourceFile document, List<Platform> platforms) {
    int formulas = in.number();
    long[] fingerprints = new long[in.count(Long.BYTES)];
    for (int i = 0; i < fingerprints.length; i++) {
      fingerprints[i] = in.longNumber();
    }
    List<PlatformCounts> counts = new ArrayList<>();
    for (int left = in.count(LEAST_BYTES); left > 0; left--) {
      counts.add(
          new PlatformCounts(
              platforms.get(in.number()),
              in.longNumber(),
              in.longNumber(),
              in.longNumber(),
              in.longNumber()));
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (int left = in.count(LEAST_BYTES); left > 0; left--) {
      diagnostics.add(readDiagnostic(in, document, platforms));
    }
    in.end();
    return new LintedDocument(
        document, FormulaTally.of(formulas, fingerprints), diagnostics, counts);
  }

  private static Diagnostic readDiagnostic(
      EntryReader in, SourceFile document, List<Platform> platforms) {
    RuleId rule = new RuleId(in.text());
    Severity severity = in.constant(Severity.values());
    String message = in.text();
    Optional<String> hint = in.optionalText();
    Span span = within(document, in.span());
    Optional<Formula> formula = in.number() == 0 ? Optional.empty() : Optional.of(readFormula(in));
    Optional<Verdict> verdict =
        in.number() == 0 ? Optional.empty() : Optional.of(VerdictEntry.read(in));
    List<Fix> fixes = new ArrayList<>();
    for (int left = in.count(LEAST_BYTES); left > 0; left--) {
      fixes.add(readFix(in, document));
    }
    List<Platform> about = new ArrayList<>();
    for (int left = in.count(LEAST_BYTES); left > 0; left--) {
      about.add(platforms.get(in.number()));
    }
    return new Diagnostic(rule, severity, message, hint, span, formula, verdict, fixes, about);
  }

  private static Fix readFix(EntryReader in, SourceFile document) {
    String description = in.text();
    Applicability applicability = in.constant(Applicability.values());
    List<Edit> edits = new ArrayList<>();
    for (int left = in.count(LEAST_BYTES); left > 0; left--) {
      edits.add(new Edit(within(document, in.span()), in.text()));
    }
    return new Fix(description, applicability, edits);
  }

  private static Formula readFormula(EntryReader in) {
    Delimiter delimiter = in.constant(Delimiter.values());
    MathStyle style = in.constant(MathStyle.values());
    Span span = in.span();
    Span texSpan = in.span();
    String tex = in.text();
    FormulaContext context = in.constant(FormulaContext.values());
    int texLength = in.number();
    int sourceEnd = in.number();
    List<OffsetMap.Piece> pieces = new ArrayList<>();
    for (int left = in.count(2 * Integer.BYTES); left > 0; left--) {
      pieces.add(new OffsetMap.Piece(in.number(), in.number()));
    }
    OffsetMap offsets = OffsetMap.of(pieces, texLength, sourceEnd);
    return new Formula(delimiter, style, span, texSpan, tex, offsets, context);
  }

  private static Span within(SourceFile document, Span span) {
    if (span.end() > document.text().length()) {
      throw new IllegalArgumentException(span + " outside the document");
    }
    return span;
  }
}
