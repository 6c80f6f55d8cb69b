package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.platform.FrontMatter.YAML;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.remark.CherryStudioReader;
import io.github.formulint.markdown.remark.RemarkReader;

/** Platforms that read with remark-math, or with what is built on micromark. */
final class RemarkPlatforms {

  static final Platform REMARK =
      Definition.of("remark", "remark-math")
          .profile(Profiles.KATEX)
          .version("remark-math 6.0")
          .source("source of micromark-extension-math 3.1 and mdast-util-math 3.0")
          .certainty(VERIFIED)
          .reads(RemarkReader.withSingleDollars());

  static final Platform REMARK_NO_SINGLE_DOLLAR =
      Definition.of("remark-no-single-dollar", "remark-math without $")
          .profile(Profiles.KATEX)
          .version("remark-math 6.0")
          .source(
              "source of micromark-extension-math 3.1 and mdast-util-math 3.0, singleDollarTextMath: false")
          .certainty(VERIFIED)
          .reads(RemarkReader.withoutSingleDollars());

  static final Platform DOCUSAURUS =
      Definition.of("docusaurus", "Docusaurus")
          .profile(Profiles.KATEX)
          .version("3, remark-math 6.0")
          .source("documentation (Math Equations), then as remark; MDX reads no indented code")
          .certainty(MODEL)
          .limit(
              "MDX reads JavaScript between { and }, and Markdown between the tags of blocks; this reading does neither.")
          .frontMatter(YAML)
          .reads(RemarkReader.withSingleDollars().withoutIndentedCode());

  static final Platform CHERRY_STUDIO =
      Definition.of("cherry-studio", "Cherry Studio")
          .profile(Profiles.KATEX)
          .version("1.6, remark-math 6.0")
          .source(
              "source of processLatexBrackets (src/renderer/src/utils/markdown.ts), then as remark")
          .certainty(MODEL)
          .limit(
              "Its settings may turn single dollars off, choose MathJax, or show no formulas at all.")
          .reads(new CherryStudioReader());

  private RemarkPlatforms() {}
}
