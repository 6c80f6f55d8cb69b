/** The command that serves editors. */
package io.github.formulint.cli.editor;
