/** What a rule is, and what it is handed. */
package io.github.formulint.rule;
