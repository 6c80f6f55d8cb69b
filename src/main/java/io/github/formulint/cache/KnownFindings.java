package io.github.formulint.cache;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.lint.Checker;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.markdown.Platform;
import io.github.formulint.render.Judge;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.UnreadableSourceException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Has only those documents checked that are not known. Thread-safe if the checkers are. */
final class KnownFindings implements Checker {

  private final Results results;
  private final KeyMaker keys;
  private final List<Platform> platforms;
  private final Judge judge;
  private final UnaryOperator<Judge> bounded;
  private final Cache.Checkers checkers;

  KnownFindings(
      Results results,
      KeyMaker keys,
      List<Platform> platforms,
      Judge judge,
      UnaryOperator<Judge> bounded,
      Cache.Checkers checkers) {
    this.results = results;
    this.keys = keys;
    this.platforms = platforms;
    this.judge = judge;
    this.bounded = bounded;
    this.checkers = checkers;
  }

  @Override
  public LintedDocument check(SourceBytes document) throws UnreadableSourceException {
    Key key = keys.of(document);
    Optional<LintedDocument> known = find(key, document);
    if (known.isPresent()) {
      return known.get();
    }
    Work work = new Work();
    LintedDocument linted = work.checker.check(document);
    if (work.watched.hadAllAnswers()) {
      results.add(key, FindingsEntry.write(linted, platforms));
    }
    return linted;
  }

  /** Where nothing is found there is nothing to mend; all else is found anew, to be proven. */
  @Override
  public MendedDocument mend(SourceBytes document, Set<Applicability> allowed)
      throws UnreadableSourceException {
    Key key = keys.of(document);
    Optional<LintedDocument> known = find(key, document);
    if (known.isPresent() && known.get().diagnostics().isEmpty()) {
      return new MendedDocument(known.get().document(), known.get(), List.of());
    }
    Work work = new Work();
    MendedDocument mended = work.checker.mend(document, allowed);
    if (!mended.isChanged()
        && mended.result().diagnostics().isEmpty()
        && work.watched.hadAllAnswers()) {
      results.add(key, FindingsEntry.write(mended.result(), platforms));
    }
    return mended;
  }

  private Optional<LintedDocument> find(Key key, SourceBytes document) {
    Optional<ByteBuffer> entry = results.find(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try {
      EntryReader in = new EntryReader(entry.get());
      return Optional.of(FindingsEntry.read(in, document.trusted(), platforms));
    } catch (RuntimeException e) {
      // Written by someone else.
      return Optional.empty();
    }
  }

  /** What checks one document, and sees whether all engines answered. */
  private final class Work {
    private final WatchedJudge watched = new WatchedJudge(bounded.apply(judge));
    private final Checker checker = checkers.with(watched);
  }
}
