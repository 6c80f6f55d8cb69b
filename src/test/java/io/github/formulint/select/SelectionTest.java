package io.github.formulint.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wanted of the findings, as a run shows it; the engines of the tests refuse a word. */
class SelectionTest {

  @TempDir private Path folder;
  private CommandLineRun documents;

  @BeforeEach
  void someDocuments() {
    documents =
        CommandLineRun.in(folder)
            .file("a.md", "$\\bad$ and $x，y$\n")
            .file("docs/legacy/b.md", "$\\bad$\n");
  }

  private String concise(String... options) {
    String[] all = new String[options.length + 2];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--format";
    all[options.length + 1] = "concise";
    return documents.run(all).out();
  }

  @Test
  void rulesAreSwitchedOffByNameAndFamily() {
    assertThat(concise()).contains("undefined-command").contains("fullwidth-punctuation");
    assertThat(concise("--ignore", "cjk")).doesNotContain("fullwidth-punctuation");
    assertThat(concise("--select", "cjk")).doesNotContain("undefined-command");
    assertThat(concise("--severity", "undefined-command=warning"))
        .contains("warning[undefined-command]")
        .doesNotContain("error[undefined-command]");
    documents.file(".formulint.yml", "rules: {all: off, cjk: on}\n");
    assertThat(concise()).contains("fullwidth-punctuation").doesNotContain("undefined-command");
    assertThat(concise("--severity", "rendering=error")).contains("error[undefined-command]");
  }

  @Test
  void anUnknownNameIsAnErrorWithTheNearestName() {
    CommandLineRun.Result result = documents.run("--ignore", "undefined-comman");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("did you mean undefined-command");
    documents.file(".formulint.yml", "rules:\n  undefined-comman: off\n");
    assertThat(documents.run().err())
        .isEqualTo(
            "formulint: .formulint.yml:2:3: rules: there is no rule 'undefined-comman'; did you mean"
                + " 'undefined-command'?\n");
  }

  @Test
  void overridesHoldByPathAndTheNearestFileCountsMost() {
    documents.file(
        ".formulint.yml", "overrides:\n  - files: docs/legacy/**\n    rules: {rendering: off}\n");
    assertThat(concise()).contains("a.md:1:2").doesNotContain("b.md");
    documents.file("docs/.formulint.yml", "rules: {rendering: warning}\n");
    assertThat(concise()).contains("warning[undefined-command]");
    documents.file("docs/legacy/.formulint.yml", "root: true\n");
    assertThat(concise()).contains("docs/legacy/b.md:1:2: error[undefined-command]");
  }

  @Test
  void whatHoldsForAFileIsToldWithItsPlace() {
    documents.file(
        ".formulint.yml",
        "platform: github\nrules: {empty-formula: error}\noverrides:\n  - files: docs/**\n"
            + "    engine: katex\n    rules: {empty-formula: off}\n");
    assertThat(documents.run("config", "docs/legacy/b.md").out())
        .contains("platform: github  (.formulint.yml)\n")
        .contains("engine: katex  (.formulint.yml:4)\n")
        .contains("fail-on: error  (default)\n")
        .contains("empty-formula: off  (.formulint.yml:4)\n");
  }

  @Test
  void settingsAreExtended() {
    documents
        .file("team/base.yml", "rules: {rendering: off}\n")
        .file(".formulint.yml", "extends: team/base.yml\n");
    assertThat(concise()).doesNotContain("undefined-command");
    documents.file("team/base.yml", "extends: ../.formulint.yml\n");
    assertThat(documents.run().err()).contains("team/base.yml:1:10").contains("leads back");
  }

  @Test
  void whatIsExcludedIsLeftOutIfNamedOnlyWhereThatIsForced() {
    documents.file(".formulint.yml", "exclude: docs/legacy\n");
    assertThat(concise()).doesNotContain("b.md");
    assertThat(concise("docs/legacy/b.md")).contains("b.md");
    assertThat(concise("--force-exclude", "docs/legacy/b.md")).doesNotContain("b.md");
    documents.file(".formulint.yml", "exclude: docs/legacy\nforce-exclude: true\n");
    assertThat(concise("docs/legacy/b.md")).doesNotContain("b.md");
  }

