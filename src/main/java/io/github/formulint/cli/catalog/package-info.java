/** Commands that print what formulint knows: rules, platforms, the configuration. */
package io.github.formulint.cli.catalog;
