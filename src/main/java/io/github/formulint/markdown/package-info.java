/** What a reader of Markdown takes for a formula. */
package io.github.formulint.markdown;
