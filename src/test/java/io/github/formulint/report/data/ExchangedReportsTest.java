package io.github.formulint.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.SEVERITY;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

/** Reports that other tools read: held against their schemas, and read by what reads them. */
class ExchangedReportsTest {

  private static final String NAME = "docs/第 1 章 <&\"'>.md";

  /** An error behind a letter of two code units and three bytes, then a warning, then CRLF. */
  private static final String TEXT =
      "# 章\r\n\r\n𝒜𝒷é $\\lambda_\\bad$ \u0001 <&\r\n\r\n$\\jlmbad$\r\n\r\n$x $y$\r\n";

  private static final ViolationsLogger SILENT =
      new ViolationsLogger() {
        @Override
        public void log(Level level, String message) {}

        @Override
        public void log(Level level, String message, Throwable cause) {}
      };

  @TempDir private Path folder;

  private String report(String format, String name, String text) {
    return CommandLineRun.in(folder).file(name, text).run("--format", format, name).out();
  }

  private List<Violation> violations(Parser parser, String format, String ending)
      throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("report" + ending), report(format, NAME, TEXT));
    return List.copyOf(
        ViolationsApi.violationsApi()
            .withViolationsLogger(SILENT)
            .withPattern(".*report\\" + ending)
            .inFolder(reports.toString())
            .findAll(parser)
            .violations());
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> sarifResults(String name, String text) {
    Map<String, Object> sarif = (Map<String, Object>) Json.parse(report("sarif", name, text));
    return (List<Map<String, Object>>)
        ((List<Map<String, Object>>) sarif.get("runs")).get(0).get("results");
  }

  private List<Object> fingerprints(String name, String text) {
    return sarifResults(name, text).stream()
        .map(result -> result.get("partialFingerprints"))
        .toList();
  }

  @Test
  void sarifHoldsAgainstItsSchema() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
      List<Error> errors = schema.validate(report("sarif", NAME, TEXT), InputFormat.JSON);
      assertThat(errors).isEmpty();
      assertThat(schema.validate(report("sarif", "b.md", "$x$"), InputFormat.JSON)).isEmpty();
      assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void sarifIsReadWithPlacesAndLevels() throws IOException {
    List<Violation> violations = violations(Parser.SARIF, "sarif", ".sarif");
    assertThat(violations)
        .extracting(Violation::getRule)
        .contains("undefined-command", "engine-disagreement");
    assertThat(violations)
        .filteredOn(violation -> violation.getRule().equals("undefined-command"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.getStartLine()).isEqualTo(3);
              assertThat(violation.getSeverity()).isEqualTo(SEVERITY.ERROR);
            });
  }

  @Test
  void sarifCountsUtf16CodeUnits() {
    assertThat(report("sarif", NAME, TEXT))
        .contains("\"columnKind\":\"utf16CodeUnits\"")
        // Two letters of two code units, one of one, a space, `$\lambda_`.
        .contains("\"region\":{\"startLine\":3,\"startColumn\":16,\"endLine\":3,\"endColumn\":20}");
  }

  @Test
  @SuppressWarnings("unchecked")
  void sarifTellsAllRulesWithTheirPages() {
    Map<String, Object> sarif = (Map<String, Object>) Json.parse(report("sarif", NAME, TEXT));
    Map<String, Object> run = ((List<Map<String, Object>>) sarif.get("runs")).get(0);
    Map<String, Object> driver = ((Map<String, Map<String, Object>>) run.get("tool")).get("driver");
    List<Map<String, Object>> rules = (List<Map<String, Object>>) driver.get("rules");
    assertThat(rules).hasSameSizeAs(BuiltInRules.all());
    assertThat(rules)
        .allSatisfy(
            rule -> assertThat((Map<String, String>) rule.get("help")).containsKey("markdown"));
    for (Map<String, Object> result : (List<Map<String, Object>>) run.get("results")) {
      assertThat(rules.get((int) result.get("ruleIndex")).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void sarifNamesFilesByUris() {
    assertThat(report("sarif", NAME, TEXT))
        .contains("\"docs/%E7%AC%AC%201%20%E7%AB%A0%20%3C&%22'%3E.md\"")
        .doesNotContain("\"docs/第");
  }

  @Test
  void sarifFingerprintsStayWhenTextMovesAndFilesAreRenamed() {
    List<Object> before = fingerprints("a.md", "$\\bad$\n\n$\\bad + 1$\n\n$\\bad$\n");
    assertThat(before).hasSize(3).doesNotHaveDuplicates();
    assertThat(fingerprints("b.md", "# New\n\n$\\bad + 1$\n\ntext $y$\n\n$\\bad$ or $\\bad$\n"))
        .containsExactlyInAnyOrderElementsOf(before);
    assertThat(fingerprints("a.md", "$\\bad + 2$")).doesNotContainAnyElementsOf(before);
  }

  @Test
  void sarifTellsWhatIsSuppressedAndWhatIsNew() throws IOException {
    String remark = "<!-- formulint-disable-next-line -- ours -->";
    CommandLineRun run =
        CommandLineRun.in(folder).file("a.md", remark + "\n$\\bad$\n\n$\\bad$\n\n$x，y$\n");
    run.run("--baseline", "b.jsonl", "--update-baseline", "--ignore", "cjk");
    run.file("a.md", remark + "\n$\\bad$\n\n$\\bad$\n\n$x，y$\n\n$\\bad + 1$\n");
    String sarif =
        run.run(
                "--baseline",
                "b.jsonl",
                "--ignore",
                "cjk",
                "--show-suppressed",
                "--format",
                "sarif")
            .out();
    assertThat(sarif)
        .containsSubsequence(
            "\"baselineState\":\"new\",\"suppressions\":[{\"kind\":\"inSource\",\"status\":\"accepted\","
                + "\"justification\":\"suppressed in line 1: ours\"}]",
            "\"baselineState\":\"unchanged\",\"suppressions\":[{\"kind\":\"external\"",
            "\"justification\":\"in the baseline b.jsonl\"",
            "\"ruleId\":\"fullwidth-punctuation\"",
            "\"justification\":\"rule off: --ignore\"",
            "\"baselineState\":\"new\"");
    try (InputStream in = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
      assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
    }
    String wanted = run.run("--baseline", "b.jsonl", "--ignore", "cjk", "--format", "sarif").out();
    assertThat(wanted).doesNotContain("suppressions", "unchanged");
  }

  @Test
  void sarifFingerprintsDoNotDependOnWhatIsWanted() {
    List<Object> all = fingerprints("a.md", "$\\bad$\n\n$\\bad$\n");
    assertThat(fingerprints("a.md", "<!-- formulint-disable-next-line -->\n$\\bad$\n\n$\\bad$\n"))
        .containsExactly(all.get(1));
  }

  @Test
  void checkstyleIsReadWithPlacesAndSeverities() throws IOException {
    List<Violation> violations = violations(Parser.CHECKSTYLE, "checkstyle", ".xml");
    assertThat(violations)
        .filteredOn(violation -> violation.getRule().equals("formulint.undefined-command"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.getFile()).isEqualTo(NAME);
              assertThat(violation.getStartLine()).isEqualTo(3);
              assertThat(violation.getSeverity()).isEqualTo(SEVERITY.ERROR);
            });
    assertThat(violations).anyMatch(violation -> violation.getSeverity() == SEVERITY.WARN);
  }

  @Test
  void junitFailsForErrorsAlone() throws IOException {
    List<Violation> violations = violations(Parser.JUNIT, "junit", ".xml");
    assertThat(violations)
        .anySatisfy(
            violation ->
                assertThat(violation.getMessage())
                    .contains("`\\bad` is not a known command", NAME + ":3:"))
        .noneSatisfy(violation -> assertThat(violation.getMessage()).contains("jlmbad"));
    assertThat(report("junit", NAME, TEXT)).contains("<skipped message=");
    assertThat(report("junit", "right.md", "$x$"))
        .contains("<testcase name=\"formulas\" classname=\"right.md\"")
        .doesNotContain("<failure", "<skipped");
  }

  @Test
  @SuppressWarnings("unchecked")
  void reviewdogCountsBytes() {
    List<Map<String, Object>> lines =
        Json.lines(report("rdjsonl", NAME, TEXT)).stream()
            .map(line -> (Map<String, Object>) line)
            .toList();
    Map<String, Object> finding =
        lines.stream()
            .filter(line -> line.get("code").equals(Map.of("value", "undefined-command")))
            .findFirst()
            .orElseThrow();
    assertThat(finding).containsEntry("severity", "ERROR").containsKey("message");
    assertThat((Map<String, Object>) finding.get("location"))
        .containsEntry("path", NAME)
        .containsEntry(
            "range",
            // Two letters of four bytes, one of two, a space, `$\lambda_`.
            Map.of(
                "start", Map.of("line", 3, "column", 21),
                "end", Map.of("line", 3, "column", 25)));
  }
}
