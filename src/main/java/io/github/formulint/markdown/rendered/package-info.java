/**
 * The readings of platforms that turn Markdown into HTML first and look for formulas in the text of
 * the page: KaTeX auto-render, MathJax and JupyterLab.
 */
package io.github.formulint.markdown.rendered;
