/**
 * Readers built on commonmark-java.
 *
 * <p>A document is read in two steps, both inside the parser. {@code MathBlocks} keeps the lines of
 * a formula together, whatever block they look like. {@code MathInlines} then asks {@code
 * FormulaFinder} at each mark what stands there. The rules on which a platform can differ have a
 * class each: {@code EscapeRule}, {@code DollarRule}, {@code BracketRule}, {@code EnvironmentRule},
 * {@code ProseRule}.
 */
package io.github.formulint.markdown.commonmark;
