/**
 * Rules that hold a document against the platforms that publish it: formulas that one loses, makes
 * up, or changes.
 */
package io.github.formulint.rules.platform;
