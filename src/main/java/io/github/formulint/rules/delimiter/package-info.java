/** Rules about the marks around formulas. */
package io.github.formulint.rules.delimiter;
