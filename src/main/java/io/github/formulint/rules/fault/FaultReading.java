package io.github.formulint.rules.fault;

import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.source.Span;
import io.github.formulint.tex.ForeignCommands;
import io.github.formulint.tex.Mode;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.TexFault.Kind;
import io.github.formulint.tex.TexStructure;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says which rule tells of which fault of structure. One mistake of an author may show as several
 * faults: those that follow from another are left out.
 */
public final class FaultReading {

  /**
   * Most faults of one formula that are looked at: each is compared with the others and with the
   * whole formula, which would take hours where a giant formula has a fault in every line.
   */
  public static final int MOST_FAULTS = 50;

  private final TexStructure structure;
  private final List<TexFault> noticed;
  private final List<PlacedToken> comments;
  private final List<Fault> faults = new ArrayList<>();

  private FaultReading(TexStructure structure) {
    this.structure = structure;
    this.comments =
        structure.tokens().stream()
            .filter(token -> token.token().kind() == Token.Kind.COMMENT)
            .toList();
    List<TexFault> all = structure.faults();
    this.noticed = all.subList(0, Math.min(all.size(), MOST_FAULTS));
  }

  /**
   * Returns the faults that have a rule, each once, in the order of their places; of a formula with
   * a great many, the first ones.
   */
  public static List<Fault> faults(TexStructure structure) {
    FaultReading reading = new FaultReading(structure);
    reading.doubledDollars();
    for (TexFault fault : reading.noticed) {
      reading.add(fault);
    }
    return reading.inOrder();
  }

  private List<Fault> inOrder() {
    Set<Object> known = new HashSet<>();
    return faults.stream()
        .limit(MOST_FAULTS)
        .filter(fault -> known.add(List.of(fault.defect(), fault.span())))
        .sorted(Comparator.comparing(Fault::span))
        .toList();
  }

  private void add(TexFault fault) {
    if (followsFromAnother(fault)) {
      return;
    }
    Optional<PlacedToken> comment = swallowingComment(fault);
    if (comment.isPresent()) {
      Token token = comment.get().token();
      Span percent = new Span(token.span().start(), token.span().start() + 1);
      faults.add(new Fault(Defect.SWALLOWING_COMMENT, percent, fault));
      return;
    }
    defect(fault).ifPresent(defect -> faults.add(new Fault(defect, fault.span(), fault)));
  }

  private Optional<Defect> defect(TexFault fault) {
    if (isForeignScript(fault)) {
      return Optional.empty();
    }
    return switch (fault.kind()) {
      case UNKNOWN_COMMAND -> Optional.of(unknownCommand(fault.subject()));
      case UNKNOWN_ENVIRONMENT ->
          Optional.of(
              ForeignCommands.findEnvironment(fault.subject()).isPresent()
                  ? Defect.UNSUPPORTED_ENVIRONMENT
                  : Defect.UNDEFINED_ENVIRONMENT);
      case SCRIPT_IN_TEXT -> Optional.of(Defect.SCRIPT_IN_TEXT);
      case COMMAND_NEEDS_BRACES -> Optional.of(Defect.UNBRACED_ARGUMENT);
      case DOUBLE_SUPERSCRIPT, DOUBLE_SUBSCRIPT -> Optional.of(Defect.DOUBLE_SCRIPT);
      case LIMITS_WITHOUT_OPERATOR -> Optional.of(Defect.MISPLACED_LIMITS);
      case MISSING_SCRIPT ->
          Optional.of(isLimits(fault) ? Defect.MISPLACED_LIMITS : Defect.MISSING_ARGUMENT);
      case MISSING_ARGUMENT -> Optional.of(Defect.MISSING_ARGUMENT);
      case UNCLOSED_GROUP, STRAY_GROUP_END, UNCLOSED_OPTIONAL_ARGUMENT ->
          Optional.of(Defect.UNBALANCED_BRACE);
      case LEFT_WITHOUT_RIGHT, RIGHT_WITHOUT_LEFT, MIDDLE_WITHOUT_LEFT ->
          Optional.of(Defect.UNPAIRED_LEFT_RIGHT);
      case INVALID_DELIMITER ->
          Optional.of(isEscapedBrace(fault) ? Defect.MARKDOWN_ESCAPE : Defect.INVALID_DELIMITER);
      case UNCLOSED_ENVIRONMENT, MISMATCHED_END, END_WITHOUT_BEGIN ->
          Optional.of(Defect.UNPAIRED_ENVIRONMENT);
      case NEEDS_DISPLAY ->
          Optional.of(
              fault.subject().equals("\\tag")
                  ? Defect.MISPLACED_TAG
                  : Defect.DISPLAY_ONLY_ENVIRONMENT);
      case SECOND_TAG -> Optional.of(Defect.MISPLACED_TAG);
      case INVALID_COLUMNS -> Optional.of(Defect.INVALID_COLUMNS);
      case ALIGNMENT_OUTSIDE_ENVIRONMENT, TOO_MANY_COLUMNS ->
          Optional.of(Defect.MISPLACED_ALIGNMENT);
      case PARAMETER_CHARACTER ->
          Optional.of(
              MarkdownEscapes.isDoubled(structure, fault.span())
                  ? Defect.MARKDOWN_ESCAPE
                  : Defect.UNESCAPED_HASH);
      case MATH_SHIFT_IN_MATH -> Optional.of(Defect.NESTED_DOLLAR);
      case WRONG_MODE ->
          Optional.of(
              MarkdownEscapes.isEscape(fault.subject())
                  ? Defect.MARKDOWN_ESCAPE
                  : Defect.MISPLACED_COMMAND);
      case INVALID_SIZE -> Optional.of(Defect.INVALID_LENGTH);
      case INVALID_COLOR -> Optional.of(Defect.INVALID_COLOR);
      default -> Optional.empty();
    };
  }

