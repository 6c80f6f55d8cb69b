/**
 * What engines written in JavaScript share: the native library of QuickJS, the scripts on the class
 * path, the call of a formula and its answer, and the limits of time, memory and stack.
 *
 * <p>{@code judge.js} of each engine is the part that runs next to it. It defines {@code
 * judgeFormula(tex, display, definitions, profile)}, which gets ASCII literals and gives back ASCII
 * JSON, since only ASCII passes the boundary unharmed.
 */
package io.github.formulint.render.quickjs;
