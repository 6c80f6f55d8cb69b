package io.github.formulint.select;

import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.markdown.Formula;
import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.SourceReader;
import io.github.formulint.source.Span;
import io.github.formulint.source.UnreadableSourceException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.filter.NotIgnoredFilter;
import org.eclipse.jgit.util.io.NullOutputStream;

/**
 * What was changed in a work tree of Git since a revision: what stands in the files against what
 * stood in them where the branch left that revision. Immutable and thread-safe.
 */
public final class GitChanges implements Changes {

  private static final String BECAUSE = "not on a line that was changed since ";

  private final String revision;
  private final boolean isByLine;

  /** By the real path of the file what stood in it before; nothing if it is new. */
  private final Map<Path, Optional<byte[]>> before;

  private final Function<String, Path> paths;

  private GitChanges(
      String revision,
      boolean isByLine,
      Map<Path, Optional<byte[]>> before,
      Function<String, Path> paths) {
    this.revision = revision;
    this.isByLine = isByLine;
    this.before = before;
    this.paths = paths;
  }

  /** The changes cannot be told. The message says why, and what to do. */
  public static final class NotKnownException extends Exception {

    private static final long serialVersionUID = 1;

    NotKnownException(String message) {
      super(message);
    }
  }

  /**
   * Finds out what was changed.
   *
   * @param folder a folder of the work tree, absolute
   * @param revision a revision as Git knows it, such as {@code origin/main}
   * @param isByLine whether only findings on changed lines are wanted, or all of a changed file
   * @param paths where the document of a name stands, absolute
   * @throws NotKnownException if there is no repository or no such revision
   */
  public static GitChanges since(
      Path folder, String revision, boolean isByLine, Function<String, Path> paths)
      throws NotKnownException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      throw new NotKnownException("this folder is in no Git repository");
    }
    try (Repository repository = builder.build()) {
      if (repository.isBare()) {
        throw new NotKnownException("this Git repository has no work tree");
      }
      return new GitChanges(revision, isByLine, scan(repository, revision), paths);
    } catch (IOException e) {
      throw new NotKnownException("Git's repository cannot be read: " + e.getMessage());
    }
  }

  private static Map<Path, Optional<byte[]>> scan(Repository repository, String revision)
      throws IOException, NotKnownException {
    Map<Path, Optional<byte[]>> before = new HashMap<>();
    Path top = repository.getWorkTree().toPath().toRealPath();
    try (RevWalk walk = new RevWalk(repository);
        DiffFormatter formatter = new DiffFormatter(NullOutputStream.INSTANCE)) {
      RevCommit base = base(repository, walk, revision);
      CanonicalTreeParser tree = new CanonicalTreeParser();
      tree.reset(walk.getObjectReader(), base.getTree());
      formatter.setRepository(repository);
      formatter.setDetectRenames(true);
      formatter.setPathFilter(new NotIgnoredFilter(1));
      for (DiffEntry entry : formatter.scan(tree, new FileTreeIterator(repository))) {
        if (entry.getChangeType() == DiffEntry.ChangeType.DELETE) {
          continue;
        }
        Path file = top.resolve(entry.getNewPath().replace('/', File.separatorChar));
        boolean isNew = entry.getChangeType() == DiffEntry.ChangeType.ADD;
        before.put(
            file,
            isNew
                ? Optional.empty()
                : Optional.of(
                    walk.getObjectReader()
                        .open(entry.getOldId().toObjectId(), Constants.OBJ_BLOB)
                        .getCachedBytes(SourceReader.SIZE_LIMIT)));
      }
    }
    return Collections.unmodifiableMap(before);
  }

  /** Returns where the branch left the revision or, where history is cut off, the revision. */
  private static RevCommit base(Repository repository, RevWalk walk, String revision)
      throws IOException, NotKnownException {
    ObjectId id;
    try {
      id = repository.resolve(revision + "^{commit}");
    } catch (org.eclipse.jgit.errors.RevisionSyntaxException | MissingObjectException e) {
      id = null;
    }
    if (id == null) {
      boolean isShallow = !repository.getObjectDatabase().getShallowCommits().isEmpty();
      throw new NotKnownException(
          "Git knows no revision '"
              + revision
              + "' here"
              + (isShallow
                  ? "; this clone is shallow: fetch the revision first, as with"
                      + " 'git fetch --depth=1 origin "
                      + "BRANCH' or fetch-depth: 0"
                  : "; 'git log' shows those that it knows"));
    }
    RevCommit since = walk.parseCommit(id);
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return since;
    }
    try {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(since);
      walk.markStart(walk.parseCommit(head));
      RevCommit common = walk.next();
      return common == null ? since : walk.parseCommit(common);
    } catch (MissingObjectException e) {
      return since;
    }
  }

  @Override
  public boolean isChanged(String name) {
    return before.containsKey(real(name));
  }

  @Override
  public Map<Diagnostic, String> outside(SourceFile document, List<Diagnostic> found) {
    Optional<byte[]> old = before.getOrDefault(real(document.name()), Optional.empty());
    if (!isByLine || old.isEmpty()) {
      return Map.of();
    }
    EditList edits = edits(document, old.get());
    Map<Diagnostic, String> outside = new IdentityHashMap<>();
    for (Diagnostic finding : found) {
      Span span = finding.span();
      Span about =
          finding
              .formula()
              .map(Formula::span)
              .filter(formula -> formula.overlaps(span))
              .map(
                  formula ->
                      new Span(
                          Math.min(formula.start(), span.start()),
                          Math.max(formula.end(), span.end())))
              .orElse(span);
      if (!isTouched(document.lines(), about, edits)) {
        outside.put(finding, BECAUSE + revision);
      }
    }
    return outside;
  }

  private static EditList edits(SourceFile document, byte[] old) {
    SourceFile then;
    try {
      then = new SourceReader().read(new ByteArrayInputStream(old), document.name());
    } catch (UnreadableSourceException e) {
      then = SourceFile.of(document.name(), "");
    }
    return new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(then), raw(document));
  }

  /** Line endings are left out: Git may have changed them on the way. */
  private static RawText raw(SourceFile document) {
    StringBuilder text = new StringBuilder(document.text().length());
    LineIndex lines = document.lines();
    for (int line = 1; line <= lines.lineCount(); line++) {
      text.append(lines.line(line).of(document.text())).append('\n');
    }
    return new RawText(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Lines that were only taken away touch a finding where they stood within it. */
  private static boolean isTouched(LineIndex lines, Span about, EditList edits) {
    int first = lines.lineOf(about.start()) - 1;
    int last = lines.lineOf(Math.max(about.start(), about.end() - 1)) - 1;
    for (Edit edit : edits) {
      if (edit.getType() == Edit.Type.DELETE) {
        if (edit.getBeginB() > first && edit.getBeginB() <= last) {
          return true;
        }
      } else if (edit.getBeginB() <= last && edit.getEndB() > first) {
        return true;
      }
    }
    return false;
  }

  private Path real(String name) {
    Path path = paths.apply(name);
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
