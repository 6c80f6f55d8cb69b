package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.marked.MarkedReader;

/** Platforms that read with marked. */
final class MarkedPlatforms {

  static final Platform MARKED_KATEX =
      Definition.of("marked-katex", "marked-katex-extension")
          .profile(Profiles.KATEX)
          .version("5.1, marked 18")
          .source("source of the extension (inlineRule, blockRule)")
          .certainty(VERIFIED)
          .reads(new MarkedReader());

  private MarkedPlatforms() {}
}
