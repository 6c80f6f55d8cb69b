/**
 * What is wanted of the findings: rules and their levels by path, remarks in the document, the
 * baseline, changed lines. It chooses among true findings and changes none of them.
 */
package io.github.formulint.select;
