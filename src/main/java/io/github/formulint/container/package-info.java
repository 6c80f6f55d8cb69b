/** Files that are no Markdown but hold some: what stands in them, and how it is mended there. */
package io.github.formulint.container;
