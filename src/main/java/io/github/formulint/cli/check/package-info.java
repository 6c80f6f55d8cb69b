/** The command that checks documents. */
package io.github.formulint.cli.check;
