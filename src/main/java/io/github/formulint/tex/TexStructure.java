package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How KaTeX reads a formula: for each token its mode, the group, argument, environment and cell it
 * stands in; and the faults of structure. Any text has a structure; reading it takes time and
 * memory in proportion to its length. Immutable and thread-safe.
 *
 * <p>It is a model of KaTeX, not KaTeX: a formula without faults may still be rejected, and after
 * the first fault the reading is a guess at what the author meant. Where a formula defines macros
 * that open what they do not close, no fault is told at all.
 */
public final class TexStructure {

  private final String tex;
  private final List<PlacedToken> tokens;
  private final List<TexFault> faults;
  private final List<Scope> scopes;

  TexStructure(String tex, List<PlacedToken> tokens, List<Scope> scopes, List<TexFault> faults) {
    this.tex = tex;
    this.tokens = List.copyOf(tokens);
    this.scopes = List.copyOf(scopes);
    this.faults = List.copyOf(faults);
  }

  /**
   * Reads a formula.
   *
   * @param source the formula
   */
  public static TexStructure of(MathSource source) {
    return TexReader.read(source.tex(), source.style());
  }

  /** Returns the TeX that was read. */
  public String tex() {
    return tex;
  }

  /** Returns all tokens in order; their texts, joined, are the TeX. */
  public List<PlacedToken> tokens() {
    return tokens;
  }

  /** Returns all scopes, each before those within it; the first is the formula. */
  public List<Scope> scopes() {
    return scopes;
  }

  /** Returns the faults in the order in which a parser notices them. */
  public List<TexFault> faults() {
    return faults;
  }

  /**
   * Returns the token that covers an offset.
   *
   * @param offset offset into the TeX in UTF-16 code units
   * @return empty at and behind the end
   */
  public Optional<PlacedToken> tokenAt(int offset) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = tokens.get(middle).span();
      if (offset < span.start()) {
        high = middle - 1;
      } else if (offset >= span.end()) {
        low = middle + 1;
      } else {
        return Optional.of(tokens.get(middle));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the longest runs of neighbouring tokens of one scope that pass a test, in order. So
   * {@code runs(t -> t.mode() == Mode.MATH && isHan(t))} finds bare Chinese text, argument by
   * argument.
   *
   * @param test says of a token whether it belongs to a run
   */
  public List<Run> runs(Predicate<PlacedToken> test) {
    List<Run> runs = new ArrayList<>();
    List<PlacedToken> run = new ArrayList<>();
    for (PlacedToken token : tokens) {
      boolean passes = test.test(token);
      if (!run.isEmpty() && (!passes || token.scope() != run.get(0).scope())) {
        runs.add(new Run(run));
        run = new ArrayList<>();
      }
      if (passes) {
        run.add(token);
      }
    }
    if (!run.isEmpty()) {
      runs.add(new Run(run));
    }
    return runs;
  }

  /**
   * Returns the comment at the end that no line end closes: in the source of a document it would
   * swallow the closing delimiter or the text behind it. KaTeX takes it, and reports it.
   */
  public Optional<PlacedToken> unfinishedComment() {
    return tokens.isEmpty()
        ? Optional.empty()
        : Optional.of(tokens.get(tokens.size() - 1))
            .filter(last -> last.token().kind() == Token.Kind.COMMENT)
            .filter(last -> !last.text().endsWith("\n"));
  }

  /**
   * Neighbouring tokens of one scope. Immutable.
   *
   * @param tokens the tokens in order, at least one
   */
  public record Run(List<PlacedToken> tokens) {

    /** Checks that there is a token and copies the list. */
    public Run {
      tokens = List.copyOf(tokens);
      Objects.checkIndex(0, tokens.size());
    }

    /** Returns the scope that all of them belong to. */
    public Scope scope() {
      return tokens.get(0).scope();
    }

    /** Returns where they stand, in UTF-16 offsets into the TeX. */
    public Span span() {
      return new Span(tokens.get(0).span().start(), tokens.get(tokens.size() - 1).span().end());
    }
  }
}
