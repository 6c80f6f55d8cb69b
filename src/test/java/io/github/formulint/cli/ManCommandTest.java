package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.shell.ManPage;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.Tool;
import io.github.formulint.testing.Tool.Result;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

@Timeout(60)
class ManCommandTest {

  @TempDir private Path folder;

  private Path page;

  @BeforeEach
  void printsThePage() throws Exception {
    CommandLineRun.Result result = CommandLineRun.in(folder).run("man");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    page = Files.writeString(folder.resolve("formulint.1"), result.out());
  }

  private CommandSpec program() {
    Environment environment =
        new Environment(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            false,
            false,
            Map.of(),
            folder);
    return new Main(environment, new StandardWiring()).commandLine().getCommandSpec();
  }

  /** Returns the page as people read it, on lines that never end. */
  private String read(Path source) throws Exception {
    Tool.require("groff");
    Result result =
        Tool.run(
            folder,
            Map.of(),
            List.of("groff", "-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=2000n", source.toString()));
    assertThat(result.exitCode()).as(result.out()).isZero();
    return result.out();
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    assertThat(from).as(start).isNotNegative();
    int to = text.indexOf(end, from + start.length());
    return text.substring(from, to < 0 ? text.length() : to);
  }

  @Test
  void mandocHasNothingToSay() throws Exception {
    Tool.require("mandoc");
    Result result =
        Tool.run(folder, Map.of(), List.of("mandoc", "-Tlint", "-Wall", page.toString()));
    assertThat(result).isEqualTo(new Result(0, ""));
  }

  @Test
  void groffHasNothingToSay() throws Exception {
    assertThat(read(page)).startsWith("FORMULINT(1)").doesNotContain("warning:", "error:");
  }

  @Test
  void listsEveryOptionOfEveryCommand() throws Exception {
    String text = read(page);
    assertAllListed(program(), between(text, "OPTIONS\n", "COMMANDS\n"));
    String commands = between(text, "COMMANDS\n", "EXIT STATUS\n");
    program()
        .subcommands()
        .forEach(
            (name, command) -> {
              String section = between(commands, "   formulint " + name + "\n", "\n   formulint ");
              if (name.equals("check")) {
                assertThat(section).contains("the paths and options above");
              } else {
                assertAllListed(command.getCommandSpec(), section);
              }
            });
  }

  private static void assertAllListed(CommandSpec command, String section) {
    assertThat(command.options()).isNotEmpty();
    for (OptionSpec option : command.options()) {
      for (String name : option.names()) {
        assertThat(section).containsPattern("(?m)^ {7}(\\S+, )*" + name + "(=\\S+)?(,.*)?( |$)");
      }
      assertThat(section.replaceAll("(?<=\\S) +", " ")).contains(option.description()[0]);
    }
  }

  @Test
  void tellsExitCodesVariablesAndExamples() throws Exception {
    assertThat(read(page))
        .contains("EXIT STATUS\n       0      nothing found")
        .contains("FORMULINT_JAR", "FORMULINT_CDS", "JAVA_HOME", "NO_COLOR")
        .contains("  formulint --fix docs               mend what is safe to mend");
  }

  @Command(name = "strange", description = "\\fBnot bold\\fR")
  private static final class Strange {
    @Option(
        names = "--odd",
        description = ".TH is no request, 'nor is this, \\n stays, ~^` \" - and … and -x too")
    private boolean isOdd;
  }

  @Test
  void everyCharacterMeansItself() throws Exception {
    CommandSpec strange = CommandSpec.forAnnotatedObject(new Strange());
    Path source =
        Files.writeString(
            folder.resolve("strange.1"), ManPage.of(strange), StandardCharsets.US_ASCII);
    assertThat(read(source))
        .contains("strange - \\fBnot bold\\fR\n")
        .contains(".TH is no request, 'nor is this, \\n stays, ~^` \" - and … and -x too");
  }
}
