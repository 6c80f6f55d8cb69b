package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Reading;
import io.github.formulint.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads as pandoc does with its own Markdown, which Quarto and R Markdown use too. Formulas stand
 * between {@code $} and {@code $$}, between backslashed brackets where an extension is on, and in
 * bare environments such as {@code \begin{align}}, which go raw to the output.
 *
 * <p>The rules are those of {@code Text.Pandoc.Readers.Markdown} and {@code
 * Text.Pandoc.Parsing.Math} of pandoc 3; the reading was compared with pandoc 2.17 and 3.10. Macros
 * that a document defines are not put in. Of tables only pipe tables are cut into cells. Immutable
 * and thread-safe.
 */
public final class PandocReader implements MarkdownReader {

  private static final int TAB_STOP = 4;

  private final PandocExtensions extensions;

  private PandocReader(PandocExtensions extensions) {
    this.extensions = extensions;
  }

  /** Returns the reader with pandoc's own choice of extensions. */
  public static PandocReader withDefaultExtensions() {
    return new PandocReader(new PandocExtensions(false, false));
  }

  /** Returns the reader with {@code tex_math_single_backslash} on: {@code \(…\)}, {@code \[…\]}. */
  public static PandocReader withSingleBackslash() {
    return new PandocReader(new PandocExtensions(true, false));
  }

  /**
   * Returns the reader with {@code tex_math_double_backslash} on: {@code \\(…\\)}, {@code \\[…\\]}.
   */
  public static PandocReader withDoubleBackslash() {
    return new PandocReader(new PandocExtensions(false, true));
  }

  @Override
  public Reading read(SourceFile document) {
    PandocState state = new PandocState(extensions);
    List<Formula> formulas = new ArrayList<>(PandocBlocks.formulas(input(document), state));
    // A note shows only where the text refers to it.
    Set<String> shown = new HashSet<>();
    Deque<String> names = new ArrayDeque<>(state.referred);
    while (!names.isEmpty()) {
      String name = names.pop();
      if (shown.add(name)) {
        formulas.addAll(state.notes.getOrDefault(name, List.of()));
      }
    }
    formulas.sort(Comparator.comparing(Formula::span));
    return new Reading(formulas, List.of());
  }

  /** Line feeds, spaces for tabs, and a blank line at the end. */
  private static MappedText input(SourceFile document) {
    String source = document.text();
    MappedText.Builder text = new MappedText.Builder();
    int column = 0;
    for (int i = document.hasByteOrderMark() ? 1 : 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\t') {
        int spaces = TAB_STOP - column % TAB_STOP;
        text.append(" ".repeat(spaces), i, i + 1);
        column += spaces;
      } else if (c == '\r' || c == '\n') {
        int end = source.startsWith("\r\n", i) ? i + 2 : i + 1;
        text.append('\n', i, end);
        i = end - 1;
        column = 0;
      } else {
        text.append(c, i, i + 1);
        column++;
      }
    }
    return text.append("\n\n", source.length(), source.length()).build();
  }
}
