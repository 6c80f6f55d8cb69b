package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.UNVERIFIED;
import static io.github.formulint.markdown.platform.FrontMatter.TOML;
import static io.github.formulint.markdown.platform.FrontMatter.YAML;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Platform;

/** Platforms that cannot be run, and of which only the documentation is known. */
final class DocumentedPlatforms {

  static final Platform OBSIDIAN =
      Definition.of("obsidian", "Obsidian")
          .profile(Profiles.MATHJAX_FULL)
          .version("as documented")
          .source(
              "documentation (Advanced formatting syntax): the delimiters only; that a space before"
                  + " the closing $ keeps it from closing is from its forum (2023)")
          .certainty(UNVERIFIED)
          .reads(
              DocumentedDelimiters.of(Delimiter.DOLLAR, Delimiter.DOUBLE_DOLLAR)
                  .withoutSpaceBeforeCloser());

  static final Platform TYPORA =
      Definition.of("typora", "Typora")
          .profile(Profiles.MATHJAX_FULL)
          .version("as documented")
          .source("documentation (Math and Academic Functions): the delimiters only")
          .certainty(UNVERIFIED)
          .limit("Inline formulas are off until its preferences turn them on.")
          .reads(DocumentedDelimiters.of(Delimiter.DOLLAR, Delimiter.DOUBLE_DOLLAR));

  static final Platform HUGO =
      Definition.of("hugo", "Hugo")
          .profile(Profiles.KATEX)
          .version("as documented")
          .source(
              "documentation (Mathematics in Markdown): the delimiters of its example of passthrough")
          .certainty(UNVERIFIED)
          .limit(
              "Without the extension passthrough, and the delimiters in its settings, Hugo reads no formulas.")
          .frontMatter(YAML, TOML)
          .reads(
              DocumentedDelimiters.of(
                  Delimiter.PARENTHESIS, Delimiter.BRACKET, Delimiter.DOUBLE_DOLLAR));

  private DocumentedPlatforms() {}
}
