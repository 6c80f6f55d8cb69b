package io.github.formulint.cli.formula;

import io.github.formulint.lint.Input;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.UnreadableSourceException;
import java.util.Objects;
import java.util.Optional;

/** Reads a document once, and hands out what came of it ever after. Thread-safe. */
final class KeptContent implements Input.Content {

  private final Input.Content content;
  private Optional<SourceBytes> document = Optional.empty();
  private Optional<UnreadableSourceException> failure = Optional.empty();

  KeptContent(Input.Content content) {
    this.content = Objects.requireNonNull(content);
  }

  @Override
  public synchronized SourceBytes read() throws UnreadableSourceException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (document.isEmpty()) {
      try {
        document = Optional.of(content.read());
      } catch (UnreadableSourceException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
    return document.get();
  }
}
