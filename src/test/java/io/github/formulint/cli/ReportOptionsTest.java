package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.testing.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportOptionsTest {

  @TempDir private Path folder;

  private CommandLineRun.Result run(String... args) {
    return CommandLineRun.in(folder).file("a.md", "$\\bad$\n").run(args);
  }

  @Test
  void writesSeveralReportsInOneRun() throws IOException {
    CommandLineRun.Result result =
        run("--format", "concise", "--format", "sarif=out/a.sarif", "--format=junit=b.xml", "a.md");
    assertThat(result.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(result.out()).startsWith("a.md:1:2: error[undefined-command]");
    assertThat(Files.readString(folder.resolve("out/a.sarif"))).contains("\"undefined-command\"");
    assertThat(Files.readString(folder.resolve("b.xml"))).contains("<testsuites");
  }

  @Test
  void writesTheReportIntoAFileAndThatForPeopleToTheScreen() throws IOException {
    CommandLineRun.Result result = run("--format", "json", "--output-file", "out.json", "a.md");
    assertThat(result.out()).contains("error[undefined-command]", "1 file, 1 formula: 1 error");
    assertThat(Files.readString(folder.resolve("out.json"))).startsWith("{\"version\"");
  }

  @Test
  void takesOneReportForStandardOutputAtMost() {
    CommandLineRun.Result result = run("--format", "json", "--format", "sarif", "a.md");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE_OR_IO);
    assertThat(result.err()).contains("both go to standard output", "--format sarif=FILE");
  }

  @Test
  void saysWhichFormatWasMeant() {
    assertThat(run("--format", "sarf", "a.md").err())
        .contains("--format: there is no format sarf; did you mean sarif?");
  }

  @Test
  void overwritesNoDocument() throws IOException {
    CommandLineRun.Result result = run("--output-file", "a.md", "a.md");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE_OR_IO);
    assertThat(result.err()).contains("the report would overwrite a document: a.md");
    assertThat(Files.readString(folder.resolve("a.md"))).isEqualTo("$\\bad$\n");
  }

  @Test
  void saysWhichFileCannotBeWritten() throws IOException {
    Files.createDirectory(folder.resolve("out.json"));
    CommandLineRun.Result result = run("--format", "json=out.json", "a.md");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE_OR_IO);
    assertThat(result.err()).contains("out.json cannot be written");
  }
}
