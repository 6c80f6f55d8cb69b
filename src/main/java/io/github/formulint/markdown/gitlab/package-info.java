/** The reading of GitLab, after comrak. */
package io.github.formulint.markdown.gitlab;
