package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.Platform.MathText.AFTER_MARKDOWN;
import static io.github.formulint.markdown.platform.FrontMatter.YAML_OR_DOTS;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.kramdown.KramdownReader;
import io.github.formulint.markdown.rendered.KramdownMathJaxReader;

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

  static final Platform JEKYLL_MATHJAX =
      Definition.of("jekyll-mathjax", "Jekyll with MathJax")
          .profile(Profiles.MATHJAX)
          .mathText(AFTER_MARKDOWN)
          .version("kramdown-parser-gfm 1.1, MathJax 3 and 4 with $ in the page")
          .source(
              "source of kramdown 2.4 and of its GFM parser; source of FindTeX and HTMLDomStrings of"
                  + " MathJax; emphasis, links and code as in CommonMark")
          .certainty(MODEL)
          .limit(NO_TEMPLATES)
          .limit("Without $ among the delimiters of MathJax's configuration it reads as jekyll.")
          .frontMatter(YAML_OR_DOTS)
          .reads(KramdownMathJaxReader.gfm());

  static final Platform KRAMDOWN =
      Definition.of("kramdown", "kramdown")
          .profile(Profiles.MATHJAX)
          .version("2.4")
          .source("source of kramdown")
          .certainty(VERIFIED)
          .reads(KramdownReader.kramdown());

  private KramdownPlatforms() {}
}
