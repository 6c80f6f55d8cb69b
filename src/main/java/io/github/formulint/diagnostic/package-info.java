/** What is told to the author of a document. */
package io.github.formulint.diagnostic;
