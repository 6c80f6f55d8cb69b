/**
 * The reading of Jekyll: kramdown, with and without its GFM parser. Kramdown tries a row of
 * expressions on the raw text of each container, and a math block beats every list, quote or
 * heading inside it; its own algorithm is followed here.
 */
package io.github.formulint.markdown.kramdown;
