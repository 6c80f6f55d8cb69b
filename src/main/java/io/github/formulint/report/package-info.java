/** The output formats: one class for each. */
package io.github.formulint.report;