  /** Full-width delimiters and translated commands are no faults of TeX. */
  private static boolean isForeignScript(TexFault fault) {
    return (fault.kind() == Kind.UNKNOWN_COMMAND || fault.kind() == Kind.INVALID_DELIMITER)
        && fault.subject().chars().anyMatch(c -> c > 0x7F);
  }

  private static Defect unknownCommand(String name) {
    if (MarkdownEscapes.isEscape(name)) {
      return Defect.MARKDOWN_ESCAPE;
    }
    return ForeignCommands.find(name).isPresent()
        ? Defect.UNSUPPORTED_COMMAND
        : Defect.UNDEFINED_COMMAND;
  }

  private boolean isLimits(TexFault fault) {
    return structure
        .tokenAt(fault.noticedAt().start())
        .map(PlacedToken::token)
        .filter(token -> token.isCommand("\\limits") || token.isCommand("\\nolimits"))
        .isPresent();
  }

  private boolean isEscapedBrace(TexFault fault) {
    return fault.subject().equals("\\\\")
        && structure.tokenAt(fault.span().end()).filter(this::isBrace).isPresent();
  }

  private boolean isBrace(PlacedToken token) {
    return token.token().kind() == Token.Kind.BEGIN_GROUP
        || token.token().kind() == Token.Kind.END_GROUP;
  }

  /** Returns the comment that holds what a fault misses. */
  private Optional<PlacedToken> swallowingComment(TexFault fault) {
    String missed =
        switch (fault.kind()) {
          case UNCLOSED_GROUP, MISSING_ARGUMENT -> "}";
          case UNCLOSED_OPTIONAL_ARGUMENT -> "]";
          case LEFT_WITHOUT_RIGHT -> "\\right";
          case UNCLOSED_ENVIRONMENT -> "\\end";
          case UNCLOSED_INNER_FORMULA -> "$";
          default -> "";
        };
    if (missed.isEmpty()) {
      return Optional.empty();
    }
    return comments.stream()
        .filter(token -> token.span().start() >= fault.span().start())
        .filter(token -> token.text().contains(missed))
        .findFirst();
  }

