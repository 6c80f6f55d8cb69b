package io.github.formulint.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Sees which files change in folders and those below them; hidden folders and {@code node_modules}
 * are left out. For one thread.
 */
public final class FolderWatch implements AutoCloseable {

  /** An editor saves a file in several steps, and Git changes many at once. */
  private static final long QUIET_MILLIS = 80;

  private final WatchService service;

  private FolderWatch(WatchService service) {
    this.service = service;
  }

  /**
   * Begins to watch.
   *
   * @param paths files and folders, absolute
   * @throws IOException if the system does not let them be watched
   */
  public static FolderWatch of(Collection<Path> paths) throws IOException {
    Path any = paths.isEmpty() ? Path.of("").toAbsolutePath() : paths.iterator().next();
    FolderWatch watch = new FolderWatch(any.getFileSystem().newWatchService());
    try {
      for (Path each : paths) {
        if (Files.isDirectory(each)) {
          watch.addAll(each);
        } else if (Files.exists(each)) {
          watch.add(each.getParent());
        }
      }
    } catch (IOException e) {
      watch.close();
      throw e;
    }
    return watch;
  }

  private void add(Path folder) throws IOException {
    folder.register(
        service,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
  }

  private void addAll(Path top) throws IOException {
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
            if (!folder.equals(top) && (name.startsWith(".") || name.equals("node_modules"))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            add(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Waits until something changes.
   *
   * @return the files and folders that changed, absolute; some may be gone
   * @throws InterruptedException if the calling thread is interrupted
   * @throws IOException if a new folder cannot be watched
   */
  public Set<Path> next() throws InterruptedException, IOException {
    Set<Path> changed = new HashSet<>();
    WatchKey key = service.take();
    while (key != null) {
      Path folder = (Path) key.watchable();
      for (WatchEvent<?> event : key.pollEvents()) {
        if (event.context() instanceof Path name) {
          Path path = folder.resolve(name);
          changed.add(path);
          if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path)) {
            addAll(path);
            addFiles(path, changed);
          }
        } else {
          // More happened than the system kept: all of the folder.
          addFiles(folder, changed);
        }
      }
      key.reset();
      key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
    return changed;
  }

  /** What was made before the folder was watched is new as well. */
  private static void addFiles(Path top, Set<Path> files) throws IOException {
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
