package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.jlatexmath.library.Fonts;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.sandbox.Sandbox;
import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens JLaTeXMath engines. They parse and lay out, and never paint; a formula cannot reach a file
 * or the network, nor change how the next is judged. What is not known to be cheap is rendered in a
 * {@link Sandbox}; another formula may still take long: the caller sets a deadline. A stack of 16
 * MB lets formulas nest as deeply as documents do. Thread-safe.
 */
public final class JLatexMathProvider implements RenderEngine.Provider {

  private static final String POM = "/META-INF/maven/org.scilab.forge/jlatexmath/pom.xml";

  private final Manner manner;
  private final TypesetterFactory factory = new TypesetterFactory();
  private final Fonts fonts;
  private final Sandbox.Shared sandboxes;

  /**
   * Makes the provider. Java is told to do without a display ({@code java.awt.headless}).
   *
   * @param manner how JLaTeXMath is asked
   * @param notices is told, at most once each, if the machine's fonts are not usable and if no
   *     sandbox can be started; must be thread-safe
   */
  public JLatexMathProvider(Manner manner, Consumer<String> notices) {
    this.manner = Objects.requireNonNull(manner);
    System.setProperty("java.awt.headless", "true");
    fonts = new Fonts(notices);
    sandboxes = SandboxedJLatexMath.shared(manner, notices);
  }

  @Override
  public EngineId id() {
    return EngineId.JLATEXMATH;
  }

  @Override
  public String version() {
    try {
      Optional<InputStream> found = Resources.find(JLatexMathProvider.class, POM);
      if (found.isPresent()) {
        try (InputStream in = found.get()) {
          String pom = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          Matcher version = Pattern.compile("<version>([0-9][^<]*)</version>").matcher(pom);
          if (version.find()) {
            return version.group(1);
          }
        }
      }
    } catch (IOException e) {
      // The version is for show: do without.
    }
    return "unknown";
  }

  @Override
  public RenderEngine open() throws EngineUnavailableException {
    return open(manner, factory, fonts, Optional.of(new Sandbox(sandboxes)));
  }

  static RenderEngine open(
      Manner manner, TypesetterFactory factory, Fonts fonts, Optional<Sandbox> sandbox)
      throws EngineUnavailableException {
    return switch (manner) {
      case PLAIN -> new PlainEngine(factory, fonts, sandbox);
      case TRANSLATED -> new TranslatedEngine(factory, fonts, sandbox);
    };
  }
}
