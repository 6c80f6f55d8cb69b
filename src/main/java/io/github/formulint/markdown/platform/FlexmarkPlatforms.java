package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.Platform.MathText.AFTER_MARKDOWN;
import static io.github.formulint.markdown.platform.FrontMatter.YAML;
import static io.github.formulint.markdown.platform.FrontMatter.YAML_OR_DOTS;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.flexmark.FlexmarkReader;

/** Platforms that read with flexmark-java, which reads for them here, too. */
final class FlexmarkPlatforms {

  static final Platform FLEXMARK_GITLAB =
      Definition.of("flexmark-gitlab", "Flexmark's GitLab extension")
          .profile(Profiles.KATEX)
          .version("0.64.8")
          .source("flexmark-java itself, with GitLabExtension and tables; KaTeX in the page")
          .certainty(VERIFIED)
          .reads(FlexmarkReader.gitlab());

  static final Platform GITBUCKET =
      Definition.of("gitbucket", "GitBucket")
          .profile(Profiles.KATEX)
          .version("gitbucket-markdown-enhanced 0.8, Flexmark 0.64.8")
          .source(
              "flexmark-java itself, set up as in MarkdownEnhancedRenderer of the plugin; its"
                  + " InlineKatexInlineParserExtension from its source (November 2026)")
          .certainty(MODEL)
          .limit("Without the plugin markdown-enhanced GitBucket shows no formulas.")
          .limit(
              "Between $ and $, \\( and \\), \\[ and \\] no backslash may stand; between $$ it may.")
          .frontMatter(YAML)
          .reads(FlexmarkReader.gitBucket());

  static final Platform MAVEN_SITE =
      Definition.of("maven-site", "Maven's site")
          .profile(Profiles.MATHJAX)
          .mathText(AFTER_MARKDOWN)
          .version("doxia-module-markdown 2.0, MathJax 3 and 4 in the page")
          .source(
              "flexmark-java itself, set up as in MarkdownParser of Doxia; source of FindTeX and"
                  + " HTMLDomStrings of MathJax")
          .certainty(VERIFIED)
          .limit("A skin or a script of the site has to bring MathJax; Doxia brings none.")
          .limit(
              "Doxia makes typographic quotes, dashes and dots of what looks so, in TeX as well.")
          .frontMatter(YAML_OR_DOTS)
          .reads(FlexmarkReader.mavenSite());

  static final Platform MAVEN_SITE_DOLLARS =
      Definition.of("maven-site-dollars", "Maven's site with $")
          .profile(Profiles.MATHJAX)
          .mathText(AFTER_MARKDOWN)
          .version("doxia-module-markdown 2.0, MathJax 3 and 4 in the page")
          .source("as maven-site, with $ for inline formulas")
          .certainty(VERIFIED)
          .limit("A skin or a script of the site has to bring MathJax; Doxia brings none.")
          .limit(
              "Doxia makes typographic quotes, dashes and dots of what looks so, in TeX as well.")
          .frontMatter(YAML_OR_DOTS)
          .reads(FlexmarkReader.mavenSiteWithDollars());

  private FlexmarkPlatforms() {}
}