  private boolean followsFromAnother(TexFault fault) {
    return switch (fault.kind()) {
      case ALIGNMENT_OUTSIDE_ENVIRONMENT ->
          isInUnknownCommand(fault.span())
              || isInUnclosedGroup(fault.span())
              || isTakenForColumns(fault.span());
      case END_WITHOUT_BEGIN -> isInUnclosedGroup(fault.span());
      case LEFT_WITHOUT_RIGHT -> isFollowedByInvalidDelimiter(fault.span());
      case RIGHT_WITHOUT_LEFT ->
          noticed.stream().anyMatch(other -> isInvalidBraceOf(other, "\\left", fault.span()));
      case MISSING_ARGUMENT ->
          fault.subject().equals("\\right")
              && noticed.stream()
                  .anyMatch(other -> isInvalidBraceOf(other, "\\left", fault.span()));
      case STRAY_GROUP_END ->
          noticed.stream()
              .anyMatch(
                  other ->
                      other.kind() == Kind.UNCLOSED_GROUP
                          && other.subject().equals("\\begingroup")
                          && other.span().start() < fault.span().start());
      case WRONG_MODE, SCRIPT_IN_TEXT -> isBehindDoubledDollar(fault);
      default -> false;
    };
  }

  /** Commands such as {@code \eqalign} hold columns where they are at home. */
  private boolean isInUnknownCommand(Span span) {
    return structure
        .tokenAt(span.start())
        .flatMap(token -> token.scope().enclosing(Scope.Kind.ARGUMENT))
        .flatMap(Scope::owner)
        .filter(owner -> ForeignCommands.find(owner.name()).isPresent())
        .isPresent();
  }

  /** The sign stands where the list of columns is due, and is told as that. */
  private boolean isTakenForColumns(Span span) {
    return noticed.stream()
        .anyMatch(other -> other.kind() == Kind.INVALID_COLUMNS && other.span().equals(span));
  }

  /** A brace that nothing closes hides the environment around it. */
  private boolean isInUnclosedGroup(Span span) {
    return noticed.stream()
        .filter(other -> other.kind() == Kind.UNCLOSED_GROUP)
        .anyMatch(
            other -> other.span().end() <= span.start() && span.end() <= other.noticedAt().start());
  }

  private boolean isFollowedByInvalidDelimiter(Span left) {
    return noticed.stream()
        .anyMatch(
            other ->
                isInvalidBraceOf(other, "\\left", Span.at(other.span().end()))
                    && tokenBefore(other.span())
                        .filter(token -> token.span().equals(left))
                        .isPresent());
  }

  /** Whether a fault is a brace, escaped or not, behind that command and before a place. */
  private boolean isInvalidBraceOf(TexFault fault, String command, Span before) {
    return fault.kind() == Kind.INVALID_DELIMITER
        && (fault.subject().equals("{") || isEscapedBrace(fault))
        && fault.span().start() < before.start()
        && tokenBefore(fault.span()).filter(token -> token.token().isCommand(command)).isPresent();
  }

  private Optional<PlacedToken> tokenBefore(Span span) {
    Optional<PlacedToken> token = at(span.start() - 1);
    while (token.filter(each -> each.token().isBlank()).isPresent()) {
      token = at(token.get().span().start() - 1);
    }
    return token;
  }

  private Optional<PlacedToken> at(int offset) {
    return offset < 0 ? Optional.empty() : structure.tokenAt(offset);
  }

  /** {@code $$x$$} in text is two formulas without content and bare commands between them. */
  private void doubledDollars() {
    if (noticed.stream().noneMatch(fault -> fault.kind() == Kind.WRONG_MODE)) {
      return;
    }
    for (Scope scope : structure.scopes()) {
      boolean doubled =
          scope.kind() == Scope.Kind.INNER_FORMULA
              && scope.span().of(structure.tex()).equals("$$")
              && scope.parent().filter(parent -> parent.mode() == Mode.TEXT).isPresent();
      if (doubled) {
        Span span = scope.span();
        faults.add(
            new Fault(
                Defect.NESTED_DOLLAR,
                span,
                new TexFault(Kind.MATH_SHIFT_IN_MATH, span, span, "$$")));
      }
    }
  }

  /** What stands behind {@code $$} in text was meant as a formula. */
  private boolean isBehindDoubledDollar(TexFault fault) {
    return faults.stream()
        .anyMatch(
            other ->
                other.fault().subject().equals("$$")
                    && other.span().start() < fault.span().start());
  }
}
