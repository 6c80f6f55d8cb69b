/** Rules about the remarks that say which findings are not wanted. */
package io.github.formulint.rules.suppression;
