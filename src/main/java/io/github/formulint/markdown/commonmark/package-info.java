/**
 * What all readers built on commonmark-java share: where the parser was set to work in a document,
 * the source of its nodes, footnotes, tables as GitHub has them.
 */
package io.github.formulint.markdown.commonmark;
