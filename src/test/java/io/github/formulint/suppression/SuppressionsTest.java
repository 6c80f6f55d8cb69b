package io.github.formulint.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Remarks hold wherever a formula can stand; the engines of the tests refuse {@code \bad}. */
class SuppressionsTest {

  private static final String NEXT = "<!-- formulint-disable-next-line rendering -->";

  @TempDir private Path folder;

  private CommandLineRun.Result check(String name, String text, String... options) {
    String[] arguments = new String[options.length + 3];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = "--format";
    arguments[options.length + 1] = "concise";
    arguments[options.length + 2] = name;
    return CommandLineRun.in(folder).file(name, text).run(arguments);
  }

  static List<String> endings() {
    return List.of("\n", "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NEXT + "\n$\\bad$\n",
        NEXT + "\n\n$\\bad$\n",
        NEXT + "\n$$\nx\n\\bad\n$$\n",
        NEXT + "\n# Heading $\\bad$\n",
        "Text. " + NEXT + "\nmore text, $\\bad$\n",
        "- " + NEXT + "\n  $\\bad$\n",
        "- one " + NEXT + "\n- two $\\bad$\n",
        "1. a\n   - " + NEXT + "\n     $\\bad$\n",
        "> " + NEXT + "\n> $\\bad$\n",
        "> - " + NEXT + "\n>   $$\n>   \\bad\n>   $$\n",
        NEXT + "\n| a | b |\n| --- | --- |\n| x | $\\bad$ |\n",
        NEXT + "\n<div>\n$\\bad$\n</div>\n",
        NEXT + "\n```math\n\\bad\n```\n",
        "<!-- formulint-disable rendering -->\n\n$\\bad$\n\n<!-- formulint-enable rendering -->\n",
        "<!-- formulint-disable -->\n\n| $\\bad$ |\n| --- |\n",
        "$\\bad$\n\n<!-- formulint-disable-file undefined-command -- old page -->\n",
        "---\ntitle: x\nformulint: off\n---\n$\\bad$\n",
        "---\nformulint: [undefined-command] # old\n---\n$\\bad$\n",
        "---\nformulint:\n  - undefined-command\nother: [\n---\n$\\bad$\n",
        "text[^1]\n\n[^1]: " + NEXT + "\n    $\\bad$\n",
      })
  void holdsWhereAFormulaStands(String text) {
    for (String ending : endings()) {
      for (String mark : List.of("", "\uFEFF")) {
        CommandLineRun.Result result = check("a.md", mark + text.replace("\n", ending));
        assertThat(result.out()).as(text).doesNotContain("undefined-command");
        assertThat(result.out()).as(text).doesNotContain("unused-suppression");
        assertThat(result.exitCode()).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{/* formulint-disable-next-line rendering */}\n$\\bad$\n",
        "{/* formulint-disable */}\n\n<Box>\n\n$\\bad$\n\n</Box>\n\n{/* formulint-enable */}\n",
        "Text {/* formulint-disable-next-line */}\nand $\\bad$\n"
      })
  void holdsInMdx(String text) {
    assertThat(check("a.mdx", text).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`" + NEXT + "`\n$\\bad$\n",
        "```html\n" + NEXT + "\n```\n$\\bad$\n",
        "    " + NEXT + "\n\n$\\bad$\n",
        "\\" + NEXT + "\n$\\bad$\n",
        NEXT + "\nfirst\n$\\bad$\n",
        "$\\bad$\n" + NEXT + "\n",
        "<!-- formulint-disable-next-line double-script -->\n$\\bad$\n",
        "<!-- formulint-disable -->\n<!-- formulint-enable -->\n\n$\\bad$\n"
      })
  void holdsNowhereElse(String text) {
    CommandLineRun.Result result = check("a.md", text);
    assertThat(result.out()).contains("undefined-command");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void oneThatSuppressesNothingIsTakenAwayByFixAndOthersStay() throws Exception {
    String text = NEXT + "\r\n$x$\r\n\r\n" + NEXT + "\r\n$\\bad$\r\n";
    assertThat(check("a.md", text).out()).contains("a.md:1:1: warning[unused-suppression]");
    assertThat(check("a.md", "\uFEFF" + text, "--fix").exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("a.md")))
        .isEqualTo("\uFEFF$x$\r\n\r\n" + NEXT + "\r\n$\\bad$\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lost-formula",
        "accidental-formula",
        "altered-formula",
        "refused-command",
        "page-budget",
        "missing-in-engine"
      })
  void saysNothingOfWhatThisRunCannotFind(String rule) {
    String text = "<!-- formulint-disable-next-line " + rule + " -->\n$x$\n";
    assertThat(check("a.md", text).out()).isEmpty();
  }

  @Test
  void tellsWhatThisRunCouldHaveFound() {
    String disagreement = "<!-- formulint-disable-next-line engine-disagreement -->\n$x$\n";
    assertThat(check("a.md", disagreement).out()).contains("unused-suppression");
    assertThat(check("a.md", disagreement, "--engine", "katex").out()).isEmpty();
    String lost = "<!-- formulint-disable-next-line lost-formula -->\nso $x$ is\n";
    assertThat(check("a.md", lost, "--platform", "remark").out()).contains("unused-suppression");
  }

  @Test
  void saysWhyAFindingIsNotTold() {
    String text = "<!-- formulint-disable-next-line rendering -- ours -->\n$\\bad$\n";
    assertThat(check("a.md", text, "--show-suppressed").err())
        .contains("not told: a.md:2:2: undefined-command (suppressed in line 1: ours)");
  }

  @Test
  void aFixLeavesWhatIsSuppressed() throws Exception {
    String text = "<!-- formulint-disable-next-line cjk -->\n$x，y$ and\n$x，y$\n";
    check("a.md", text, "--fix");
    assertThat(Files.readString(folder.resolve("a.md")))
        .startsWith("<!-- formulint-disable-next-line cjk -->\n$x，y$ and\n")
        .doesNotEndWith("\n$x，y$\n");
  }
}
