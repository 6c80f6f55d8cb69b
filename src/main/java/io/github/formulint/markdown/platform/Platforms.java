package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.UNVERIFIED;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.Platform.Engine.KATEX;
import static io.github.formulint.markdown.Platform.Engine.MATHJAX;
import static io.github.formulint.markdown.Platform.MathText.AFTER_MARKDOWN;
import static io.github.formulint.markdown.Platform.MathText.RAW;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.commonmark.PandocGfmReader;
import io.github.formulint.markdown.flavor.CherryStudioReader;
import io.github.formulint.markdown.flavor.GitHubReader;
import io.github.formulint.markdown.flavor.GitLabReader;
import io.github.formulint.markdown.flavor.MarkedReader;
import io.github.formulint.markdown.flavor.MystReader;
import io.github.formulint.markdown.flavor.RemarkReader;
import io.github.formulint.markdown.flavor.TexmathReader;
import io.github.formulint.markdown.flavor.VsCodeReader;
import io.github.formulint.markdown.flavor.VuePressReader;
import io.github.formulint.markdown.kramdown.KramdownReader;
import io.github.formulint.markdown.pandoc.PandocReader;
import io.github.formulint.markdown.pythonmarkdown.ArithmatexReader;
import io.github.formulint.markdown.rendered.AutoRenderReader;
import io.github.formulint.markdown.rendered.JupyterReader;
import io.github.formulint.markdown.rendered.MathJaxReader;
import java.util.List;
import java.util.Optional;

/**
 * All platforms, one definition each. The version is the one whose rules the reader follows; where
 * it names a library, that library reads the formulas for the platform. Immutable and thread-safe.
 */
public final class Platforms {

  /** The name, in options and reports, of the reading that no platform has: what is meant. */
  public static final String UNIVERSAL = "universal";

  private static final String NO_TEMPLATES =
      "{{ and {% are Liquid, which runs before Markdown and takes them away.";

