/**
 * One reading of TeX, for everything that looks inside a formula.
 *
 * <ul>
 *   <li>{@code Tokenizer} cuts TeX into {@code Token}s.
 *   <li>{@code TexStructure} says of each token its mode and the argument, script, cell or group it
 *       stands in, and lists the faults of structure; {@code TexReader} is how it is made.
 *   <li>{@code CommandTable} holds all that KaTeX knows by name, read out of KaTeX while formulint
 *       is built; {@code ForeignCommands} what authors bring from elsewhere.
 *   <li>{@code CommandSuggestions} says what was meant by a name that KaTeX does not know.
 * </ul>
 */
package io.github.formulint.tex;
