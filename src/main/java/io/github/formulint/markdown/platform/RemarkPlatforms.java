package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.platform.FrontMatter.YAML;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.remark.CherryStudio2Reader;
import io.github.formulint.markdown.remark.CherryStudioReader;
import io.github.formulint.markdown.remark.RemarkReader;
import io.github.formulint.markdown.remark.StreamdownReader;

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

  static final Platform NEXTRA =
      Definition.of("nextra", "Nextra")
          .profile(Profiles.KATEX)
          .version("4.6, remark-math 6.0")
          .source(
              "source of nextra 4.6.1 (server/compile.js), then as remark; MDX reads no indented code")
          .certainty(MODEL)
          .limit("Its option latex has to be true; with the renderer mathjax MathJax shows them.")
          .limit(
              "MDX reads JavaScript between { and }, and Markdown between the tags of blocks; this reading does neither.")
          .frontMatter(YAML)
          .reads(RemarkReader.withSingleDollars().withoutIndentedCode());

  static final Platform STREAMDOWN =
      Definition.of("streamdown", "Streamdown")
          .profile(Profiles.KATEX)
          .version("2.7, @streamdown/math 1.0")
          .source(
              "source of createMathPlugin in @streamdown/math 1.0.3: remark-math 6 with"
                  + " singleDollarTextMath: false, and rehype-katex")
          .certainty(VERIFIED)
          .limit("While a message streams, each block is rendered alone, as marked cuts the text.")
          .reads(new StreamdownReader());

  static final Platform CHERRY_STUDIO =
      Definition.of("cherry-studio", "Cherry Studio")
          .profile(Profiles.KATEX)
          .version("2, streamdown 2.7")
          .source(
              "source of remarkLatexMath (src/renderer/utils/remarkLatexMath.ts), then as streamdown"
                  + " with single dollars")
          .certainty(VERIFIED)
          .limit("Its settings may turn single dollars off.")
          .limit("While a message streams, each block is rendered alone, as marked cuts the text.")
          .reads(CherryStudio2Reader.withSingleDollars());

  static final Platform CHERRY_STUDIO_NO_SINGLE_DOLLAR =
      Definition.of("cherry-studio-no-single-dollar", "Cherry Studio without $")
          .profile(Profiles.KATEX)
          .version("2, streamdown 2.7")
          .source("as cherry-studio, with single dollars turned off in its settings")
          .certainty(MODEL)
          .limit("While a message streams, each block is rendered alone, as marked cuts the text.")
          .reads(CherryStudio2Reader.withoutSingleDollars());

  static final Platform CHERRY_STUDIO_1 =
      Definition.of("cherry-studio-1", "Cherry Studio 1")
          .profile(Profiles.KATEX)
          .version("1.6 to 1.9, remark-math 6.0")
          .source(
              "source of processLatexBrackets (src/renderer/src/utils/markdown.ts), then as remark")
          .certainty(MODEL)
          .limit(
              "Its settings may turn single dollars off, choose MathJax, or show no formulas at all.")
          .reads(new CherryStudioReader());

  private RemarkPlatforms() {}
}
