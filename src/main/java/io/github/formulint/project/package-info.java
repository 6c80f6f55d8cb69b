/**
 * What publishes the documents of a project, as its files tell, and a configuration to begin with.
 */
package io.github.formulint.project;
