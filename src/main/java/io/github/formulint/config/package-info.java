/** The options of a run as one immutable value. */
package io.github.formulint.config;
