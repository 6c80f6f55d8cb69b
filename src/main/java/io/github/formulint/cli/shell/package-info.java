/** What shells and manuals want: completion, the manual page, the installed launcher. */
package io.github.formulint.cli.shell;
