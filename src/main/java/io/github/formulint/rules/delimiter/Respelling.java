package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.Platform;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Another way to write a formula: other delimiters, spaces or line ends around it, or other
 * commands for the same signs. Immutable.
 *
 * @param fix the edits; it says which platforms would no longer read the formula
 * @param shown the new form in short, for people
 * @param readers the platforms asked for that read it in a small document
 */
record Respelling(Fix fix, String shown, List<Platform> readers) {

  /** So many ways that serve all platforms are proposed; the second is for where one fails. */
  static final int ENOUGH = 2;

  /** Copies the list. */
  Respelling {
    readers = List.copyOf(readers);
  }

  /** Returns display TeX between delimiters on lines of their own. */
  static String onOwnLines(String opener, String tex, String closer) {
    return opener + "\n" + withoutBlankLines(tex) + "\n" + closer;
  }

  /** Returns TeX without the blank lines in it and the white space around it. */
  static String withoutBlankLines(String tex) {
    return tex.strip().replaceAll("[ \\t]*\\n(?:[ \\t]*\\n)+", "\n");
  }

  /** Returns TeX on one line. */
  static String oneLine(String tex) {
    return tex.strip().replaceAll("\\s*\\n\\s*", " ");
  }

  /** Returns the marks of a delimiter, for people. */
  static String marks(Delimiter delimiter) {
    return Quotes.code(delimiter.opener()) + " and " + Quotes.code(delimiter.closer());
  }

  /**
   * Returns ways to write a formula that some of the platforms read: those that more of them read
   * first, then those that cost the fewest other platforms, then the nearest to what stands there.
   *
   * @param formula the formula
   * @param document where it stands
   * @param platforms where the document is published
   * @param probe asks platforms
   */
  static List<Respelling> of(
      Formula formula, SourceFile document, List<Platform> platforms, Probe probe) {
    boolean isAlone = BlockEdit.isAlone(formula, document.text());
    boolean isBlock = isAlone || formula.tex().contains("\\begin") || formula.tex().contains("\n");
    boolean takesBlock =
        formula.context() != FormulaContext.TABLE_CELL
            && formula.context() != FormulaContext.HEADING
            && !BlockEdit.isEnclosed(formula, document.text());
    LineRespellings line = new LineRespellings(formula, document, platforms, probe);
    BlockRespellings block = new BlockRespellings(formula, document, platforms, probe);
    List<Respelling> found = new ArrayList<>();
    if (formula.style() == MathStyle.INLINE) {
      found.addAll(line.all());
    } else if (isBlock && takesBlock) {
      found.addAll(block.all(Applicability.SAFE));
    } else {
      found.addAll(line.all());
      if (takesBlock) {
        found.addAll(block.all(Applicability.UNSAFE));
      }
    }
    found.sort((one, other) -> Integer.compare(other.readers.size(), one.readers.size()));
    return List.copyOf(found);
  }
}
