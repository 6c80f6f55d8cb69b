package io.github.formulint.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and folders that only their owner may read, where the system knows of that, and takes
 * no others: what a checkout or a stranger put there is readable for all, or a link.
 */
final class OwnerOnly {

  private static final Set<OpenOption> WRITE =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  /** Belongs to who runs this process, on Linux. */
  private static final Path SELF = Path.of("/proc/self");

  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /**
   * Opens a file to write, and makes it if there is none.
   *
   * @throws CacheFile.ForeignException if what stands there is not ours
   */
  static FileChannel open(Path file) throws IOException {
    requireOwn(file);
    return FileChannel.open(file, WRITE, permissions(file, "rw-------"));
  }

  /**
   * Requires that what stands at a path is a file, not a link to one, that only its owner may read
   * and write, and that the owner is who runs this. Anything else may come from somebody else, or
   * make who opens it wait.
   *
   * @throws CacheFile.ForeignException if it is anything else; nothing at all is fine
   */
  static void requireOwn(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new CacheFile.ForeignException("is not a file");
    }
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
    if (!OWN.containsAll(permissions)) {
      throw new CacheFile.ForeignException("may be read or written by others");
    }
    if (Files.exists(SELF)
        && !Files.getAttribute(SELF, "unix:uid")
            .equals(Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
      throw new CacheFile.ForeignException("belongs to another user");
    }
  }

  /** Makes a folder and those above it where they are missing. */
  static void createFolders(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new CacheFile.ForeignException("is in a folder that is a link");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, permissions(folder, "rwx------"));
    }
  }

  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }
}
