/** Where the command line reads and writes: streams, messages, progress, exit codes. */
package io.github.formulint.cli.console;
