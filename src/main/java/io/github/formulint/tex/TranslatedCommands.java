package io.github.formulint.tex;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.formulint.resource.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words that machine translation makes of the names of commands. Immutable and thread-safe.
 *
 * <p>They stand in {@code translated-commands.tsv}, one a line, with the command behind a tab. They
 * are taken from translated documents, or are the plain word for the name in that language.
 */
public final class TranslatedCommands {

  private static final String RESOURCE = "translated-commands.tsv";

  private static final Map<String, String> COMMANDS = new HashMap<>();

  static {
    try (InputStream in = Resources.open(TranslatedCommands.class, RESOURCE)) {
      String text = new String(in.readAllBytes(), UTF_8);
      for (int start = 0; start < text.length(); start = text.indexOf('\n', start) + 1) {
        String line = text.substring(start, text.indexOf('\n', start));
        int tab = line.indexOf('\t');
        COMMANDS.put(line.substring(0, tab), line.substring(tab + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TranslatedCommands() {}

  /**
   * Returns the command of which words are the translation.
   *
   * @param words one or more words, parted by single spaces
   */
  public static Optional<String> find(String words) {
    return Optional.ofNullable(COMMANDS.get(words));
  }
}
