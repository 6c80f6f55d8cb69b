/**
 * JLaTeXMath as the rest of formulint knows it: how it is asked ({@link
 * io.github.formulint.render.jlatexmath.library.Manner}), what it answers, what its messages mean,
 * and whether it can lay out here.
 */
package io.github.formulint.render.jlatexmath.library;
