package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.Fixtures;
import io.github.formulint.testing.Tool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a team's first week: a site with 300 findings is made, each command of the page runs
 * there in its order, and what the page shows is compared.
 */
class FirstWeekTest {

  private static final Path PAGE = Path.of("src/site/markdown/first-week.md");
  private static final Pattern BLOCK = Pattern.compile("(?m)^```console\\n((?s).*?)^```\\n");
  private static final Pattern FORMULINT =
      Pattern.compile("formulint(.*?)(?: \\| tail -n (\\d+))?");

  private static final int PAGES = 60;

  @TempDir private Path site;

  /** Five findings a page for Docusaurus, each written otherwise on each page. */
  private void makeSite() throws IOException {
    Files.writeString(
        site.resolve("docusaurus.config.js"),
        """
        import math from 'remark-math';
        import katex from 'rehype-katex';

        export default {
          title: 'Notes',
          presets: [['classic', {docs: {
            remarkPlugins: [math],
            rehypePlugins: [[katex, {macros: {'\\\\\\\\RR': '\\\\\\\\mathbb{R}'}}]],
          }}]],
        };
        """
            .replace("\\\\\\\\", "\\\\"));
    Path docs = Files.createDirectories(site.resolve("docs"));
    for (int i = 1; i <= PAGES; i++) {
      Files.writeString(
          docs.resolve("page-%02d.md".formatted(i)),
          """
          # Page %1$d

          The largest eigenvalue of $A_{%1$d}$ is $\\lambda_\\max + %1$d$.

          The map $v \\mpasto A_{%1$d} v$ is linear on $\\RR^{%1$d}$.

          Its rank is $\\textitt{rank}(A_{%1$d})$, and \\(k_{%1$d} \\le n\\) is a bound.

          The last line of page %1$d has $x_{%1$d}^a^b$.
          """
              .formatted(i));
    }
  }

  @Test
  void theWeekIsReal() throws Exception {
    makeSite();
    String page = Files.readString(PAGE);
    StringBuilder real = new StringBuilder();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      StringBuilder shown = new StringBuilder("```console\n");
      for (String line : block.group(1).lines().filter(each -> each.startsWith("$ ")).toList()) {
        shown.append(line).append('\n').append(output(line.substring(2)));
      }
      block.appendReplacement(real, Matcher.quoteReplacement(shown + "```\n"));
    }
    block.appendTail(real);
    assertThat(real.toString()).isEqualTo(Fixtures.expected(PAGE, real.toString()));
  }

  private String output(String command) throws Exception {
    Matcher own = FORMULINT.matcher(command);
    if (!own.matches()) {
      Tool.require("bash");
      Tool.Result result = Tool.run(site, Map.of(), List.of("bash", "-c", command));
      assertThat(result.exitCode()).as("%s: %s", command, result.out()).isZero();
      return result.out();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream(new byte[0]),
            out,
            own.group(2) == null ? out : err,
            false,
            false,
            Map.of("XDG_CACHE_HOME", site.resolve(".cache").toString()),
            site);
    new Main(environment, new StandardWiring()).run(own.group(1).strip().split(" "));
    if (own.group(2) == null) {
      return out.toString(StandardCharsets.UTF_8);
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    int last = Math.min(lines.size(), Integer.parseInt(own.group(2)));
    return err.toString(StandardCharsets.UTF_8)
        + lines.subList(lines.size() - last, lines.size()).stream()
            .map(each -> each + "\n")
            .reduce("", String::concat);
  }
}
