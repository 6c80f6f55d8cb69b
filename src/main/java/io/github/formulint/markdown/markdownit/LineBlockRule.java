package io.github.formulint.markdown.markdownit;

import io.github.formulint.markdown.MappedText;
import java.util.List;
import java.util.OptionalInt;

/** How a plugin of markdown-it reads a block of {@code $$}, line by line. */
interface LineBlockRule {

  /** What the line of the opener says. */
  sealed interface Opening {

    /** There is no block. */
    record None() implements Opening {}

    /** The block goes on behind the line. */
    record Open() implements Opening {}

    /**
     * The block ends on the line.
     *
     * @param texStart where its TeX begins in the text behind the opener
     * @param texEnd where its TeX ends
     */
    record Closed(int texStart, int texEnd) implements Opening {}
  }

  /** What happens to the line that ends the container of a block that nothing closed. */
  enum AfterContainer {
    /** It is read as any other. */
    READ,
    /** It is left out. */
    LOST
  }

  /**
   * Returns what a line says that begins with {@code $$}.
   *
   * @param rest the text behind the dollars
   */
  Opening open(String rest);

  /**
   * Returns where the TeX ends in a line that closes the block.
   *
   * @param line the line without white space at its start
   */
  OptionalInt close(String line);

  /**
   * Returns the TeX.
   *
   * @param first what stands behind the opener on its line
   * @param body the lines between, with their line ends
   * @param last what stands before the closer on its line, at most one text
   */
  MappedText tex(MappedText first, List<MappedText> body, List<MappedText> last);

  /** Returns what happens to the line that ends the container of an unclosed block. */
  AfterContainer afterContainer();
}
