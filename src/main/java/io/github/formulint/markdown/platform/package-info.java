/** The catalogue of the platforms whose reading is known. */
package io.github.formulint.markdown.platform;
