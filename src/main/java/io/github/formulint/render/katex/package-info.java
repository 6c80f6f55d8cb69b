/** KaTeX as an engine: the real one, from its WebJar, in QuickJS. */
package io.github.formulint.render.katex;
