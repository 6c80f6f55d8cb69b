package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.Platform.Engine.KATEX;
import static io.github.formulint.markdown.Platform.Engine.MATHJAX;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.flavor.CherryStudioReader;
import io.github.formulint.markdown.flavor.GitHubReader;
import io.github.formulint.markdown.flavor.GitLabReader;
import io.github.formulint.markdown.flavor.MarkedReader;
import io.github.formulint.markdown.flavor.MystReader;
import io.github.formulint.markdown.flavor.RemarkReader;
import io.github.formulint.markdown.flavor.TexmathReader;
import io.github.formulint.markdown.flavor.VsCodeReader;
import io.github.formulint.markdown.flavor.VuePressReader;
import io.github.formulint.markdown.pythonmarkdown.ArithmatexReader;
import io.github.formulint.markdown.rendered.AutoRenderReader;
import io.github.formulint.markdown.rendered.JupyterReader;
import io.github.formulint.markdown.rendered.MathJaxReader;
import java.util.List;
import java.util.Optional;

/** All platforms, a line or two for each. Immutable and thread-safe. */
public final class Platforms {

  private static final List<Platform> ALL =
      List.of(
          new Platform(
              "github",
              "GitHub",
              MATHJAX,
              "2026-11",
              "documentation and published measurements",
              MODEL,
              new GitHubReader()),
          new Platform(
              "gitlab",
              "GitLab",
              KATEX,
              "comrak 0.4x",
              "source of comrak, math_dollars and math_code",
              VERIFIED,
              new GitLabReader()),
          new Platform(
              "remark",
              "remark-math",
              KATEX,
              "remark-math 6",
              "source of micromark-extension-math 3.1",
              VERIFIED,
              RemarkReader.withSingleDollars()),
          new Platform(
              "remark-no-single-dollar",
              "remark-math without single dollars",
              KATEX,
              "remark-math 6",
              "source of micromark-extension-math 3.1, singleDollarTextMath: false",
              VERIFIED,
              RemarkReader.withoutSingleDollars()),
          new Platform(
              "docusaurus",
              "Docusaurus",
              KATEX,
              "remark-math 6",
              "as remark, without front matter",
              VERIFIED,
              RemarkReader.withSingleDollars().withFrontMatter()),
          new Platform(
              "cherry-studio",
              "Cherry Studio",
              KATEX,
              "1.6",
              "source of its processLatexBrackets, then remark-math 6",
              MODEL,
              new CherryStudioReader()),
          new Platform(
              "vscode",
              "Visual Studio Code",
              KATEX,
              "@vscode/markdown-it-katex 1.1",
              "source of the plugin",
              VERIFIED,
              new VsCodeReader()),
          new Platform(
              "markdown-it-texmath",
              "markdown-it-texmath",
              KATEX,
              "1.0",
              "source of the plugin, delimiters dollars",
              VERIFIED,
              new TexmathReader()),
          new Platform(
              "vuepress",
              "VuePress",
              KATEX,
              "@mdit/plugin-tex 0.24",
              "source of the plugin",
              VERIFIED,
              new VuePressReader()),
          new Platform(
              "marked-katex",
              "marked-katex-extension",
              KATEX,
              "5.1",
              "source of the extension",
              MODEL,
              new MarkedReader()),
          new Platform(
              "myst",
              "MyST",
              MATHJAX,
              "mdit-py-plugins 0.4",
              "source of the plugin dollarmath",
              VERIFIED,
              new MystReader()),
          new Platform(
              "mkdocs",
              "MkDocs with arithmatex",
              MATHJAX,
              "PyMdown Extensions 10",
              "source of pymdownx.arithmatex",
              VERIFIED,
              new ArithmatexReader()),
          new Platform(
              "jupyter",
              "JupyterLab",
              MATHJAX,
              "4",
              "source of JupyterLab",
              VERIFIED,
              new JupyterReader()),
          new Platform(
              "katex-auto-render",
              "KaTeX auto-render",
              KATEX,
              "0.19",
              "source of auto-render",
              VERIFIED,
              AutoRenderReader.withDefaultDelimiters()),
          new Platform(
              "katex-auto-render-dollars",
              "KaTeX auto-render with single dollars",
              KATEX,
              "0.19",
              "source of auto-render",
              VERIFIED,
              AutoRenderReader.withDollars()),
          new Platform(
              "mathjax",
              "MathJax",
              MATHJAX,
              "3",
              "source of MathJax",
              VERIFIED,
              MathJaxReader.withDefaultDelimiters()),
          new Platform(
              "mathjax-dollars",
              "MathJax with single dollars",
              MATHJAX,
              "3",
              "source of MathJax",
              VERIFIED,
              MathJaxReader.withDollars()));

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
