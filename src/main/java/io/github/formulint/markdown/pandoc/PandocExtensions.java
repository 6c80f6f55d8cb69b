package io.github.formulint.markdown.pandoc;

/**
 * The extensions of pandoc's Markdown that bring further delimiters.
 *
 * @param singleBackslash {@code tex_math_single_backslash}
 * @param doubleBackslash {@code tex_math_double_backslash}
 */
record PandocExtensions(boolean singleBackslash, boolean doubleBackslash) {}
