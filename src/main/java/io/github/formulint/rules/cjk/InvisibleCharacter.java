package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A character that no author sees, left by copying or by an input method. */
public final class InvisibleCharacter extends PartRule {

  /** Makes the rule. */
  public InvisibleCharacter() {
    super("invisible-character");
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE);
  }

  @Override
  boolean concerns(Part part) {
    return part instanceof Part.Invisible;
  }

  @Override
  Diagnostic diagnostic(JudgedFormula formula, FormulaParts parts, Part part) {
    Part.Invisible invisible = (Part.Invisible) part;
    Span span = parts.span(part);
    String instead = instead(parts, invisible);
    return formula.diagnostic(
        id(),
        severity(formula, parts, part),
        message(formula, parts, invisible),
        Optional.of(hint(instead)),
        span,
        List.of(
            new Fix(
                description(instead),
                Applicability.SAFE,
                List.of(
                    instead.equals("\\quad")
                        ? new TexWriter(formula, parts).replace(part, instead)
                        : formula.edit(span, instead)))));
  }

  /** An error if an engine stumbles over it, or over the name of a command that it cuts in two. */
  private static Severity severity(JudgedFormula formula, FormulaParts parts, Part part) {
    int before = part.first() - 1;
    boolean cutsName =
        before >= 0 && parts.tokens().get(before).token().kind() == Token.Kind.CONTROL_WORD;
    return Objection.severity(
        formula, parts, parts.span(cutsName ? before : part.first(), part.last()));
  }

  private static String message(
      JudgedFormula formula, FormulaParts parts, Part.Invisible invisible) {
    int count = invisible.last() - invisible.first() + 1;
    String what = (count == 1 ? "" : count + " times ") + invisible.sign().label();
    return switch (invisible.sign().kind()) {
      case SPACE -> what + " looks like a space, but leaves a gap in the formula";
      case LINE_END -> what + " looks like the end of a line, but is none";
      default ->
          what
              + " is here, though nobody sees it"
              + Objection.engine(formula, parts, parts.span(invisible))
                  .map(engine -> ", and " + engine + " does not take it")
                  .orElse(
                      Objection.isReported(formula, parts.span(invisible), code -> true)
                          ? ": KaTeX draws nothing for it and warns, LaTeX may stop at it"
                          : ": nothing is drawn for it, but LaTeX may stop at it");
    };
  }

  private static String hint(String instead) {
    return switch (instead) {
      case "" -> "take it away";
      case " " -> "type an ordinary space";
      default -> "type `" + instead + "`";
    };
  }

  private static String description(String instead) {
    return switch (instead) {
      case "" -> "remove it";
      case " " -> "replace it by a space";
      default -> "write `" + instead + "`";
    };
  }

  private static String instead(FormulaParts parts, Part.Invisible invisible) {
    return switch (invisible.sign().kind()) {
      case ZERO_WIDTH, JOINER ->
          cutsKnownName(parts, invisible) || !joinsName(parts, invisible) ? "" : " ";
      case LINE_END -> " ";
      case SPACE -> gap(parts, invisible);
      case CONTROL -> lostBackslash(parts, invisible).orElse("");
    };
  }

  /** Whether a command and a letter would run together if nothing stood there. */
  private static boolean joinsName(FormulaParts parts, Part part) {
    return kind(parts, part.first() - 1) == Token.Kind.CONTROL_WORD
        && !letters(parts, part.last() + 1).isEmpty();
  }

  /** Whether the character stands within the name of a command, as in {@code \al pha}. */
  private static boolean cutsKnownName(FormulaParts parts, Part part) {
    if (kind(parts, part.first() - 1) != Token.Kind.CONTROL_WORD) {
      return false;
    }
    String name = parts.tokens().get(part.first() - 1).text();
    CommandTable table = CommandTable.katex();
    return table.find(name).isEmpty()
        && table.find(name + letters(parts, part.last() + 1)).isPresent();
  }

  /** A full-width space between two letters is meant to be seen; any other gap is not. */
  private static String gap(FormulaParts parts, Part.Invisible invisible) {
    boolean wide = invisible.sign().character() == 0x3000;
    int before = invisible.first() - 1;
    int behind = invisible.last() + 1;
    boolean edge = before < 0 || behind >= parts.tokens().size();
    boolean spaced =
        edge || kind(parts, before) == Token.Kind.SPACE || kind(parts, behind) == Token.Kind.SPACE;
    if (wide && isTerm(parts, before) && isTerm(parts, behind)) {
      return "\\quad";
    }
    return spaced ? "" : " ";
  }

  private static boolean isTerm(FormulaParts parts, int index) {
    if (index < 0 || index >= parts.tokens().size()) {
      return false;
    }
    PlacedToken token = parts.tokens().get(index);
    return token.token().kind() == Token.Kind.CHARACTER
        && Character.isLetterOrDigit(token.text().codePointAt(0));
  }

  /**
   * What a program made of a backslash and a letter: the backspace in {@code ␈eta} was {@code \b}.
   */
  private static Optional<String> lostBackslash(FormulaParts parts, Part.Invisible invisible) {
    String letter =
        switch (invisible.sign().character()) {
          case 0x07 -> "\\a";
          case 0x08 -> "\\b";
          case 0x0B -> "\\v";
          case 0x0C -> "\\f";
          default -> "";
        };
    String name = letter + letters(parts, invisible.last() + 1);
    return Optional.of(letter)
        .filter(some -> invisible.first() == invisible.last())
        .filter(some -> CommandTable.katex().find(name).isPresent() && name.length() > 2);
  }

  /** Returns the ASCII letters that stand from a token on. */
  private static String letters(FormulaParts parts, int from) {
    StringBuilder letters = new StringBuilder();
    for (int i = from; kind(parts, i) == Token.Kind.CHARACTER; i++) {
      String text = parts.tokens().get(i).text();
      if (text.length() > 1 || !Tokenizer.isNameCharacter(text.charAt(0))) {
        break;
      }
      letters.append(text);
    }
    return letters.toString();
  }

  private static Token.Kind kind(FormulaParts parts, int index) {
    return index < 0 || index >= parts.tokens().size()
        ? Token.Kind.COMMENT
        : parts.tokens().get(index).token().kind();
  }
}
