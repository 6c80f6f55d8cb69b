/** {@code formulint init}: a configuration to begin with. */
package io.github.formulint.cli.setup;
