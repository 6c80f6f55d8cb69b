/** One reading of TeX, for everything that looks inside a formula. */
package io.github.formulint.tex;
