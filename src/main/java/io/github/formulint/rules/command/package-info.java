/** Rules about commands and environments: unknown, out of place, or not as they were meant. */
package io.github.formulint.rules.command;
