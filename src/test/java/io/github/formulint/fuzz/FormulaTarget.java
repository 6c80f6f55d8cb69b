package io.github.formulint.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The target whose input is decisions of the {@link FormulaGrammar}. Jazzer calls it by name. */
public final class FormulaTarget {

  private static final PipelineCheck CHECK = new PipelineCheck();

  private FormulaTarget() {}

  /**
   * Checks the document that some decisions lead to.
   *
   * @param decisions the decisions
   */
  public static void fuzzerTestOneInput(byte[] decisions) {
    CHECK.check(FormulaGrammar.document(decisions).getBytes(UTF_8));
  }
}
