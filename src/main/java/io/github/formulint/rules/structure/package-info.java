/** Rules about the structure of TeX: braces, pairs, scripts, arguments and their values. */
package io.github.formulint.rules.structure;
