package io.github.formulint.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --add-suppressions}; the engines of the tests refuse {@code \bad}. */
class AddedSuppressionsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$\\bad$",
        "$\\bad$\n",
        "First.\n\n$\\bad$ and\nmore $\\bad$ and\\\nthe last $x，y$\n",
        "# Heading $\\bad$\n\n$\\bad$\n---\n",
        "text\n# Heading $\\bad$\n",
        "text\n$$\n\\bad\n$$\nmore\n",
        "$$\nx\n$$\n$$\n\\bad\n$$\n",
        "$$x$$\n\n$$\n\\bad\n$$\n",
        "text  \nwith a break $\\bad$\n",
        "- one\n- $\\bad$\n- three $\\bad$\n",
        "- $\\bad$\n\n- $\\bad$\n\n  more $\\bad$\n",
        "3. $\\bad$\n4. - a\n   - $\\bad$\n\n     $$\n     \\bad\n     $$\n",
        "```\ncode\n```\n- $\\bad$\n",
        "> $\\bad$\n> and $\\bad$\n",
        "text\n> - $\\bad$\n>   $$\n>   \\bad\n>   $$\n",
        "> [!NOTE]\n> $\\bad$\n",
        "| a | $\\bad$ |\n| --- | --- |\n| x | $\\bad$ |\n",
        "text\n\n| a | b |\n| - | - |\n| $\\bad$ | $\\bad$ |\ntext $\\bad$\n",
        "<div>\n$\\bad$\n</div>\n",
        "<details>\n<summary>More</summary>\n\n$\\bad$\n\n</details>\n",
        "text\n<div>\n$\\bad$\n</div>\n",
        "```math\n\\bad\n```\n",
        "- ```math\n  \\bad\n  ```\n- $\\bad$\n",
        "---\ntitle: x\n---\n$\\bad$\n",
        "---\ntitle: x\n---\n\ntext[^1]\n\n[^1]: $\\bad$\n    and $\\bad$\n",
        "Term\n: is $\\bad$\n",
        "!!! note\n    $\\bad$\n",
        ":::tip\n$\\bad$\n:::\n",
        "\\begin{align}\n\\bad\n\\end{align}\n",
        "text\n\\begin{align}\n\\bad\n\\end{align}\n\\begin{align}\n\\bad\n\\end{align}\n",
        "$x$ <!-- formulint-disable-next-line cjk -->\n$x，y \\bad$\n",
        "A price of $5\n\nand $\\bad$ $$\n",
      })
  void suppressAllAndChangeNothingElse(String text) throws Exception {
    suppressAll(text, "");
    suppressAll(text, "--platform=github,remark");
    suppressAll("\uFEFF" + text.replace("\n", "\r\n"), "");
  }

  private void suppressAll(String before, String options) throws Exception {
    String after = added("a.md", before, options);
    assertThat(after).as(before).contains("formulint-disable");
    assertThat(after.startsWith("\uFEFF")).isEqualTo(before.startsWith("\uFEFF"));
    if (before.contains("\r\n")) {
      assertThat(after.replace("\r\n", "")).as(after).doesNotContain("\n");
    }
    assertThat(shape(after)).as(after).isEqualTo(shape(before));
  }

  private String added(String name, String before, String options) throws Exception {
    CommandLineRun run = CommandLineRun.in(folder).file(name, before);
    String[] check = options.isEmpty() ? new String[] {name} : new String[] {options, name};
    String[] add =
        options.isEmpty()
            ? new String[] {"--add-suppressions", name}
            : new String[] {"--add-suppressions", options, name};
    CommandLineRun.Result result = run.run(add);
    assertThat(result.exitCode()).as(before + result.out() + result.err()).isZero();
    CommandLineRun.Result again = run.run(check);
    assertThat(again.out()).as(before).contains("nothing wrong");
    String after = Files.readString(folder.resolve(name));
    run.run("--fix", name);
    assertThat(Files.readString(folder.resolve(name))).isEqualTo(after);
    return after;
  }

  private static String shape(String text) {
    return DocumentShape.of(SourceFile.of("a.md", text));
  }

  /** The remark stands beside its formula where that is possible. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a!$\\bad$~!@~$\\bad$~",
        "b!text~$\\bad$~!text @~$\\bad$~",
        "c!text  ~$\\bad$~!text @  ~$\\bad$~",
        "d!- one~- $\\bad$~!- one @~- $\\bad$~",
        "e!- one~~- $\\bad$~!- one~~- @~  $\\bad$~",
        "f!> $\\bad$~!> @~> $\\bad$~",
        "g!| $\\bad$ |~| --- |~!@~| $\\bad$ |~| --- |~",
        "h!text~# $\\bad$~!text @~# $\\bad$~",
      })
  void standBesideTheFormula(String name, String before, String after) throws Exception {
    String remark = "<!-- formulint-disable-next-line undefined-command -->";
    assertThat(added(name + ".md", before.replace('~', '\n'), ""))
        .isEqualTo(after.replace('~', '\n').replace("@", remark));
  }

  @Test
  void areWrittenAsMdxHasThem() throws Exception {
    assertThat(added("a.mdx", "# A\n\ntext\nand $\\bad$\n\n$\\bad$\n", ""))
        .isEqualTo(
            "# A\n\ntext {/* formulint-disable-next-line undefined-command */}\nand $\\bad$\n\n"
                + "{/* formulint-disable-next-line undefined-command */}\n$\\bad$\n");
  }

  @Test
  void sayHowManyAndMendNothing() {
    CommandLineRun run = CommandLineRun.in(folder).file("a.md", "$\\bad$ $x，y$\n");
    CommandLineRun.Result result = run.run("--add-suppressions");
    assertThat(result.err()).isEqualTo("formulint: 2 findings are suppressed now\n");
    assertThat(run.run("--add-suppressions").err())
        .isEqualTo("formulint: 0 findings are suppressed now\n");
    assertThat(run.run("--add-suppressions", "--fix").exitCode()).isEqualTo(2);
  }

  @Test
  void manyOfThemTakeFewReadings() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("Line ").append(i).append(" of it\nhas $\\bad$\n\n$\\bad$ again\n\n");
    }
    assertThat(added("a.md", text.toString(), ""))
        .doesNotContain("disable-file")
        .doesNotContain("formulint-disable ");
  }
}
