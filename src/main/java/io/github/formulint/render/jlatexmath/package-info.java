/**
 * JLaTeXMath, confined: {@link io.github.formulint.render.jlatexmath.JLatexMathProvider} opens
 * engines. Each formula goes one way: tokens, macros expanded, screening, translation from KaTeX's
 * TeX to JLaTeXMath's ({@code translation}), and then JLaTeXMath itself, which lives behind a class
 * loader of its own ({@code isolated}) and is known to the rest by {@code library} alone.
 */
package io.github.formulint.render.jlatexmath;
