package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.UNVERIFIED;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.Platform.MathText.AFTER_MARKDOWN;
import static io.github.formulint.markdown.Platform.MathText.RAW;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.commonmark.PandocGfmReader;
import io.github.formulint.markdown.github.GitHubReader;
import io.github.formulint.markdown.gitlab.GitLabReader;
import io.github.formulint.markdown.kramdown.KramdownReader;
import io.github.formulint.markdown.markdownit.MystReader;
import io.github.formulint.markdown.markdownit.TexmathReader;
import io.github.formulint.markdown.markdownit.VsCodeReader;
import io.github.formulint.markdown.markdownit.VuePressReader;
import io.github.formulint.markdown.marked.MarkedReader;
import io.github.formulint.markdown.pandoc.PandocReader;
import io.github.formulint.markdown.pythonmarkdown.ArithmatexReader;
import io.github.formulint.markdown.remark.CherryStudioReader;
import io.github.formulint.markdown.remark.RemarkReader;
import io.github.formulint.markdown.rendered.AutoRenderReader;
import io.github.formulint.markdown.rendered.JupyterReader;
import io.github.formulint.markdown.rendered.MathJaxReader;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.Profile;
import io.github.formulint.render.Profile.Definitions;
import io.github.formulint.render.Profile.Failure;
import java.util.List;
import java.util.Optional;

/**
 * All platforms, one definition each. The version is the one whose rules the reader follows; where
 * it names a library, that library reads the formulas for the platform. Immutable and thread-safe.
 */
public final class Platforms {

  /** The name, in options and reports, of the reading that no platform has: what is meant. */
  public static final String UNIVERSAL = "universal";

  private static final Profile KATEX =
      new Profile(EngineId.KATEX, Failure.RED_SOURCE, Definitions.NONE);

  /** The preview sets {@code globalGroup} (extensions/markdown-math of Visual Studio Code). */
  private static final Profile KATEX_WITH_DEFINITIONS =
      new Profile(EngineId.KATEX_SHARED, Failure.RED_SOURCE, Definitions.FORMULAS);

  /** All formulas of a call of {@code renderMathInElement} share {@code macros}. */
  private static final Profile KATEX_WITH_GLOBALS =
      new Profile(EngineId.KATEX_SHARED, Failure.RED_SOURCE, Definitions.GLOBAL);

  /** {@code tex-mml-chtml} or {@code tex-chtml}: what most pages load. */
  private static final Profile MATHJAX =
      new Profile(EngineId.MATHJAX_STANDARD, Failure.MESSAGE, Definitions.FORMULAS);

  /** {@code tex-chtml-full}. */
  private static final Profile MATHJAX_FULL =
      new Profile(EngineId.MATHJAX_FULL, Failure.MESSAGE, Definitions.FORMULAS);

  /**
   * Its pages load {@code tex-chtml-full}; the extension latex_macros expands those of the text.
   */
  private static final Profile PANDOC =
      new Profile(EngineId.MATHJAX_FULL, Failure.MESSAGE, Definitions.FORMULAS_AND_TEXT);

  /** With {@code noerrors}, from packages/mathjax-extension of JupyterLab 4.6. */
  private static final Profile JUPYTER =
      new Profile(EngineId.MATHJAX_FULL, Failure.SOURCE, Definitions.FORMULAS);

  private static final Profile GITHUB =
      new Profile(EngineId.MATHJAX_GITHUB, Failure.MESSAGE, Definitions.NONE);

  private static final String NO_TEMPLATES =
      "{{ and {% are Liquid, which runs before Markdown and takes them away.";

