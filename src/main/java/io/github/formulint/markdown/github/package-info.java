/** The reading of GitHub: a model, as its code is not public. */
package io.github.formulint.markdown.github;
