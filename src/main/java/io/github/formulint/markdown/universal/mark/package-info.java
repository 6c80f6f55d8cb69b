/**
 * What is meant by a mark of mathematics in a text: {@code DollarRule}, {@code BracketRule}, {@code
 * EnvironmentRule}, {@code ProseRule}, {@code StrayRule}. They look at text alone and know nothing
 * of the tree of a document.
 */
package io.github.formulint.markdown.universal.mark;
