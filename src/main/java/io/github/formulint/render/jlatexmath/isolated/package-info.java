/**
 * What touches JLaTeXMath: loaded anew with it for each engine, and known to the rest only as a
 * {@link io.github.formulint.render.jlatexmath.library.Typesetter}.
 */
package io.github.formulint.render.jlatexmath.isolated;
