/**
 * The readings of the platforms that read with flexmark-java. Flexmark itself is the parser here,
 * set up as the platform sets it up, so what it makes of a document is not modelled. Only {@code
 * FlexmarkReader} may be named outside: the other classes load Flexmark, which a run that asks for
 * none of these platforms does without.
 */
package io.github.formulint.markdown.flexmark;
