/** The rules: one class for each, by family, listed in {@code BuiltInRules}. */
package io.github.formulint.rules;
