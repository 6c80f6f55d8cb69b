package io.github.formulint.maven;

import io.github.formulint.config.Config;
import io.github.formulint.config.FixMode;
import io.github.formulint.config.Settings;
import io.github.formulint.diagnostic.Applicability;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Mends the formulas of Markdown documents where that is safe, and reports what remains, which
 * makes the build fail as check does. Every fix is proven first: the mended document was read and
 * rendered again.
 */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends FormulintMojo {

  /** Skip this goal. */
  @Parameter(property = "formulint.fix.skip", defaultValue = "false")
  private boolean skipFix;

  /** Apply the fixes that may change the meaning as well. Look at what changed. */
  @Parameter(property = "formulint.unsafeFixes", defaultValue = "false")
  private boolean unsafeFixes;

  @Override
  boolean isSkipped() {
    return skipFix;
  }

  @Override
  Config config(Settings settings) {
    Set<Applicability> applied =
        unsafeFixes ? Set.of(Applicability.SAFE, Applicability.UNSAFE) : Set.of(Applicability.SAFE);
    return settings.config(FixMode.APPLY, applied);
  }

  @Override
  void execute(ModuleRun run) throws MojoExecutionException, MojoFailureException {
    run.execute(Optional.empty());
  }
}
