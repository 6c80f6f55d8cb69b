/** Remarks in a document that say which findings are not wanted there. */
package io.github.formulint.suppression;
