package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.nio.file.Path;
import java.util.List;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report for people fits the reader's screen, and many findings stay readable. */
class TextLayoutTest {

  @TempDir private Path folder;

  private CommandLineRun formulint() {
    return CommandLineRun.in(folder);
  }

  private static List<String> wider(String report, int width) {
    return report
        .lines()
        .filter(line -> !line.contains("--> "))
        .filter(line -> columns(line) > width)
        .toList();
  }

  private static int columns(String line) {
    return line.codePoints().map(codePoint -> Math.max(0, WCWidth.wcwidth(codePoint))).sum();
  }

  private static String long300() {
    return "中文说明很长，".repeat(30) + "$\\bad$" + " and more words".repeat(30) + "\n\n";
  }

  @Test
  void fits80ColumnsWhereThereIsNoTerminal() {
    Result result = formulint().file("a.md", long300().repeat(3)).run("--verbose");
    assertThat(wider(result.out(), 80)).isEmpty();
    assertThat(result.out()).contains("$\\bad$");
  }

  @Test
  void fitsTheWidthThatIsSaid() {
    formulint().file("a.md", long300());
    assertThat(wider(formulint().variable("COLUMNS", "60").run().out(), 60)).isEmpty();
    String narrow = formulint().variable("COLUMNS", "60").run("--width", "50").out();
    assertThat(wider(narrow, 50)).isEmpty();
    assertThat(wider(formulint().run("--width", "120").out(), 100)).isNotEmpty();
    assertThat(formulint().run("--width", "39").err()).contains("--width must be 40 or more");
  }

  @Test
  void breaksNoWordOfAMessage() {
    String out = formulint().file("a.md", "$\\bad$").run("--width", "44").out();
    assertThat(out.replace("\n  ", " "))
        .contains("`\\bad` is not a known command; readers see red source text instead");
  }

  @Test
  void marksWhatAFixChangesAndSaysWhoTakesIt() {
    String out = formulint().file("a.md", "中 $\\bad$").run().out();
    assertThat(out)
        .contains(
            """
              = unsafe fix: write `\\bar` [--unsafe-fixes]
            1 - 中 $\\bad$
                       ~
            1 + 中 $\\bar$
                       ~
            """);
  }

  @Test
  void drawsWhatNobodySees() {
    String out = formulint().file("a.md", "$a\u200Bb \\bad$").run().out();
    assertThat(out).contains("1 | $a<U+200B>b \\bad$").doesNotContain("\u200B");
  }

  @Test
  void enginesSpeakOnlyWhenAsked() {
    formulint().file("a.md", "$\\bad$");
    assertThat(formulint().run().out()).doesNotContain("KaTeX: ");
    assertThat(formulint().run("-v").out()).contains(" = KaTeX: ").contains(" = JLaTeXMath: ");
  }

  @Test
  void tellsTheSameFormulaOnceWithItsPlaces() {
    formulint().file("a.md", "$\\bad$ $\\bad$\n").file("b.md", "\n$\\bad$ $\\bad y$\n");
    String out = formulint().run().out();
    assertThat(out.split("error\\[undefined-command\\]", -1)).hasSize(3);
    assertThat(out).contains(" = also at a.md:1:9, b.md:2:2\n").contains("4 errors");
    assertThat(formulint().run("--group-by", "none").out().split("error\\[", -1)).hasSize(5);
  }

  private CommandLineRun with300() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append("$\\bad x_{").append(i).append("}$\n\n");
    }
    return formulint()
        .file("a.md", many.toString())
        .file("b.md", many + "$\\katexbad$\n")
        .file("c.md", many.toString());
  }

  @Test
  void groupsManyFindingsByRule() {
    String out = with300().run().out();
    assertThat(wider(out, 80)).isEmpty();
    assertThat(out)
        .contains("== error[undefined-command]: 301 findings in 3 files, one of them:")
        .contains("  b.md: 101  at 1:2, 3:2,");
    assertThat(out.lines().count()).isLessThan(40);
    assertThat(out.lines().toList()).last().asString().startsWith("next: ");
  }

  @Test
  void groupsByFileAndNotAtAll() {
    String byFile = with300().run("--group-by", "file").out();
    assertThat(byFile).contains("== a.md: 100 findings, one of them:").contains("== c.md: 100");
    String each = formulint().run("--group-by", "none").out();
    assertThat(each).doesNotContain("== ");
    assertThat(each.split("error\\[", -1)).hasSize(302);
  }

  @Test
  void showsAsManyAsAskedFor() {
    String out = with300().run("--max-findings", "2").out();
    assertThat(out.split("error\\[", -1)).hasSize(3);
    assertThat(out).contains("299 more findings not shown").contains("301 errors");
    assertThat(formulint().run("--max-findings", "2", "--format", "concise").out().lines().count())
        .isEqualTo(301);
  }

  @Test
  void placesAreLinksWhereTheTerminalShowsThem() {
    formulint().file("中 a.md", "$\\bad$");
    String link =
        "\u001B]8;;"
            + folder.resolve("中 a.md").toUri().toASCIIString()
            + "\u001B\\中 a.md:1:2\u001B]8;;\u001B\\";
    assertThat(formulint().run("--hyperlinks", "always").out()).contains("--> " + link + "\n");
    assertThat(formulint().onTerminal().variable("VTE_VERSION", "7600").run().out()).contains(link);
    assertThat(formulint().variable("VTE_VERSION", "7600").run().out()).doesNotContain("]8;;");
    assertThat(formulint().onTerminal().run().out()).doesNotContain("]8;;");
    assertThat(formulint().onTerminal().variable("TERM", "foot").variable("TMUX", "x").run().out())
        .doesNotContain("]8;;");
    assertThat(
            formulint()
                .onTerminal()
                .variable("VTE_VERSION", "7600")
                .run("--hyperlinks=never")
                .out())
        .doesNotContain("]8;;");
  }
}