  private static final List<Platform> ALL =
      List.of(
          new Platform(
              "github",
              "GitHub",
              MATHJAX,
              AFTER_MARKDOWN,
              "November 2026",
              "documentation (Writing mathematical expressions) and published measurements; its code is not public",
              MODEL,
              List.of(),
              BodyReader.behind(new GitHubReader(), FrontMatter.YAML)),
          new Platform(
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
              BodyReader.behind(
                  new GitLabReader(), FrontMatter.YAML, FrontMatter.TOML, FrontMatter.JSON)),
          new Platform(
              "remark",
              "remark-math",
              KATEX,
              RAW,
              "remark-math 6.0",
              "source of micromark-extension-math 3.1 and mdast-util-math 3.0",
              VERIFIED,
              List.of(),
              RemarkReader.withSingleDollars()),
          new Platform(
              "remark-no-single-dollar",
              "remark-math without $",
              KATEX,
              RAW,
              "remark-math 6.0",
              "source of micromark-extension-math 3.1 and mdast-util-math 3.0, singleDollarTextMath: false",
              VERIFIED,
              List.of(),
              RemarkReader.withoutSingleDollars()),
          new Platform(
              "docusaurus",
              "Docusaurus",
              KATEX,
              RAW,
              "3, remark-math 6.0",
              "documentation (Math Equations), then as remark; MDX reads no indented code",
              MODEL,
              List.of("MDX reads { outside of formulas and code as JavaScript, and < as JSX."),
              BodyReader.behind(
                  RemarkReader.withSingleDollars().withoutIndentedCode(), FrontMatter.YAML)),
          new Platform(
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
          new Platform(
              "pandoc",
              "pandoc",
              MATHJAX,
              RAW,
              "3.10",
              "source of Text.Pandoc.Readers.Markdown and Text.Pandoc.Parsing.Math",
              VERIFIED,
              List.of(),
              PandocReader.withDefaultExtensions()),
          new Platform(
              "pandoc-single-backslash",
              "pandoc with \\(",
              MATHJAX,
              RAW,
              "3.10",
              "as pandoc, with tex_math_single_backslash",
              VERIFIED,
              List.of(),
              PandocReader.withSingleBackslash()),
          new Platform(
              "pandoc-double-backslash",
              "pandoc with \\\\(",
              MATHJAX,
              RAW,
              "3.10",
              "as pandoc, with tex_math_double_backslash; compared with pandoc 2.17 in few cases",
              MODEL,
              List.of(),
              PandocReader.withDoubleBackslash()),
          new Platform(
              "pandoc-gfm",
              "pandoc -f gfm",
              MATHJAX,
              RAW,
              "3.10",
              "source of Text.Pandoc.Readers.CommonMark with tex_math_dollars and tex_math_gfm",
              VERIFIED,
              List.of(),
              new PandocGfmReader()),
          new Platform(
              "quarto",
              "Quarto",
              MATHJAX,
              RAW,
              "pandoc 3.10",
              "documentation (Markdown Basics), then as pandoc",
              MODEL,
              List.of("{{< and >}} are shortcodes, which run before Markdown."),
              PandocReader.withDefaultExtensions()),
          new Platform(
              "r-markdown",
              "R Markdown",
              MATHJAX,
              RAW,
              "pandoc 3.10",
              "source of rmarkdown_format in rmarkdown 2, which adds tex_math_single_backslash, then as pandoc",
              MODEL,
              List.of("`r is code that runs before Markdown."),
              PandocReader.withSingleBackslash()),
          new Platform(
              "vscode",
              "Visual Studio Code",
              KATEX,
              RAW,
              "@vscode/markdown-it-katex 1.1",
              "source of the plugin 1.1.2, as the preview of Markdown uses it",
              VERIFIED,
              List.of(),
              BodyReader.behind(new VsCodeReader(), FrontMatter.YAML)),
          new Platform(
              "markdown-it-texmath",
              "markdown-it-texmath",
              KATEX,
              RAW,
              "1.0",
              "source of the plugin 1.0.0, delimiters: dollars",
              VERIFIED,
              List.of(),
              new TexmathReader()),
          new Platform(
              "vuepress",
              "VuePress",
              KATEX,
              RAW,
              "@mdit/plugin-tex 0.24",
              "source of the plugin, with mathFence; version 1.1 is stricter about what stands outside $",
              VERIFIED,
              List.of("{{ and }} are read by Vue, except in formulas and code."),
              BodyReader.behind(new VuePressReader(), FrontMatter.YAML)),
          new Platform(
              "marked-katex",
              "marked-katex-extension",
              KATEX,
              RAW,
              "5.1, marked 18",
              "source of the extension (inlineRule, blockRule)",
              VERIFIED,
              List.of(),
              new MarkedReader()),
          new Platform(
              "katex-auto-render",
              "KaTeX auto-render",
              KATEX,
              AFTER_MARKDOWN,
              "0.19",
              "source of splitAtDelimiters and renderMathInElement, after CommonMark",
              VERIFIED,
              List.of("Nothing inside code, pre, script, style, textarea or option is read."),
              AutoRenderReader.withDefaultDelimiters()),
          new Platform(
              "katex-auto-render-dollars",
              "KaTeX auto-render with $",
              KATEX,
              AFTER_MARKDOWN,
              "0.19",
              "as katex-auto-render, with $ for inline formulas",
              VERIFIED,
              List.of("Nothing inside code, pre, script, style, textarea or option is read."),
              AutoRenderReader.withDollars()),
          new Platform(
              "mathjax",
              "MathJax",
              MATHJAX,
              AFTER_MARKDOWN,
              "3 and 4",
              "source of FindTeX and HTMLDomStrings, after CommonMark",
              VERIFIED,
              List.of("Nothing inside code, pre, script, style or textarea is read."),
              MathJaxReader.withDefaultDelimiters()),
          new Platform(
              "mathjax-dollars",
              "MathJax with $",
              MATHJAX,
              AFTER_MARKDOWN,
              "3 and 4",
              "as mathjax, with $ for inline formulas",
              VERIFIED,
              List.of("Nothing inside code, pre, script, style or textarea is read."),
              MathJaxReader.withDollars()),
          new Platform(
              "jupyter",
              "JupyterLab",
              MATHJAX,
              RAW,
              "4",
              "source of removeMath and replaceMath (packages/rendermime/src/latex.ts)",
              VERIFIED,
              List.of(),
              BodyReader.behind(new JupyterReader(), FrontMatter.YAML_OR_DOTS)),
          new Platform(
              "mkdocs",
              "MkDocs with arithmatex",
              MATHJAX,
              RAW,
              "PyMdown Extensions 9.5 to 10",
              "source of pymdownx.arithmatex with smart_dollar, on Python-Markdown 3.4 to 3.10",
              VERIFIED,
              List.of("Without pymdownx.arithmatex MkDocs reads no formulas."),
              BodyReader.behind(new ArithmatexReader(), FrontMatter.YAML_OR_DOTS)),
          new Platform(
              "jekyll",
              "Jekyll",
              MATHJAX,
              RAW,
              "kramdown-parser-gfm 1.1",
              "source of kramdown 2.4 and of its GFM parser",
              VERIFIED,
              List.of(NO_TEMPLATES),
              BodyReader.behind(KramdownReader.gfm(), FrontMatter.YAML_OR_DOTS)),
          new Platform(
              "kramdown",
              "kramdown",
              MATHJAX,
              RAW,
              "2.4",
              "source of kramdown",
              VERIFIED,
              List.of(),
              KramdownReader.kramdown()),
          new Platform(
              "myst",
              "MyST",
              MATHJAX,
              RAW,
              "mdit-py-plugins 0.4 to 0.5",
              "source of dollarmath with its own settings, as MyST turns it on",
              VERIFIED,
              List.of("Without the extension dollarmath, MyST reads no dollars."),
              BodyReader.behind(new MystReader(), FrontMatter.YAML)),
          new Platform(
              "obsidian",
              "Obsidian",
              MATHJAX,
              RAW,
              "November 2026",
              "documentation (Advanced formatting syntax): the delimiters only",
              UNVERIFIED,
              List.of("A space before the closing $ keeps it from closing, as users report."),
              DocumentedDelimiters.of(Delimiter.DOLLAR, Delimiter.DOUBLE_DOLLAR)),
          new Platform(
              "typora",
              "Typora",
              MATHJAX,
              RAW,
              "November 2026",
              "documentation (Math and Academic Functions): the delimiters only",
              UNVERIFIED,
              List.of("Inline formulas are off until its preferences turn them on."),
              DocumentedDelimiters.of(Delimiter.DOLLAR, Delimiter.DOUBLE_DOLLAR)),
          new Platform(
              "hugo",
              "Hugo",
              KATEX,
              RAW,
              "0.132",
              "documentation (Mathematics in Markdown): the delimiters of its example of passthrough",
              UNVERIFIED,
              List.of(
                  "Without the extension passthrough, and the delimiters in its settings, Hugo reads no formulas."),
              BodyReader.behind(
                  DocumentedDelimiters.of(
                      Delimiter.PARENTHESIS, Delimiter.BRACKET, Delimiter.DOUBLE_DOLLAR),
                  FrontMatter.YAML,
                  FrontMatter.TOML)));

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
}
