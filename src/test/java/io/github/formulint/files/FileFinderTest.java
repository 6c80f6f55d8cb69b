package io.github.formulint.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileFinderTest {

  @TempDir private Path folder;

  private void files(String... names) throws IOException {
    for (String name : names) {
      write(name, "x");
    }
  }

  private void write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), Path.of(target));
  }

  private FoundFiles find(String... paths) {
    return new FileFinder(folder, List.of(), List.of()).find(List.of(paths));
  }

  private List<String> names(String... paths) {
    return names(find(paths));
  }

  private static List<String> names(FoundFiles found) {
    return found.files().stream().map(FoundFile::name).toList();
  }

  private List<String> namesWith(List<String> includes, List<String> excludes, String... paths) {
    return names(new FileFinder(folder, includes, excludes).find(List.of(paths)));
  }

  @Test
  void takesMarkdownOfEveryEndingInAllFolders() throws IOException {
    files("a.md", "b.markdown", "c/d.MDX", "c/e/f.mdown", "g.mkd", "h.qmd", "i.Rmd");
    files("j.txt", "k.md.bak", "md", "c/l.html");
    assertThat(names("."))
        .containsExactly("a.md", "b.markdown", "c/d.MDX", "c/e/f.mdown", "g.mkd", "h.qmd", "i.Rmd");
  }

  @Test
  void leavesOutHiddenFoldersAndNodeModules() throws IOException {
    files("a.md", ".github/b.md", "x/.cache/c.md", "node_modules/d.md", "x/node_modules/y/e.md");
    assertThat(names(".")).containsExactly("a.md");
  }

  @Test
  void takesNamedFilesAndNamedFoldersInAnyCase() throws IOException {
    write(".gitignore", "*\n");
    Files.createDirectory(folder.resolve(".git"));
    files("notes.txt", ".hidden/a.md", "node_modules/b.md");
    assertThat(names("notes.txt", ".hidden/a.md", "node_modules/b.md"))
        .containsExactly(".hidden/a.md", "node_modules/b.md", "notes.txt");
  }

  @Test
  void walksANamedFolderThatGitIgnores() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write(".gitignore", "build/\n.hidden/\n");
    files("build/a.md", ".hidden/b.md");
    assertThat(names("build", ".hidden")).containsExactly(".hidden/b.md", "build/a.md");
    assertThat(names(".")).isEmpty();
  }

  @Test
  void showsNamesAsTheyWereGiven() throws IOException {
    files("docs/a.md");
    assertThat(names("docs")).containsExactly("docs/a.md");
    assertThat(names("./docs/")).containsExactly("docs/a.md");
    assertThat(names("./docs/a.md")).containsExactly("docs/a.md");
    String absolute = folder.resolve("docs").toString();
    assertThat(names(absolute)).containsExactly(absolute.replace('\\', '/') + "/a.md");
  }

  @Test
  void takesEachFileOnceWhateverTheOrder() throws IOException {
    files("docs/a.md", "docs/sub/b.md", "c.md");
    link("docs/linked.md", "a.md");
    List<String> paths =
        new ArrayList<>(
            List.of(".", "docs", "docs/sub", "docs/a.md", "./docs/a.md", "c.md", "docs"));
    List<String> expected = List.of("c.md", "docs/a.md", "docs/sub/b.md");
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(paths, random);
      assertThat(names(paths.toArray(String[]::new))).isEqualTo(expected);
    }
  }

  @Test
  void respectsNestedIgnoreFilesAndTakesBack() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write(".gitignore", "*.tmp.md\n/build\ndrafts/\n# comment\n");
    write("docs/.gitignore", "!keep.tmp.md\nlocal.md\n");
    files("a.md", "a.tmp.md", "build/b.md", "docs/build/c.md", "docs/keep.tmp.md");
    files("docs/local.md", "docs/deep/local.md", "docs/drafts/d.md", "local.md");
    assertThat(names("."))
        .containsExactly("a.md", "docs/build/c.md", "docs/keep.tmp.md", "local.md");
  }

  @Test
  void respectsIgnoreFilesOfTheFoldersAboveUpToTheRepository() throws IOException {
    write(".gitignore", "outside.md\n");
    Files.createDirectories(folder.resolve("repo/.git"));
    write("repo/.gitignore", "secret.md\n/docs/gen/**\n");
    files("repo/docs/a.md", "repo/docs/secret.md", "repo/docs/gen/b.md", "repo/docs/outside.md");
    assertThat(names("repo/docs")).containsExactly("repo/docs/a.md", "repo/docs/outside.md");
  }

  @Test
  void respectsTheExcludeFileOfTheRepository() throws IOException {
    write(".git/info/exclude", "mine.md\n");
    files("a.md", "x/mine.md");
    assertThat(names(".")).containsExactly("a.md");
  }

  @Test
  void respectsTheExcludeFileFromASecondWorkTree() throws IOException {
    write("main/.git/info/exclude", "mine.md\n");
    write("main/.git/worktrees/second/commondir", "../..\n");
    write("second/.git", "gitdir: ../main/.git/worktrees/second\n");
    files("second/a.md", "second/mine.md");
    assertThat(names("second")).containsExactly("second/a.md");
  }

  @Test
  void aRepositoryInARepositoryHasItsOwnRules() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write(".gitignore", "a.md\n");
    Files.createDirectories(folder.resolve("sub/.git"));
    files("a.md", "sub/a.md");
    assertThat(names(".")).containsExactly("sub/a.md");
  }

  @Test
  void respectsIgnoreFilesWithoutARepository() throws IOException {
    write("docs/.gitignore", "gen\n");
    files("docs/a.md", "docs/gen/b.md");
    assertThat(names("docs")).containsExactly("docs/a.md");
  }

  @Test
  void includesOnlyWhatMatches() throws IOException {
    files("docs/a.md", "docs/b.txt", "docs/img.png", "src/c.md", "src/docs/d.md");
    assertThat(namesWith(List.of("/docs"), List.of(), ".")).containsExactly("docs/a.md");
    assertThat(namesWith(List.of("docs/**"), List.of(), ".")).containsExactly("docs/a.md");
    assertThat(namesWith(List.of("*.txt"), List.of(), ".")).containsExactly("docs/b.txt");
    assertThat(namesWith(List.of("*.txt", "src/**"), List.of(), "."))
        .containsExactly("docs/b.txt", "src/c.md", "src/docs/d.md");
  }

  @Test
  void excludesWhatMatchesFromHereOrFromTheNamedFolder() throws IOException {
    files("docs/a.md", "docs/drafts/b.md", "docs/x/drafts/c.md", "CHANGELOG.md");
    assertThat(namesWith(List.of(), List.of("drafts", "CHANGELOG.md"), "."))
        .containsExactly("docs/a.md");
    assertThat(namesWith(List.of(), List.of("docs/drafts/**"), "docs"))
        .containsExactly("docs/a.md", "docs/x/drafts/c.md");
    assertThat(namesWith(List.of(), List.of("/drafts"), folder.resolve("docs").toString()))
        .hasSize(2);
    assertThat(namesWith(List.of(), List.of("*.md", "!a.md"), ".")).containsExactly("docs/a.md");
  }

  @Test
  void aNamedFileIsTakenEvenIfExcluded() throws IOException {
    files("a.md");
    assertThat(namesWith(List.of(), List.of("*.md"), "a.md")).containsExactly("a.md");
  }

  @Test
  void refusesWhatIsNoPattern() {
    assertThatThrownBy(() -> new FileFinder(folder, List.of(""), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a pattern");
    assertThatThrownBy(() -> new FileFinder(folder, List.of(), List.of("[a")))
        .hasMessageContaining("'[a'");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    files("a.md");
    FoundFiles found = find("a.md", "nope", "nope/b.md", "", "bad\0name");
    assertThat(names(found)).containsExactly("a.md");
    assertThat(found.problems())
        .hasSize(4)
        .anyMatch(problem -> problem.equals("nope: no such file or folder"))
        .anyMatch(problem -> problem.equals("nope/b.md: no such file or folder"))
        .anyMatch(problem -> problem.contains("empty path"))
        .anyMatch(problem -> problem.contains("is not a path"));
  }

  @Test
  void followsLinksAndPrefersRealNames() throws IOException {
    files("z/real.md", "outside.txt");
    link("a-link", "z");
    link("note.md", "outside.txt");
    assertThat(names(".")).containsExactly("note.md", "z/real.md");
    assertThat(names("a-link")).containsExactly("a-link/real.md");
  }

  @Test
  void followsLinksOutOfTheFolder() throws IOException {
    files("shared/a.md", "docs/b.md");
    link("docs/more", "../shared");
    assertThat(names("docs")).containsExactly("docs/b.md", "docs/more/a.md");
  }

  @Test
  void saysThatALinkLeadsBackAndGoesOn() throws IOException {
    files("docs/sub/a.md");
    link("docs/sub/up", "..");
    link("docs/self", "self");
    FoundFiles found = find("docs");
    assertThat(names(found)).containsExactly("docs/sub/a.md");
    assertThat(found.problems())
        .containsExactly(
            "docs/sub/up: is a link that leads back to a folder it stands in; it is not followed");
    assertThat(find("docs/self").problems()).hasSize(1);
  }

  @Test
  void linksBetweenTwoFoldersComeToAnEnd() throws IOException {
    files("a/x.md", "b/y.md");
    link("a/to-b", "../b");
    link("b/to-a", "../a");
    assertThat(names(".")).containsExactly("a/x.md", "b/y.md");
  }

  @Test
  void saysThatALinkIsBroken() throws IOException {
    files("a.md");
    link("gone.md", "nowhere.md");
    link("loop.md", "loop.md");
    link("other", "nowhere");
    FoundFiles found = find(".");
    assertThat(names(found)).containsExactly("a.md");
    assertThat(found.problems()).hasSize(2);
    assertThat(found.problems().get(0))
        .isEqualTo("gone.md: is a link to a file that does not exist");
    assertThat(found.problems().get(1))
        .startsWith("loop.md: cannot be read: ")
        .contains("symbolic links");
    assertThat(find("gone.md").problems()).hasSize(1);
  }

  @Test
  void saysThatAFolderMayNotBeReadAndGoesOn() throws IOException {
    files("a.md", "secret/b.md");
    Path secret = folder.resolve("secret");
    assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "root reads all");
    try {
      FoundFiles found = find(".");
      assertThat(names(found)).containsExactly("a.md");
      assertThat(found.problems()).containsExactly("secret: cannot be read: permission denied");
    } finally {
      assertThat(secret.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  void takesNamesWithSpacesAndCjk() throws IOException {
    files("数学 笔记/第 1 章.md", "'quoted'.md");
    assertThat(names(".")).containsExactly("'quoted'.md", "数学 笔记/第 1 章.md");
  }

  @Test
  void leavesOutForeignFoldersAndLinksIntoThem() throws IOException {
    files("a.md", "own/b.md", "foreign/c.md", "own/foreign/d.md", "outside/e.md", "root/f.md");
    link("root/folder", "../foreign");
    link("root/file.md", "../foreign/c.md");
    link("root/other.md", "../outside/e.md");
    FileFinder finder =
        new FileFinder(folder, List.of(), List.of(), inside -> inside.endsWith("foreign"));
    assertThat(names(finder.find(List.of("."))))
        .containsExactly("a.md", "outside/e.md", "own/b.md", "root/f.md");
    assertThat(names(finder.find(List.of("root")))).containsExactly("root/f.md", "root/other.md");
    // A folder that is named is wanted.
    assertThat(names(finder.find(List.of("foreign")))).containsExactly("foreign/c.md");
  }

  @Test
  void patternsOfManyStarsDoNotHoldUpTheSearch() throws IOException {
    String stars = "*a".repeat(12) + "b";
    files("a".repeat(240) + ".md");
    write(".gitignore", stars + "\n");
    Files.createDirectory(folder.resolve(".git"));
    assertThat(names(".")).hasSize(1);
    assertThat(namesWith(List.of(), List.of(stars), ".")).hasSize(1);
    assertThat(namesWith(List.of(stars, "**/*a".repeat(20)), List.of(), ".")).isEmpty();
  }

  @Test
  void rulesThatCannotBeReadAreToldByTheirOwnName() throws IOException {
    files("a.md", "sub/b.md", "sub/c.md", "other/d.md");
    write(".gitignore", "b.md\n");
    write("sub/.gitignore", "x".repeat(300_000));
    Files.createDirectory(folder.resolve(".git"));
    FoundFiles found = find(".");
    assertThat(names(found)).containsExactly("a.md", "other/d.md", "sub/c.md");
    assertThat(found.problems())
        .singleElement()
        .asString()
        .startsWith("sub/.gitignore: cannot be read: it is larger than")
        .endsWith("its rules do not count");
  }

  @Test
  void wrongGitFilesEndNoSearch() throws IOException {
    files("a.md", "nul/b.md", "bytes/c.md", "large/d.md", "loop/e.md");
    write("nul/.git", "gitdir: x\0y\n");
    Files.write(folder.resolve("bytes/.git"), new byte[] {'g', 'i', 't', (byte) 0xC3, '(', '\n'});
    write("large/.git", "gitdir: " + "x".repeat(100_000));
    write("loop/.git", "gitdir: .git\n");
    FoundFiles found = find(".");
    assertThat(names(found))
        .containsExactly("a.md", "bytes/c.md", "large/d.md", "loop/e.md", "nul/b.md");
    assertThat(found.problems()).hasSize(2);
    assertThat(found.problems().get(0)).startsWith("large/.git: cannot be read");
    assertThat(found.problems().get(1)).startsWith("nul/.git: names no folder");
  }

  @Test
  void rulesMayBeginWithAByteOrderMarkAndEndLinesAsInWindows() throws IOException {
    files("a.md", "b.md", "c.md");
    write(".gitignore", "\uFEFFa.md\r\nb.md\r\n");
    Files.createDirectory(folder.resolve(".git"));
    assertThat(names(".")).containsExactly("c.md");
  }
}
