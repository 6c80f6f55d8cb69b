/**
 * Fuzzing: targets for Jazzer that hold the whole pipeline against what formulint promises, and the
 * runs of them, brief in the tests and long by hand.
 */
package io.github.formulint.fuzz;
