/**
 * What earlier runs found: the findings of documents and the verdicts of formulas, kept in a file
 * that many runs share.
 *
 * <p>An entry is found by a digest of what it depends on: the document or the formula as it stands,
 * and the circumstances, such as the versions of formulint and of the engines. So an entry never
 * grows old: what was found in other circumstances is just not found. Nothing is kept that may have
 * been an accident of the machine, such as an engine that did not answer in time.
 */
package io.github.formulint.cache;
