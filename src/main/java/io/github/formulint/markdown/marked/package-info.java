/** The reading of marked with its extension for KaTeX, after marked's own way to cut a text. */
package io.github.formulint.markdown.marked;
