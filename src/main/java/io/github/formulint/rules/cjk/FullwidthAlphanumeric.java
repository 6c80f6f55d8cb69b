package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Full-width digits and Latin letters, which are no digits and variables to an engine. */
public final class FullwidthAlphanumeric extends PartRule {

  /** Makes the rule. */
  public FullwidthAlphanumeric() {
    super("fullwidth-alphanumeric");
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE);
  }

  @Override
  boolean concerns(Part part) {
    return part instanceof Part.Alphanumerics
        || part instanceof Part.Name name && name.cause() == Part.Name.Cause.FULL_WIDTH;
  }

  @Override
  Diagnostic diagnostic(JudgedFormula formula, FormulaParts parts, Part part) {
    Span span = parts.span(part);
    String written = span.of(formula.tex());
    String plain = part instanceof Part.Name name ? name.command() : ascii(written);
    String message =
        Objection.engine(formula, parts, span)
            .map(engine -> "`" + written + "` is full-width, and " + engine + " does not take it")
            .orElse(
                part instanceof Part.Name
                    ? "`"
                        + written
                        + "` is full-width: readers see these characters instead of a formula"
                    : "`"
                        + written
                        + "` is full-width: in a formula it is set too wide and in another font");
    return formula.diagnostic(
        id(),
        Objection.severity(formula, parts, span),
        message,
        Optional.of("type `" + plain + "`"),
        span,
        List.of(
            new Fix(
                "write `" + plain + "`",
                Applicability.SAFE,
                List.of(new TexWriter(formula, parts).replace(part, plain)))));
  }

  private static String ascii(String written) {
    StringBuilder plain = new StringBuilder();
    written
        .codePoints()
        .forEach(
            c ->
                plain.appendCodePoint(
                    FullWidthForms.isAlphanumeric(c) ? FullWidthForms.ascii(c) : c));
    return plain.toString();
  }
}
