package io.github.formulint.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in words why a file or folder cannot be read. */
public final class FileProblem {

  private FileProblem() {}

  /**
   * Returns the reason, as the end of a sentence that begins with the name of the file.
   *
   * @param path the file or folder
   * @param problem what happened when it was read
   */
  public static String describe(Path path, Exception problem) {
    if (problem instanceof NoSuchFileException) {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          ? "is a link to a file that does not exist"
          : "no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return "cannot be read: permission denied";
    }
    if (problem instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
      return "cannot be read: " + fileSystem.getReason();
    }
    return "cannot be read: " + problem.getMessage();
  }

  /**
   * Returns why a file cannot be written, as the end of a sentence that begins with its name.
   *
   * @param problem what happened when it was written
   */
  public static String describeWriting(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "cannot be written: permission denied";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return "cannot be written: a file stands where its folder should be";
    }
    if (problem instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
      return "cannot be written: " + fileSystem.getReason();
    }
    return "cannot be written: " + problem.getMessage();
  }
}
