/**
 * The readings of pandoc: its own Markdown, with the backslash delimiters as a choice, and {@code
 * -f gfm}. Pandoc's own reader tries its parsers at each character and lets formulas run over lines
 * that other dialects would cut, so its algorithm is followed here; {@code -f gfm} is CommonMark.
 */
package io.github.formulint.markdown.pandoc;
