/** The pipeline from documents to findings. */
package io.github.formulint.lint;
