package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chinese, Japanese or Korean text that stands in mathematics as if each letter were a variable.
 */
public final class CjkTextInMath extends PartRule {

  /** What leaves room before or behind it, so that text needs no space there. */
  private static final Set<String> SPACED = Set.of("bin", "rel", "punct", "spacing", "infix");

  /** What KaTeX's judge reports of text that would look otherwise in {@code \\text}. */
  private static final String UNLIKE_TEXT = "unlikeText";

  /** Makes the rule. */
  public CjkTextInMath() {
    super("cjk-text-in-math");
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  boolean concerns(Part part) {
    return part instanceof Part.Text || part instanceof Part.BareText;
  }

  @Override
  Diagnostic diagnostic(JudgedFormula formula, FormulaParts parts, Part part) {
    Span span = parts.span(part);
    Optional<Fix> fix =
        part instanceof Part.BareText bare
            ? braced(new TexWriter(formula, parts), parts, bare)
            : Optional.of(wrapped(new TexWriter(formula, parts), parts, part));
    String hint =
        fix.isPresent() || part instanceof Part.Text
            ? "write it as text: " + example(parts, part)
            : "put braces around each argument and `\\text{…}` around its text";
    return formula.diagnostic(
        id(),
        Objection.severity(formula, parts, span),
        message(formula, parts, part),
        Optional.of(hint),
        span,
        fix.map(each -> changesLook(formula, parts, part) ? unsafe(each) : each).stream().toList());
  }

  /**
   * Whether the text would look otherwise as text, though no space is lost: as within {@code \\bf}.
   */
  private static boolean changesLook(JudgedFormula formula, FormulaParts parts, Part part) {
    return part instanceof Part.Text
        && !losesSpaces(parts, part)
        && Objection.isReported(formula, parts.span(part), UNLIKE_TEXT::equals);
  }

  private static Fix unsafe(Fix fix) {
    return new Fix(fix.description(), Applicability.UNSAFE, fix.edits());
  }

  private static String message(JudgedFormula formula, FormulaParts parts, Part part) {
    String text = parts.span(part).of(formula.tex());
    String kind = Letters.kind(text);
    Optional<String> engine = Objection.engine(formula, parts, parts.span(part));
    if (engine.isPresent()) {
      return kind + " in math mode, where " + engine.get() + " does not take it";
    }
    return part instanceof Part.BareText bare && letters(bare) > bare.arguments()
        ? kind
            + " without braces: engines take only its first "
            + (bare.arguments() == 1 ? "letter" : bare.arguments() + " letters")
            + ", and set the rest beside it"
        : kind + " in math mode: " + effect(formula, parts, part);
  }

  /** What becomes of this text, as KaTeX measures it ({@code judge.js}) and its blanks show. */
  private static String effect(JudgedFormula formula, FormulaParts parts, Part part) {
    String elsewhere = "MathJax takes another font, and in LaTeX and PDF it is missing";
    if (losesSpaces(parts, part)) {
      return "its spaces are lost, " + elsewhere;
    }
    boolean hasKatex =
        formula.verdict().of(EngineId.KATEX).filter(RenderOutcome::isRendered).isPresent();
    if (!hasKatex) {
      return elsewhere;
    }
    return Objection.isReported(formula, parts.span(part), UNLIKE_TEXT::equals)
        ? "KaTeX draws it otherwise than text, " + elsewhere
        : "KaTeX draws it like text and warns, but " + elsewhere;
  }

  private static boolean losesSpaces(FormulaParts parts, Part part) {
    if (part instanceof Part.BareText) {
      return false;
    }
    for (int i = part.first(); i <= part.last(); i++) {
      if (parts.isSpace(i)) {
        return true;
      }
    }
    return !spaceBefore(parts, part.first()).isEmpty()
        || !spaceBehind(parts, part.last()).isEmpty();
  }

  private static String example(FormulaParts parts, Part part) {
    Scope scope = parts.tokens().get(part.first()).scope();
    if (part instanceof Part.BareText bare) {
      return split(parts, bare).orElse(List.of()).stream()
          .map(piece -> "{" + TextFont.at(scope) + "{" + text(parts, piece) + "}}")
          .collect(Collectors.joining("", "`", "`"));
    }
    return "`" + TextFont.at(scope) + "{" + text(parts, part) + "}`";
  }

  private static int letters(Part.BareText bare) {
    return bare.words().stream().mapToInt(word -> word.last() - word.first() + 1).sum();
  }

  private static String text(FormulaParts parts, Part part) {
    return parts.tokens().subList(part.first(), part.last() + 1).stream()
        .map(PlacedToken::text)
        .collect(Collectors.joining());
  }

  // Text among mathematics, or alone between braces.

  private static Fix wrapped(TexWriter writer, FormulaParts parts, Part text) {
    Scope scope = parts.tokens().get(text.first()).scope();
    Optional<String> command =
        TextFont.insteadOfOwner(scope).filter(c -> isAll(parts, text, scope));
    if (command.isPresent()) {
      int owner = parts.indexOf(scope.owner().orElseThrow());
      return new Fix(
          "write `" + command.get() + "` instead of `" + scope.owner().orElseThrow().text() + "`",
          Applicability.SAFE,
          List.of(writer.exactly(owner, owner, command.get())));
    }
    String font = TextFont.at(scope);
    String wrapped =
        font
            + "{"
            + spaceBefore(parts, text.first())
            + text(parts, text)
            + spaceBehind(parts, text.last())
            + "}";
    return new Fix(
        "wrap the text in `" + font + "{…}`",
        Applicability.SAFE,
        List.of(writer.replace(text, wrapped)));
  }

  /** Whether nothing but a text stands between the braces of an argument. */
  private static boolean isAll(FormulaParts parts, Part text, Scope scope) {
    int before = text.first() - 1;
    int behind = text.last() + 1;
    return scope.isBraced()
        && before >= 0
        && behind < parts.tokens().size()
        && isBrace(parts.tokens().get(before), Token.Kind.BEGIN_GROUP, scope)
        && isBrace(parts.tokens().get(behind), Token.Kind.END_GROUP, scope);
  }

  private static boolean isBrace(PlacedToken token, Token.Kind kind, Scope scope) {
    return token.token().kind() == kind && token.scope() == scope;
  }

  /** The space between a variable and a word, which mathematics would swallow. */
  private static String spaceBefore(FormulaParts parts, int first) {
    // A blank behind a command may only end its name.
    boolean endsName =
        first > 1 && parts.tokens().get(first - 2).token().kind() == Token.Kind.CONTROL_WORD;
    return !endsName && parts.isSpaceInLine(first - 1) && isOrdinary(parts, first - 2, ")]}")
        ? " "
        : "";
  }

  private static String spaceBehind(FormulaParts parts, int last) {
    return parts.isSpaceInLine(last + 1) && isOrdinary(parts, last + 2, "([{") ? " " : "";
  }

  /** Whether a token is a letter, digit, bracket or symbol that leaves no room of its own. */
  private static boolean isOrdinary(FormulaParts parts, int index, String brackets) {
    if (index < 0 || index >= parts.tokens().size()) {
      return false;
    }
    Token token = parts.tokens().get(index).token();
    return switch (token.kind()) {
      case CHARACTER ->
          Character.isLetterOrDigit(token.text().codePointAt(0))
                  && !Letters.isLetter(token.text().codePointAt(0))
              || brackets.contains(token.text());
      case BEGIN_GROUP, END_GROUP -> brackets.contains(token.text());
      case CONTROL_WORD ->
          CommandTable.katex()
              .find(token.name())
              .filter(command -> !leavesRoom(command))
              .isPresent();
      default -> false;
    };
  }

  private static boolean leavesRoom(Command command) {
    return command.kind() == Command.Kind.MACRO
        || command.has(Command.Trait.INFIX)
        || SPACED.contains(command.detail())
        || command.detail().equals("environment")
        || command.detail().startsWith("leftright");
  }

  // Scripts and arguments without braces.

  private static Optional<Fix> braced(TexWriter writer, FormulaParts parts, Part.BareText bare) {
    return split(parts, bare)
        .map(
            pieces -> {
              Applicability applicability =
                  letters(bare) == bare.arguments() && pieces.size() == bare.arguments()
                      ? Applicability.SAFE
                      : Applicability.UNSAFE;
              return new Fix(
                  pieces.size() == 1
                      ? "put the text in braces, as `{\\text{…}}`"
                      : "put each argument in braces, as `{\\text{…}}`",
                  applicability,
                  edits(writer, parts, pieces));
            });
  }

  private static List<Edit> edits(TexWriter writer, FormulaParts parts, List<Part.Text> pieces) {
    Scope scope = parts.tokens().get(pieces.get(0).first()).scope();
    Optional<String> command = TextFont.insteadOfOwner(scope);
    List<Edit> edits = new ArrayList<>();
    if (command.isPresent()) {
      int owner = parts.indexOf(scope.owner().orElseThrow());
      edits.add(writer.exactly(owner, owner, command.get()));
    }
    for (Part.Text piece : pieces) {
      String text = text(parts, piece);
      String tex = command.isPresent() ? text : TextFont.at(scope) + "{" + text + "}";
      edits.add(writer.exactly(piece.first(), piece.last(), "{" + tex + "}"));
    }
    return edits;
  }

  /** Returns what the author meant as one argument each, if that can be told. */
  private static Optional<List<Part.Text>> split(FormulaParts parts, Part.BareText bare) {
    Part.Text word = bare.words().get(0);
    int length = word.last() - word.first() + 1;
    if (bare.words().size() > 1 || bare.arguments() == 1) {
      return Optional.of(bare.words());
    }
    if (isFollowedByArgument(parts, word)) {
      return Optional.of(List.of(word));
    }
    if (length % bare.arguments() != 0) {
      return Optional.empty();
    }
    int each = length / bare.arguments();
    List<Part.Text> pieces = new ArrayList<>();
    for (int first = word.first(); first <= word.last(); first += each) {
      pieces.add(new Part.Text(first, first + each - 1));
    }
    return Optional.of(pieces);
  }

  /** Whether what follows at once may be the argument that the author meant to be the last. */
  private static boolean isFollowedByArgument(FormulaParts parts, Part.Text word) {
    int next = word.last() + 1;
    return next < parts.tokens().size() && isOrdinary(parts, next, "{");
  }
}
