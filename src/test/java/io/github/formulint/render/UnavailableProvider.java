package io.github.formulint.render;

/**
 * An engine for tests that cannot be opened.
 *
 * @param failure what is thrown instead
 */
record UnavailableProvider(Throwable failure) implements RenderEngine.Provider {

  @Override
  public EngineId id() {
    return EngineId.KATEX;
  }

  @Override
  public String version() {
    return "4.5.6";
  }

  @Override
  public RenderEngine open() throws EngineUnavailableException {
    if (failure instanceof EngineUnavailableException unavailable) {
      throw unavailable;
    }
    throw (Error) failure;
  }
}
