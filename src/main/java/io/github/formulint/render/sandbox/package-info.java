/**
 * Formulas that are not known to be cheap are rendered in a {@link
 * io.github.formulint.render.sandbox.Sandbox}: a Java virtual machine of their own, with little
 * memory, that is ended when a formula takes too long. {@link
 * io.github.formulint.render.sandbox.SandboxServer} is what runs there.
 */
package io.github.formulint.render.sandbox;
