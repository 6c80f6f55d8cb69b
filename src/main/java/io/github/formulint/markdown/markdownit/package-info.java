/** Readings of the platforms that read with a plugin of markdown-it, or of its port to Python. */
package io.github.formulint.markdown.markdownit;
