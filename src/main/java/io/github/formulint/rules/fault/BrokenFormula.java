package io.github.formulint.rules.fault;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.TexStructure;
import io.github.formulint.tex.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A formula that the deciding engine refuses, read as TeX. Immutable.
 *
 * @param judged the formula
 * @param structure how it is read
 * @param faults what is wrong with its structure, each fault once, in the order of their places
 * @param engine the engine that refuses it, or shows a part of it
 */
public record BrokenFormula(
    JudgedFormula judged, TexStructure structure, List<Fault> faults, EngineId engine) {

  /**
   * A fault of structure and the rule that tells of it.
   *
   * @param defect which rule
   * @param span where, in UTF-16 offsets into the TeX
   * @param fault the fault as the reader of TeX tells it
   */
  public record Fault(Defect defect, Span span, TexFault fault) {}

  /** Copies the list. */
  public BrokenFormula {
    faults = List.copyOf(faults);
  }

  /** Returns a formula as each deciding engine that refuses it sees it; mostly none. */
  public static List<BrokenFormula> of(JudgedFormula formula) {
    return Judgement.failures(formula.verdict()).stream()
        .filter(each -> !(each.outcome() instanceof RenderOutcome.Crashed))
        .map(each -> of(formula, each))
        .toList();
  }

  /**
   * KaTeX tells only the first fault, so all that the structure shows are taken. Other engines take
   * much that KaTeX refuses, so of theirs only the faults that they speak of are taken.
   */
  private static BrokenFormula of(JudgedFormula formula, Judgement failure) {
    TexStructure structure = formula.structure();
    List<Fault> faults =
        switch (failure.engine()) {
          case KATEX -> FaultReading.faults(structure);
          case KATEX_SHARED -> {
            String defined =
                String.join("\n", formula.context().source(formula.formula()).definitions());
            yield FaultReading.faults(structure).stream()
                .filter(
                    fault ->
                        fault.fault().kind() != TexFault.Kind.UNKNOWN_COMMAND
                            || !defined.contains(fault.fault().subject()))
                .toList();
          }
          case JLATEXMATH -> {
            Optional<Span> place = failure.outcome().place();
            yield FaultReading.faults(structure).stream()
                .filter(fault -> place.filter(span -> touch(span, fault)).isPresent())
                .toList();
          }
          case MATHJAX_GITHUB, MATHJAX_FULL, MATHJAX_STANDARD ->
              MathJaxFaults.of(failure.outcome(), structure);
        };
    return new BrokenFormula(formula, structure, faults, failure.engine());
  }

  /** Returns whether an engine that names a place means that fault. */
  public static boolean touch(Span place, Fault fault) {
    return touch(place, fault.span())
        || touch(place, fault.fault().span())
        || touch(place, fault.fault().noticedAt());
  }

  /** Returns whether two spans overlap, or touch where one of them is empty. */
  public static boolean touch(Span one, Span other) {
    return one.overlaps(other)
        || (one.isEmpty() || other.isEmpty())
            && one.start() <= other.end()
            && other.start() <= one.end();
  }

  /** Returns the faults of one rule. */
  public List<Fault> faults(Defect defect) {
    return faults.stream().filter(fault -> fault.defect() == defect).toList();
  }

  /** Returns the TeX as the engines get it; as long as that of the author. */
  public String tex() {
    return structure.tex();
  }

  /** Returns the token at an offset into the TeX, in UTF-16 code units. */
  public Optional<PlacedToken> tokenAt(int offset) {
    return offset < 0 ? Optional.empty() : structure.tokenAt(offset);
  }

  /** Returns the next token behind an offset that is not blank. */
  public Optional<PlacedToken> next(int offset) {
    Optional<PlacedToken> token = tokenAt(offset);
    while (token.filter(each -> each.token().isBlank()).isPresent()) {
      token = tokenAt(token.get().span().end());
    }
    return token;
  }

  /** Returns the last token before an offset that is not blank. */
  public Optional<PlacedToken> previous(int offset) {
    Optional<PlacedToken> token = tokenAt(offset - 1);
    while (token.filter(each -> each.token().isBlank()).isPresent()) {
      token = tokenAt(token.get().span().start() - 1);
    }
    return token;
  }

  /** Returns a command with its arguments, an environment from begin to end, or the token alone. */
  public Span extent(Token token) {
    int end = token.span().end();
    for (Scope scope : structure.scopes()) {
      if (scope.kind() != Scope.Kind.CELL && scope.owner().filter(token::equals).isPresent()) {
        end = Math.max(end, scope.span().end());
      }
    }
    return new Span(token.span().start(), end);
  }

  /** Returns an argument of a command, if it stands there in braces. */
  public Optional<Scope> bracedArgument(Token command, int index) {
    return structure.scopes().stream()
        .filter(scope -> scope.kind() == Scope.Kind.ARGUMENT && scope.index() == index)
        .filter(scope -> scope.isBraced() && scope.owner().filter(command::equals).isPresent())
        .findFirst();
  }

  /** Returns the place behind the last character before an offset that is not white space. */
  public Span insertionBefore(int offset) {
    return Span.at(previous(offset).map(token -> token.span().end()).orElse(offset));
  }

  /** Returns the edit of the source that replaces a part of the TeX. */
  public Edit edit(Span texSpan, String replacement) {
    return judged.edit(texSpan, replacement);
  }

  /** Returns a fix made of edits. */
  public static Fix fix(String description, Applicability applicability, Edit... edits) {
    return new Fix(description, applicability, Arrays.asList(edits));
  }
}
