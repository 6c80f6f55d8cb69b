/** Proves fixes, applies them, and writes mended documents. */
package io.github.formulint.fix;
