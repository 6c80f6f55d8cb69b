/** Which files a run looks at. */
package io.github.formulint.files;
