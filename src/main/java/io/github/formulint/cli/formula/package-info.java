/** Commands about formulas by themselves: those of documents, and those handed over. */
package io.github.formulint.cli.formula;
