/**
 * KaTeX as an engine: the real one, from its WebJar, in QuickJS.
 *
 * <p>{@code judge.js} is the part that runs next to KaTeX. It gets a formula as an ASCII literal
 * and gives back ASCII JSON, since only ASCII passes the boundary unharmed.
 */
package io.github.formulint.render.katex;
