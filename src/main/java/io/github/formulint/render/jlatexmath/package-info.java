/**
 * JLaTeXMath, confined: {@link io.github.formulint.render.jlatexmath.JLatexMathProvider} opens
 * engines. Each formula goes one way: tokens, macros expanded, screening, translation from KaTeX's
 * TeX to JLaTeXMath's, and then JLaTeXMath itself, which lives behind a class loader of its own.
 */
package io.github.formulint.render.jlatexmath;
