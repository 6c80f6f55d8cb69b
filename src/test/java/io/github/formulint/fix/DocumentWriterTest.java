package io.github.formulint.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.formulint.source.SourceFile;
import io.github.formulint.testing.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mended documents are written whole, and nothing else of the file changes. */
class DocumentWriterTest {

  @TempDir Path folder;

  @Test
  void replacesTheFileAndLeavesNothingBehind() throws IOException {
    Path file = Files.writeString(folder.resolve("公式.md"), "\uFEFFa\r\nb");
    DocumentWriter.replace(file, document("\uFEFFa\r\nb"), document("\uFEFFa\r\nc"));
    assertThat(Files.readString(file)).isEqualTo("\uFEFFa\r\nc");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void writesTheCharacterSetThatWasRead() throws IOException {
    Path file = folder.resolve("a.md");
    Files.write(file, "\uFEFF式".getBytes(StandardCharsets.UTF_16LE));
    DocumentWriter.replace(
        file,
        new SourceFile("a.md", "\uFEFF式", StandardCharsets.UTF_16LE),
        new SourceFile("a.md", "\uFEFF公式", StandardCharsets.UTF_16LE));
    assertThat(Files.readAllBytes(file)).isEqualTo("\uFEFF公式".getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsPermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "a");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    DocumentWriter.replace(file, document("a"), document("b"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x--x");
  }

  @Test
  void keepsExtendedAttributes() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "a");
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    assumeTrue(view != null && Files.getFileStore(file).supportsFileAttributeView("user"));
    view.write("formulint.test", StandardCharsets.UTF_8.encode("值"));
    DocumentWriter.replace(file, document("a"), document("b"));
    ByteBuffer value = ByteBuffer.allocate(view.size("formulint.test"));
    view.read("formulint.test", value);
    assertThat(StandardCharsets.UTF_8.decode(value.flip()).toString()).isEqualTo("值");
  }

  /** Also a list that a folder gives to all new files in it. */
  @ParameterizedTest
  @ValueSource(strings = {"a.md", "."})
  @DisabledOnOs(OS.WINDOWS)
  void leavesAFileAloneWhoseAccessControlListWouldBeLost(String listed)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("a.md"), "a");
    String program =
        "import os,struct,sys\n"
            + "acl=struct.pack('<I',2)+b''.join(struct.pack('<HHI',*e) for e in"
            + " [(1,6,2**32-1),(2,6,65534),(4,4,2**32-1),(16,6,2**32-1),(32,0,2**32-1)])\n"
            + "os.setxattr(sys.argv[1],'system.posix_acl_'+sys.argv[2],acl)\n";
    Process process =
        new ProcessBuilder(
                "python3",
                "-c",
                program,
                folder.resolve(listed).toString(),
                listed.equals(".") ? "default" : "access")
            .start();
    assumeTrue(process.waitFor() == 0, "this file system has no access control lists");
    assertThatThrownBy(() -> DocumentWriter.replace(file, document("a"), document("b")))
        .hasMessage(
            "a.md: cannot be replaced: its access control list would be lost (getfacl shows it);"
                + " mend it by hand; it is left as it was");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saysThatOtherNamesKeepTheOldText() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "a");
    Path other = Files.createLink(folder.resolve("b.md"), file);
    assertThat(DocumentWriter.replace(file, document("a"), document("b")).orElseThrow())
        .startsWith("a.md: was mended under this name alone");
    assertThat(Files.readString(other)).isEqualTo("a");
    assertThat(DocumentWriter.replace(file, document("b"), document("c"))).isEmpty();
  }

  @Test
  void isContentWithWhatAnotherRunMended() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "b");
    assertThat(DocumentWriter.replace(file, document("a"), document("b"))).isEmpty();
    assertThat(Files.readString(file)).isEqualTo("b");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsLinks() throws IOException {
    Path file =
        Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("a.md"), "a");
    Path link = Files.createSymbolicLink(folder.resolve("link.md"), Path.of("real/a.md"));
    DocumentWriter.replace(link, document("a"), document("b"));
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(file)).isEqualTo("b");
  }

  @Test
  void leavesAFileAloneThatChangedMeanwhile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "somebody else's");
    assertThatThrownBy(() -> DocumentWriter.replace(file, document("a"), document("b")))
        .isInstanceOf(DocumentChangedException.class)
        .hasMessageContaining("a.md")
        .hasMessageContaining("run again");
    assertThat(Files.readString(file)).isEqualTo("somebody else's");
  }

  @Test
  void leavesAloneWhatTookThePlaceOfAFileMeanwhile() throws IOException {
    Path gone = folder.resolve("gone.md");
    Path nowFolder = Files.createDirectory(folder.resolve("folder.md"));
    for (Path each : List.of(gone, nowFolder)) {
      assertThatThrownBy(() -> DocumentWriter.replace(each, document("a"), document("b")))
          .isInstanceOf(DocumentChangedException.class)
          .hasMessageContaining("a.md: was changed");
    }
    assertThat(gone).doesNotExist();
    assertThat(nowFolder).isDirectory();
  }

  /** A pipe would make the run wait for ever, were it opened. */
  @Test
  void doesNotWaitForAPipeThatTookThePlaceOfAFile() throws Exception {
    Tool.require("mkfifo");
    Path pipe = folder.resolve("a.md");
    Tool.run(folder, Map.of(), List.of("mkfifo", pipe.toString()));
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThatThrownBy(() -> DocumentWriter.replace(pipe, document("a"), document("b")))
                .isInstanceOf(DocumentChangedException.class));
  }

  @Test
  void removesWhatAKilledRunLeftBehind() throws IOException {
    Path left = Files.writeString(folder.resolve(".formulint-123.tmp"), "half of it");
    Path folderOfThatName = Files.createDirectory(folder.resolve(".formulint-4.tmp"));
    Path foreign = Files.writeString(folder.resolve(".formulint-notes.tmp"), "somebody's");
    Path target = Files.writeString(folder.resolve("a.md"), "a");
    Path link = Files.createSymbolicLink(folder.resolve(".formulint-5.tmp"), target);
    DocumentWriter.removeLeftovers(List.of(folder, folder.resolve("missing")));
    assertThat(left).doesNotExist();
    assertThat(List.of(folderOfThatName, foreign, target, link)).allMatch(Files::exists);
  }

  /** The system knows the process that holds the lock, so the test needs another one. */
  @Test
  void doesNotRemoveWhatAnotherRunIsWriting() throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WaitingWriter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      Path written = Path.of(out.readLine());
      DocumentWriter.removeLeftovers(List.of(folder));
      assertThat(written).exists();
      writer.destroyForcibly().waitFor();
      assertThat(written).exists();
      DocumentWriter.removeLeftovers(List.of(folder));
      assertThat(written).doesNotExist();
    } finally {
      writer.destroyForcibly();
    }
  }

  /** Begins to write in a folder, says where, and waits to be killed. */
  static final class WaitingWriter {

    private WaitingWriter() {}

    public static void main(String[] arguments) throws Exception {
      TemporaryFile file = TemporaryFile.in(Path.of(arguments[0]));
      System.out.println(file.path());
      System.out.flush();
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  private static SourceFile document(String text) {
    return SourceFile.of("a.md", text);
  }
}
