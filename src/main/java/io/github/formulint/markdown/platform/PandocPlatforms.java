package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.pandoc.PandocGfmReader;
import io.github.formulint.markdown.pandoc.PandocReader;

/** pandoc, and the platforms that call it. */
final class PandocPlatforms {

  static final Platform PANDOC =
      Definition.of("pandoc", "pandoc")
          .profile(Profiles.PANDOC)
          .version("3.10")
          .source("source of Text.Pandoc.Readers.Markdown and Text.Pandoc.Parsing.Math")
          .certainty(VERIFIED)
          .reads(PandocReader.withDefaultExtensions());

  static final Platform PANDOC_SINGLE_BACKSLASH =
      Definition.of("pandoc-single-backslash", "pandoc with \\(")
          .profile(Profiles.PANDOC)
          .version("3.10")
          .source("as pandoc, with tex_math_single_backslash")
          .certainty(VERIFIED)
          .reads(PandocReader.withSingleBackslash());

  static final Platform PANDOC_DOUBLE_BACKSLASH =
      Definition.of("pandoc-double-backslash", "pandoc with \\\\(")
          .profile(Profiles.PANDOC)
          .version("3.10")
          .source("as pandoc, with tex_math_double_backslash; compared with pandoc 2.17")
          .certainty(VERIFIED)
          .reads(PandocReader.withDoubleBackslash());

  static final Platform PANDOC_GFM =
      Definition.of("pandoc-gfm", "pandoc -f gfm")
          .profile(Profiles.MATHJAX_FULL)
          .version("3.10")
          .source("source of Text.Pandoc.Readers.CommonMark with tex_math_dollars and tex_math_gfm")
          .certainty(VERIFIED)
          .reads(new PandocGfmReader());

  static final Platform QUARTO =
      Definition.of("quarto", "Quarto")
          .profile(Profiles.PANDOC)
          .version("pandoc 3.10")
          .source("documentation (Markdown Basics), then as pandoc")
          .certainty(MODEL)
          .limit("{{< and >}} are shortcodes, which run before Markdown.")
          .reads(PandocReader.withDefaultExtensions());

  static final Platform R_MARKDOWN =
      Definition.of("r-markdown", "R Markdown")
          .profile(Profiles.PANDOC)
          .version("pandoc 3.10")
          .source(
              "source of rmarkdown_format in rmarkdown 2, which adds tex_math_single_backslash, then as pandoc")
          .certainty(MODEL)
          .limit("Code such as `r x` runs before Markdown.")
          .limit("A bare address holds no formula, which this reading may see in http://a.b/$c$.")
          .reads(PandocReader.withSingleBackslash());

  private PandocPlatforms() {}
}
