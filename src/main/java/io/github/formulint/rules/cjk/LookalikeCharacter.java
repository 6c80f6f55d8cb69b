package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A character that looks like another one. Signs that KaTeX knows, such as {@code −} and {@code ∗},
 * are left alone.
 */
public final class LookalikeCharacter extends PartRule {

  private static final int FIRST_PRIME = 0x2032;
  private static final int LAST_PRIME = 0x2034;

  /** Makes the rule. */
  public LookalikeCharacter() {
    super("lookalike-character");
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  boolean concerns(Part part) {
    return part instanceof Part.Sign
        || part instanceof Part.Name name && name.cause() != Part.Name.Cause.FULL_WIDTH;
  }

  @Override
  Diagnostic diagnostic(JudgedFormula formula, FormulaParts parts, Part part) {
    Span span = parts.span(part);
    String written = span.of(formula.tex());
    String meant = meant(formula, parts, part);
    return formula.diagnostic(
        id(),
        severity(formula, parts, part),
        message(part, written, meant),
        Optional.of(
            "type `"
                + meant
                + "`"
                + (isBehindBareScript(parts, part)
                    ? "; in braces if it belongs to the script: `x_{a" + meant + "}`"
                    : "")),
        span,
        fixes(formula, parts, part, meant));
  }

  /** A misspelt command is missed elsewhere: without it, a {@code \left} has no end. */
  private static Severity severity(JudgedFormula formula, FormulaParts parts, Part part) {
    return part instanceof Part.Name && Objection.isRejected(formula)
        ? Severity.ERROR
        : Objection.severity(formula, parts, parts.span(part));
  }

  private static String message(Part part, String written, String meant) {
    if (part instanceof Part.Name) {
      return "letters in `"
          + written
          + "` are "
          + scripts(written)
          + ", though they look Latin: it is no command";
    }
    int c = written.codePointAt(0);
    String what = String.format("`%s` (U+%04X)", written, c);
    if (c >= FIRST_PRIME && c <= LAST_PRIME) {
      return what + " is set as a big stroke on the line, not as a raised prime";
    }
    return meant.startsWith("\\text")
        ? what + " is a mark of text: engines warn about it in a formula"
        : what
            + " is not `"
            + ((Part.Sign) part).tex()
            + "`, though it looks alike: it is set in another font and with wrong spacing";
  }

  private static String scripts(String written) {
    boolean greek =
        written
            .codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK);
    return greek ? "Greek" : "Cyrillic";
  }

  /** Behind a script without braces, a prime may belong to the script as well as to its base. */
  private static boolean isBehindBareScript(FormulaParts parts, Part part) {
    return part instanceof Part.Sign sign
        && sign.tex().startsWith("'")
        && part.first() > 0
        && parts
            .tokens()
            .get(part.first() - 1)
            .scope()
            .enclosing(Scope.Kind.SCRIPT)
            .filter(script -> !script.isBraced())
            .filter(script -> script != parts.tokens().get(part.first()).scope())
            .isPresent();
  }

  private static List<Fix> fixes(
      JudgedFormula formula, FormulaParts parts, Part part, String meant) {
    boolean isUnsure = isBehindBareScript(parts, part);
    List<Fix> fixes = new ArrayList<>();
    fixes.add(
        new Fix(
            "write `" + meant + "`",
            isUnsure ? Applicability.UNSAFE : Applicability.SAFE,
            List.of(new TexWriter(formula, parts).replace(part, meant))));
    if (isUnsure) {
      Scope script = parts.tokens().get(part.first() - 1).scope();
      fixes.add(
          new Fix(
              "make it part of the script, with braces",
              Applicability.UNSAFE,
              List.of(
                  formula.edit(Span.at(script.span().start()), "{"),
                  formula.edit(parts.span(part), meant + "}"))));
    }
    return fixes;
  }

  private static String meant(JudgedFormula formula, FormulaParts parts, Part part) {
    if (part instanceof Part.Name name) {
      return name.command();
    }
    String tex = ((Part.Sign) part).tex();
    boolean cell = formula.formula().context() == FormulaContext.TABLE_CELL;
    if (cell && tex.contains("|")) {
      return tex.equals("|") ? "\\vert" : "\\Vert";
    }
    boolean range =
        isDigit(parts, part.first() - 1)
            && isDigit(parts, part.last() + 1)
            && parts.span(part).of(formula.tex()).equals("–");
    return range ? "\\text{–}" : tex;
  }

  private static boolean isDigit(FormulaParts parts, int index) {
    if (index < 0 || index >= parts.tokens().size()) {
      return false;
    }
    Token token = parts.tokens().get(index).token();
    return token.kind() == Token.Kind.CHARACTER && Character.isDigit(token.text().codePointAt(0));
  }
}
