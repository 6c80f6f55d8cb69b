package io.github.formulint.rule;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.EngineId;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks for one kind of defect. The page {@code rules/<id>.md} tells people what it does.
 * Implementations are stateless and thread-safe.
 */
public interface Rule {

  /** Returns the name of the rule. */
  RuleId id();

  /** Returns what the rule looks at. */
  RuleFamily family();

  /** Returns how much its gravest findings matter. */
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * Returns who may apply its fixes: one value for each kind of fix it has; empty if it has none.
   */
  default Set<Applicability> fixes() {
    return Set.of();
  }

  /**
   * Returns whether it looks at what platforms make of a document and at nothing else. Proofs of
   * fixes compare what platforms read by themselves, so they need not ask it.
   */
  default boolean isAboutPlatforms() {
    return false;
  }

  /**
   * Returns whether a run can find what it looks for: many a rule finds nothing unless platforms or
   * certain engines are asked, so that nothing found says nothing there.
   *
   * @param engines the engines that are asked
   * @param hasPlatforms whether platforms are asked for
   */
  default boolean canFind(Set<EngineId> engines, boolean hasPlatforms) {
    return hasPlatforms || !isAboutPlatforms();
  }

  /**
   * Hands over what is wrong in a document, in any order.
   *
   * @param document the document, its formulas and their verdicts
   * @param findings takes each finding
   */
  void check(DocumentContext document, Consumer<Diagnostic> findings);
}
