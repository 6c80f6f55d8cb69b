/** One run over documents, put together from its parts; the command line and Maven share it. */
package io.github.formulint.run;
