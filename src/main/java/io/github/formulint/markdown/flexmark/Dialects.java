package io.github.formulint.markdown.flexmark;

import com.vladsch.flexmark.ext.abbreviation.AbbreviationExtension;
import com.vladsch.flexmark.ext.admonition.AdmonitionExtension;
import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.escaped.character.EscapedCharacterExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughSubscriptExtension;
import com.vladsch.flexmark.ext.gitlab.GitLabExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.typographic.TypographicExtension;
import com.vladsch.flexmark.ext.wikilink.WikiLinkExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.ParserEmulationProfile;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/** Flexmark's parser as each platform sets it up. */
final class Dialects {

  /** GitLabExtension with what it sets by default, and tables. */
  static final Parser GITLAB = gitlab();

  /** {@code MarkdownEnhancedRenderer} of gitbucket-markdown-enhanced 0.8. */
  static final Parser GITBUCKET = gitBucket();

  /** {@code MarkdownParser} of doxia-module-markdown 2.0.0. */
  static final Parser DOXIA = doxia();

  private Dialects() {}

  private static Parser gitlab() {
    MutableDataSet options = new MutableDataSet();
    options.set(Parser.EXTENSIONS, List.of(GitLabExtension.create(), TablesExtension.create()));
    options.set(GitLabExtension.INLINE_MATH_PARSER, false);
    return Parser.builder(options)
        .customInlineParserExtensionFactory(MathParser.ofGitLab())
        .build();
  }

  private static Parser gitBucket() {
    MutableDataSet options = new MutableDataSet();
    options.setFrom(ParserEmulationProfile.GITHUB);
    options.set(
        Parser.EXTENSIONS,
        List.of(
            AbbreviationExtension.create(),
            AdmonitionExtension.create(),
            FootnoteExtension.create(),
            GitLabExtension.create(),
            StrikethroughSubscriptExtension.create(),
            TablesExtension.create(),
            WikiLinkExtension.create()));
    options.set(GitLabExtension.INLINE_MATH_PARSER, false);
    return Parser.builder(options)
        .customInlineParserExtensionFactory(MathParser.ofGitBucket())
        .build();
  }

  private static Parser doxia() {
    MutableDataSet options = new MutableDataSet();
    options.set(
        Parser.EXTENSIONS,
        List.of(
            EscapedCharacterExtension.create(),
            AbbreviationExtension.create(),
            AutolinkExtension.create(),
            DefinitionExtension.create(),
            TypographicExtension.create(),
            TablesExtension.create(),
            WikiLinkExtension.create(),
            FootnoteExtension.create(),
            StrikethroughExtension.create()));
    options.set(TypographicExtension.SINGLE_QUOTE_UNMATCHED, "&apos;");
    return Parser.builder(options).build();
  }
}
