/** The language server: tells editors what is wrong as people type, and mends it there. */
package io.github.formulint.lsp;
