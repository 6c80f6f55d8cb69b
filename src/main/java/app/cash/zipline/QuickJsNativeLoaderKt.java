package app.cash.zipline;

import io.github.formulint.resource.Resources;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Loads the native library of QuickJS from a file that no one else can write and that goes as soon
 * as it is loaded. It stands in {@code java.io.tmpdir} or, where that is full, cannot be written or
 * does not allow execution, in the user's cache folder or in a folder in memory.
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
   * @throws UnsatisfiedLinkError if it can be unpacked and loaded nowhere; the message says why
   *     not, for each folder
   */
  public static void loadNativeLibrary() {
    String name = libraryName();
    String resource =
        "/jni/"
            .concat(System.getProperty("os.arch").toLowerCase(Locale.ROOT))
            .concat("/")
            .concat(name);
    byte[] library;
    try (InputStream in = Resources.open(QuickJsNativeLoaderKt.class, resource)) {
      library = in.readAllBytes();
    } catch (IOException e) {
      throw new UnsatisfiedLinkError("it cannot be read: ".concat(e.toString()));
    }
    StringBuilder reasons = new StringBuilder();
    for (Path folder : folders()) {
      try {
        load(folder, name, library);
        return;
      } catch (IOException | UnsatisfiedLinkError e) {
        reasons.append(reasons.length() == 0 ? "" : "; ");
        reasons.append("in ").append(folder).append(": ").append(reason(e));
      }
    }
    throw new UnsatisfiedLinkError(reasons.toString());
  }

  /** Where it may stand, the best first. Folders of the user are not made for this alone. */
  private static List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    add(folders, System.getProperty("java.io.tmpdir"), "");
    if (!System.getProperty("os.name").startsWith("Windows")) {
      add(folders, System.getenv("XDG_CACHE_HOME"), "");
      add(folders, System.getenv("HOME"), ".cache");
      add(folders, System.getenv("HOME"), "Library/Caches");
      add(folders, System.getenv("XDG_RUNTIME_DIR"), "");
      add(folders, "/dev/shm", "");
    } else {
      add(folders, System.getenv("LOCALAPPDATA"), "");
    }
    return folders;
  }

  private static void add(List<Path> folders, String folder, String below) {
    if (folder == null || folder.isEmpty()) {
      return;
    }
    try {
      Path path = Path.of(folder, below).toAbsolutePath();
      // The first is asked for by name, so it is always tried.
      if ((folders.isEmpty() || Files.isDirectory(path)) && !folders.contains(path)) {
        folders.add(path);
      }
    } catch (InvalidPathException e) {
      // A variable that names no folder.
    }
  }

  private static void load(Path folder, String name, byte[] library) throws IOException {
    Path file = newFile(folder, name, library);
    try {
      System.load(file.toString());
    } finally {
      delete(file);
    }
    removeLeftovers(folder.toFile(), name);
  }

  /** The system tells the name of the file as well, which is gone when people read it. */
  private static String reason(Throwable problem) {
    String message = problem.getMessage();
    if (problem instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
      return fileSystem.getReason();
    }
    if (problem instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    return message == null ? problem.toString() : message;
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
  private static Path newFile(Path folder, String name, byte[] content) throws IOException {
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
