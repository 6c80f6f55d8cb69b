package io.github.formulint.run;

import io.github.formulint.cache.Cache;
import io.github.formulint.cache.Circumstances;
import io.github.formulint.config.Config;
import io.github.formulint.report.RunInfo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens what earlier runs found. */
public final class CacheOpener {

  private CacheOpener() {}

  /**
   * Returns what earlier runs found in the circumstances of this one.
   *
   * @param folder where it is kept; it need not exist
   * @param config what is asked for
   * @param info what is known of the run
   * @param notices takes what people should know; on any thread
   * @return empty if this build of formulint cannot be told from others
   */
  public static Optional<Cache> open(
      Path folder, Config config, RunInfo info, Consumer<String> notices) {
    Optional<String> build = Build.identity();
    if (build.isEmpty()) {
      return Optional.empty();
    }
    Circumstances circumstances =
        new Circumstances(build.get(), info.engines(), config.platforms());
    return Optional.of(Cache.open(folder, circumstances, notices));
  }
}
