package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.MODEL;
import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.Platform.MathText.AFTER_MARKDOWN;
import static io.github.formulint.markdown.platform.FrontMatter.JSON;
import static io.github.formulint.markdown.platform.FrontMatter.TOML;
import static io.github.formulint.markdown.platform.FrontMatter.YAML;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.github.GitHubReader;
import io.github.formulint.markdown.gitlab.GitLabReader;

/** Hosts of code that show the Markdown of repositories, issues and wikis. */
final class CodeHosts {

  static final Platform GITHUB =
      Definition.of("github", "GitHub")
          .profile(Profiles.GITHUB)
          .mathText(AFTER_MARKDOWN)
          .version("November 2026")
          .source(
              "documentation (Writing mathematical expressions) and published measurements; its code is not public")
          .certainty(MODEL)
          .limit(
              "Formulas in footnotes were not rendered as reported last in September 2024 (github/markup#1740); whether they are today is not known, and they are taken for read.")
          .limit(
              "What is known of formulas in links, italics and <details>, and of a < in $`…`$, is from 2023 (nschloe/github-math-bugs); nobody has confirmed it since.")
          .limit(
              "That letters, digits and most marks in front of a $ keep it from opening a formula was reported in November 2023 and September 2024 (github/markup#1742), for full-width marks in August 2026 (bojieli/ai-agent-book#905).")
          .limit(
              "That \\\\ stays at the end of a line and becomes \\ elsewhere was reported from 2022 (github/markup#1547) to August 2026 (aelassas/servy#6113).")
          .frontMatter(YAML)
          .reads(new GitHubReader());

  static final Platform GITLAB =
      Definition.of("gitlab", "GitLab")
          .profile(Profiles.KATEX)
          .version("comrak 0.4x")
          .source(
              "source of comrak (handle_dollars, scan_to_closing_dollar) with math_dollars and math_code")
          .certainty(VERIFIED)
          .limit(
              "At most 50 formulas are shown in an issue, merge request, comment or description, as GitLab users report; files and wiki pages are exempt.")
          .limit("A formula of more than 1,000 characters is not shown there either.")
          .frontMatter(YAML, TOML, JSON)
          .reads(new GitLabReader());

  private CodeHosts() {}
}
