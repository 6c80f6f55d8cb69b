package io.github.formulint.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {

  private final SourceReader reader = new SourceReader();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void keepsTheByteOrderMarkAndTheLineEndings(String charset) throws Exception {
    String text = "\uFEFF# 公式\r\n$x$\n𝔸\r";
    SourceFile read = reader.decode(text.getBytes(Charset.forName(charset)), "a.md");
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.text().getBytes(read.charset()))
        .isEqualTo(text.getBytes(Charset.forName(charset)));
  }

  @Test
  void readsPlainUtf8AndEmptyFiles() throws Exception {
    assertThat(reader.decode("é 数".getBytes(UTF_8), "a.md").text()).isEqualTo("é 数");
    assertThat(reader.decode(new byte[0], "a.md").text()).isEmpty();
  }

  @Test
  void namesThePlaceOfTheFirstBadByte() {
    byte[] latin1 = {'a', '\n', 'b', '\r', '\n', 'c', (byte) 0xE9, 'd', (byte) 0xFF};
    assertThatThrownBy(() -> reader.decode(latin1, "docs/a.md"))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage(
            "docs/a.md: is not valid UTF-8: byte 0xE9 at offset 6 (line 3); save the file as"
                + " UTF-8");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void refusesACharacterThatIsCutOffAtTheEnd(int kept) {
    byte[] whole = "ab𝔸".getBytes(UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, 2 + kept);
    assertThatThrownBy(() -> reader.decode(cut, "a.md")).hasMessageContaining("at offset 2");
  }

  @Test
  void refusesHalfASurrogatePairInUtf16() {
    byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0x00, (byte) 0xD8, 'b', 0};
    assertThatThrownBy(() -> reader.decode(bytes, "a.md"))
        .hasMessageContaining("not valid UTF-16")
        .hasMessageContaining("at offset 4");
  }

  @Test
  void refusesOddBytesAtTheEndOfUtf16() {
    byte[] bytes = {(byte) 0xFE, (byte) 0xFF, 0, 'a', 0};
    assertThatThrownBy(() -> reader.decode(bytes, "a.md")).hasMessageContaining("not valid UTF-16");
  }

  @Test
  void refusesBinaryFilesAndUtf16WithoutMark() {
    assertThatThrownBy(() -> reader.decode(new byte[] {'a', '\n', 0, 1}, "a.md"))
        .hasMessageContaining("NUL byte (line 2)");
    assertThatThrownBy(() -> reader.decode("abc".getBytes(UTF_16LE), "a.md"))
        .hasMessageContaining("if it is UTF-16");
    assertThatThrownBy(() -> reader.decode("\uFEFFa\0".getBytes(UTF_16BE), "a.md"))
        .hasMessageContaining("NUL byte");
  }

  @Test
  void refusesWhatIsNoRegularFile() {
    assertThatThrownBy(() -> reader.read(folder, "docs"))
        .hasMessage("docs: is a folder, not a file");
    assertThatThrownBy(() -> reader.read(folder.resolve("none.md"), "none.md"))
        .hasMessage("none.md: no such file");
  }

  @Test
  @Timeout(10)
  void neverWaitsForAPipe() throws Exception {
    Path pipe = folder.resolve("pipe.md");
    boolean made;
    try {
      Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
      made = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      made = false;
    }
    assumeTrue(made, "mkfifo is needed to make a pipe");
    assertThatThrownBy(() -> reader.read(pipe, "pipe.md"))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("is a pipe")
        .hasMessageContaining("give - as the path");
  }

  @Test
  void saysThatALinkIsBroken() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.md"), Path.of("gone.md"));
    assertThatThrownBy(() -> reader.read(link, "link.md"))
        .hasMessage("link.md: is a link to a file that does not exist");
  }

  @Test
  void saysThatAFileMayNotBeRead() throws Exception {
    Path file = Files.writeString(folder.resolve("secret.md"), "x");
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root reads all files");
    assertThatThrownBy(() -> reader.read(file, "secret.md"))
        .hasMessage("secret.md: cannot be read: permission denied");
  }

  @Test
  void refusesAFileOf100Megabytes() throws Exception {
    Path file = folder.resolve("large.md");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(SourceReader.SIZE_LIMIT);
    }
    assertThatThrownBy(() -> reader.read(file, "large.md")).hasMessageContaining("100 MB or more");
  }

  @Test
  void refusesAStreamThatDoesNotEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return length;
          }
        };
    assertThatThrownBy(() -> reader.read(endless, "<stdin>"))
        .hasMessageContaining("100 MB or more");
  }

  @Property
  void everyTextComesBackByteForByte(@ForAll String text) throws Exception {
    String valid = new String(text.replace("\0", "").getBytes(UTF_8), UTF_8);
    byte[] bytes = valid.getBytes(UTF_8);
    SourceFile read = reader.read(new ByteArrayInputStream(bytes), "a.md");
    assertThat(read.text().getBytes(read.charset())).isEqualTo(bytes);
  }
}
