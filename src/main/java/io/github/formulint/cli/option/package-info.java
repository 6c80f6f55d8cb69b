/** The options of the commands, by what they are about, and what becomes of them. */
package io.github.formulint.cli.option;
