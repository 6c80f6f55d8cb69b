/**
 * What becomes of the formulas of a document on a platform: the universal reading says what the
 * author meant, the platform's own reading what it shows.
 */
package io.github.formulint.markdown.comparison;
