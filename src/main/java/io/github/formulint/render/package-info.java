/** Whether a formula renders, by the verdict of real engines. */
package io.github.formulint.render;
