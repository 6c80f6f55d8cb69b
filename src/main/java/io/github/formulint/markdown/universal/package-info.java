/**
 * The reading of what an author meant.
 *
 * <p>A document is read in two steps, both inside the parser. {@code MathBlocks} keeps the lines of
 * a formula together, whatever block they look like. {@code MathInlines} then asks {@code
 * FormulaFinder} at each mark what stands there. What the parser does not read as text, such as an
 * HTML block, {@code PlainText} goes over with the same {@code FormulaFinder}. The rules of what is
 * meant have a class each in {@code markdown.universal.mark}.
 */
package io.github.formulint.markdown.universal;
