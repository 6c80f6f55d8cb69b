package io.github.formulint.fix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the system knows of a file besides its content: permissions, owner, access control lists and
 * extended attributes. Stateless.
 */
final class FileAttributes {

  /** Where the mark of an access control list stands, behind the kind and nine permissions. */
  private static final int MARK = 10;

  private static final long LISTING_SECONDS = 10;

  private FileAttributes() {}

  /**
   * Gives a new file all that an old one has.
   *
   * @param from the old file
   * @param to the new file, which nobody but its owner may read yet
   * @throws IOException if something would be lost by which others might come to read or write it
   */
  static void copy(Path from, Path to) throws IOException {
    copyUserAttributes(from, to);
    AclFileAttributeView list = Files.getFileAttributeView(to, AclFileAttributeView.class);
    if (list != null) {
      list.setAcl(Files.getFileAttributeView(from, AclFileAttributeView.class).getAcl());
    }
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      requireNoAccessList(from, to);
      copyPosixAttributes(from, view);
    }
  }

  /**
   * Returns how many names a file has in its file system, 1 or more; 1 where that cannot be known.
   *
   * @param file the file
   */
  static int names(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? (int) Files.getAttribute(file, "unix:nlink")
        : 1;
  }

  private static void copyPosixAttributes(Path from, PosixFileAttributeView view)
      throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes own = view.readAttributes();
    try {
      if (!own.group().equals(attributes.group())) {
        view.setGroup(attributes.group());
      }
      if (!own.owner().equals(attributes.owner())) {
        view.setOwner(attributes.owner());
      }
    } catch (FileSystemException e) {
      // Only a privileged user may give a file away; then it belongs to who mends it.
    }
    view.setPermissions(attributes.permissions());
  }

  private static void copyUserAttributes(Path from, Path to) throws IOException {
    UserDefinedFileAttributeView old =
        Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
    UserDefinedFileAttributeView fresh =
        Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
    if (old == null || fresh == null) {
      return;
    }
    for (String name : userAttributes(old)) {
      ByteBuffer value = ByteBuffer.allocate(old.size(name));
      old.read(name, value);
      fresh.write(name, value.flip());
    }
  }

  private static List<String> userAttributes(UserDefinedFileAttributeView view) {
    try {
      return view.list();
    } catch (IOException e) {
      // This file system has none.
      return List.of();
    }
  }

  /**
   * Java does not see the access control lists of POSIX, and the mask that stands in the place of
   * the group's permissions gives away what the list denies. A list that the new file has from its
   * folder counts too.
   */
  private static void requireNoAccessList(Path from, Path to) throws IOException {
    Optional<String> listing = listing(from, to);
    if (listing.isPresent() && listing.get().lines().anyMatch(FileAttributes::isMarked)) {
      throw new FileSystemException(
          null, null, "its access control list would be lost (getfacl shows it); mend it by hand");
    }
  }

  private static boolean isMarked(String line) {
    return line.length() > MARK && line.charAt(MARK) == '+';
  }

  /** Returns what {@code ls} says, which marks such lists; nothing if there is none. */
  private static Optional<String> listing(Path... files) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("ls", "-lnd", "--");
    for (Path file : files) {
      builder.command().add(file.toAbsolutePath().toString());
    }
    builder.environment().put("LC_ALL", "C");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(LISTING_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(text)
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroy();
    }
  }
}
