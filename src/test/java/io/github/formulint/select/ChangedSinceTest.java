package io.github.formulint.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --changed-since} in repositories as the real Git makes them. */
class ChangedSinceTest {

  private static final Map<String, String> WITHOUT_SETTINGS =
      Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_SYSTEM", "/dev/null");

  @TempDir private Path folder;
  private Path origin;

  private static void git(Path where, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
    command.addAll(List.of(arguments));
    Tool.Result result = Tool.run(where, WITHOUT_SETTINGS, command);
    assertThat(result.exitCode()).as("%s: %s", command, result.out()).isZero();
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String concise(Path where, String... options) {
    String[] all = new String[options.length + 2];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--format";
    all[options.length + 1] = "concise";
    return CommandLineRun.in(where).run(all).out();
  }

  /** A branch {@code main} with old faults, and on it a branch {@code change} with a new one. */
  @BeforeEach
  void repository() throws Exception {
    Tool.require("git");
    origin = Files.createDirectories(folder.resolve("origin"));
    git(origin, "init", "-q", "-b", "main");
    write(origin.resolve("a.md"), "$\\bad$\n");
    write(origin.resolve("docs/b.md"), "$\\bad$\n\ntext\n");
    git(origin, "add", ".");
    git(origin, "commit", "-q", "-m", "first");
    git(origin, "checkout", "-q", "-b", "change");
    write(origin.resolve("docs/b.md"), "$\\bad$\n\ntext\n\nnew $\\bad$\n");
    git(origin, "commit", "-q", "-a", "-m", "second");
  }

  private static void tellsOnlyWhatIsNew(Path where, String revision, String name) {
    assertThat(concise(where, "--changed-since", revision))
        .contains(name + ":5:6: error[undefined-command]")
        .doesNotContain(name + ":1:")
        .doesNotContain("a.md:");
  }

  @Test
  void inASubfolder() throws Exception {
    tellsOnlyWhatIsNew(origin.resolve("docs"), "main", "b.md");
    assertThat(concise(origin.resolve("docs"), "--changed-since", "main", "../a.md"))
        .doesNotContain("error[");
  }

  @Test
  void inAWorktree() throws Exception {
    Path worktree = folder.resolve("worktree");
    git(origin, "checkout", "-q", "main");
    git(origin, "worktree", "add", "-q", worktree.toString(), "change");
    tellsOnlyWhatIsNew(worktree, "main", "docs/b.md");
    write(worktree.resolve("a.md"), "$\\bad$\n\n$\\bad + 1$\n");
    assertThat(concise(worktree, "--changed-since", "HEAD"))
        .contains("a.md:3:2")
        .doesNotContain("a.md:1:")
        .doesNotContain("b.md:");
  }

  @Test
  void inAShallowClone() throws Exception {
    Path clone = folder.resolve("clone");
    git(
        folder,
        "clone",
        "-q",
        "--depth",
        "1",
        "--branch",
        "change",
        origin.toUri().toString(),
        clone.toString());
    CommandLineRun.Result unknown = CommandLineRun.in(clone).run("--changed-since", "origin/main");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("Git knows no revision 'origin/main' here")
        .contains("fetch");
    git(clone, "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main");
    tellsOnlyWhatIsNew(clone, "origin/main", "docs/b.md");
  }

  @Test
  void inASubmodule() throws Exception {
    Path outer = Files.createDirectories(folder.resolve("outer"));
    git(outer, "init", "-q");
    git(
        outer,
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        "-b",
        "change",
        origin.toUri().toString(),
        "inner");
    tellsOnlyWhatIsNew(outer.resolve("inner"), "origin/main", "docs/b.md");
  }
}
