package io.github.formulint.run;

import io.github.formulint.fix.DocumentWriter;
import io.github.formulint.lint.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The folders in which a run may write: those of its documents. Stateless and thread-safe. */
public final class WrittenFolders {

  private WrittenFolders() {}

  /**
   * Removes what runs left behind in them that were killed while they wrote. To be called before
   * anything is written, and only by runs that write.
   *
   * @param inputs the documents of the run
   */
  public static void clean(List<Input> inputs) {
    Map<Path, Optional<Path>> real = new HashMap<>();
    Set<Path> folders = new HashSet<>();
    for (Input input : inputs) {
      if (input.path().isPresent()) {
        Path path = input.path().get().toAbsolutePath();
        Optional<Path> folder =
            Files.isSymbolicLink(path)
                ? real(path).map(Path::getParent)
                : real.computeIfAbsent(path.getParent(), WrittenFolders::real);
        folder.ifPresent(folders::add);
      }
    }
    DocumentWriter.removeLeftovers(folders);
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException e) {
      // Nothing can be written there.
      return Optional.empty();
    }
  }
}
