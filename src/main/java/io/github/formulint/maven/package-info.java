/** The goals of the Maven plugin. */
package io.github.formulint.maven;
