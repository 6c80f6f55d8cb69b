/** The command line. */
package io.github.formulint.cli;
