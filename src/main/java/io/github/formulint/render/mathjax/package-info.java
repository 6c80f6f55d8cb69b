/**
 * MathJax as an engine: the real one, from its WebJar, in QuickJS, as different pages set it up.
 */
package io.github.formulint.render.mathjax;
