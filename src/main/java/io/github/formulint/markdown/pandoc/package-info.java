/**
 * The reading of pandoc's own Markdown, with the backslash delimiters as a choice. Pandoc tries its
 * parsers at each character and lets formulas run over lines that other dialects would cut, so its
 * algorithm is followed here. Its GFM is CommonMark, and read with commonmark-java.
 */
package io.github.formulint.markdown.pandoc;
