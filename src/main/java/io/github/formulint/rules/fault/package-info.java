/** What is wrong with formulas that engines refuse: the ground that the rules about them share. */
package io.github.formulint.rules.fault;
