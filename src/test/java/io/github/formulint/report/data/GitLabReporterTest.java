package io.github.formulint.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitLabReporterTest {

  @TempDir private Path folder;

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> report(String file, String text) {
    String out = CommandLineRun.in(folder).file(file, text).run("--format", "gitlab", file).out();
    return (List<Map<String, Object>>) Json.parse(out);
  }

  private List<Object> fingerprints(String file, String text) {
    return report(file, text).stream().map(finding -> finding.get("fingerprint")).toList();
  }

  @Test
  void writesWhatCodeQualityAsksFor() {
    List<Map<String, Object>> report = report("docs/第 1 章.md", "text\n\n$\\bad$\n\n$\\jlmbad$\n");
    assertThat(report).hasSize(2);
    assertThat(report.get(0))
        .containsOnlyKeys("description", "check_name", "fingerprint", "severity", "location")
        .containsEntry(
            "description",
            "`\\bad` is not a known command; readers see red source text instead of the formula;"
                + " hint: did you mean `\\bar`?")
        .containsEntry("check_name", "formulint/undefined-command")
        .containsEntry("severity", "major")
        .containsEntry("location", Map.of("path", "docs/第 1 章.md", "lines", Map.of("begin", 3)));
    assertThat(report.get(1)).containsEntry("severity", "minor");
  }

  @Test
  void nothingWrongIsAnEmptyArray() {
    assertThat(report("a.md", "$x$")).isEmpty();
  }

  @Test
  void fingerprintsStayWhenTheFindingMoves() {
    List<Object> before = fingerprints("a.md", "$\\bad$\n\n$\\bad + 1$\n");
    List<Object> after = fingerprints("a.md", "# New\n\n$x$ and $\\bad$\n\ntext\n\n$\\bad + 1$\n");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void eachFindingHasAFingerprintOfItsOwn() {
    List<Object> fingerprints =
        fingerprints("a.md", "$\\bad$ and $\\bad$\n\n$\\bad$ or $\\bad + 1$ or $\\jlmbad$\n");
    assertThat(fingerprints).hasSize(5).doesNotHaveDuplicates();
    assertThat(fingerprints("b.md", "$\\bad$")).doesNotContainAnyElementsOf(fingerprints);
    assertThat(fingerprints).allSatisfy(each -> assertThat((String) each).matches("[0-9a-f]{32}"));
  }

  @Test
  void takesWhatIsNewAsNewAndWhatIsMendedAsGone() {
    List<Object> before = fingerprints("a.md", "$\\bad$ and $\\bad + 1$");
    List<Object> after = fingerprints("a.md", "$\\bad + 2$ and $\\bad$");
    assertThat(after).contains(before.get(0)).doesNotContain(before.get(1));
  }
}
