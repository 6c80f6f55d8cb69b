/** A document as it stands: its text, spans of UTF-16 offsets, lines and columns. */
package io.github.formulint.source;
