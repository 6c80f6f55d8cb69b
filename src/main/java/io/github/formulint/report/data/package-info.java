/** Reports for programs: JSON, and what other tools read. */
package io.github.formulint.report.data;
