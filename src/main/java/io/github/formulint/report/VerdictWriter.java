package io.github.formulint.report;

import io.github.formulint.render.Verdict;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.util.Map;

/** Writes the verdicts of bare formulas, in one format, a line each. For one thread. */
public interface VerdictWriter {

  /**
   * Writes the verdict of a formula.
   *
   * @param formula the formula
   * @param verdict what the engines say
   * @param members what else is known of the formula, by name, each value as JSON
   * @throws IOException if the output cannot be written
   */
  void verdict(MathSource formula, Verdict verdict, Map<String, String> members) throws IOException;

  /**
   * Writes that a line of the input is no formula.
   *
   * @param line number of the line, from 1
   * @param problem what is wrong with it
   * @throws IOException if the output cannot be written
   */
  void unreadable(long line, String problem) throws IOException;

  /**
   * Hands everything on to the output.
   *
   * @throws IOException if the output cannot be written
   */
  void flush() throws IOException;
}
