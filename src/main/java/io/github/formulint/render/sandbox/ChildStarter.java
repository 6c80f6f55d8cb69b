package io.github.formulint.render.sandbox;

import java.io.IOException;

/** Starts the process in which a sandbox renders. Implementations are thread-safe. */
@FunctionalInterface
public interface ChildStarter {

  /**
   * Starts a process that runs {@link SandboxServer}. It is destroyed by the one who asked for it.
   *
   * @throws IOException if it cannot be started; the message says why, in words
   */
  Process start() throws IOException;
}
