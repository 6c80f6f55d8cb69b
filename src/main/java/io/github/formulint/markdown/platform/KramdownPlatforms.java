package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.platform.FrontMatter.YAML_OR_DOTS;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.kramdown.KramdownReader;

/** Platforms that read with kramdown. */
final class KramdownPlatforms {

  private static final String NO_TEMPLATES =
      "{{ and {% are Liquid, which runs before Markdown and takes them away.";

  static final Platform JEKYLL =
      Definition.of("jekyll", "Jekyll")
          .profile(Profiles.MATHJAX)
          .version("kramdown-parser-gfm 1.1")
          .source("source of kramdown 2.4 and of its GFM parser")
          .certainty(VERIFIED)
          .limit(NO_TEMPLATES)
          .frontMatter(YAML_OR_DOTS)
          .reads(KramdownReader.gfm());

  static final Platform KRAMDOWN =
      Definition.of("kramdown", "kramdown")
          .profile(Profiles.MATHJAX)
          .version("2.4")
          .source("source of kramdown")
          .certainty(VERIFIED)
          .reads(KramdownReader.kramdown());

  private KramdownPlatforms() {}
}
