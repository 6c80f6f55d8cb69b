package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.Platform.MathText.AFTER_MARKDOWN;
import static io.github.formulint.markdown.platform.FrontMatter.YAML;
import static io.github.formulint.markdown.platform.FrontMatter.YAML_OR_DOTS;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.rendered.AutoRenderReader;
import io.github.formulint.markdown.rendered.JupyterReader;
import io.github.formulint.markdown.rendered.MathJaxReader;

/** Platforms whose formulas are looked for in the page that Markdown became. */
final class PageScanners {

  static final Platform KATEX_AUTO_RENDER =
      Definition.of("katex-auto-render", "KaTeX auto-render")
          .profile(Profiles.KATEX_WITH_GLOBALS)
          .mathText(AFTER_MARKDOWN)
          .version("0.19")
          .source("source of splitAtDelimiters and renderMathInElement, after CommonMark")
          .certainty(VERIFIED)
          .limit("Nothing inside code, pre, script, style, textarea or option is read.")
          .reads(AutoRenderReader.withDefaultDelimiters());

  static final Platform KATEX_AUTO_RENDER_DOLLARS =
      Definition.of("katex-auto-render-dollars", "KaTeX auto-render with $")
          .profile(Profiles.KATEX_WITH_GLOBALS)
          .mathText(AFTER_MARKDOWN)
          .version("0.19")
          .source("as katex-auto-render, with $ for inline formulas")
          .certainty(VERIFIED)
          .limit("Nothing inside code, pre, script, style, textarea or option is read.")
          .reads(AutoRenderReader.withDollars());

  static final Platform MATHJAX_IN_PAGE =
      Definition.of("mathjax", "MathJax")
          .profile(Profiles.MATHJAX)
          .mathText(AFTER_MARKDOWN)
          .version("3 and 4")
          .source("source of FindTeX and HTMLDomStrings, after CommonMark")
          .certainty(VERIFIED)
          .limit("Nothing inside code, pre, script, style or textarea is read.")
          .reads(MathJaxReader.withDefaultDelimiters());

  static final Platform MATHJAX_IN_PAGE_DOLLARS =
      Definition.of("mathjax-dollars", "MathJax with $")
          .profile(Profiles.MATHJAX)
          .mathText(AFTER_MARKDOWN)
          .version("3 and 4")
          .source("as mathjax, with $ for inline formulas")
          .certainty(VERIFIED)
          .limit("Nothing inside code, pre, script, style or textarea is read.")
          .reads(MathJaxReader.withDollars());

  static final Platform HEXO =
      Definition.of("hexo", "Hexo with MathJax")
          .profile(Profiles.MATHJAX)
          .mathText(AFTER_MARKDOWN)
          .version("hexo-renderer-marked 7, MathJax 3 and 4 with $ in the page")
          .source(
              "source of FindTeX and HTMLDomStrings of MathJax after CommonMark, which marked"
                  + " follows; compared with marked 18, with breaks")
          .certainty(MODEL)
          .limit("{{ and {% are tags of Nunjucks, which runs before Markdown and takes them away.")
          .limit("A theme or plugin has to bring MathJax, with $ among its delimiters.")
          .limit(
              "Typographic quotes, dashes and dots (smartypants, on by default) are not followed.")
          .frontMatter(YAML)
          .reads(MathJaxReader.withDollars());

  static final Platform JUPYTER =
      Definition.of("jupyter", "JupyterLab")
          .profile(Profiles.JUPYTER)
          .version("4")
          .source("source of removeMath and replaceMath (packages/rendermime/src/latex.ts)")
          .certainty(VERIFIED)
          .frontMatter(YAML_OR_DOTS)
          .reads(new JupyterReader());

  private PageScanners() {}
}
