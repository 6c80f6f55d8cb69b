package io.github.formulint.cli.check;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.config.FixMode;
import io.github.formulint.lint.Input;
import io.github.formulint.lint.MendedDocument;
import io.github.formulint.report.text.UnifiedDiff;
import io.github.formulint.report.text.VisibleText;
import io.github.formulint.run.MendedFile;
import io.github.formulint.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Puts mended documents where they belong: into their files, or as a diff on standard output. */
final class MendedDocuments {

  private final FixMode mode;
  private final Environment environment;

  MendedDocuments(FixMode mode, Environment environment) {
    this.mode = mode;
    this.environment = environment;
  }

  /**
   * Delivers a document.
   *
   * @return what people should know of it, in a line, if there is something
   * @throws MendedFile.NotWrittenException if its file cannot be replaced
   * @throws IOException if standard output cannot be written
   */
  Optional<String> deliver(Input input, MendedDocument mended) throws IOException {
    SourceFile after = mended.result().document();
    if (mode == FixMode.DIFF && mended.isChanged() && !hasExactName(input)) {
      return Optional.of(
          input.name()
              + ": is not in the diff, since no patch can name it: its name is not UTF-8; --fix"
              + " mends it");
    }
    if (mode == FixMode.DIFF) {
      byte[] diff = UnifiedDiff.of(pathInDiff(input), mended.before(), after);
      environment.out().write(environment.isOutTerminal() ? visible(diff) : diff);
      environment.out().flush();
    } else if (mode.isWriting() && input.path().isEmpty()) {
      environment.out().write(after.text().getBytes(after.charset()));
      environment.out().flush();
    } else if (mode.isWriting()) {
      return MendedFile.replace(input.path().get(), mended);
    }
    return Optional.empty();
  }

  /** On a terminal a patch is looked at; elsewhere it is applied, byte for byte. */
  private static byte[] visible(byte[] diff) {
    return VisibleText.lines(new String(diff, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Java shows bytes that are no UTF-8 as other characters, by which no file is found. */
  private static boolean hasExactName(Input input) {
    return input.path().isEmpty()
        || Path.of(input.path().get().toString()).equals(input.path().get());
  }

  /** Returns the path from the working folder, since that is where a patch is applied. */
  private String pathInDiff(Input input) {
    if (input.path().isEmpty()) {
      return input.name();
    }
    Path folder = environment.workingFolder().toAbsolutePath().normalize();
    Path file = folder.resolve(input.path().get()).normalize();
    Path shown = file.startsWith(folder) ? folder.relativize(file) : file;
    return shown.toString().replace(File.separatorChar, '/');
  }
}
