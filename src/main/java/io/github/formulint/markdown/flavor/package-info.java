/**
 * What the readings of platforms share whose Markdown is CommonMark or close to it; each parser
 * family has a package of its own beside this one.
 *
 * <p>A reader puts together what the platforms share and differ in: the blocks that hold formulas
 * ({@code MathBlock} and the factories that make it), the rule for dollars inside text ({@code
 * InlineRule}), and what becomes of the text between the delimiters. {@code FlavorReader} runs the
 * parser with them and lists what it found.
 */
package io.github.formulint.markdown.flavor;
