package io.github.formulint.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubReporterTest {

  @TempDir private Path folder;

  private String report(String file, String text, String... options) {
    String[] arguments = new String[options.length + 3];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = "--format";
    arguments[options.length + 1] = "github";
    arguments[options.length + 2] = file;
    return CommandLineRun.in(folder).file(file, text).run(arguments).out();
  }

  /** An annotation, as the runner reads it (actions/runner, ActionCommand.cs, TryParseV2). */
  private record Annotation(String command, Map<String, String> properties, String message) {

    static Annotation of(String line) {
      assertThat(line).startsWith("::");
      int end = line.indexOf("::", 2);
      String info = line.substring(2, end);
      int space = info.indexOf(' ');
      Map<String, String> properties = new HashMap<>();
      for (String property : info.substring(space + 1).split(",")) {
        String[] pair = property.split("=", 2);
        properties.put(pair[0], unescape(pair[1].replace("%3A", ":").replace("%2C", ",")));
      }
      return new Annotation(
          info.substring(0, space), properties, unescape(line.substring(end + 2)));
    }

    private static String unescape(String text) {
      return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }
  }

  @Test
  void writesAWorkflowCommandForEachFindingAndSumsUp() {
    assertThat(report("docs/a.md", "设 $x \\bad$\n\n和 $\\jlmbad$\n"))
        .isEqualTo(
            """
            ::error file=docs/a.md,line=1,endLine=1,col=6,endColumn=10,title=formulint (undefined-command)\
            ::docs/a.md:1:6: `\\bad` is not a known command; readers see red source text instead of the formula\
            %0Ahint: did you mean `\\bar`?
            ::warning file=docs/a.md,line=3,endLine=3,col=4,endColumn=11,title=formulint (engine-disagreement)\
            ::docs/a.md:3:4: this formula renders with KaTeX, not with JLaTeXMath\
            %0Ahint: where the document is shown with JLaTeXMath, switching to KaTeX mends it;\
             where it already is KaTeX, check with --engine katex
            1 file, 2 formulas: 1 error, 1 warning
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b.md", "100%.md", "a::b.md", "%2C%0A.md", "第 1 章=x.md", "a\nb.md"})
  void theRunnerReadsTheNameOfTheFileAsItIs(String name) {
    String line = report(name, "$\\bad$").lines().findFirst().orElseThrow();
    assertThat(Annotation.of(line).properties()).containsEntry("file", name);
  }

  @Test
  void aDocumentCannotWriteCommandsOfItsOwn() {
    String report = report("a.md", "$\\bad\n::stop-commands::x\n%0A::error::y$\n");
    assertThat(report.lines().filter(line -> line.startsWith("::"))).hasSize(1);
  }

  @Test
  void aPlaceOnManyLinesHasNoColumns() {
    String line = report("a.md", "text\n\n$$\n\n$$\n").lines().findFirst().orElseThrow();
    Annotation annotation = Annotation.of(line);
    assertThat(annotation.properties())
        .containsEntry("line", "3")
        .containsEntry("endLine", "5")
        .doesNotContainKeys("col", "endColumn");
    assertThat(annotation.message()).startsWith("a.md:3:1: ");
  }

  @Test
  void saysNothingButTheSummaryOfGoodDocuments() {
    assertThat(report("a.md", "$x$")).isEqualTo("1 file, 1 formula: nothing wrong\n");
    assertThat(report("a.md", "$x$", "--quiet")).isEmpty();
  }

  @Test
  void countsTheFindingsOfRules() {
    assertThat(report("a.md", "$\\bad$ $\\bad$", "--statistics", "--quiet"))
        .endsWith("\n2 undefined-command\n");
  }

  @Test
  void showsWhatTellsMostAndSaysWhatIsLeft() {
    String text = "$\\bad$\n\n".repeat(12) + "$x$\n\n$\\jlmbad$\n\n$$\nx\n";
    String report = report("::error::a.md", text);
    assertThat(report.lines().filter(line -> line.startsWith("::error "))).hasSize(10);
    assertThat(report.lines().filter(line -> line.startsWith("::warning "))).hasSize(1);
    // The only one of its rule is shown, though it comes last.
    assertThat(report)
        .containsPattern("::error file=.*,line=29.*title=formulint \\(unclosed-delimiter");
    assertThat(report.lines().filter(line -> line.startsWith("error ::error::a.md:21:2: ")))
        .hasSize(1);
    assertThat(report)
        .containsPattern(
            "GitHub shows at most 10 errors and 10 warnings of a step: \\d errors and 0 warnings more"
                + " stand above in the log\n");
  }
}
