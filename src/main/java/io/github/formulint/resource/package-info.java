/** What stands beside the classes. */
package io.github.formulint.resource;
