/** Rules about whether formulas render. */
package io.github.formulint.rules.rendering;
