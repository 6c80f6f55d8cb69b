package io.github.formulint.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignKindTest {

  @TempDir private Path folder;

  private FoundFiles find(List<String> includes, String... paths) {
    return new FileFinder(folder, includes, List.of()).find(List.of(paths));
  }

  private void file(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), "$x$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.json",
        "a.jsonl",
        "b.JSON",
        "a.html",
        "a.htm",
        "a.tex",
        "a.rst",
        "a.adoc",
        "a.org",
        "a.xml",
        "a.yml",
        "a.csv",
        "a.py",
        "a.md.j2",
        "a.svg",
        "a.pdf",
        "c d/a.jsonl"
      })
  void whatIsNamedAndNoMarkdownIsRefused(String name) throws IOException {
    file(name);
    FoundFiles found = find(List.of(), name);
    assertThat(found.files()).isEmpty();
    assertThat(found.problems()).singleElement().asString().startsWith(name + ": is ");
    assertThat(found.problems().get(0)).contains("only Markdown is read and mended");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.md", "a.ipynb", "a.txt", "README", "a.text", "a.mdc", "a.json.md", "x.json/a"})
  void whatMayBeMarkdownIsTaken(String name) throws IOException {
    file(name);
    assertThat(find(List.of(), name).files()).hasSize(1);
    assertThat(find(List.of(), name).problems()).isEmpty();
  }

  @Test
  void foldersSayOnceWhatTheySkip() throws IOException {
    for (String name : List.of("a.md", "b.jsonl", "c/d.jsonl", "c/e.rst", "f.py", "g.json")) {
      file(name);
    }
    FoundFiles found = find(List.of(), ".", "c");
    assertThat(found.files()).hasSize(1);
    assertThat(found.problems()).isEmpty();
    assertThat(found.skipped()).isEqualTo(Map.of("jsonl", 2, "rst", 1));
    assertThat(found.skippedNotice())
        .contains("only Markdown and notebooks are read; skipped 2 .jsonl, 1 .rst");
    assertThat(find(List.of("*.md"), ".").skippedNotice()).isEmpty();
  }

  @Test
  void aPatternThatAsksForThemIsRefusedToo() throws IOException {
    file("c/d.jsonl");
    FoundFiles found = find(List.of("*.jsonl"), ".");
    assertThat(found.files()).isEmpty();
    assertThat(found.problems()).singleElement().asString().startsWith("c/d.jsonl: is JSON Lines");
  }
}
