package io.github.formulint.markdown.platform;

import io.github.formulint.markdown.Platform;
import java.util.List;
import java.util.Optional;

/**
 * All platforms, one definition each. The version is the one whose rules the reader follows; where
 * it names a library, that library reads the formulas for the platform. Immutable and thread-safe.
 */
public final class Platforms {

  /** The name, in options and reports, of the reading that no platform has: what is meant. */
  public static final String UNIVERSAL = "universal";

  private static final List<Platform> ALL =
      List.of(
          CodeHosts.GITHUB,
          CodeHosts.GITLAB,
          RemarkPlatforms.REMARK,
          RemarkPlatforms.REMARK_NO_SINGLE_DOLLAR,
          RemarkPlatforms.DOCUSAURUS,
          RemarkPlatforms.NEXTRA,
          RemarkPlatforms.STREAMDOWN,
          RemarkPlatforms.CHERRY_STUDIO,
          RemarkPlatforms.CHERRY_STUDIO_NO_SINGLE_DOLLAR,
          RemarkPlatforms.CHERRY_STUDIO_1,
          PandocPlatforms.PANDOC,
          PandocPlatforms.PANDOC_SINGLE_BACKSLASH,
          PandocPlatforms.PANDOC_DOUBLE_BACKSLASH,
          PandocPlatforms.PANDOC_GFM,
          PandocPlatforms.QUARTO,
          PandocPlatforms.R_MARKDOWN,
          MarkdownItPlatforms.VSCODE,
          MarkdownItPlatforms.MARKDOWN_IT_TEXMATH,
          MarkdownItPlatforms.VUEPRESS,
          MarkdownItPlatforms.VITEPRESS,
          MarkdownItPlatforms.ZENN,
          MarkedPlatforms.MARKED_KATEX,
          PageScanners.KATEX_AUTO_RENDER,
          PageScanners.KATEX_AUTO_RENDER_DOLLARS,
          PageScanners.MATHJAX_IN_PAGE,
          PageScanners.MATHJAX_IN_PAGE_DOLLARS,
          PageScanners.HEXO,
          PageScanners.JUPYTER,
          PythonPlatforms.MKDOCS,
          KramdownPlatforms.JEKYLL,
          KramdownPlatforms.JEKYLL_MATHJAX,
          KramdownPlatforms.KRAMDOWN,
          MarkdownItPlatforms.MYST,
          MarkdownItPlatforms.MYSTMD,
          FlexmarkPlatforms.FLEXMARK_GITLAB,
          FlexmarkPlatforms.GITBUCKET,
          FlexmarkPlatforms.MAVEN_SITE,
          FlexmarkPlatforms.MAVEN_SITE_DOLLARS,
          DocumentedPlatforms.OBSIDIAN,
          DocumentedPlatforms.TYPORA,
          DocumentedPlatforms.HUGO);

  private Platforms() {}

  /** Returns all platforms, in the order in which they are listed. */
  public static List<Platform> all() {
    return ALL;
  }

  /**
   * Returns a platform.
   *
   * @param id its name in options
   */
  public static Optional<Platform> find(String id) {
    return ALL.stream().filter(platform -> platform.id().equals(id)).findFirst();
  }

  /**
   * Returns the other ways in which a platform is set up, such as with single dollars or without.
   *
   * @param platform a platform
   */
  public static List<Platform> otherSetUps(Platform platform) {
    return ALL.stream()
        .filter(
            other ->
                other.id().startsWith(platform.id() + "-")
                    || platform.id().startsWith(other.id() + "-"))
        .toList();
  }
}
