/**
 * KaTeX's TeX in JLaTeXMath's terms. {@link
 * io.github.formulint.render.jlatexmath.translation.Translator} goes through a formula; what each
 * command or environment becomes stands in a table ({@link
 * io.github.formulint.render.jlatexmath.translation.CommandTable}) or in the classes that it asks.
 */
package io.github.formulint.render.jlatexmath.translation;
