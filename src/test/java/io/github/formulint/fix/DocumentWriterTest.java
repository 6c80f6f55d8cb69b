package io.github.formulint.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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

  private static SourceFile document(String text) {
    return SourceFile.of("a.md", text);
  }
}
