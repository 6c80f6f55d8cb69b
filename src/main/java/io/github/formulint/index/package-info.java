/** What earlier runs know: the verdicts of formulas, kept in a file. */
package io.github.formulint.index;
