/** Macros that pages define before their formulas, and where sites keep them. */
package io.github.formulint.config.macros;
