/** Readings of the platforms that read with micromark: remark-math, and what is built on it. */
package io.github.formulint.markdown.remark;
