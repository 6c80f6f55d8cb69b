package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.platform.FrontMatter.YAML;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.markdownit.MystReader;
import io.github.formulint.markdown.markdownit.TexmathReader;
import io.github.formulint.markdown.markdownit.VsCodeReader;
import io.github.formulint.markdown.markdownit.VuePressReader;
import io.github.formulint.markdown.markdownit.ZennReader;

/** Platforms that read with a plugin of markdown-it. */
final class MarkdownItPlatforms {

  static final Platform VSCODE =
      Definition.of("vscode", "Visual Studio Code")
          .profile(Profiles.KATEX_WITH_DEFINITIONS)
          .version("@vscode/markdown-it-katex 1.1")
          .source("source of the plugin 1.1.2, as the preview of Markdown uses it")
          .certainty(VERIFIED)
          .frontMatter(YAML)
          .shows(VsCodeReader.asRendered(), new VsCodeReader());

  static final Platform MARKDOWN_IT_TEXMATH =
      Definition.of("markdown-it-texmath", "markdown-it-texmath")
          .profile(Profiles.KATEX)
          .version("1.0")
          .source("source of the plugin 1.0.0, delimiters: dollars")
          .certainty(VERIFIED)
          .reads(new TexmathReader());

  static final Platform VUEPRESS =
      Definition.of("vuepress", "VuePress")
          .profile(Profiles.KATEX)
          .version("@mdit/plugin-tex 0.24")
          .source(
              "source of the plugin, with mathFence; version 1.1 is stricter about what stands outside $")
          .certainty(VERIFIED)
          .limit("{{ and }} are read by Vue, except in formulas and code.")
          .frontMatter(YAML)
          .reads(new VuePressReader());

  static final Platform VITEPRESS =
      Definition.of("vitepress", "VitePress")
          .profile(Profiles.MATHJAX_ALONE)
          .version("1.6, markdown-it-mathjax3 5.2")
          .source("source of markdown-it-mathjax3 5.2.0 (math_inline, math_block)")
          .certainty(MODEL)
          .limit("Its option markdown.math has to be true.")
          .limit("{{ and }} are read by Vue, except in formulas and code.")
          .frontMatter(YAML)
          .reads(VuePressReader.vitePress());

  static final Platform MYST =
      Definition.of("myst", "MyST")
          .profile(Profiles.MATHJAX)
          .version("mdit-py-plugins 0.4 to 0.5")
          .source("source of dollarmath with its own settings, as MyST turns it on")
          .certainty(VERIFIED)
          .limit("Without the extension dollarmath, MyST reads no dollars.")
          .frontMatter(YAML)
          .reads(new MystReader());

  static final Platform MYSTMD =
      Definition.of("mystmd", "mystmd")
          .profile(Profiles.KATEX)
          .version("myst-parser 1.7, markdown-it-dollarmath 0.5, markdown-it-amsmath 0.4")
          .source(
              "source of both plugins with their own settings, as myst-parser 1.7.3 turns them on")
          .certainty(MODEL)
          .limit("The directive and the role math are not read here.")
          .frontMatter(YAML)
          .reads(MystReader.mystmd());

  static final Platform ZENN =
      Definition.of("zenn", "Zenn")
          .profile(Profiles.KATEX)
          .version("zenn-markdown-html 0.5")
          .source("source of mdKatex (md-katex.ts) in zenn-markdown-html 0.5.4")
          .certainty(VERIFIED)
          .frontMatter(YAML)
          .reads(new ZennReader());

  private MarkdownItPlatforms() {}
}