  @Test
  void onlyWhatIsChangedIsTold() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("first").setAuthor("a", "a@b").setSign(false).call();
      assertThat(documents.run("--changed-since", "HEAD").exitCode()).isZero();
      Path file = folder.resolve("a.md");
      Files.writeString(file, Files.readString(file).replace("\n", "\r\n") + "\r\nnew $\\bad$\r\n");
      documents.file("c.md", "$\\bad$\n");
      assertThat(concise("--changed-since", "HEAD"))
          .contains("a.md:3:6")
          .contains("c.md:1:2")
          .doesNotContain("a.md:1:2")
          .doesNotContain("b.md");
      assertThat(concise("--changed-since", "HEAD", "--changed-files-only"))
          .contains("a.md:1:2")
          .doesNotContain("b.md");
      assertThat(
              CommandLineRun.in(folder.resolve("docs")).run("--changed-since", "HEAD", "..").out())
          .contains("a.md:3:6");
    }
    assertThat(documents.run("--changed-since", "nowhere").err())
        .contains("Git knows no revision 'nowhere'");
  }

  @Test
  void theBaselineTellsOnlyWhatIsNew() throws Exception {
    assertThat(documents.run("--baseline", "b.jsonl", "--update-baseline").exitCode()).isZero();
    assertThat(documents.run("--baseline", "b.jsonl").exitCode()).isZero();
    // Lines before it, another name of the file, and a copy of an old fault.
    documents.file("a.md", "# New\n\nmore\n\n$\\bad$ and $x，y$\n");
    Files.move(folder.resolve("docs/legacy/b.md"), folder.resolve("docs/c.md"));
    assertThat(documents.run("--baseline", "b.jsonl").exitCode()).isZero();
    documents.file("a.md", "$\\bad$ and $x，y$\n\ncopied: $\\bad$\n");
    assertThat(concise("--baseline", "b.jsonl")).contains("a.md:3:10").doesNotContain("a.md:1:");
    documents.file("a.md", "$x，y$\n");
    assertThat(documents.run("--baseline", "b.jsonl").err())
        .contains("1 finding of b.jsonl gone")
        .contains("a.md: undefined-command at \\bad");
    assertThat(documents.run("--baseline", "b.jsonl", "--prune-baseline").exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("b.jsonl")))
        .hasLineCount(2)
        .contains("\"file\":\"docs/c.md\"");
    documents.file("b.jsonl", "<<<<<<< HEAD\n");
    assertThat(documents.run("--baseline", "b.jsonl").err())
        .contains("formulint: b.jsonl:1: is no entry of a baseline");
  }

  @Test
  void macrosAreDefinedByPathWithWhatTheyUse() {
    documents
        .file("a.md", "$\\ours{x}$\n")
        .file("docs/legacy/b.md", "$\\ours{x}$\n")
        .file(
            "katex.js", "export default {macros: {'\\\\inner': '\\\\bad#1', RR: String.raw`R`}};\n")
        .file(
            ".formulint.yml",
            "overrides:\n  - files: docs/**\n    macros-from: katex.js\n"
                + "    macros: {\"\\\\ours\": \"\\\\inner{#1}\"}\n");
    assertThat(concise()).contains("docs/legacy/b.md:1:").doesNotContain("a.md:1:");
    documents.file(".formulint.yml", "macros: {\"\\\\ours\": \"{\"}\n");
    assertThat(documents.run().err()).contains("macros: \\ours: a { in it is not closed");
    documents
        .file("katex.js", "macros: {RR: makeIt()}\n")
        .file(".formulint.yml", "macros-from: katex.js\n");
    assertThat(documents.run().err()).contains("katex.js:1: a macro here is no plain text");
  }
}
