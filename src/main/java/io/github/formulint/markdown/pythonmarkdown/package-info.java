/**
 * The reading of MkDocs: Python-Markdown with the arithmatex extension of PyMdown Extensions. Its
 * parser cuts raw text into blocks at blank lines and hands each to a row of processors, and its
 * inline patterns go over a whole block one after the other; no parser of another dialect reads as
 * it does, so its own algorithm is followed here.
 */
package io.github.formulint.markdown.pythonmarkdown;
