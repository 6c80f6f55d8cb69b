/**
 * What a report is: what reporters are handed, in which order, and what is counted. {@code
 * report.text} has those for people, {@code report.data} those for programs.
 */
package io.github.formulint.report;
