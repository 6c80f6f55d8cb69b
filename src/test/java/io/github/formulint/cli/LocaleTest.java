package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.CommandLineRun.Result;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Turkish is spoken, the small form of I has no dot; names and numbers stay as they are. */
class LocaleTest {

  @TempDir private Path folder;
  private Locale usual;

  @BeforeEach
  void turkish() {
    usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
  }

  @AfterEach
  void back() {
    Locale.setDefault(usual);
  }

  @Test
  void wordsOfOptionsAndReportsAreTheSame() {
    CommandLineRun run =
        CommandLineRun.in(folder)
            .file("I.MD", "$\\bad$ and $x，y$\n")
            .file(
                ".formulint.yml",
                "engine: BOTH\nfail-on: WARNING\nrules: {delimiter: WARNING, rendering: WARNING}\n");
    Result result =
        run.run(
            "--format",
            "CONCISE",
            "--engine",
            "KATEX,JLATEXMATH",
            "--severity",
            "cjk=WARNING",
            "--color",
            "NEVER",
            ".");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("I.MD:1:2: warning[undefined-command]")
        .contains("warning[fullwidth-punctuation]");
    for (String format :
        new String[] {"sarif", "github", "gitlab", "junit", "checkstyle", "rdjsonl", "json"}) {
      String report = run.run("--format", format, ".").out();
      assertThat(report)
          .as(format)
          .doesNotContain("ı")
          .doesNotContain("İ")
          .contains("undefined-command");
    }
    assertThat(run.run("explain", "invalid-delimiter").out()).contains("invalid-delimiter");
    assertThat(run.run("platforms", "github").out()).contains("inline");
    assertThat(run.run("config", "I.MD").out())
        .contains("delimiter: warning")
        .contains("fail-on: warning");
    assertThat(run.run("--ignore", "undefined-commandi").err()).contains("did you mean");
  }
}