  private static final List<Platform> ALL =
      List.of(
          platform(
              "github",
              "GitHub",
              GITHUB,
              AFTER_MARKDOWN,
              "November 2026",
              "documentation (Writing mathematical expressions) and published measurements; its code is not public",
              MODEL,
              List.of(),
              new GitHubReader(),
              FrontMatter.YAML),
          platform(
              "gitlab",
              "GitLab",
              KATEX,
              RAW,
              "comrak 0.4x",
              "source of comrak (handle_dollars, scan_to_closing_dollar) with math_dollars and math_code",
              VERIFIED,
              List.of(
                  "At most 50 formulas are shown in an issue, merge request, comment or description, as GitLab users report; files and wiki pages are exempt.",
                  "A formula of more than 1,000 characters is not shown there either."),
              new GitLabReader(),
              FrontMatter.YAML,
              FrontMatter.TOML,
              FrontMatter.JSON),
          platform(
              "remark",
              "remark-math",
              KATEX,
              RAW,
              "remark-math 6.0",
              "source of micromark-extension-math 3.1 and mdast-util-math 3.0",
              VERIFIED,
              List.of(),
              RemarkReader.withSingleDollars()),
          platform(
              "remark-no-single-dollar",
              "remark-math without $",
              KATEX,
              RAW,
              "remark-math 6.0",
              "source of micromark-extension-math 3.1 and mdast-util-math 3.0, singleDollarTextMath: false",
              VERIFIED,
              List.of(),
              RemarkReader.withoutSingleDollars()),
          platform(
              "docusaurus",
              "Docusaurus",
              KATEX,
              RAW,
              "3, remark-math 6.0",
              "documentation (Math Equations), then as remark; MDX reads no indented code",
              MODEL,
              List.of(
                  "MDX reads JavaScript between { and }, and Markdown between the tags of blocks; this reading does neither."),
              RemarkReader.withSingleDollars().withoutIndentedCode(),
              FrontMatter.YAML),
          platform(
              "cherry-studio",
              "Cherry Studio",
              KATEX,
              RAW,
              "1.6, remark-math 6.0",
              "source of processLatexBrackets (src/renderer/src/utils/markdown.ts), then as remark",
              MODEL,
              List.of(
                  "Its settings may turn single dollars off, choose MathJax, or show no formulas at all."),
              new CherryStudioReader()),
          platform(
              "pandoc",
              "pandoc",
              PANDOC,
              RAW,
              "3.10",
              "source of Text.Pandoc.Readers.Markdown and Text.Pandoc.Parsing.Math",
              VERIFIED,
              List.of(),
              PandocReader.withDefaultExtensions()),
          platform(
              "pandoc-single-backslash",
              "pandoc with \\(",
              PANDOC,
              RAW,
              "3.10",
              "as pandoc, with tex_math_single_backslash",
              VERIFIED,
              List.of(),
              PandocReader.withSingleBackslash()),
          platform(
              "pandoc-double-backslash",
              "pandoc with \\\\(",
              PANDOC,
              RAW,
              "3.10",
              "as pandoc, with tex_math_double_backslash; compared with pandoc 2.17",
              VERIFIED,
              List.of(),
              PandocReader.withDoubleBackslash()),
          platform(
              "pandoc-gfm",
              "pandoc -f gfm",
              MATHJAX_FULL,
              RAW,
              "3.10",
              "source of Text.Pandoc.Readers.CommonMark with tex_math_dollars and tex_math_gfm",
              VERIFIED,
              List.of(),
              new PandocGfmReader()),
          platform(
              "quarto",
              "Quarto",
              PANDOC,
              RAW,
              "pandoc 3.10",
              "documentation (Markdown Basics), then as pandoc",
              MODEL,
              List.of("{{< and >}} are shortcodes, which run before Markdown."),
              PandocReader.withDefaultExtensions()),
          platform(
              "r-markdown",
              "R Markdown",
              PANDOC,
              RAW,
              "pandoc 3.10",
              "source of rmarkdown_format in rmarkdown 2, which adds tex_math_single_backslash, then as pandoc",
              MODEL,
              List.of(
                  "Code such as `r x` runs before Markdown.",
                  "A bare address holds no formula, which this reading may see in http://a.b/$c$."),
              PandocReader.withSingleBackslash()),
          platform(
              "vscode",
              "Visual Studio Code",
              KATEX_WITH_DEFINITIONS,
              RAW,
              "@vscode/markdown-it-katex 1.1",
              "source of the plugin 1.1.2, as the preview of Markdown uses it",
              VERIFIED,
              List.of(),
              new VsCodeReader(),
              FrontMatter.YAML),
          platform(
              "markdown-it-texmath",
              "markdown-it-texmath",
              KATEX,
              RAW,
              "1.0",
              "source of the plugin 1.0.0, delimiters: dollars",
              VERIFIED,
              List.of(),
              new TexmathReader()),
          platform(
              "vuepress",
              "VuePress",
              KATEX,
              RAW,
              "@mdit/plugin-tex 0.24",
              "source of the plugin, with mathFence; version 1.1 is stricter about what stands outside $",
              VERIFIED,
              List.of("{{ and }} are read by Vue, except in formulas and code."),
              new VuePressReader(),
              FrontMatter.YAML),
          platform(
              "marked-katex",
              "marked-katex-extension",
              KATEX,
              RAW,
              "5.1, marked 18",
              "source of the extension (inlineRule, blockRule)",
              VERIFIED,
              List.of(),
              new MarkedReader()),
          platform(
              "katex-auto-render",
              "KaTeX auto-render",
              KATEX_WITH_GLOBALS,
              AFTER_MARKDOWN,
              "0.19",
              "source of splitAtDelimiters and renderMathInElement, after CommonMark",
              VERIFIED,
              List.of("Nothing inside code, pre, script, style, textarea or option is read."),
              AutoRenderReader.withDefaultDelimiters()),
          platform(
              "katex-auto-render-dollars",
              "KaTeX auto-render with $",
              KATEX_WITH_GLOBALS,
              AFTER_MARKDOWN,
              "0.19",
              "as katex-auto-render, with $ for inline formulas",
              VERIFIED,
              List.of("Nothing inside code, pre, script, style, textarea or option is read."),
              AutoRenderReader.withDollars()),
          platform(
              "mathjax",
              "MathJax",
              MATHJAX,
              AFTER_MARKDOWN,
              "3 and 4",
              "source of FindTeX and HTMLDomStrings, after CommonMark",
              VERIFIED,
              List.of("Nothing inside code, pre, script, style or textarea is read."),
              MathJaxReader.withDefaultDelimiters()),
          platform(
              "mathjax-dollars",
              "MathJax with $",
              MATHJAX,
              AFTER_MARKDOWN,
              "3 and 4",
              "as mathjax, with $ for inline formulas",
              VERIFIED,
              List.of("Nothing inside code, pre, script, style or textarea is read."),
              MathJaxReader.withDollars()),
          platform(
              "jupyter",
              "JupyterLab",
              JUPYTER,
              RAW,
              "4",
              "source of removeMath and replaceMath (packages/rendermime/src/latex.ts)",
              VERIFIED,
              List.of(),
              new JupyterReader(),
              FrontMatter.YAML_OR_DOTS),
          platform(
              "mkdocs",
              "MkDocs with arithmatex",
              MATHJAX,
              RAW,
              "PyMdown Extensions 9.5 to 10",
              "source of pymdownx.arithmatex with smart_dollar, on Python-Markdown 3.4 to 3.10",
              VERIFIED,
              List.of("Without pymdownx.arithmatex MkDocs reads no formulas."),
              new ArithmatexReader(),
              FrontMatter.YAML_OR_DOTS),
          platform(
              "jekyll",
              "Jekyll",
              MATHJAX,
              RAW,
              "kramdown-parser-gfm 1.1",
              "source of kramdown 2.4 and of its GFM parser",
              VERIFIED,
              List.of(NO_TEMPLATES),
              KramdownReader.gfm(),
              FrontMatter.YAML_OR_DOTS),
          platform(
              "kramdown",
              "kramdown",
              MATHJAX,
              RAW,
              "2.4",
              "source of kramdown",
              VERIFIED,
              List.of(),
              KramdownReader.kramdown()),
          platform(
              "myst",
              "MyST",
              MATHJAX,
              RAW,
              "mdit-py-plugins 0.4 to 0.5",
              "source of dollarmath with its own settings, as MyST turns it on",
              VERIFIED,
              List.of("Without the extension dollarmath, MyST reads no dollars."),
              new MystReader(),
              FrontMatter.YAML),
          platform(
              "obsidian",
              "Obsidian",
              MATHJAX_FULL,
              RAW,
              "as documented",
              "documentation (Advanced formatting syntax): the delimiters only",
              UNVERIFIED,
              List.of("A space before the closing $ keeps it from closing, as users report."),
              DocumentedDelimiters.of(Delimiter.DOLLAR, Delimiter.DOUBLE_DOLLAR)),
          platform(
              "typora",
              "Typora",
              MATHJAX_FULL,
              RAW,
              "as documented",
              "documentation (Math and Academic Functions): the delimiters only",
              UNVERIFIED,
              List.of("Inline formulas are off until its preferences turn them on."),
              DocumentedDelimiters.of(Delimiter.DOLLAR, Delimiter.DOUBLE_DOLLAR)),
          platform(
              "hugo",
              "Hugo",
              KATEX,
              RAW,
              "as documented",
              "documentation (Mathematics in Markdown): the delimiters of its example of passthrough",
              UNVERIFIED,
              List.of(
                  "Without the extension passthrough, and the delimiters in its settings, Hugo reads no formulas."),
              DocumentedDelimiters.of(
                  Delimiter.PARENTHESIS, Delimiter.BRACKET, Delimiter.DOUBLE_DOLLAR),
              FrontMatter.YAML,
              FrontMatter.TOML));

  private Platforms() {}

  /**
   * Returns a platform.
   *
   * @param reader reads as its parser does
   * @param frontMatter the front matter that it takes away before
   */
  private static Platform platform(
      String id,
      String displayName,
      Profile profile,
      Platform.MathText mathText,
      String version,
      String source,
      Platform.Certainty certainty,
      List<String> limits,
      MarkdownReader reader,
      FrontMatter... frontMatter) {
    return new Platform(
        id,
        displayName,
        profile,
        mathText,
        version,
        source,
        certainty,
        limits,
        frontMatter.length == 0 ? reader : BodyReader.behind(reader, frontMatter),
        reader);
  }

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
}
