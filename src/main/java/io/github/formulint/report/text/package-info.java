/** Reports for people: terminals, logs, and the words that they share. */
package io.github.formulint.report.text;
