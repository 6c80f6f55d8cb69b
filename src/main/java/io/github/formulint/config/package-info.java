/** The options of a run as one immutable value, and the places where people write them. */
package io.github.formulint.config;
