package app.cash.zipline;

import io.github.formulint.resource.Resources;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Loads the native library of QuickJS from a file in {@code java.io.tmpdir}, which no one else can
 * write and which goes as soon as it is loaded.
 */
public final class QuickJsNativeLoaderKt {

  private static final String OWNER_ONLY = "rwx------";
  private static final String PREFIX = "formulint-";

  /** Who needs this long to load a library that is unpacked does not live any more. */
  private static final long LEFTOVER_MILLISECONDS = 3_600_000;

  private QuickJsNativeLoaderKt() {}

  /**
   * Loads the library.
   *
   * @throws IllegalStateException if there is none for this machine
   * @throws UnsatisfiedLinkError if it cannot be unpacked or loaded
   */
  public static void loadNativeLibrary() {
    String name = libraryName();
    String resource =
        "/jni/"
            .concat(System.getProperty("os.arch").toLowerCase(Locale.ROOT))
            .concat("/")
            .concat(name);
    try (InputStream in = Resources.open(QuickJsNativeLoaderKt.class, resource)) {
      Path file = newFile(name, in.readAllBytes());
      try {
        System.load(file.toString());
      } finally {
        delete(file);
      }
      removeLeftovers(file.getParent().toFile(), name);
    } catch (IOException e) {
      UnsatisfiedLinkError error = new UnsatisfiedLinkError("it cannot be unpacked");
      error.initCause(e);
      throw error;
    }
  }

  /** Removes the files of runs that were killed before they could, so that they do not pile up. */
  private static void removeLeftovers(File folder, String name) {
    String[] files = folder.list();
    if (files == null) {
      return;
    }
    long latest = System.currentTimeMillis() - LEFTOVER_MILLISECONDS;
    for (String each : files) {
      if (each.startsWith(PREFIX) && each.endsWith("-".concat(name))) {
        File file = new File(folder, each);
        if (file.lastModified() < latest) {
          // Where others may write too, the system lets only its owner remove it.
          file.delete();
        }
      }
    }
  }

  private static String libraryName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("linux")) {
      return "libquickjs.so";
    }
    if (system.contains("mac")) {
      return "libquickjs.dylib";
    }
    if (system.contains("windows")) {
      return "quickjs.dll";
    }
    throw new IllegalStateException("there is no QuickJS for it");
  }

  /**
   * Writes a new file, never one that is there: a name that can be guessed does no harm then, and
   * Java takes longer to get random numbers ready than to write.
   */
  private static Path newFile(String name, byte[] content) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    String own = PREFIX.concat(Long.toString(ProcessHandle.current().pid())).concat("-");
    while (true) {
      String number = Long.toString(System.nanoTime());
      Path file = folder.resolve(own.concat(number).concat("-").concat(name));
      try {
        return written(file, content);
      } catch (FileAlreadyExistsException e) {
        // Someone else's: take another name.
      }
    }
  }

  private static Path written(Path file, byte[] content) throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel = Files.newByteChannel(file, options, permissions())) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      return file;
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      delete(file);
      throw e;
    }
  }

  private static FileAttribute<?>[] permissions() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString(OWNER_ONLY);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
  }

  /** A loaded library needs its file no longer, save on Windows. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
